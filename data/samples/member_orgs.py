"""The sample of the survey of member organisations: fourteen answers, as untidy as they really come back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from analysis.intake.columns.headings import PartKey, name_of
from analysis.questionnaire import find_questionnaire, load_questionnaire

from .register import MEMBERS as ORGANISATIONS
from .register import ROOT

ANSWERS = ROOT / "data" / "raw" / "2016" / "member_orgs" / "answers.invented.xlsx"

SATISFACTION = ("매우 불만족", "불만족", "보통", "만족", "매우 만족")
AGREEMENT = ("전혀 그렇지 않다", "그렇지 않다", "보통이다", "그렇다", "매우 그렇다")
IMPORTANCE = ("전혀 중요하지 않음", "중요하지 않음", "보통", "중요함", "매우 중요함")
PERFORMANCE = ("매우 못함", "못함", "보통", "잘함", "매우 잘함")
OUTLOOK = ("매우 나빠질 것", "나빠질 것", "비슷할 것", "좋아질 것", "매우 좋아질 것")


def labels(points: str, scale: tuple[str, ...], none: str = "") -> list[str]:
    """One label for each digit; 0 is the box beside the scale, a blank is no answer."""
    return [none if digit == "0" else "" if digit == " " else scale[int(digit) - 1] for digit in points]


def lines(text: str) -> list[str]:
    """One answer a line."""
    return [line.strip() for line in text.strip().splitlines()]


def only(**answers: str) -> list[str]:
    """The answers of a few; the others left it blank."""
    return [answers.get(organisation, "") for organisation, *_ in ORGANISATIONS]


def numbers(text: str) -> list[int]:
    return [int(word) for word in text.split()]


# What each organisation answered, in the order of ORGANISATIONS; by question, or by (question, row, column).
TIDY: dict[Any, list[Any]] = {
    "organisation_name": [name for _, name, *_ in ORGANISATIONS],
    "region": [region for _, _, _, region, _ in ORGANISATIONS],
    "founded": lines("""1998년 5월
        2008-11
        2003년 2월
        2011.04
        2013-03
        2014년 1월
        2013년 9월
        2012-07
        2013.12
        2012년 10월
        2014-06
        2013년 4월
        2006.9
        2015년 2월"""),
    "organisation_type": [
        *["부문 협의체·연합회"] * 5, *["업종 연합회"] * 3, *["광역 지역협의체"] * 3, "중간지원조직", "연구·교육기관", "기타",
    ],
    "legal_form": lines("""생활협동조합(연합회)
        사회적협동조합(연합회)
        사단법인
        임의단체(비법인)
        협동조합(연합회)
        협동조합(연합회)
        사회적협동조합(연합회)
        사단법인
        비영리민간단체
        사단법인
        임의단체(비법인)
        임의단체(비법인)
        협동조합(연합회)
        기타: 협의체, 법인 준비 중"""),
    "sectors": lines("""소비자생협, 공정무역
        의료·돌봄, 사회적기업
        자활, 사회적기업, 의료·돌봄
        농업·로컬푸드, 마을기업
        에너지·환경
        노동자·직원협동조합
        교육·보육
        신협·사회적금융
        지역 네트워크, 사회적기업, 마을기업
        지역 네트워크, 마을기업
        지역 네트워크, 농업·로컬푸드
        지역 네트워크
        교육·보육, 기타: 조사, 연구
        주거, 의료·돌봄"""),
    "members_organisations": numbers("12 31 48 27 18 22 35 9 64 41 33 16 7 5"),
    "members_persons": numbers("313000 24500 3100 5200 4100 1200 2800 10400 850 620 430 210 140 95"),
    ("staff", "full_time", "women"): numbers("14 6 4 2 3 3 3 5 2 2 1 1 3 1"),
    ("staff", "full_time", "men"): numbers("8 2 3 1 4 4 1 5 2 1 1 0 2 0"),
    ("staff", "part_time", "women"): numbers("3 4 1 1 0 1 2 0 1 1 0 1 1 2"),
    ("staff", "part_time", "men"): numbers("1 1 0 1 1 0 0 1 0 0 1 0 1 1"),
    "income_total": numbers(
        "1850000 620000 410000 95000 380000 290000 175000 840000 210000 160000 48000 36000 225000 12000"
    ),
    ("income_mix", "dues", ""): numbers("45 30 20 25 30 40 35 20 15 20 40 30 10 70"),
    ("income_mix", "own_business", ""): numbers("40 20 10 35 45 40 30 60 10 10 10 10 40 10"),
    ("income_mix", "public_funds", ""): numbers("10 40 60 30 15 10 25 5 65 60 40 50 40 0"),
    ("income_mix", "donations", ""): numbers("5 10 10 5 10 5 10 10 5 5 10 10 10 20"),
    ("income_mix", "other", ""): numbers("0 0 0 5 0 5 0 5 5 5 0 0 0 0"),
    "board_meetings": numbers("14 12 10 8 12 11 9 13 12 10 6 7 8 12"),
    "joined_year": numbers("2012 2012 2012 2013 2013 2014 2014 2012 2013 2013 2015 2014 2012 2016"),
    "participated": lines("""대표자회의, 운영위원회, 정책위원회, 연합회 대표자 연석회의, 토론회·정기포럼, 설문·현황조사
        대표자회의, 운영위원회, 정책위원회, 협동사회경제활동가대회
        대표자회의, 정책위원회, 토론회·정기포럼
        대표자회의, 설문·현황조사
        대표자회의, 운영위원회, 정책위원회, 연합회 대표자 연석회의
        대표자회의, 연합회 대표자 연석회의, 협동사회경제활동가대회
        대표자회의, 연합회 대표자 연석회의, 토론회·정기포럼, 설문·현황조사
        대표자회의, 운영위원회, 연합회 대표자 연석회의, 토론회·정기포럼
        대표자회의, 지역정책협의회
        대표자회의, 지역정책협의회, 협동사회경제활동가대회
        지역정책협의회
        지역정책협의회, 협동사회경제활동가대회
        정책위원회, 토론회·정기포럼, 설문·현황조사
        참여한 적 없음"""),
    "barriers": only(
        saecham="일정 중복, 거리·이동 부담",
        mulgyeol="거리·이동 부담, 의제와의 관련성 낮음",
        soljae="거리·이동 부담, 인력 부족",
        neutigol="인력 부족, 안내 부족",
        onmadang="인력 부족",
    ),
    "voice": labels("4333443423224 ", AGREEMENT),
    ("channel_satisfaction", "email", ""): labels("54445444443443", SATISFACTION),
    ("channel_satisfaction", "homepage", ""): labels("32333243232332", SATISFACTION),
    ("channel_satisfaction", "facebook", ""): labels("43034343340240", SATISFACTION, "이용 안 함"),
    ("channel_satisfaction", "direct_contact", ""): labels("54544554343454", SATISFACTION),
    "dues_status": lines("""완납
        완납
        완납
        일부 납부
        완납
        완납
        완납
        완납
        완납
        완납
        미납
        일부 납부
        완납
        면제"""),
    "dues_level": lines("""인상할 수 있다
        적정하다
        적정하다
        인하가 필요하다
        적정하다
        적정하다
        적정하다
        인상할 수 있다
        적정하다
        적정하다
        인하가 필요하다
        인하가 필요하다
        인상할 수 있다
        잘 모르겠다"""),
    "has_contact": ["있다"] * 10 + ["없다", "없다", "있다", "없다"],
    "contact_person": [
        f"사무국장 {contact} 02-000-01{number:02d} {slug}@example.org" if number not in (11, 12, 14) else ""
        for number, (slug, *_, contact) in enumerate(ORGANISATIONS, start=1)
    ],
    ("importance_performance", "policy_reform", "importance"): labels("55545555454455", IMPORTANCE),
    ("importance_performance", "policy_reform", "performance"): labels("45444445343443", PERFORMANCE),
    ("importance_performance", "parties_parliament", "importance"): labels("54443455343344", IMPORTANCE),
    ("importance_performance", "parties_parliament", "performance"): labels("44344344333343", PERFORMANCE),
    ("importance_performance", "cooperation", "importance"): labels("44454545555544", IMPORTANCE),
    ("importance_performance", "cooperation", "performance"): labels("33334333222232", PERFORMANCE),
    ("importance_performance", "exchange", "importance"): labels("44544445554455", IMPORTANCE),
    ("importance_performance", "exchange", "performance"): labels("44343443322343", PERFORMANCE),
    ("importance_performance", "training", "importance"): labels("34453444454553", IMPORTANCE),
    ("importance_performance", "training", "performance"): labels("33323432323222", PERFORMANCE),
    ("importance_performance", "public_relations", "importance"): labels("43343334333343", IMPORTANCE),
    ("importance_performance", "public_relations", "performance"): labels("43343343333343", PERFORMANCE),
    ("importance_performance", "research", "importance"): labels("43334434333353", IMPORTANCE),
    ("importance_performance", "research", "performance"): labels("33233332232 43", PERFORMANCE),
    ("importance_performance", "international", "importance"): labels("33223423222242", IMPORTANCE),
    ("importance_performance", "international", "performance"): labels("32233323232 32", PERFORMANCE),
    "overall_satisfaction": labels("44435445342343", SATISFACTION),
    "dissatisfaction_reason": only(soljae="회의가 서울에서만 열려 지역 단체는 이동하는 데 하루가 다 갑니다."),
    ("role_priority", "", "1"): lines("""대정부·국회 정책협상
        대정부·국회 정책협상
        대정부·국회 정책협상
        공동사업 발굴
        독자적 정책생산
        대정부·국회 정책협상
        회원단체 교육
        사회적금융 조성
        지역조직 지원
        지역조직 지원
        지역조직 지원
        지역조직 지원
        독자적 정책생산
        공동사업 발굴"""),
    ("role_priority", "", "2"): lines("""독자적 정책생산
        회원단체 교육
        지역조직 지원
        대정부·국회 정책협상
        대정부·국회 정책협상
        공동사업 발굴
        대정부·국회 정책협상
        대정부·국회 정책협상
        대정부·국회 정책협상
        공동사업 발굴
        회원단체 교육
        공동사업 발굴
        대국민 홍보
        지역조직 지원"""),
    ("role_priority", "", "3"): lines("""대국민 홍보
        공동사업 발굴
        사회적금융 조성
        대국민 홍보
        국제교류
        사회적금융 조성
        공동사업 발굴
        공동사업 발굴
        회원단체 교육
        독자적 정책생산
        대정부·국회 정책협상
        지역조직 지원
        대정부·국회 정책협상
        회원단체 교육"""),
    "incorporation": lines("""조직정비 후 추진
        조직정비 후 추진
        조속히 추진
        조직정비 후 추진
        조속히 추진
        조직정비 후 추진
        조직정비 후 추진
        조속히 추진
        조직정비 후 추진
        조속히 추진
        현 체제 유지
        현 체제 유지
        조직정비 후 추진
        잘 모르겠다"""),
    "incorporation_reason": only(
        soljae="법인이 되면 행정 일이 늘고 지역의 목소리가 더 작아질까 걱정됩니다.",
        neutigol="지금의 느슨한 연대가 우리 규모에는 맞습니다.",
    ),
    "membership_rule": lines("""연합조직 중심 + 개별단체 준회원
        연합조직 중심 + 개별단체 준회원
        연합조직 중심 + 개별단체 준회원
        부문·업종·지역 연합조직만
        연합조직 중심 + 개별단체 준회원
        부문·업종·지역 연합조직만
        연합조직 중심 + 개별단체 준회원
        부문·업종·지역 연합조직만
        연합조직 중심 + 개별단체 준회원
        연합조직 중심 + 개별단체 준회원
        개별단체도 동등한 회원
        연합조직 중심 + 개별단체 준회원
        개별단체도 동등한 회원
        개별단체도 동등한 회원"""),
    ("difficulties", "", "1"): lines("""법·제도 미비
        재정 부족
        재정 부족
        인력 부족·이직
        법·제도 미비
        재정 부족
        회원 참여 저조
        법·제도 미비
        재정 부족
        재정 부족
        인력 부족·이직
        재정 부족
        사업모델 부재
        재정 부족"""),
    ("difficulties", "", "2"): lines("""세대교체·리더십
        인력 부족·이직
        행정과의 관계
        재정 부족
        재정 부족
        인력 부족·이직
        인력 부족·이직
        세대교체·리더십
        행정과의 관계
        인력 부족·이직
        재정 부족
        행정과의 관계
        재정 부족
        인력 부족·이직"""),
    "outlook": labels("43324343323343", OUTLOOK),
    "field_leadership": only(
        gaon="현장이 먼저 제안하고 행정이 뒷받침하는 순서를 법에 적어야 합니다.",
        motungi="위탁 평가를 실적이 아니라 관계와 과정으로 바꾸어야 합니다.",
        geulbeot="학교와 마을이 함께 쓰는 교육 과정과 그 강사를 길러야 합니다.",
        darimok="현장이 스스로 모으고 쓰는 기금이 있어야 합니다.",
        mulgyeol="지역마다 정책협의회를 두고, 중앙의 의제도 지역에서 먼저 의논했으면 합니다.",
        soljae="지역에 사람이 남을 수 있는 인건비입니다.",
        jinggeomdol="현장의 기록과 통계를 현장이 갖고 있어야 합니다.",
    ),
    "wishes": only(
        duresaem="돌봄 정책을 다룰 때 의료와 돌봄 단체가 함께 준비할 시간을 주십시오.",
        saecham="회의 자료를 적어도 한 주 전에 보내 주시기 바랍니다.",
        nodutdol="업종 연합회끼리 공동사업을 찾는 자리를 정기적으로 열어 주십시오.",
        mulgyeol="가온생협연처럼 물류를 갖춘 곳과 지역이 공동구매를 해 볼 수 있게 이어 주십시오.",
        neutigol="작은 지역 단체도 알아들을 수 있게 쉬운 말로 안내해 주십시오.",
        onmadang="새로 들어온 단체를 위한 안내 모임이 있으면 좋겠습니다.",
    ),
    "visit_date": [
        dt.date(2016, month, day)
        for month, day in (
            (4, 5), (4, 6), (4, 12), (4, 14), (4, 19), (4, 21), (4, 26), (4, 28), (5, 3), (5, 10),
            (5, 12), (5, 17), (5, 19), (5, 26),
        )
    ],
    "interviewee_position": lines("""대표·이사장
        상임이사·사무처장
        상임이사·사무처장
        실무자
        대표·이사장
        상임이사·사무처장
        실무자
        정책 담당
        상임이사·사무처장
        대표·이사장
        상임이사·사무처장
        대표·이사장
        기타
        대표·이사장"""),
    "interviewee_name": [contact for *_, contact in ORGANISATIONS],
}  # fmt: skip

# What stands in the column beside a question: 기타(직접 기재).
OWN_WORDS = {
    "organisation_type": only(onmadang="주거, 돌봄 공동체의 모임"),
    "interviewee_position": only(jinggeomdol="연구위원"),
}

# The interviewers' column that no question asks for.
REMARKS = only(geulbeot="처음 보낸 것을 고쳐 다시 보내옴", soljae="결산 자료는 나중에 보내기로 함")

# As it really comes back: the same answers in other spellings, and answers that raise a question.
UNTIDY: dict[tuple[str, Any], Any] = {
    ("gaon", "organisation_name"): "가온생협연",
    ("duresaem", "organisation_name"): " 두레샘돌봄사회적협동조합연합회  ",
    ("neoreundeul", "organisation_name"): "(사)너른들광주사회적경제협의회",
    ("darimok", "organisation_name"): "사단법인 다리목사회적금융연합회",
    ("saecham", "region"): "전북 ",
    ("haessal", "founded"): dt.date(2013, 3, 1),
    ("neoreundeul", "founded"): "’12.10.20",
    ("onmadang", "founded"): "2015년",
    ("motungi", "sectors"): "자활\n사회적기업\n의료·돌봄",
    ("saecham", "sectors"): "⑬, ⑤",
    ("mulgyeol", "sectors"): "지역 네트워크, 사회적기업, 마을기업, 청년·문화예술",
    ("gaon", "members_persons"): "31만3천명",
    ("motungi", "members_persons"): "약 3,100",
    ("haessal", "members_persons"): "４，１００",
    ("mulgyeol", "members_persons"): "850여명",
    ("soljae", "members_persons"): "400~450명",
    ("neoreundeul", "members_organisations"): "41개 단체",
    ("haessal", ("staff", "part_time", "women")): "없음",
    ("darimok", ("staff", "part_time", "women")): "-",
    ("neutigol", ("staff", "full_time", "men")): "",
    ("duresaem", "income_total"): "6억 2천만원",
    ("saecham", "income_total"): "비공개",
    ("soljae", "income_total"): "확인중",
    ("neutigol", "income_total"): "약 3천6백만원",
    ("mulgyeol", ("income_mix", "public_funds", "")): 63,
    ("onmadang", ("income_mix", "public_funds", "")): "",
    ("onmadang", ("income_mix", "other", "")): "",
    ("soljae", ("income_mix", "dues", "")): "모름",
    ("soljae", ("income_mix", "own_business", "")): "",
    ("soljae", ("income_mix", "public_funds", "")): "",
    ("soljae", ("income_mix", "donations", "")): "",
    ("soljae", ("income_mix", "other", "")): "",
    ("motungi", "board_meetings"): "10여회",
    ("onmadang", "board_meetings"): "월 1회",
    ("motungi", "joined_year"): "2012년",
    ("neutigol", "joined_year"): "2014. 3",
    ("darimok", "participated"): "①, ②, ⑤, ⑦",
    ("neoreundeul", "participated"): "대표자회의\n지역정책협의회\n협동사회경제활동가대회",
    ("neutigol", "participated"): "지역정책협의회, 참여한 적 없음",
    ("saecham", "barriers"): "일정 중복, 거리·이동 부담, 인력 부족",
    ("duresaem", "voice"): "3점",
    ("haessal", "voice"): "④",
    ("nodutdol", "voice"): "４",
    ("onmadang", "voice"): "무응답",
    ("soljae", "dues_status"): "응답거절",
    ("neutigol", "contact_person"): "간사 오누리 033-000-0112",
    ("motungi", "overall_satisfaction"): "④",
    ("nodutdol", "overall_satisfaction"): "4점",
    ("soljae", ("importance_performance", "international", "performance")): "모름",
    ("onmadang", ("importance_performance", "international", "performance")): "해당없음",
    ("mulgyeol", ("importance_performance", "research", "importance")): "7",
    ("neutigol", ("role_priority", "", "3")): "지역조직 지원",
    ("onmadang", ("role_priority", "", "3")): "",
    ("jinggeomdol", ("difficulties", "", "2")): "기타: 연구비, 조사비 부족",
    ("neoreundeul", "field_leadership"): "없음",
    ("haessal", "wishes"): "-",
    ("duresaem", "visit_date"): "2016. 4. 6.(수)",
    ("saecham", "visit_date"): "4월 14일",
    ("haessal", "visit_date"): "16.04.19",
    ("mulgyeol", "visit_date"): "2016년 5월 3일(수)",
    ("onmadang", "interviewee_name"): "",
}

# What geulbeot had sent first: the later row replaces it.
SENT_FIRST = {"overall_satisfaction": "보통", "members_organisations": 34, "wishes": "추후 제출"}


def answer_rows() -> tuple[list[str], list[list[Any]]]:
    """The heading and the rows of answers."""
    questionnaire = load_questionnaire(find_questionnaire(ROOT, "member_orgs", 2016))
    headings: list[str] = []
    rows: list[list[Any]] = [[] for _ in (*ORGANISATIONS, "sent first")]
    columns = [(number, organisation, {}) for number, (organisation, *_) in enumerate(ORGANISATIONS)]
    again = next(number for number, organisation, _ in columns if organisation == "geulbeot")
    columns.insert(again - 2, (again, "geulbeot", SENT_FIRST))
    for part in questionnaire.parts():
        key = PartKey(part.question, part.row, part.column)
        name: Any = key if part.row or part.column else part.question
        headings.append(name_of(questionnaire, key))
        for row, (number, organisation, instead) in zip(rows, columns, strict=True):
            row.append(instead.get(name, UNTIDY.get((organisation, name), TIDY[name][number])))
        if key.question in OWN_WORDS:
            headings.append(f"{questionnaire.question(key.question).no}. 기타(직접 기재)")
            for row, (number, *_) in zip(rows, columns, strict=True):
                row.append(OWN_WORDS[key.question][number])
    headings.append("비고")
    for row, (number, *_) in zip(rows, columns, strict=True):
        row.append(REMARKS[number])
    return headings, rows


def write_answers(path: Path) -> None:
    headings, rows = answer_rows()
    with xlsxwriter.Workbook(path) as book:
        book.set_properties(
            {"title": "회원단체 현황조사 2016 응답(꾸며 낸 자료)", "created": dt.datetime(2016, 6, 1)}
        )
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEE8"})
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        month = book.add_format({"num_format": "yyyy-mm"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("응답")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(headings) - 1, 18, wrap)
        for column, text in enumerate(headings):
            sheet.write_string(0, column, text, heading)
            for number, row in enumerate(rows, start=1):
                value = row[column]
                if isinstance(value, dt.date):
                    sheet.write_datetime(
                        number, column, dt.datetime(*value.timetuple()[:3]), month if value.day == 1 else date
                    )
                elif isinstance(value, int):
                    sheet.write_number(number, column, value)
                elif value:
                    sheet.write_string(number, column, value)
        about = book.add_worksheet("안내")
        about.set_column(0, 0, 80, wrap)
        about.write_string(0, 0, "이 파일의 단체, 사람, 주소, 숫자, 의견은 모두 꾸며 낸 것입니다(예시 자료).")
        about.write_string(
            1, 0, "Everything in this file is invented: organisations, people, figures and opinions."
        )
