"""What is to be said of a draft at a place of it: guesses that a person has to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Note:
    """place  in the question that it is about, later in the whole questionnaire: ("scale",)
    key    of the message "draft.<key>"
    words  what fills it
    """

    place: Place
    key: str
    words: dict[str, object] = field(default_factory=dict)


def of_question(question_id: str, notes: Iterable[Note]) -> Iterator[Note]:
    """Notes at places of a question, at their places in the questionnaire."""
    for note in notes:
        yield Note(("questions", question_id, *note.place), note.key, note.words)


def listed(texts: Iterable[str], most: int = 3, longest: int = 30) -> str:
    """A few texts as examples, cut where they are long: "'가', '나', …"."""
    all_of_them = list(texts)
    short = [text if len(text) <= longest else f"{text[:longest]}…" for text in all_of_them[:most]]
    return ", ".join(f"'{text}'" for text in short) + (", …" if len(all_of_them) > most else "")
