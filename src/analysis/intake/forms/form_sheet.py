"""A form that came back becomes what a file of answers is: a sheet of one row, matched with the questionnaire."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from analysis.form.code import code_of, digest
from analysis.form.fields import Field, fields_of
from analysis.intake.columns.matching import Matching
from analysis.intake.columns.of_fields import match_fields
from analysis.intake.forms.copies import Differing, settle_copies
from analysis.intake.forms.facts import FormFacts
from analysis.intake.forms.other_form import refuse_other_form
from analysis.intake.forms.returned import FormCell, ReturnedForm
from analysis.intake.sheet import Sheet, SheetColumn
from analysis.questionnaire.questionnaire import Questionnaire


@dataclass(frozen=True)
class FormSheet:
    """matching   the answers, in the order of the questionnaire
    current    whether the form has the cells that the questionnaire would give it now; None where it does not say
    lost       cells of it that were deleted with their row or sheet
    strange    cells of a form that the questionnaire has no question for
    differing  what was answered on two copies of a sheet, and differently
    copied     the sheets that are copies
    merged     cells that were made one with a cell before them
    concealed  filled cells that stand on a hidden sheet and nowhere else
    """

    matching: Matching
    current: bool | None
    lost: tuple[Field, ...] = ()
    strange: tuple[FormCell, ...] = ()
    differing: tuple[Differing, ...] = ()
    copied: tuple[str, ...] = ()
    merged: tuple[Field, ...] = ()
    concealed: tuple[Field, ...] = ()


def sheet_of_form(form: ReturnedForm, questionnaire: Questionnaire) -> FormSheet:
    """What the form answers.

    Raises IntakeError for the form of another survey or year, and for one of whose cells none is left.
    """
    fields = fields_of(questionnaire)
    refuse_other_form(form, questionnaire, fields)
    settled = settle_copies(fields, form.cells, form.code.sent if form.code else "")
    cells = settled.cells
    present = [field for field in fields if field.name in cells]
    known = {field.name for field in fields}
    current = form.code and form.code.version == code_of(questionnaire).version
    facts = FormFacts(
        form.code.organisation if form.code else "",
        _believed(form.saved, questionnaire),
        form.content,
        form.code is not None
        and not settled.differing
        and _filled(form, cells) == form.code.sent
        and not _answers_all(questionnaire, present, cells),
    )
    return FormSheet(
        _matching(form.file, present, cells, questionnaire, facts),
        current,
        tuple(field for field in fields if field.name not in cells and (current or field.name in form.lost)),
        tuple(cell for cell in form.cells if cell.name not in known and cell.filled),
        settled.differing,
        settled.copied,
        tuple(field for field in present if cells[field.name].covered and not cells[field.name].filled),
        tuple(field for field in present if cells[field.name].hidden and cells[field.name].filled),
    )


def _believed(saved: dt.datetime | None, questionnaire: Questionnaire) -> dt.datetime | None:
    """When it was saved; None for a time when nobody can have had the form. A clock that is years off tells nothing,
    nor does the stamp of 2000 that forms are made with, which some programs leave in them."""
    period = questionnaire.field_period
    first, last = (period.start.year, period.end.year) if period else (questionnaire.year,) * 2
    return saved if saved and first - 1 <= saved.year <= last + 1 else None


def _answers_all(
    questionnaire: Questionnaire, present: Sequence[Field], cells: Mapping[str, FormCell]
) -> bool:
    """Whether every question that all are asked has an answer. Sent with all of them, a form that comes back as it was
    says that they are right; with only some, that nobody went on to the rest."""
    answered = {field.part.question for field in present if cells[field.name].filled}
    return all(question.id in answered or question.ask_if for question in questionnaire.questions)


def _filled(form: ReturnedForm, cells: Mapping[str, FormCell]) -> str:
    """The digest of what stands on the form now."""
    return digest(
        {cell.name: cell.cell.text for cell in form.cells} | {n: c.cell.text for n, c in cells.items()}
    )


def _matching(
    file: str,
    present: Sequence[Field],
    cells: Mapping[str, FormCell],
    questionnaire: Questionnaire,
    facts: FormFacts,
) -> Matching:
    sheet = Sheet(
        file,
        "",
        np.array([0, 1], np.int32),
        tuple(_column(cells[field.name]) for field in present),
        places=tuple(cells[field.name].place for field in present),
    )
    places = {field.name: at for at, field in enumerate(present)}
    return match_fields(sheet, places, questionnaire, form=facts)


def _column(cell: FormCell) -> SheetColumn:
    """Its name over the cell."""
    text, value = cell.cell
    return SheetColumn(
        np.array([0, 1], np.int32), pa.array([cell.name, text], pa.string()), (cell.name, value)
    )
