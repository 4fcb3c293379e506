"""The lists beside the notes: who is asked, who has not answered, and a list of corrections to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.fieldwork.ask.beside import answered_beside
from analysis.fieldwork.ask.note import Note
from analysis.intake.columns.headings import inner_of
from analysis.intake.corrections import COLUMNS, HEADING
from analysis.intake.personal import masked
from analysis.intake.register import Organisation, Register
from analysis.language import message
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing

_NOTES = ("organisation", "contact", "email", "phone", "asked", "left", "file")
_SILENT = ("organisation", "short", "contact", "email", "phone", "state")


@dataclass(frozen=True)
class Silent:
    """An organisation that the survey went to and that no response counts of; state: none, empty, beside, not_counted."""

    organisation: Organisation
    state: str


def silent(responses: Responses, register: Register) -> list[Silent]:
    """The organisations of the frame without a response that counts, in the order of the register."""
    standings: dict[str, set[int]] = {}
    for name, standing in zip(
        responses.origin.respondent.to_pylist(), responses.origin.standing.tolist(), strict=True
    ):
        standings.setdefault(name, set()).add(standing)
    beside = answered_beside(responses)
    return [
        Silent(
            organisation,
            "beside" if organisation.id in beside else _state(standings.get(organisation.id, set())),
        )
        for organisation in register.frame(responses.questionnaire.survey)
        if Standing.COUNTED not in standings.get(organisation.id, set())
    ]


def _state(standings: set[int]) -> str:
    if not standings:
        return "none"
    return "empty" if standings == {Standing.EMPTY} else "not_counted"


def silent_rows(found: Sequence[Silent], language: str) -> Iterator[list[str | int]]:
    yield _heading(_SILENT, language)
    for one in found:
        of = one.organisation
        state = message(f"ask.state.{one.state}", language)
        yield [of.name, ", ".join(of.short), of.contact, of.email, of.phone, state]


def note_rows(notes: Sequence[Note], files: Sequence[str], language: str) -> Iterator[list[str | int]]:
    yield _heading(_NOTES, language)
    for note, file in zip(notes, files, strict=True):
        of = note.organisation
        yield [of.name, of.contact, of.email, of.phone, len(note.items), note.left, file]


def template_rows(
    notes: Sequence[Note], responses: Responses, register: Register, language: str
) -> Iterator[list[str | int]]:
    """A line for every answer that is asked for, in the columns of a list of corrections: what to read instead, why,
    who and when are left to be filled in. Whoever goes by a row, which another file may shift, has the cell too. A
    response that does not count yet goes by its cells alone: corrected, they make it count."""
    yield list(HEADING if language == "ko" else COLUMNS)
    known = {organisation.id for organisation in register.organisations}
    origin = responses.origin
    for note in notes:
        sheet = origin.sheets[origin.sheet[note.at]]
        for key in dict.fromkeys(key for item in note.items for key in item.keys):
            no = responses.questionnaire.question(key.question).no
            inner = inner_of(responses.questionnaire, key)
            place = ("", "", "")
            counted = origin.counted[note.at]
            if (note.respondent not in known or not counted) and (
                cell := sheet.cell(key, int(origin.number[note.at]))
            ):
                on, _, inner_cell = cell.rpartition(" › ")
                place = (sheet.file, on, inner_cell) if sheet.a_form else (sheet.file, sheet.name, cell)
            stands = masked(responses.raw[key].at(note.at).text)
            name = note.respondent if counted else ""
            yield [name, f"{no} [{inner}]" if inner else no, *place, stands, "", "", "", ""]


def _heading(columns: Sequence[str], language: str) -> list[str | int]:
    return [message(f"ask.heading.{column}", language) for column in columns]
