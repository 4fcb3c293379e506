"""Makes the invented accounts, plan and budget that ship with the project, again byte for byte.

    python data/make_accounts.py

The annual report of 2016 gives no figures of its accounts: every amount here is made up, for a federation with
two employees. The workbook is ruled as such workbooks are, with a title above the table and merged cells.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter

RAW = Path(__file__).resolve().parents[1] / "data" / "raw" / "2016"
MADE = dt.datetime(2000, 1, 1)  # a file that is made twice is the same twice

# 관, 항, 목, budget and actual of 2016, draft budget of 2017, 산출근거 of 2016, of 2017
Line = tuple[str, str, str, int, int, int, str, str]

INCOME: tuple[Line, ...] = (
    ("회비", "가입비", "", 1_500_000, 500_000, 1_000_000, "신규 1곳 × 500,000원", "신규 2곳 × 500,000원"),
    ("회비", "연회비", "", 64_000_000, 60_200_000, 66_000_000, "일부 미수", "일부 미수 회비를 나누어 받음"),
    ("회비", "특별회비", "", 18_000_000, 21_000_000, 18_000_000, "정책사업 분담", ""),
    ("사업수입", "행사 참가비", "", 3_000_000, 2_840_000, 3_000_000, "활동가대회, 연석회의", ""),
    ("사업수입", "자료집·강연", "", 2_000_000, 1_175_000, 2_400_000, "", ""),
    ("후원금·지원금", "후원금", "", 12_000_000, 14_350_000, 16_000_000, "", "후원 회원 모집"),
    ("후원금·지원금", "공동주최 분담금", "", 15_000_000, 15_000_000, 12_000_000, "활동가대회", "지역대회"),
    ("후원금·지원금", "조사 지원금", "", 10_000_000, 10_000_000, 6_000_000, "중간지원조직 현황조사", ""),
    ("이자·잡수입", "예금이자", "", 100_000, 76_320, 80_000, "", ""),
    ("전기이월금", "", "", 12_400_000, 12_412_680, 5_826_220, "2015년에서 넘어옴", "2016년에서 넘어옴"),
)  # fmt: skip
EXPENSE: tuple[Line, ...] = (
    ("인건비", "급여", "", 52_800_000, 52_800_000, 54_000_000, "2명 × 2,200,000원 × 12개월", "2명 × 2,250,000원 × 12개월"),
    ("인건비", "4대보험", "", 5_280_000, 5_134_920, 5_400_000, "기관 부담금", ""),
    ("인건비", "퇴직적립금", "", 4_400_000, 4_400_000, 4_500_000, "", ""),
    ("운영비", "임차료·관리비", "", 8_400_000, 8_400_000, 8_400_000, "700,000원 × 12개월", ""),
    ("운영비", "통신·전산", "", 2_160_000, 2_043_510, 1_800_000, "", ""),
    ("운영비", "사무용품·인쇄", "", 1_800_000, 1_392_600, 1_200_000, "", ""),
    ("운영비", "회의비", "", 4_800_000, 5_467_300, 2_400_000, "회의 수가 예상보다 많음", "회원단체 회의실을 씀"),
    ("운영비", "여비·교통비", "", 2_400_000, 2_118_400, 1_600_000, "", ""),
    ("사업비", "정책대응력 강화", "토론회·포럼", 12_000_000, 13_946_000, 9_000_000, "총선 정책토론회, 정기포럼", "월간 세미나"),
    ("사업비", "정책대응력 강화", "조사·연구", 14_000_000, 12_480_000, 14_000_000, "기본계획 평가, 현황조사", "기본계획 점검, 기본법 대응"),
    ("사업비", "공동협력사업의 강화", "연석회의", 5_000_000, 5_382_450, 5_000_000, "1박 2일", ""),
    ("사업비", "공동협력사업의 강화", "부문·업종·지역 간담회", 2_500_000, 1_264_000, 4_000_000, "3회", "지역정책협의회와 함께 잡음"),
    ("사업비", "공동협력사업의 강화", "지역대회 공동기획", 0, 0, 12_000_000, "", "새 사업"),
    ("사업비", "조직정비 및 회원단체 소통 강화", "회원단체 순회방문", 1_500_000, 1_126_700, 1_500_000, "14곳", ""),
    ("사업비", "조직정비 및 회원단체 소통 강화", "협동사회경제활동가대회", 15_000_000, 14_673_900, 0, "공동주최", "지역대회로 옮김"),
    ("사업비", "조직정비 및 회원단체 소통 강화", "조직전망·재정 논의", 0, 0, 4_500_000, "", "새 사업"),
    ("사업비", "조직정비 및 회원단체 소통 강화", "홈페이지·홍보", 2_460_000, 1_098_000, 0, "", "다음 해에는 잡지 않음"),
    ("예비비", "", "", 3_500_000, 0, 1_006_220, "쓰지 않음", ""),
    ("차기이월금", "", "", 0, 5_826_220, 0, "다음 해로 넘김", ""),
)  # fmt: skip

# The notes in English; the names of accounts have theirs in ledger.yml
ENGLISH = {
    "신규 1곳 × 500,000원": "1 new member × 500,000 won",
    "신규 2곳 × 500,000원": "2 new members × 500,000 won",
    "일부 미수": "some not yet received",
    "일부 미수 회비를 나누어 받음": "some outstanding dues paid in instalments",
    "정책사업 분담": "contributions to policy work",
    "활동가대회, 연석회의": "activists' convention, joint conference",
    "후원 회원 모집": "recruitment of supporting members",
    "활동가대회": "activists' convention",
    "지역대회": "regional convention",
    "중간지원조직 현황조사": "survey of support organisations",
    "2015년에서 넘어옴": "from 2015",
    "2016년에서 넘어옴": "from 2016",
    "2명 × 2,200,000원 × 12개월": "2 people × 2,200,000 won × 12 months",
    "2명 × 2,250,000원 × 12개월": "2 people × 2,250,000 won × 12 months",
    "기관 부담금": "employer's contributions",
    "700,000원 × 12개월": "700,000 won × 12 months",
    "회의 수가 예상보다 많음": "more meetings than expected",
    "회원단체 회의실을 씀": "member organisations' meeting rooms used",
    "총선 정책토론회, 정기포럼": "policy debate for the general election, regular forums",
    "월간 세미나": "monthly seminars",
    "기본계획 평가, 현황조사": "evaluation of the Basic Plan, surveys of organisations",
    "기본계획 점검, 기본법 대응": "review of the Basic Plan, work on the Framework Act",
    "1박 2일": "two days",
    "3회": "3 held",
    "지역정책협의회와 함께 잡음": "budgeted together with the regional policy council",
    "새 사업": "new project",
    "14곳": "14 organisations",
    "공동주최": "co-hosted",
    "지역대회로 옮김": "moved to the regional convention",
    "다음 해에는 잡지 않음": "not budgeted for next year",
    "쓰지 않음": "not used",
    "다음 해로 넘김": "to next year",
}  # fmt: skip

# 사업 축, 사업, 시기, 내용, 예산: built on the tasks (과제) and remarks (평가) of the report of 2016
PLAN = (
    ("정책대응력 강화", "월간 세미나", "3월~11월", "정책생산을 꾸준히 하도록 회원단체 정책담당자가 돌아가며 발제함", 9_000_000),
    ("정책대응력 강화", "제2차 협동조합기본계획 이행 점검", "4월, 10월", "현장 의견을 모아 기본계획의 이행을 점검함", 6_000_000),
    ("정책대응력 강화", "사회적경제기본법 제정 대응", "연중", "독자입법안을 다듬고 국회와 만남", 8_000_000),
    ("공동협력사업의 강화", "지역정책협의회와 부문·업종·지역 간담회", "분기마다", "협의회는 지역조직이 돌아가며 열고, 간담회는 현장을 찾아가 엶", 4_000_000),
    ("공동협력사업의 강화", "지역대회 공동기획", "9월~11월", "활동가대회를 지역대회에 연대하여 함께 기획함", 12_000_000),
    ("공동협력사업의 강화", "지역·부문·업종 연석회의", "6월", "연합조직 대표자가 공동 과제를 정함", 5_000_000),
    ("조직정비 및 회원단체 소통 강화", "회원단체 순회방문", "4월~5월", "참여가 어려운 까닭을 듣고 새로운 참여 방식을 찾음", 1_500_000),
    ("조직정비 및 회원단체 소통 강화", "조직전망과 멤버십 정비", "2월~7월", "조직유형이 섞인 회원 기준을 정비함", 3_000_000),
    ("조직정비 및 회원단체 소통 강화", "재정구조 개선", "연중", "회비 기준을 다시 정하고 후원 회원을 모음", 1_500_000),
)  # fmt: skip

# 사업, 시기, 내용 of each in English
PLAN_IN_ENGLISH = (
    ("Monthly seminars", "March–November", "Members' policy officers take turns to present, to keep policy development going"),
    ("Review of the Second Basic Plan for Co-operatives", "April, October", "Practitioners' views are gathered to review how the Basic Plan is being carried out"),
    ("Work for a Framework Act on the Social Economy", "All year", "The federation's own bill is refined and members of the National Assembly are met"),
    ("Regional policy council and round tables with sectors, industries and regions", "Quarterly", "Regional organisations take turns to host the council; round tables are held on site"),
    ("Joint planning of the regional convention", "September–November", "The activists' convention is planned jointly with the regional convention, in solidarity with it"),
    ("Joint conference of regional, sectoral and industry federations", "June", "The heads of federations agree on common tasks"),
    ("Visits to member organisations", "April–May", "Listening to why taking part is difficult, and finding new ways to take part"),
    ("The federation's future and membership", "February–July", "Membership criteria, which now mix types of organisation, are revised"),
    ("A better financial structure", "All year", "The basis of dues is revised and supporting members are recruited"),
)  # fmt: skip


def write_ruled(to: Path, title: str, headings: Sequence[str], columns: tuple[int, int], note: int) -> None:
    """A workbook with a sheet for income and one for expense; 관 and 항 stand in merged cells."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": f"{title} (예시 자료)", "created": MADE})
        look = {"font_name": "맑은 고딕", "font_size": 10, "valign": "vcenter", "border": 1}
        heads = book.add_format(look | {"bold": True, "align": "center", "bg_color": "#F4F2EC"})
        names = book.add_format(look | {"text_wrap": True})
        money = book.add_format(look | {"num_format": "#,##0"})
        bold = book.add_format(look | {"bold": True, "num_format": "#,##0"})
        plain, large = book.add_format(), book.add_format({"bold": True, "font_size": 14})
        for name, lines in (("수입", INCOME), ("지출", EXPENSE)):
            used = [line for line in lines if any(line[at] for at in columns)]
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 2, 18)
            sheet.set_column(3, 5, 15)
            sheet.set_column(6, 7, 30)
            sheet.write_string(0, 0, f"{title}: {name} (예시 자료: 꾸며 낸 금액)", large)
            sheet.write_string(1, 6, "(단위 : 원)", plain)
            for at, heading in enumerate(headings):
                sheet.write_string(2, at, heading, heads)
            for at, line in enumerate(used, start=3):
                sheet.write_string(at, 2, line[2], names)
                first, second = (line[column] for column in columns)
                for place, amount in ((3, first), (4, second), (5, second - first)):
                    sheet.write_number(at, place, amount, money)
                sheet.write_string(at, 6, line[note], names)
                sheet.write_string(at, 7, ENGLISH[line[note]] if line[note] else "", names)
            for depth in (1, 2):
                _write_merged(sheet, used, depth, names)
            end = len(used) + 3
            sheet.merge_range(end, 0, end, 2, f"{name} 합계", heads)
            for place, column in ((3, columns[0]), (4, columns[1])):
                sheet.write_number(end, place, sum(line[column] for line in used), bold)
    to.write_bytes(content.getvalue())


def _write_merged(sheet: Any, lines: Iterable[Line], depth: int, look: Any) -> None:
    """The names of that depth, each once, in a cell as high as its lines."""
    for key, own in groupby(enumerate(lines, start=3), key=lambda numbered: numbered[1][:depth]):
        rows = [row for row, _ in own]
        if len(rows) > 1 and key[-1]:
            sheet.merge_range(rows[0], depth - 1, rows[-1], depth - 1, key[-1], look)
        else:
            for row in rows:
                sheet.write_string(row, depth - 1, key[-1], look)


def write_plan(to: Path) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["사업 축", "사업", "시기", "내용", "예산(원)", "사업 영어", "시기 영어", "내용 영어"])
    axis = ""
    for line, english in zip(PLAN, PLAN_IN_ENGLISH, strict=True):
        writer.writerow(["" if line[0] == axis else line[0], *line[1:], *english])
        axis = line[0]
    to.write_text(out.getvalue(), encoding="utf-8-sig", newline="")


def main(folder: Path = RAW) -> None:
    """Write accounts, budget and plan into `folder`."""
    names = ("관", "항", "목")
    write_ruled(
        folder / "accounts.invented.xlsx", "2016년 결산",
        (*names, "예산액(A)", "결산액(B)", "증감(B-A)", "비고(산출근거)", "비고 영어"), (3, 4), 6,
    )  # fmt: skip
    write_ruled(
        folder / "budget.invented.xlsx", "2017년 예산안",
        (*names, "금년 예산(A)", "다음 해 예산(B)", "증감(B-A)", "비고(산출근거)", "비고 영어"), (3, 5), 7,
    )  # fmt: skip
    write_plan(folder / "plan.invented.csv")


if __name__ == "__main__":
    main()
