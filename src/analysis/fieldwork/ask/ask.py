"""Asking again: a short note for each respondent, the organisations that have not answered, and where replies go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.fieldwork.ask.blanks import blanks
from analysis.fieldwork.ask.folder import write_folder
from analysis.fieldwork.ask.items import Item, items
from analysis.fieldwork.ask.lists import note_rows, silent, silent_rows, template_rows
from analysis.fieldwork.ask.note import file_names, note_text, notes
from analysis.fieldwork.ask.settled import Settled
from analysis.intake.corrections import is_correction_list
from analysis.intake.leave_out import is_leave_out
from analysis.intake.register import Register
from analysis.language import message
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.responses.inert import spreadsheet_csv
from analysis.responses.opening import Unreadable, refuse
from analysis.responses.read import read_what_can_be, register_of
from analysis.responses.responses import Responses

_UNKNOWN = ("not_in_register", "not_in_register_near")


@dataclass(frozen=True)
class Asked:
    """What was written.

    folder    where it lies; None where the survey does not say who answered, so that nobody can be asked
    notes     notes, one a respondent; silent: organisations without a response that counts, None where the register
              names none for the survey
    unknown   names that are not in the register
    template  the list of corrections that is to be filled in
    unread    files of answers that cannot be read, so that nobody is asked about them
    """

    folder: Path | None
    notes: int = 0
    silent: int | None = None
    unknown: int = 0
    template: str = ""
    unread: tuple[Unreadable, ...] = ()


def ask(root: Path, survey: str, year: int, to: Path, language: str = "ko") -> Asked:
    """Write the notes and lists of a survey into the folder `to`, in place of those of an earlier time.

    A file of answers that cannot be read hides no other. Raises like `read_survey` where none can be read, or one
    of the secretariat's own lists, without which it would be asked what is known; and like `write_folder`.
    """
    questionnaire = load_questionnaire(find_questionnaire(root, survey, year))
    if not any(question.identifier for question in questionnaire.questions):
        return Asked(None)
    register = register_of(root)
    responses, unread = _read(root, survey, year, register)
    found = notes(responses, register, _asked(responses, language))
    files = file_names(found)
    quiet = silent(responses, register)
    names = {name: f"{message(f'ask.file.{name}', language)}.csv" for name in ("notes", "silent", "template")}
    contents = {
        file: _for_notepad(note_text(note, questionnaire, language))
        for file, note in zip(files, found, strict=True)
    }
    contents[names["notes"]] = spreadsheet_csv(note_rows(found, files, language))
    contents[names["silent"]] = spreadsheet_csv(silent_rows(quiet, language))
    contents[names["template"]] = spreadsheet_csv(template_rows(found, responses, register, language))
    write_folder(to, contents)
    return Asked(
        to,
        len(found),
        len(quiet) if register.frame(survey) else None,
        sum(finding.alike for finding in responses.findings if finding.rule in _UNKNOWN),
        names["template"],
        unread,
    )


def _read(root: Path, survey: str, year: int, register: Register) -> tuple[Responses, tuple[Unreadable, ...]]:
    responses, unread = read_what_can_be(root, survey, year, register)
    refuse([one for one in unread if is_correction_list(Path(one.file)) or is_leave_out(Path(one.file))])
    if responses is None:
        refuse(unread)
    assert responses is not None  # there are files, and one of them was read
    return responses, unread


def _asked(responses: Responses, language: str) -> dict[int, list[Item]]:
    found = items(responses, language)
    settled = Settled(responses)
    asked_of = {
        at: {key for item in found.get(at, ()) for key in item.keys} | settled.keys(at)
        for at in range(len(responses.origin.respondent))
    }
    for at, more in blanks(responses, language, asked_of).items():
        found.setdefault(at, []).extend(more)
    return found


def _for_notepad(text: str) -> bytes:
    """With the line ends and the mark by which Windows knows it."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
