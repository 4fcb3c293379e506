"""Any answers, written into a form, come back from it as they were given: from a workbook, from a Hangul document, and
from what LibreOffice makes of the workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from analysis.fieldwork.written import texts_of
from analysis.form.code import code_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.questionnaire.question import Part, PartKey
from analysis.responses.build import build_responses
from analysis.responses.reading import Reading
from tests.libreoffice import LibreOffice
from tests.responses.test_round_trip import LETTERS, PARTS, QUESTIONNAIRE, respondents, told
from tests.returned_forms.sent import replaced
from tests.tables.small_survey import survey

PLAN = plan_of(QUESTIONNAIRE)
FEW = 2  # forms for LibreOffice, which takes a second for each
Texts = dict[str, str]
BLANK = code_of(QUESTIONNAIRE)


def workbook(texts: Texts) -> bytes:
    """The form as somebody filled it in who was sent a blank one."""
    return replaced(write_form(PLAN, texts), str(code_of(QUESTIONNAIRE, filled=texts)), str(BLANK))


WRITERS: dict[str, Callable[[Texts], bytes]] = {
    "xlsx": workbook,
    "hwpx": lambda texts: write_hangul_form(PLAN, BLANK, texts),
}


def reading(part: Part, answer: Any) -> Reading:
    match part.answer.kind:
        case "number" | "money":
            return Reading(number=float(answer), qualifier="exact")
        case "date":
            return Reading(start=answer, end=answer, precision="day", qualifier="exact")
        case "text" | "open":
            return Reading(text=answer)
        case "scale":
            return Reading(code=answer, number=float(answer))
    return Reading(code=answer)


def texts(answers: list[Any]) -> Texts:
    """What stands in the cells of one respondent's form."""
    given: dict[PartKey, Reading] = {
        part.key: reading(part, answer)
        for part, answer in zip(PARTS, answers, strict=True)
        if answer is not None
    }
    return texts_of(QUESTIONNAIRE, given)


def thought_up() -> list[list[list[Any]]]:
    """The answers of some respondents, a few times: hypothesis thinks them up."""
    found: list[list[list[Any]]] = []

    @given(respondents(LETTERS))
    @settings(max_examples=3, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def think_up(answers: list[list[Any]]) -> None:
        found.append(answers)

    think_up()
    return found


def forms(kind: str, folder: Path, answers: list[list[Any]]) -> list[Path]:
    """A filled form for each respondent."""
    folder.mkdir()
    paths = [folder / f"{number}.{kind}" for number in range(len(answers))]
    for path, one in zip(paths, answers, strict=True):
        path.write_bytes(WRITERS[kind](texts(one)))
    return paths


@pytest.mark.parametrize("kind", WRITERS)
def test_answers_read_back_as_they_were_given(kind: str, tmp_path: Path) -> None:
    for number, answers in enumerate(thought_up()):
        assert told(build_responses(QUESTIONNAIRE, forms(kind, tmp_path / str(number), answers))) == answers


def test_they_do_after_libreoffice_opened_and_saved_the_form(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    *_, answers = thought_up()
    answers = answers[:FEW]
    paths = forms("xlsx", tmp_path / "filled", answers)
    for kind in ("xlsx", "ods"):
        saved = libreoffice.convert(paths, kind, tmp_path / "saved")
        assert told(build_responses(QUESTIONNAIRE, saved)) == answers


def test_own_words_that_nobody_chose_an_option_for_stand_with_the_first_answer_that_takes_them(
    tmp_path: Path,
) -> None:
    how = {"kind": "single", "options": {"visit": "방문", "other": {"ko": "기타", "other": True}}}
    columns = {"times": {"ko": "횟수", "answer": {"kind": "number"}}, "how": {"ko": "방법", "answer": how}}
    asked = survey({"id": "met", "kind": "grid", "rows": {"x": "가"}, "columns": columns})
    cells = {"dure__met__x__times": "11", "dure__met__x__how": "방문", "dure__met__own_words": "화상"}
    content = write_form(plan_of(asked), cells)
    path = tmp_path / "form.xlsx"
    path.write_bytes(replaced(content, str(code_of(asked, filled=cells)), str(code_of(asked))))
    answers = {key: column.at(0) for key, column in build_responses(asked, [path]).answers.items()}
    assert answers[PartKey("met", "x", "times")].text == ""
    assert answers[PartKey("met", "x", "how")].text == "화상"
    assert texts_of(asked, answers) == cells
