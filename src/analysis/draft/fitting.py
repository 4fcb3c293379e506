"""Questions are made of columns, held against the file, and made anew until every column finds its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.draft.errors import DraftError
from analysis.draft.fit import fit
from analysis.draft.notes import Note
from analysis.draft.plan import Named, Plan, mended, named
from analysis.intake.sheet import Sheet
from analysis.questionnaire.answer import Written
from analysis.questionnaire.questionnaire import Questionnaire

_ROUNDS = 6
_MOST_OPTIONS = (
    15_000  # of all questions together: what a file of a questionnaire may hold is bounded (source.py)
)


class Fitted(NamedTuple):
    """lost: headings of columns that no question can be given, whatever is declared"""

    questionnaire: Questionnaire
    made: tuple[Named, ...]
    lost: tuple[str, ...]


def fitted(
    sheet: Sheet,
    as_read: Sheet,
    plans: Sequence[Plan],
    whole: Callable[[Sequence[Named], Sequence[str]], Questionnaire],
) -> Fitted:
    """The questionnaire of the plans, all of whose questions find their columns.

    as_read  the sheet before its heading was put together, for what heads a column depends on the questions too
    whole    a questionnaire of questions, and of headings that it has to ignore

    Raises DraftError where there is nothing to ask.
    """
    lost: list[str] = []
    made = named(_bounded(plans))
    for _ in range(_ROUNDS):
        questionnaire = whole(made, lost)
        wrong, astray = fit(as_read, questionnaire, {one.question.id: one.plan.columns for one in made})
        if not (wrong or astray) or not made:
            break
        lost += astray
        again = [
            (one, mended(sheet, one.plan)) if one.question.id in wrong else (one, [one.plan]) for one in made
        ]
        lost += [one.plan.group.base for one, plans in again if not plans]
        made = named([plan for _, plans in again for plan in plans])
    else:
        lost += [
            item.column.heading for one in made if one.question.id in wrong for item in one.plan.group.items
        ]
        made = named([one.plan for one in made if one.question.id not in wrong])
        questionnaire = whole(made, lost)
    if not made:
        raise DraftError(
            f"{sheet.place}: 문항으로 볼 열이 없습니다. 첫 줄에 문항 제목이, 그 아래에 응답이 있어야 합니다.",
            f"{sheet.place}: no column can be a question. The first row must hold the questions, the rows below it "
            "the answers.",
        )
    return Fitted(questionnaire, tuple(made), tuple(lost))


def _bounded(plans: Sequence[Plan]) -> list[Plan]:
    """The plans, those with most options as words where all together have too many."""
    bounded = list(plans)
    sizes = [len(plan.fields.fields.get("options", ())) for plan in plans]
    while sum(sizes) > _MOST_OPTIONS:
        most = sizes.index(max(sizes))
        fields = bounded[most].fields
        words = dict(Written(kind="text")) | {
            name: fields.fields[name] for name in ("missing",) if name in fields.fields
        }
        bounded[most] = replace(
            bounded[most], fields=replace(fields, fields=words, notes=(Note(("kind",), "too_many_options"),))
        )
        sizes[most] = 0
    return bounded
