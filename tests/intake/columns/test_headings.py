"""What the column of an answer may be headed."""

from __future__ import annotations

import pytest

from analysis.intake.columns.headings import Claim, headings_of, name_of
from analysis.questionnaire.question import PartKey
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

QUESTIONNAIRE = survey(
    {
        "id": "region",
        "no": "A2",
        "ask": "사무소 소재지는 어디입니까?",
        "kind": "single",
        "options": REGIONS,
        "label": {"ko": "소재지", "en": "Location"},
    },
    {
        "id": "kind",
        "no": "A4",
        "ask": "조직유형은 무엇입니까?",
        "kind": "single",
        "options": {"sector": "부문", "other": {"ko": "기타", "en": "Other", "other": True}},
    },
    {
        "id": "staff",
        "no": "A8",
        "ask": "사무국 인력을 적어 주십시오.",
        "kind": "grid",
        "rows": {"full": "상근", "part": "비상근"},
        "columns": {"women": "여", "men": "남"},
        "answer": {"kind": "number"},
    },
    {
        "id": "channel",
        "no": "B5",
        "ask": "만족도는 어떻습니까?",
        "kind": "grid",
        "answer": {"kind": "scale", "scale": SATISFACTION},
        "rows": {
            "email": {"ko": "이메일(회의자료·회의록)", "header": "How satisfied: e-mail"},
            "homepage": "홈페이지",
        },
    },
    {
        "id": "roles",
        "no": "C3",
        "ask": "역할을 순서대로 골라 주십시오.",
        "kind": "ranking",
        "ranks": 2,
        "options": {"policy": "정책", "education": "교육"},
    },
    {
        "id": "programmes",
        "no": "C1",
        "ask": "사업을 평가해 주십시오.",
        "kind": "importance_performance",
        "rows": {"policy": "정책연대·제도개선"},
        "importance": SATISFACTION,
        "performance": SATISFACTION,
    },
    {
        "id": "help",
        "no": "A6",
        "ask": "다음 지원을 이용한 적이 있습니까?",
        "kind": "grid",
        "rows": {"advice": "경영 컨설팅(세무, 노무)", "funds": "정책자금·보증"},
        "columns": {
            "used": {"ko": "이용 여부", "header": "A6-1. 이용해 보셨습니까?"},
            "joy": {"ko": "만족도", "en": "Satisfaction"},
        },
        "answer": {"kind": "text"},
    },
    {
        "id": "sources",
        "no": "C2",
        "ask": "재원별 금액",
        "kind": "grid",
        "rows": {"state": "국비"},
        "columns": {"amount": "금액"},
        "answer": {"kind": "number"},
    },
    {
        "id": "tasks",
        "no": "A3",
        "ask": "과제를 평가해 주십시오.",
        "kind": "importance_performance",
        "rows": {"b2b": "조합 간 거래 플랫폼(B2B)"},
        "importance": SATISFACTION,
        "performance": SATISFACTION,
        "importance_header": "A3. 다음 과제가 얼마나 중요합니까?",
        "performance_header": "A3. 지난 3년간 성과는 어떠했습니까?",
    },
    {
        "id": "activities",
        "no": "B7",
        "ask": "참여한 활동",
        "kind": "multi",
        "options": {
            "meeting": "총회·회의",
            "lecture": "강좌 [초급]",
            "o7": "7",
            "other": {"ko": "기타", "other": True},
        },
    },
    {"id": "seven", "no": "B7-2", "ask": "따로 물은 것", "kind": "text"},
    {"id": "age", "no": "Z1", "ask": "나이", "kind": "number", "header": "socio3. Please select your age"},
)
HEADINGS = headings_of(QUESTIONNAIRE)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("A2", ("region", "", "")),
        ("A2.", ("region", "", "")),
        ("A2. 사무소 소재지는 어디입니까?", ("region", "", "")),
        ("A2 사무소 소재지는 어디입니까", ("region", "", "")),
        ("\ufeff  A2.\u00a0사무소 소재지는\n어디입니까?\u200b ", ("region", "", "")),
        ("Ａ２．　사무소 소재지는 어디입니까？", ("region", "", "")),
        ("사무소 소재지는 어디입니까?", ("region", "", "")),
        ("소재지", ("region", "", "")),
        ("A2. Location", ("region", "", "")),
        ("A8. 사무국 인력을 적어 주십시오. [상근 / 여]", ("staff", "full", "women")),
        ("A8 [비상근/남]", ("staff", "part", "men")),
        ("사무국 인력을 적어 주십시오. [여, 비상근]", ("staff", "part", "women")),
        ("B5. 만족도는 어떻습니까? [이메일(회의자료ㆍ회의록)]", ("channel", "email", "")),
        ("How satisfied: e-mail", ("channel", "email", "")),
        ("C3. 역할을 순서대로 골라 주십시오. [1순위]", ("roles", "", "1")),
        ("C3 [2순위]", ("roles", "", "2")),
        ("C1. 사업을 평가해 주십시오. [정책연대·제도개선 / 중요도]", ("programmes", "policy", "importance")),
        ("socio3. Please select your age", ("age", "", "")),
        # as web forms name the columns of a grid that is asked in several questions
        ("A8. 사무국 인력을 적어 주십시오. [상근] [여]", ("staff", "full", "women")),
        ("A8 [남][비상근]", ("staff", "part", "men")),
        ("A8. 여 [상근]", ("staff", "full", "women")),
        ("A8. 사무국 인력을 적어 주십시오. - 여 [상근]", ("staff", "full", "women")),
        ("A8. 사무국 인력을 적어 주십시오 (남) [비상근]", ("staff", "part", "men")),
        (
            "A6. 다음 지원을 이용한 적이 있습니까? [경영 컨설팅(세무, 노무) - 만족도]",
            ("help", "advice", "joy"),
        ),
        ("A6. 만족도 [정책자금·보증]", ("help", "funds", "joy")),
        ("A6-1. 이용해 보셨습니까? [경영 컨설팅(세무, 노무)]", ("help", "advice", "used")),
        ("A6. 이용 여부 [정책자금ㆍ보증]", ("help", "funds", "used")),
        ("C2. 재원별 금액 [국비]", ("sources", "state", "amount")),
        ("C2. 재원별 금액 [국비 - 금액]", ("sources", "state", "amount")),
        ("C1. 사업을 평가해 주십시오. - 중요도 [정책연대·제도개선]", ("programmes", "policy", "importance")),
        ("C1 수행도 [정책연대·제도개선]", ("programmes", "policy", "performance")),
        (
            "C1. 사업을 평가해 주십시오. [정책연대·제도개선] [Importance]",
            ("programmes", "policy", "importance"),
        ),
        ("A3. 다음 과제가 얼마나 중요합니까? [조합 간 거래 플랫폼(B2B)]", ("tasks", "b2b", "importance")),
        ("A3. 지난 3년간 성과는 어떠했습니까? [조합 간 거래 플랫폼(B2B)]", ("tasks", "b2b", "performance")),
        ("C3. 역할을 순서대로 골라 주십시오. (1순위)", ("roles", "", "1")),
        ("C3-2순위", ("roles", "", "2")),
        # ids, as tools write them that know no labels
        ("region", ("region", "", "")),
        ("office/region", ("region", "", "")),
        ("a.b.Region", ("region", "", "")),
        ("group/staff/full/women", ("staff", "full", "women")),
        ("channel/email", ("channel", "email", "")),
        ("B5. 만족도는 어떻습니까? - 홈페이지", ("channel", "homepage", "")),
    ],
)
def test_a_heading_finds_its_part(heading: str, part: tuple[str, str, str]) -> None:
    assert HEADINGS.part(heading) == PartKey(*part)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "A",
        "A22",
        "A8. 사무국 인력을 적어 주십시오.",
        "A8 [상근]",
        "A8. 여",
        "A6 [정책자금·보증]",
        "A8. 여 [상근] [남]",
        "C1. 중요도",
        "C3 [3순위]",
        "A2 [서울]",
        "소재",
        "비고",
    ],
)
def test_what_is_not_exactly_a_heading_finds_nothing(heading: str) -> None:
    assert HEADINGS.part(heading) is None


ACTIVITIES = PartKey("activities")


@pytest.mark.parametrize(
    ("heading", "claim"),
    [
        ("B7 [총회·회의]", Claim(ACTIVITIES, "meeting")),
        ("B7. 참여한 활동 - 총회ㆍ회의", Claim(ACTIVITIES, "meeting")),
        ("참여한 활동/총회·회의", Claim(ACTIVITIES, "meeting")),
        ("B7. 참여한 활동: 강좌 [초급]", Claim(ACTIVITIES, "lecture")),
        ("group/activities/other", Claim(ACTIVITIES, "other")),
        ("activities [총회·회의]", Claim(ACTIVITIES, "meeting")),
        ("B7_1", Claim(ACTIVITIES, slot=1)),
        ("참여한 활동 3", Claim(ACTIVITIES, slot=3)),
        ("B7 [두 번째]", Claim(ACTIVITIES, slot=2)),
        ("B7 [7]", Claim(ACTIVITIES, "o7")),
        ("C3 [정책]", Claim(PartKey("roles"), "policy")),
    ],
)
def test_a_heading_finds_an_option_or_a_choice(heading: str, claim: Claim) -> None:
    assert HEADINGS.claim(heading) == claim
    assert HEADINGS.part(heading) is None


@pytest.mark.parametrize(
    "heading",
    [
        "B7 1",
        "B7_2",
        "B7 [회의]",
        "B7 [총회·회의] [1]",
        "총회·회의",
        "activities_1x",
        "water/1",
        "B7/x/y",
        "B7-1",
        "B7.1",
    ],
)
def test_what_is_not_exactly_an_option_is_none(heading: str) -> None:
    """B7_2 may be B7-2, and B7-1 a question that is no longer asked."""
    assert HEADINGS.claim(heading) is None


@pytest.mark.parametrize(
    "heading",
    [
        "A4. 기타(직접 기재)",
        "A4. 조직유형은 무엇입니까? [기타(구체적으로 명시)]",
        "A4. 조직유형은 무엇입니까? - 기타 - Text",
        "group/kind_other",
        "A4 기타",
        "A4. 조직유형은 무엇입니까? [기타]",
        "A4. 기타 내용",
        "A4. Other (please specify)",
    ],
)
def test_the_column_for_own_words_is_known(heading: str) -> None:
    assert HEADINGS.companion(heading) == "kind"


@pytest.mark.parametrize("heading", ["기타(직접 기재)", "A2. 기타", "A40. 기타", "A4"])
def test_a_column_that_does_not_say_whose_words_it_holds_is_nobody_s(heading: str) -> None:
    assert HEADINGS.companion(heading) is None


def test_wordings_that_two_questions_share_name_neither() -> None:
    headings = headings_of(
        survey({"id": "one", "ask": "의견", "kind": "open"}, {"id": "two", "ask": "의견", "kind": "open"})
    )
    assert headings.part("의견") is None
    assert headings.part("Q2. 의견") == PartKey("two")


@pytest.mark.parametrize(
    "part", list(QUESTIONNAIRE.parts()), ids=lambda part: f"{part.question}.{part.row}.{part.column}"
)
def test_the_name_of_a_part_is_a_heading_that_finds_it(part) -> None:
    key = part.key
    assert HEADINGS.part(name_of(QUESTIONNAIRE, key)) == key


@pytest.mark.parametrize(
    "heading",
    ["B7 " + "[x]" * 10_000, "B7" + "/x" * 15_000, "a" + ".a" * 15_000 + "!", "A4" + " " * 30_000 + "x"],
)
def test_a_heading_without_end_is_no_heading(heading: str) -> None:
    assert HEADINGS.claim(heading) is None
    assert HEADINGS.companion(heading) is None


def test_an_option_of_a_question_goes_before_a_question_in_a_group() -> None:
    headings = headings_of(
        survey(
            {"id": "reasons", "no": "S6", "kind": "multi", "options": {"members": "조합원", "funds": "자금"}},
            {"id": "members", "no": "S8", "kind": "number"},
        )
    )
    assert headings.claim("reasons/members") == Claim(PartKey("reasons"), "members")
    assert headings.claim("group/reasons/members") == Claim(PartKey("reasons"), "members")
    assert headings.claim("group/members") == Claim(PartKey("members"))


def test_a_sign_that_an_encoding_lacked_is_known_by_all_the_rest() -> None:
    """Excel's CSV (CP949) holds "?" for "—"."""
    headings = headings_of(
        survey(
            {"id": "aims", "no": "A7-1", "ask": "목적 — 하나만", "kind": "text"},
            {"id": "means", "no": "A7-2", "ask": "수단 — 모두", "kind": "grid", "rows": {"a": "회비"},
             "answer": {"kind": "number"}},
        )
    )  # fmt: skip
    assert headings.claim("A7-1. 목적 ? 하나만") == Claim(PartKey("aims"))
    assert headings.claim("A7-2. 수단 ? 모두 [회비]") == Claim(PartKey("means", "a"))
    assert [
        headings.claim(text) for text in ("A7-?. 목적 ? 하나만", "A7-1. 목? ? 하나만", "A7-1. 목적 ?? 하나만")
    ] == [None] * 3
