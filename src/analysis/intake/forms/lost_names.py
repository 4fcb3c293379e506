"""Forms whose cells have lost their names, as where everything was copied into a new file."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.form.code import read_code
from analysis.form.plan import plan_of
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import AnswerFile
from analysis.language import LANGUAGES
from analysis.language.text import match_key
from analysis.questionnaire.questionnaire import Questionnaire

_ENOUGH = 3  # sentences that only a form has
_MOST = 20_000  # different cells of a column; a form has a few hundred


def refuse_lost_names(answers: AnswerFile, questionnaire: Questionnaire) -> None:
    """Raise IntakeError for what is printed like a form, and was read as no form for want of the names of its cells.

    The answers cannot be told from what stands around them without a doubt, so they are not looked for.
    """
    texts = set(_texts(answers))
    if not any(read_code(text) for text in texts):
        keys = set(map(match_key, texts))
        if not any(len(_of_a_form(questionnaire, language) & keys) >= _ENOUGH for language in LANGUAGES):
            return
    raise IntakeError(
        f"{answers.file}: 서식의 내용을 다른 파일에 옮겨 붙인 것이라 답이 어느 칸에 있는지 알 수 없습니다. 보내 드린 서식 파일에 바로 적어 그 "
        "파일을 보내 달라고 해 주십시오.",
        f"{answers.file}: the content of a form was pasted into another file, so it is not known which cell holds which "
        "answer. Ask for the form's own file, filled in.",
    )


def _texts(answers: AnswerFile) -> Iterator[str]:
    for sheet in answers.sheets:
        for column in sheet.columns:
            if len(column.texts) <= _MOST:
                yield from column.texts.to_pylist()


def _of_a_form(questionnaire: Questionnaire, language: str) -> set[str]:
    """What a form says on how to answer, which no table of answers does."""
    plan = plan_of(questionnaire, language)
    said = (*plan.how_to, *plan.privacy, *(hint for block in plan.blocks for hint in block.hints))
    return set(map(match_key, said))
