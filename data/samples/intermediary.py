"""The sample of the survey of support organisations: 21 e-mails, typed into one sheet by the office.

TIDY holds codes (option ids, digits for the points of scales), UNTIDY what stood in the cell instead.
"""

from __future__ import annotations

from typing import Any

from analysis.intake.columns.headings import PartKey
from analysis.questionnaire import find_questionnaire, load_questionnaire

from .register import ALSO_INTERMEDIARY, INTERMEDIARIES, MEMBERS, ROOT
from .spelling import csv_text, headings, row_of

ANSWERS = ROOT / "data" / "raw" / "2016" / "intermediary" / "answers.invented.csv"

NAMES = {organisation: name for organisation, name, *_ in (*MEMBERS, *INTERMEDIARIES)}
CONTACTS = {organisation: contact for organisation, *_, contact in (*MEMBERS, *INTERMEDIARIES)}
ORGANISATIONS = [organisation for organisation, *_ in INTERMEDIARIES]
ORGANISATIONS.insert(12, ALSO_INTERMEDIARY)


def rows(text: str) -> list[list[str]]:
    """A list for each line."""
    return [line.split() for line in text.strip().splitlines()]


def grid(question: str, text: str, column: str = "") -> dict[PartKey, list[str]]:
    """A line a row of a grid: its id and what each organisation answered."""
    return {PartKey(question, row, column): answers for row, *answers in rows(text)}


def thousandfold(columns: dict[PartKey, list[str]]) -> dict[PartKey, list[str]]:
    """Millions of won, asked for in thousands."""
    return {key: [str(int(amount) * 1000) for amount in amounts] for key, amounts in columns.items()}


def spelt_out(codes: dict[str, str], columns: dict[PartKey, list[str]]) -> dict[PartKey, list[str]]:
    return {key: [codes[letter] for letter in letters] for key, letters in columns.items()}


def scale(question: str, text: str) -> dict[PartKey, list[str]]:
    """A line a row of scales: its id and, once or for importance and performance, a digit an organisation."""
    columns = ("importance", "performance")
    return {
        PartKey(question, row, column if len(digits) > 1 else ""): list(points)
        for row, *digits in rows(text)
        for column, points in zip(columns, digits, strict=False)
    }


def ranking(question: str, *ranks: str) -> dict[PartKey, list[str]]:
    return {PartKey(question, "", str(rank)): text.split() for rank, text in enumerate(ranks, start=1)}


def only(**answers: str) -> list[str]:
    """The answers of a few; the others left it blank."""
    return [answers.get(organisation, "") for organisation in ORGANISATIONS]


TIDY: dict[PartKey, list[str]] = {
    PartKey("organisation_name"): [NAMES[organisation] for organisation in ORGANISATIONS],
    PartKey("region"): """
        seoul seoul seoul busan daegu incheon gwangju daejeon gyeonggi gyeonggi gyeonggi
        gangwon gangwon chungbuk chungnam jeonbuk jeonnam gyeongbuk gyeongnam jeju nationwide""".split(),
    PartKey("scope"): """
        regional regional local regional regional regional regional regional local local regional
        regional local local regional local regional regional subregional regional national""".split(),
    PartKey("opened"): """
        2013-01 2013-11 2014-04 2012-07 2015-03 2014-12 2013-06 2014-03 2012-05 2013-07 2011-03
        2012-02 2013-04 2015-06 2012-10 2014-09 2011-09 2013-02 2015-01 2014-06 2010-05""".split(),
    PartKey("legal_basis"): """
        ordinance ordinance+local_decision ordinance ordinance ordinance ordinance ordinance ordinance
        ordinance+local_decision ordinance+local_decision law+ministry_guideline
        law+ordinance private ordinance law+ordinance ordinance law+ministry_guideline
        ministry_guideline ordinance+local_decision ordinance private""".split(),
    PartKey("operation"): """
        contracted contracted contracted contracted contracted direct contracted contracted direct contracted
        ministry ministry private contracted foundation contracted ministry ministry contracted foundation
        private""".split(),
    PartKey("trustee_form"): """
        incorporated_association consortium social_cooperative incorporated_association
        incorporated_association
        . nonprofit_organisation social_cooperative . incorporated_association
        incorporated_association foundation . cooperative . nonprofit_organisation university
        incorporated_association social_cooperative . .""".split(),
    PartKey("contract_start"): """
        2016-01-01 2014-11-01 2015-04-01 2016-01-01 2016-03-01 . 2014-07-01 2015-03-01 . 2015-07-01
        2016-01-01 2016-02-01 . 2015-06-01 . 2014-09-15 2016-01-01 2016-01-01 2016-01-15 . .""".split(),
    PartKey("contract_end"): """
        2018-12-31 2017-10-31 2017-03-31 2018-12-31 2018-02-28 . 2017-06-30 2018-02-28 . 2018-06-30
        2016-12-31 2017-01-31 . 2017-05-31 . 2016-09-14 2016-12-31 2016-12-31 2017-01-14 . .""".split(),
    PartKey("targets"): """
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise+social_venture
        cooperative+social_cooperative+citizens
        village_enterprise+community+cooperative+citizens
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise
        social_enterprise+preliminary+cooperative+village_enterprise+self_support
        social_enterprise+preliminary+cooperative+social_cooperative
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise+community+citizens
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise+social_venture
        social_enterprise+cooperative+village_enterprise+community
        cooperative+village_enterprise+community+citizens
        social_enterprise+preliminary+social_venture
        social_enterprise+preliminary+cooperative+village_enterprise
        cooperative+village_enterprise+self_support
        cooperative+village_enterprise+rural_company
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise+rural_company
        cooperative+social_cooperative+village_enterprise+rural_company+citizens
        social_enterprise+preliminary+village_enterprise+rural_company
        social_enterprise+preliminary+village_enterprise
        social_enterprise+cooperative+village_enterprise+self_support
        social_enterprise+preliminary+cooperative+social_cooperative+village_enterprise+citizens
        cooperative+social_cooperative+social_venture""".split(),
    **grid("headcount", """
        permanent  10 6 3 8 5 4 7 6 2 3 0 2 1 1 9 2 4 3 2 8 6
        open_ended  2 0 1 2 0 2 0 1 1 0 0 0 0 0 3 0 0 0 0 2 0
        fixed_term  8 6 3 5 6 3 5 4 2 4 9 8 0 2 4 2 7 6 3 3 1
        seconded    1 0 0 1 0 3 0 0 3 0 0 0 1 0 1 0 1 0 0 1 0""", "established"),
    **grid("headcount", """
        permanent   9 6 3 7 5 4 6 6 2 2 0 2 1 1 8 2 4 2 2 7 6
        open_ended  2 0 1 2 0 2 0 1 1 0 0 0 0 0 3 0 0 0 0 1 0
        fixed_term  8 5 3 4 6 3 5 3 2 4 8 7 0 2 4 1 6 6 3 3 1
        seconded    1 0 0 1 0 3 0 0 3 0 0 0 1 0 1 0 1 0 0 1 0""", "present"),
    PartKey("tenure"): "26 22 18 31 14 20 24 21 16 19 13 15 34 9 29 17 23 20 15 25 48".split(),
    PartKey("leavers"): "4 3 2 2 5 1 2 3 0 2 4 3 0 1 2 1 3 2 1 2 1".split(),
    PartKey("head_status"): """
        full_time full_time full_time full_time full_time shared full_time full_time shared full_time
        full_time
        full_time part_time full_time full_time full_time shared full_time vacant full_time
        part_time""".split(),
    PartKey("pay_band"): """
        from_200 from_200 from_150 from_200 from_150 from_200 from_150 from_200 from_150 from_150 from_150
        from_150 under_150 under_150 from_250 from_150 from_150 from_150 from_150 from_200
        from_200""".split(),
    **ranking("leave_reasons", """
        insecurity pay pay insecurity insecurity workload pay insecurity . pay insecurity
        insecurity . pay paperwork pay insecurity insecurity pay prospects workload""", """
        pay insecurity workload paperwork pay paperwork insecurity workload . insecurity pay
        pay . workload workload insecurity pay paperwork insecurity pay pay"""),
    PartKey("budget_previous"): """
        2310000 1250000 372000 1120000 610000 702000 930000 815000 405000 340000 604000
        688000 36000 30000 1520000 265000 655000 528000 240000 1090000 845000""".split(),
    PartKey("budget_now"): """
        2450000 1320000 410000 1180000 890000 760000 980000 840000 430000 385000 620000
        710000 42000 95000 1640000 310000 670000 540000 290000 1210000 880000""".split(),
    **thousandfold(grid("budget_sources", """
        state        350 0 0 410 330 280 320 260 0 0 540 560 0 0 460 0 570 450 0 390 210
        province     2020 1260 60 730 540 480 620 540 90 40 60 110 0 15 1080 70 80 70 110 740 0
        municipality 0 0 338 0 0 0 0 0 340 330 0 0 12 76 0 225 0 0 165 0 0
        contractor   30 40 7 15 12 0 20 25 0 9 20 30 18 4 60 8 20 15 9 30 330
        own_business 50 20 5 25 8 0 20 15 0 6 0 10 9 0 40 7 0 5 6 50 240
        other        0 0 0 0 0 0 0 0 0 0 0 0 3 0 0 0 0 0 0 0 100""")),
    PartKey("labour_share"): "46 49 55 42 47 51 48 45 58 57 52 50 64 61 41 54 49 53 60 44 38".split(),
    PartKey("budget_sufficiency"): list("232223232112113221234"),
    **spelt_out({"y": "yes", "n": "no"}, grid("programmes", """
        advice     y y y y y y y y y y y y y y y y y y y y y
        education  y y y y y y y y y y y y y y y y y y y y y
        consulting y y n y y y y y n y y y n n y y y y y y n
        markets    y y n y n n y y n n y y n n y n y n y y n
        incubation y n n y y n y y n n y y n n y n y n n y n
        networks   y y y y y y y y n y y y y n y y y y y y y
        finance    y n n n n n y n n n n n n n y n n n n n y
        research   y y n y n n y y n n n y n n y n n n n y y
        publicity  y y y y y y y y y y y y n n y y y y y y y""", "done")),
    **grid("programmes", """
        advice     820 510 240 640 380 290 560 430 150 210 470 390 40 60 720 180 350 310 160 520 90
        education  64 48 22 51 30 18 42 36 15 20 33 28 6 8 58 17 26 24 14 45 31
        consulting 120 85 . 96 52 34 71 60 . 18 88 75 . . 104 15 62 58 20 69 .
        markets    14 6 . 11 . . 9 8 . . 5 7 . . 16 . 4 . 2 12 .
        incubation 22 . . 15 8 . 12 10 . . 26 19 . . 20 . 14 . . 13 .
        networks   18 12 9 14 6 5 11 10 . 7 4 6 3 . 15 8 5 4 6 12 20
        finance    5 . . . . . 3 . . . . . . . 4 . . . . . 7
        research   6 4 . 3 . . 2 2 . . . 1 . . 5 . . . . 3 8
        publicity  40 25 18 30 12 10 21 16 5 14 9 8 . . 33 11 7 6 9 24 12""", "number"),
    PartKey("trainees"): """
        4200 3100 1400 3600 1900 1100 2800 2300 900 1250 2600
        2100 180 320 3900 870 1750 1600 740 3050 1480""".split(),
    PartKey("supported_organisations"): """
        310 260 85 240 150 120 190 165 70 82 175 160 14 22 280 61 145 138 54 205 40""".split(),
    **scale("roles", """
        incubation   433443344344332444343 434343443233124343242
        advice       555455545455545555554 544544454444434544443
        education    455554555544555455555 443443443433343444343
        markets      555554454454445454554 322232232322123223231
        finance      454443443344344344345 212122121211112112124
        networks     545545445544555455545 434434344333434343434
        governance   554544545343445434555 333323343222322323344
        local_issues 345434445323455334345 334323333222433233233
        policy       434434434333334333445 332333332322223222345
        publicity    343443343443334343343 333343333333223333333"""),
    **scale("government_relation", """
        own_plan    332323332211533222245
        own_budget  222213221112422111235
        as_equals   332324332222433222335
        supervision 444532345555244455321
        rotation    445443544444345454442"""),
    **ranking("difficulties", """
        targets short_contract staff budget short_contract silos short_contract targets staff budget targets
        short_contract budget staff silos short_contract short_contract targets budget budget
        no_legal_basis""", """
        short_contract targets budget silos targets staff targets short_contract interference staff
        short_contract
        targets staff budget budget staff targets short_contract short_contract silos budget""", """
        silos staff short_contract targets staff no_legal_basis budget staff silos interference silos
        staff no_legal_basis distance staff budget staff interference staff targets silos"""),
    PartKey("reforms"): """
        longer_contract+evaluation+one_system
        longer_contract+job_succession+evaluation
        pay_standard+job_succession
        longer_contract+one_system+overheads
        longer_contract+job_succession+pay_standard
        one_system+joint_board
        longer_contract+evaluation+joint_board
        longer_contract+evaluation+job_succession
        pay_standard
        pay_standard+longer_contract+overheads
        longer_contract+evaluation+job_succession
        longer_contract+job_succession+pay_standard
        joint_board+overheads
        pay_standard+joint_board
        one_system+evaluation+pay_standard
        longer_contract+job_succession+pay_standard
        longer_contract+job_succession+evaluation
        longer_contract+evaluation+pay_standard
        longer_contract+joint_board+pay_standard
        one_system+joint_board+pay_standard
        one_system+overheads+evaluation""".split(),
    PartKey("integration"): """
        regional regional local regional regional regional specialise regional local local specialise
        keep unsure local regional local specialise keep local regional regional""".split(),
    PartKey("collaboration"): """
        policy+council+statistics
        exchange+policy
        exchange+good_practice
        policy+council
        exchange+policy+council
        statistics
        policy+exchange+council+good_practice
        policy+exchange
        none
        exchange+good_practice
        exchange
        policy+council+statistics
        exchange+good_practice
        exchange
        policy+council+statistics+exchange
        exchange+council
        exchange+policy
        council+statistics
        exchange+council
        policy+statistics+good_practice
        policy+council+statistics+good_practice""".split(),
    PartKey("law_wish"): only(
        gulttuksae="광역마다 통합지원기관을 두고, 위탁기간을 다섯 해로 정해 주십시오.",
        saetgang="수탁 법인이 바뀌어도 일하던 사람이 남을 수 있게 하는 조항이 필요합니다.",
        dongbaksae="부처마다 다른 지원 창구를 지역에서 하나로 묶는 근거가 있어야 합니다.",
        deulme="민과 관이 함께 꾸리는 운영위원회를 법에 적어 주십시오.",
        yeoulmok="한 해짜리 계약으로는 사람도 경험도 쌓이지 않습니다.",
        moraetop="중간지원조직의 정의와 재정 책임을 시·도와 시·군·구로 나누어 적어야 합니다.",
        gonjul="실적 수가 아니라 변화를 살피는 평가로 바꾸는 근거.",
        mulangae="섬 지역의 이동 비용을 인정해 주십시오.",
        goimdol="민간이 스스로 세운 지원조직도 지원 대상에 넣어 주십시오.",
    ),
    PartKey("comment"): only(
        mungge="조사 결과를 기관끼리 견주어 볼 수 있게 돌려주시면 좋겠습니다.",
        dotorijae="조사표가 조금 깁니다. 다음에는 예산 부분을 줄여 주십시오.",
        durumimok="센터장 공모가 진행 중입니다.",
    ),
    PartKey("contact"): [
        f"{CONTACTS[organisation]}, {organisation}@example.org" for organisation in ORGANISATIONS
    ],
}  # fmt: skip

# As the office typed it: the same answers in other spellings, and answers that raise a question.
UNTIDY: dict[tuple[str, PartKey], str] = {
    ("gulttuksae", PartKey("organisation_name")): "(사)굴뚝새사회적경제지원센터",
    ("saetgang", PartKey("organisation_name")): "샛강나루센터",
    ("neoreok", PartKey("organisation_name")): " 너럭바위 사회적경제 지원센터",
    ("moraetop", PartKey("organisation_name")): "재단법인 모래톱사회적경제지원재단",
    ("gonjul", PartKey("organisation_name")): "곤줄박이센터",
    ("mungge", PartKey("opened")): "2014년 4월",
    ("dongbaksae", PartKey("opened")): "2012. 7.",
    ("neoreok", PartKey("opened")): "’14.3",
    ("dotorijae", PartKey("opened")): "201307",
    ("yeoulmok", PartKey("opened")): "2012/02",
    ("moraetop", PartKey("opened")): "2012년 10월 4일",
    ("angaejae", PartKey("opened")): "2015년",
    ("eungyeol", PartKey("legal_basis")): "①, ③",
    ("gonjul", PartKey("legal_basis")): "중앙부처지침",
    ("galdaeseom", PartKey("trustee_form")): "해당없음",
    ("mulangae", PartKey("trustee_form")): "재단법인",
    ("jjokmul", PartKey("trustee_form")): "사단법인, 협동조합",
    ("deulme", PartKey("trustee_form")): "비영리 민간 단체",
    ("gulttuksae", PartKey("contract_start")): "2016. 1. 1.",
    ("saetgang", PartKey("contract_start")): "2014년 11월 1일",
    ("mungge", PartKey("contract_start")): "15.04.01",
    ("deulme", PartKey("contract_start")): "20140701",
    ("neoreok", PartKey("contract_start")): "2015/3/1",
    ("eungyeol", PartKey("contract_start")): "’16.1.1",
    ("gulttuksae", PartKey("contract_end")): "2018. 12. 31.(월)",
    ("jjokmul", PartKey("contract_end")): "2015-02-28",
    ("gonjul", PartKey("contract_end")): "2016년 말",
    ("galdaeseom", PartKey("contract_end")): "해당없음",
    ("dotorijae", PartKey("targets")): "③ ⑤ ⑦ ⑩",
    ("angaejae", PartKey("targets")): "협동조합, 마을기업, 농어촌공동체회사, 기타: 귀농·귀촌인",
    ("beodeulmot", PartKey("headcount", "fixed_term", "present")): "여섯 명",
    ("mulchongsae", PartKey("headcount", "seconded", "present")): "3명(겸직)",
    ("eungyeol", PartKey("headcount", "permanent", "established")): "-",
    ("eungyeol", PartKey("headcount", "permanent", "present")): "없음",
    ("goimdol", PartKey("headcount", "open_ended", "established")): "-",
    ("goimdol", PartKey("headcount", "open_ended", "present")): "-",
    ("neutigol", PartKey("tenure")): "2년 10개월",
    ("moraetop", PartKey("tenure")): "약 29개월",
    ("angaejae", PartKey("tenure")): "-",
    ("yeoulmok", PartKey("leavers")): "세 명",
    ("neutigol", PartKey("leavers")): "없음",
    ("angaejae", PartKey("head_status")): "상근, 겸임",
    ("gonjul", PartKey("pay_band")): "비공개",
    ("durumimok", PartKey("pay_band")): "③",
    ("mulangae", PartKey("leave_reasons", "", "2")): "기타: 섬 밖으로 이사",
    ("neutigol", PartKey("leave_reasons", "", "1")): "낮은 급여",
    ("mungge", PartKey("budget_previous")): "372,000,000원",
    ("angaejae", PartKey("budget_previous")): "약 3천만원",
    ("yeoulmok", PartKey("budget_previous")): "688,000",
    ("goimdol", PartKey("budget_previous")): "8억 4천5백만원",
    ("galdaeseom", PartKey("budget_previous")): "-",
    ("durumimok", PartKey("budget_now")): "확인중",
    ("neoreok", PartKey("budget_sources", "province", "")): "450000",
    ("beodeulmot", PartKey("budget_sources", "municipality", "")): "-",
    ("beodeulmot", PartKey("budget_sources", "own_business", "")): "-",
    ("neutigol", PartKey("labour_share")): "64%",
    ("dalmuri", PartKey("labour_share")): "절반 정도",
    ("jjokmul", PartKey("labour_share")): "147",
    ("dotorijae", PartKey("budget_sufficiency")): "①",
    ("moraetop", PartKey("budget_sufficiency")): "3점",
    ("galdaeseom", PartKey("programmes", "publicity", "number")): "10여건",
    ("durumimok", PartKey("programmes", "markets", "number")): "수시",
    ("mulchongsae", PartKey("programmes", "networks", "number")): "2",
    ("neutigol", PartKey("programmes", "publicity", "number")): "0",
    ("mungge", PartKey("trainees")): "약 1,400명",
    ("dalmuri", PartKey("trainees")): "870여명",
    ("gonjul", PartKey("supported_organisations")): "02-000-0133",
    ("eungyeol", PartKey("supported_organisations")): "175개 기업",
    ("saetgang", PartKey("roles", "finance", "performance")): "모름",
    ("mulchongsae", PartKey("roles", "finance", "performance")): "해당없음",
    ("neutigol", PartKey("roles", "policy", "importance")): "6",
    ("mulchongsae", PartKey("government_relation", "own_plan", "")): "",
    ("mulchongsae", PartKey("government_relation", "own_budget", "")): "",
    ("mulchongsae", PartKey("government_relation", "as_equals", "")): "",
    ("durumimok", PartKey("government_relation", "rotation", "")): "⑤",
    ("angaejae", PartKey("difficulties", "", "3")): "기타: 교통이 불편함",
    ("durumimok", PartKey("difficulties", "", "3")): "예산 부족",
    ("moraetop", PartKey("reforms")): "통합지원체계 구축, 성과평가 지표 개선, 인건비 기준 마련, 간접비 인정",
    ("yeoulmok", PartKey("reforms")): "위탁기간 연장(3년 이상)\n고용승계 의무화\n인건비 기준 마련",
    ("beodeulmot", PartKey("integration")): "부문별 전문화 강하",
    ("angaejae", PartKey("collaboration")): "종사자 교육·교류, 없음",
    ("mulchongsae", PartKey("law_wish")): "없음",
    ("dalmuri", PartKey("comment")): "-",
}

# What dalmuri had sent first: the later row replaces it.
SENT_FIRST: dict[PartKey, str] = {
    PartKey("budget_now"): "결산중",
    PartKey("leavers"): "2",
    PartKey("comment"): "예산은 확정되는 대로 다시 보내겠습니다.",
}

# The office's own columns: the day of receipt, and what it noted.
RECEIVED = """
    7/6 7/6 7/7 7/8 7/8 7/11 7/11 7/12 7/12 7/13 7/14 7/15 7/18 7/19 7/20 8/19 7/22 7/25 7/26 8/1
    8/3""".split()
NOTES = only(mulchongsae="전화로 몇 가지 확인함", dalmuri="7월 21일에 받은 것을 고쳐 다시 보내옴")


def answers_csv() -> bytes:
    """The sheet as Excel saves it in Korea: CP949, with the line ends of Windows."""
    questionnaire = load_questionnaire(find_questionnaire(ROOT, "intermediary", 2016))

    def row(organisation: str, received: str, note: str, instead: dict[PartKey, str]) -> list[str]:
        at = ORGANISATIONS.index(organisation)
        codes = {key: column[at] for key, column in TIDY.items()}
        untidy: dict[Any, str] = {key: text for (who, key), text in UNTIDY.items() if who == organisation}
        return [received, *row_of(questionnaire, codes, untidy | instead), note]

    sheet = [
        row(organisation, received, note, {})
        for organisation, received, note in zip(ORGANISATIONS, RECEIVED, NOTES, strict=True)
    ]
    again = ORGANISATIONS.index("dalmuri")
    replaced = row("dalmuri", "7/21", "", SENT_FIRST)
    sheet = [*sheet[:again], replaced, *sheet[again + 1 :], sheet[again]]
    numbered = [[str(number), *cells] for number, cells in enumerate(sheet, start=1)]
    return csv_text([["연번", "접수일", *headings(questionnaire), "비고"], *numbered]).encode("cp949")
