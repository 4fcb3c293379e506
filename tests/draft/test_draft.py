"""A file of answers becomes a questionnaire that fits it: drafted whole, loaded again, and tried out on the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.draft import Draft, DraftError
from analysis.errors import DureError
from analysis.questionnaire import load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.tried_draft import tried_draft
from tests.draft.made import draft, keys, only, table
from tests.intake.files import workbook

SATISFIED = ["매우 만족", "만족", "보통", "불만족", "만족"]
MONTHS = ["2024. 3. 2 오후 1:02:03", "2024. 4. 9 오전 9:00:00"]


def test_a_form_of_google_is_drafted_whole(tmp_path: Path) -> None:
    made = draft(
        tmp_path,
        {
            "타임스탬프": MONTHS,
            "거주 지역": ["서울", "부산", "대구", "서울"],
            "활동을 모두 골라 주세요": ["총회, 강좌", "총회", "강좌", "강좌, 모임", "모임"],
            "얼마나 만족하십니까? [매장]": SATISFIED,
            "얼마나 만족하십니까? [배달]": [*SATISFIED, "이용 안 함", "불만족"],
            "휴대폰 번호": [f"010-1234-{at:04}" for at in range(60)],
            "바라는 점을 자유롭게 적어 주세요": [
                "",
                "회의 자료를 한 주 전에 보내 주십시오",
                "더 자주 만났으면 좋겠습니다",
            ],
        },
    )
    questionnaire = made.questionnaire
    kinds = [question.kind for question in questionnaire.questions]
    assert kinds == ["single", "multi", "grid", "text", "open"]
    assert questionnaire.ignore_columns == ("타임스탬프",)
    assert questionnaire.field_period and questionnaire.field_period.start.isoformat() == "2024-03-02"
    grid = questionnaire.questions[2]
    assert [row.ko for row in grid.rows] == ["매장", "배달"]
    assert grid.answer.not_applicable.ko == "이용 안 함"
    assert questionnaire.questions[3].pii == ("phone",)
    assert (made.file, made.rows) == ("answers.csv", 60)


def test_a_grid_whose_columns_are_asked_apart_judges_importance_and_performance(tmp_path: Path) -> None:
    weight, done = ["매우 중요함", "중요함", "보통"], ["매우 미흡", "미흡", "보통", "양호"]
    columns = {
        f"A3. 과제 - {side} [{row}]": texts
        for row in ("법", "돈")
        for side, texts in (("중요도", weight), ("성과", done))
    }
    question = only(draft(tmp_path, columns, 40))
    assert (question.kind, question.no, question.ask.ko) == ("importance_performance", "A3", "과제")
    assert question.performance_label.ko == "성과" and question.performance.good == "high"


@pytest.mark.parametrize("sign", [" / ", " - "])
def test_rows_and_columns_in_one_bracket_are_told_apart(sign: str, tmp_path: Path) -> None:
    columns = {
        f"A8. 인력 [{row}{sign}{column}]": ["1", "2", "30"]
        for row in ("상근", "비상근")
        for column in ("여", "남")
    }
    question = only(draft(tmp_path, columns))
    assert [row.ko for row in question.rows] == ["상근", "비상근"]
    assert [column.ko for column in question.columns] == ["여", "남"]


def test_ranks_are_a_ranking_however_they_stand(tmp_path: Path) -> None:
    by_rank = {"C3. 역할 [1순위]": ["교육", "판로", "홍보"], "C3. 역할 [2순위]": ["판로", "홍보", "기타: 섬"]}
    question = only(draft(tmp_path, by_rank, 12))
    assert (question.kind, question.ranks) == ("ranking", 2)
    assert [option.ko for option in question.options if option.other] == ["기타"]
    by_option = {
        "역할 [교육]": ["1", "2", "3"],
        "역할 [판로]": ["2", "3", "1"],
        "역할 [홍보]": ["3", "1", "2"],
    }
    assert (only(draft(tmp_path, by_option, 12)).kind, only(draft(tmp_path, by_option, 12)).ranks) == (
        "ranking",
        3,
    )


def test_shares_of_a_hundred_are_an_allocation(tmp_path: Path) -> None:
    columns = {
        "수입 [회비]": ["30", "50", "20"],
        "수입 [사업]": ["60", "50", "70"],
        "수입 [기타]": ["10", "0", "10"],
    }
    question = only(draft(tmp_path, columns, 9))
    assert (question.kind, question.total, question.tolerance) == ("allocation", 100, 0)


@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("○", ""), ("TRUE", "FALSE"), ("선택", "")])
def test_a_column_for_every_option_is_one_question(yes: str, no: str, tmp_path: Path) -> None:
    columns = {
        "활동 [총회]": [yes, no, yes],
        "활동 [강좌]": [no, yes, yes],
        "활동 [기타]": [no, no, "마을 잔치"],
    }
    question = only(draft(tmp_path, columns, 12))
    assert (question.kind, [option.ko for option in question.options]) == ("multi", ["총회", "강좌", "기타"])
    assert question.options[2].other


def test_yes_and_no_in_words_are_asked_of_every_row(tmp_path: Path) -> None:
    columns = {"이용한 적 [상담]": ["예", "아니오"], "이용한 적 [교육]": ["아니오", "예", "예"]}
    question = only(draft(tmp_path, columns, 12))
    assert (question.kind, question.answer.kind) == ("grid", "single")
    assert [option.id for option in question.answer.options] == ["yes", "no"]


def test_what_is_written_under_other_belongs_to_its_question(tmp_path: Path) -> None:
    columns = {
        "A4. 유형": ["협의체", "연합회", "기타", "협의체"],
        "A4. 기타(직접 기재)": ["", "", "모임", ""],
    }
    question = only(draft(tmp_path, columns, 12))
    assert [option.ko for option in question.options if option.other] == ["기타"]


def test_sections_over_columns_are_no_grid(tmp_path: Path) -> None:
    """Two rows of heading: a group that has one question in it, and one that has a few of different kinds."""
    rows = [
        ["", "이름", "일반", ""],
        ["번호", "", "지역", "인원"],
        *([n, f"두레{n}", "서울", n + 7] for n in range(1, 12)),
    ]
    made = tried_draft(workbook(tmp_path / "a.xlsx", rows), "s", 2024)
    assert made.questionnaire.heading_rows == 2
    assert [question.ask.ko for question in made.questionnaire.questions][1:] == [
        "일반 [지역]",
        "일반 [인원]",
    ]


def test_a_scale_of_few_answers_is_that_of_the_other_questions(tmp_path: Path) -> None:
    columns = {
        "회의": ["Never", "Sometimes", "Often", "Very often", "Always"],
        "방문": ["Never", "Often", "Sometimes", "Often", "Never"],
    }
    meeting, visit = draft(tmp_path, columns, 30).questionnaire.questions
    assert visit.scale == meeting.scale


def test_broken_off_responses_are_told_and_counted(tmp_path: Path) -> None:
    made = draft(tmp_path, {"Status": ["Complete", "Partial"], "지역": ["서울", "부산"]}, 20)
    sessions = made.questionnaire.sessions
    assert sessions and (sessions.complete, sessions.partial) == (("complete",), "counted")
    assert "sessions" in keys(made)


@pytest.mark.parametrize(
    ("heading", "texts", "why"),
    [
        ("가중치", ["0.8", "1.25", "1.1"], "ignored_weight"),
        ("연번", [str(at) for at in range(12)], "ignored_ids"),
        ("", ["1", "2"], "ignored_unnamed"),
        ("지역 ", ["서울", "부산"], "ignored_same_heading"),
    ],
)
def test_columns_that_are_no_answers_are_ignored_and_named(
    heading: str, texts: list[str], why: str, tmp_path: Path
) -> None:
    columns = {"지역": ["서울", "부산"], "나이": ["20대", "30대"], heading: texts}
    made = draft(tmp_path, columns, 12)
    assert why in keys(made) and heading.strip() in made.questionnaire.ignore_columns


def test_words_for_no_answer_are_no_options(tmp_path: Path) -> None:
    made = draft(tmp_path, {"지역": ["서울", "무응답", "부산"], "회비": ["완납", "응답거절", "미납"]}, 12)
    assert made.questionnaire.missing == {"무응답": "no_answer", "응답거절": "refused"}
    assert [option.ko for option in made.questionnaire.questions[1].options] == ["완납", "미납"]


def test_every_guess_stands_as_a_comment_at_its_place_and_is_counted(tmp_path: Path) -> None:
    made = draft(tmp_path, {"만족도": SATISFIED, "출자금": ["300", "1200", "70"]}, 20)
    text = made.text()
    assert text.count("확인: ") == len(made.notes)
    assert "추측입니다" in text and f"{len(made.notes)}군데" in text
    assert "    # 확인: 금액의 단위를 알 수 없어" in text.split("unit: 원")[0].splitlines()[-2]
    assert "# confirm: " in made.text("en")


def test_what_is_certain_bears_no_comment(tmp_path: Path) -> None:
    assert (
        keys(draft(tmp_path, {"지역": ["서울", "부산"], "가입일": ["2016-04-05", "2017-01-02"]}, 20)) == set()
    )


def test_answers_that_the_draft_cannot_read_are_said_at_their_question(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", {"몇 명입니까?": [*(str(at) for at in range(20)), "여럿"]})
    (note,) = [note for note in tried_draft(path).notes if note.key == "unread"]
    assert note.words == {"count": 1, "examples": "'여럿'"}


def test_a_file_without_questions_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="첫 줄에 문항 제목"):
        draft(tmp_path, {"타임스탬프": MONTHS, "연번": ["1", "2", "3"]}, 3)


def test_a_form_on_its_side_is_refused(tmp_path: Path) -> None:
    questions = [f"{number}. 무엇입니까?" for number in range(1, 9)]
    with pytest.raises(DureError, match="옆으로 누워"):
        draft(tmp_path, {"문항": questions, "답": ["예"]})


def test_very_many_options_leave_a_questionnaire_that_can_be_read(tmp_path: Path) -> None:
    columns = {f"문항 {at}": [f"보기 {at} {option}" for option in range(70)] for at in range(220)}
    made = draft(tmp_path, columns, 210)
    assert "too_many_options" in keys(made)
    assert len(made.text().encode()) < 1_000_000


HEADINGS = st.sampled_from(
    "Q1|Q2. 만족도|Q2|질문 [행]|질문 [열]|질문 [1순위]|질문 [2순위]|질문 - 중요도 [가]|질문 - 성과 [가]|질문 - 중요도 [나]|"
    "질문 - 성과 [나]|기타|Q1. 기타(직접 기재)|a: b|- x|# c||?|yes|번호|Status|가중치|이름|타임스탬프|질문|질문 |a/b|a/c|a|[x]|"
    "{a}|'q'|A3_1|A3-1|인력 [상근 / 여]|인력 [상근 / 남]|인력 [비 / 여]|인력 [비 / 남]|and|null|~|1|2) 둘|금액(천원)|비율(%)".split("|")
) | st.text(max_size=30)  # fmt: skip
POOLS = st.sampled_from(
    [
        ["만족", "보통", "불만족", "매우 만족", "모름"], ["예", "아니오"], ["1", "2", "3", "9"], ["가, 나", "가", "나, 다"],
        ["기타: 섬", "서울", "기타"], ["3명", "약 5명", "10", "-"], ["2016-01-02", "2016. 3.", "미정"], ["1", "0"],
        ["a@b.kr", "010-1234-5678"], ["○", ""], ["50", "30", "20"], ["", "N/A", "무응답"], ["3.1", "3.10", "3.9, 3.10"],
        ["①", "②", "가"], ["- z", "a: b", "# y", "[x]", "yes", "null", "~"], ["1억 2천만원", "300"],
    ]
) | st.lists(st.text(max_size=12), min_size=1, max_size=4)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(columns=st.lists(st.tuples(HEADINGS, POOLS), min_size=1, max_size=8), rows=st.integers(1, 12))
def test_whatever_is_drafted_loads_and_reads_its_own_file(
    columns: list[tuple[str, list[str]]], rows: int, tmp_path: Path
) -> None:
    cells = [[heading, *(pool[at % len(pool)] for at in range(rows))] for heading, pool in columns]
    path = workbook(tmp_path / "a.xlsx", [list(row) for row in zip(*cells, strict=True)])
    try:
        made = tried_draft(path, "s", 2024)
    except DureError:
        return  # there was nothing to ask, and it was said
    assert_fits(made, path)


def assert_fits(made: Draft, path: Path) -> None:
    """The draft is its file's, as it is loaded; every column finds its question; what cannot be read is said."""
    file = path.with_suffix(".yml")
    file.write_text(made.text(), encoding="utf-8")
    loaded = load_questionnaire(file)
    assert loaded == made.questionnaire
    said = {note.place[1] for note in made.notes if note.key == "unread"}
    ids = {question.no: question.id for question in loaded.questions}
    for finding in build_responses(loaded, [path]).findings:
        assert finding.rule not in (
            "unmatched_column",
            "unmatched_column_near",
            "unnamed_column",
            "not_in_file",
        )
        assert (
            finding.severity != "error"
            or not finding.question
            or not finding.value
            or ids[finding.question] in said
        )
