"""The note to one respondent: whom it is for, what we ask, how and until when to reply."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.fieldwork.ask.items import Item
from analysis.fieldwork.ask.rules import ALONG
from analysis.intake.register import Organisation, Register
from analysis.language import message
from analysis.language.text import normalise
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.responses import Responses

MOST = 7  # things that one note asks: more are not answered
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)
_LONGEST_NAME = 60  # letters


@dataclass(frozen=True)
class Note:
    """What one respondent is asked.

    respondent  as the responses name it; at its position there
    items       what is asked in this note, the gravest first; left how many more there are
    """

    respondent: str
    at: int
    organisation: Organisation
    items: tuple[Item, ...]
    left: int


def notes(responses: Responses, register: Register, asked: dict[int, list[Item]]) -> list[Note]:
    """A note for everybody who has something to be asked, in file order. What is hardly in doubt is no reason to
    write; it is asked along with the rest."""
    known = {organisation.id: organisation for organisation in register.organisations}
    found = []
    for at in sorted(asked):
        if all(item.gravity == ALONG for item in asked[at]):
            continue
        items = sorted(asked[at], key=lambda item: (item.gravity, item.order))
        name = responses.origin.respondent[at].as_py()
        organisation = known.get(name) or Organisation(name, _own_name(responses, at) or name)
        found.append(Note(name, at, organisation, tuple(items[:MOST]), len(items[MOST:])))
    return found


def _own_name(responses: Responses, at: int) -> str:
    """What the respondent is called by its own answer."""
    identifier = next(question for question in responses.questionnaire.questions if question.identifier)
    return responses.answers[identifier.parts()[0].key].at(at).text


def name_of(organisation: Organisation) -> str:
    """What an organisation is called in a note: its short name, if it has one."""
    return normalise(organisation.short[0] if organisation.short else organisation.name)


def note_text(note: Note, questionnaire: Questionnaire, language: str) -> str:
    """The whole note; ready to be copied into a mail."""
    return "\n".join(_lines(note, questionnaire, language)) + "\n"


def _lines(note: Note, questionnaire: Questionnaire, language: str) -> Iterator[str]:
    organisation = note.organisation
    said = {
        "organisation": name_of(organisation),
        "contact": organisation.contact,
        "email": organisation.email,
        "publisher": questionnaire.publisher.text(language),
        "title": questionnaire.title.text(language),
        "year": questionnaire.year,
        "number": message(f"ask.number.{len(note.items)}", language),
    }

    def say(key: str) -> str:
        return message(f"ask.note.{key}", language, **said)

    if organisation.email:
        yield say("to")
    yield say("subject")
    yield ""
    yield say("greeting" if organisation.contact else "greeting_nobody")
    yield ""
    yield say("opening")
    for number, item in enumerate(note.items, start=1):
        yield ""
        yield f"{number}. {item.text}"
    yield ""
    yield say("how")
    if questionnaire.contact:
        yield message("ask.note.contact", language, contact=questionnaire.contact.text(language))
    yield ""
    yield say("closing")


def file_names(notes: Sequence[Note]) -> list[str]:
    """A name for the file of each, which every system can write; no two are the same to Windows."""
    taken: set[str] = set()
    names = []
    for note in notes:
        base = safe_name(name_of(note.organisation)) or safe_name(note.respondent) or "note"
        name, again = base, 1
        while name.casefold() in taken:
            again += 1
            name = f"{base} ({again})"
        taken.add(name.casefold())
        names.append(f"{name}.txt")
    return names


def safe_name(text: str) -> str:
    """`text` as the name of a file without its ending; "" where nothing is left of it."""
    plain = unicodedata.normalize("NFC", _NOT_IN_A_NAME.sub(" ", normalise(text)))
    name = " ".join(plain.split())[:_LONGEST_NAME].strip(" .")
    return f"_{name}" if _OF_WINDOWS.match(name) else name
