"""Own words beside an answer that was put right: they stay where 기타 is chosen, and nobody is asked about them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.corrections import Correction
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.form.typed import typed_workbook
from tests.responses.answers_file import column, finding, rules
from tests.tables.small_survey import survey

OTHER = {"ko": "기타", "other": True}
ASKED = survey(
    {"id": "kind", "kind": "single", "options": {"coop": "협동조합", "other": OTHER}},
    {"id": "way", "kind": "multi", "options": {"mail": "우편", "other": OTHER}},
    {
        "id": "work", "kind": "grid", "rows": {"own": "자체", "joint": "공동"},
        "columns": {
            "times": {"ko": "횟수", "answer": {"kind": "number"}},
            "how": {"ko": "방법", "answer": {"kind": "single", "options": {"visit": "방문", "other": OTHER}}},
        },
    },
)  # fmt: skip
SAID = {"why": "전화로 확인", "who": "김두레", "date": "2016-08-01", "place": ("c.csv", "A2")}


def read(folder: Path, typed: dict[str, str], **correction: str) -> Responses:
    path = typed_workbook(folder / "입력.xlsx", ASKED, [{"no": "1", **typed}])
    lines = [Correction(**correction, **SAID)] if correction else []
    return build_responses(ASKED, [path], corrections=lines)


KIND = {"kind": "기타", "kind__own_words": "마을기업"}
ALONE = {"kind": "협동조합", "kind__own_words": "마을기업"}


def said(responses: Responses, *part: str) -> tuple[str, str]:
    return column(responses, "code", *part)[0], column(responses, "text", *part)[0]


def test_who_turns_out_to_have_meant_an_option_has_no_own_words(tmp_path: Path) -> None:
    assert said(read(tmp_path, KIND), "kind") == ("other", "마을기업")
    responses = read(tmp_path, KIND, respondent="no-1", question="Q1", old="기타", new="협동조합")
    assert said(responses, "kind") == ("coop", "")
    assert "write_in_alone" not in rules(responses)


@pytest.mark.parametrize(("new", "text"), [("기타", "마을기업"), ("기타: 사회적기업", "사회적기업")])
def test_who_meant_other_keeps_the_words_unless_the_list_has_better(
    tmp_path: Path, new: str, text: str
) -> None:
    assert finding(read(tmp_path, ALONE), "write_in_alone").value == "마을기업"
    responses = read(tmp_path, ALONE, respondent="no-1", question="Q1", old="협동조합", new=new)
    assert said(responses, "kind") == ("other", text)
    assert "write_in_alone" not in rules(responses)


def test_a_line_that_confirms_the_option_settles_it(tmp_path: Path) -> None:
    responses = read(tmp_path, ALONE, respondent="no-1", question="Q1", old="협동조합", new="협동조합")
    assert said(responses, "kind") == ("coop", "")
    assert "write_in_alone" not in rules(responses)


def test_it_makes_no_difference_whether_the_line_names_the_answer_or_its_cell(tmp_path: Path) -> None:
    responses = read(tmp_path, KIND, file="입력.xlsx", cell="C4", old="기타", new="협동조합")
    assert said(responses, "kind") == ("coop", "")
    assert "write_in_alone" not in rules(responses)


def test_of_several_options_too(tmp_path: Path) -> None:
    typed = {"way__other": "○", "way__own_words": "전화"}
    responses = read(tmp_path, typed, respondent="no-1", question="Q2", old="기타", new="우편")
    assert said(responses, "way") == ("mail", "")
    assert "write_in_alone" not in rules(responses)


def test_the_words_of_a_table_stay_with_the_row_that_still_needs_them(tmp_path: Path) -> None:
    typed = {"work__own__how": "기타", "work__joint__how": "기타", "work__own_words": "화상"}
    line = {"respondent": "no-1", "question": "Q3 [자체 / 방법]", "old": "기타", "new": "방문"}
    responses = read(tmp_path, typed, **line)
    assert said(responses, "work", "own", "how") == ("visit", "")
    assert said(responses, "work", "joint", "how") == ("other", "화상")


def test_the_words_of_a_table_are_still_asked_about_where_another_cell_was_corrected(tmp_path: Path) -> None:
    typed = {"work__own__times": "3", "work__own__how": "방문", "work__own_words": "화상"}
    line = {"respondent": "no-1", "question": "Q3 [자체 / 횟수]", "old": "3", "new": "4"}
    assert finding(read(tmp_path, typed, **line), "write_in_alone").value == "화상"
