"""What kind of answer the cells of a column hold: a guess, with all that a person has to confirm of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.draft.absent import may_be_a_box, reason_of
from analysis.draft.bands import ordered
from analysis.draft.cells import Cells
from analysis.draft.lists import list_of, often
from analysis.draft.notes import Note, listed
from analysis.draft.numbers import measured
from analysis.draft.options import chosen, is_other, named, yes_or_no
from analysis.draft.personal import asked_for, asks_for_organisation, seen_in
from analysis.draft.scales import FoundScale, point_number, scale_of, within
from analysis.questionnaire.answer import Multi, Points, Scale, Single, Written
from analysis.questionnaire.words import Option, Words

MOST_DIFFERENT = 400  # answers beyond which a column holds words and no options
MOST_OPTIONS = 80
_LONGEST = 120  # characters of an option, on an average
_FEW = 8  # answers below which nothing recurs
_SMALL = 30  # answers below which options recur less, for fewer could choose them
_FEW_LISTS, _FEW_OF_LISTS = 10, 0.2  # cells with several choices below which the separator may be none
_SHORT = 20  # characters, on an average, of options among few answers
_USUAL_POINTS = 5
_OPINION = re.compile(
    r"이유|의견|왜 |바라는|바람|제안|건의|자유롭게|하고 싶은|말씀|어떤 점|무엇입니까|적어 주|서술|비고|"
    r"\b(?:why|describe|comments?|suggest|explain|opinion|what|tell us|thoughts?|feedback|anything else)\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"의견|자유롭게|말씀|건의|바라는|comments?\b|suggest|feedback", re.IGNORECASE)
_SENTENCE = 12  # characters
_OPEN_LENGTH = 25  # characters, on an average, from which a text is no fact
_AT_MOST = re.compile(
    r"최대\s*(\d{1,2})\s*(?:개|가지)|(\d{1,2})\s*(?:개|가지)\s*(?:까지|이내|이하)|(?:up to|at most|maximum of)\s+(\d{1,2})",
    re.I,
)
_NONE = re.compile(
    r"없음|없다|해당\s?없음|해당 사항 없음|none(?: of (?:the above|these))?|nothing", re.IGNORECASE
)


@dataclass(frozen=True)
class Guess:
    """answer  of the model, ready for a question or a grid
    notes   what is to be confirmed, at places of the question
    more    fields of the question beside its answer: missing, pii, …
    scale   the scale, where it is one that was found by its words
    """

    answer: Any
    notes: tuple[Note, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    scale: FoundScale | None = None

    @property
    def kind(self) -> str:
        return str(self.answer.kind)

    def noting(self, *notes: Note) -> Guess:
        return replace(self, notes=(*self.notes, *notes))


def answer_of(
    cells: Cells, heading: str, rows: int = 1, scales: Sequence[FoundScale] = (), written: bool = False
) -> Guess:
    """The answer that cells hold.

    heading  of the question: what it asks, in what unit
    rows     in how many rows of a grid the same is asked
    scales   that were found elsewhere in the file: the same few words are taken for the same scale
    written  whether words of one's own stand in a column beside
    """
    if not cells.filled:
        return _nothing(heading)
    shaped = seen_in(cells)
    if sum(shaped.values()) * 2 >= cells.filled:
        return _written(cells, heading, shaped)
    if quantity := measured(cells, heading, rows):
        return Guess(quantity.answer, quantity.notes, quantity.more)
    if len(cells.texts) <= MOST_DIFFERENT:
        if (found := _scale(cells, scales)) is not None:
            return found
    if len(cells.alike) > _FEW and (asked_for(heading) or asks_for_organisation(heading)):
        return _written(cells, heading, shaped)
    if (found := _multi(cells, heading, written)) is not None:
        return found
    prose = _FREE.search(heading) and cells.share(lambda text: len(text) >= _SENTENCE) > 0.5
    if not prose and len(cells.texts) <= MOST_DIFFERENT and (found := _single(cells, written)) is not None:
        return found
    return _written(cells, heading, shaped)


def _nothing(heading: str) -> Guess:
    personal = asked_for(heading)
    more: dict[str, Any] = {"pii": personal, "export": "never"} if personal else {}
    return Guess(Written(kind="text" if personal else "open"), (Note(("kind",), "empty"),), more)


def _scale(cells: Cells, scales: Sequence[FoundScale]) -> Guess | None:
    """A scale, with the box beside it that says 모름 or 이용 안 함."""
    labels = [label for label in cells.alike if not may_be_a_box(label)]
    boxes = [label for label in cells.alike if may_be_a_box(label)]
    rare = [label for label in labels if cells.alike[label] < max(2, 0.02 * cells.filled)]
    numbers = [label for label in rare if (point_number(label) or 0) > _USUAL_POINTS]
    for strays in ([], numbers, rare):
        said = [label for label in labels if label not in strays]
        known = [scale for scale in scales if within(said, scale)]
        found = min(known, key=lambda one: (len(one.added), len(one.points)), default=None) or scale_of(said)
        if found and sum(point_number(label) is None and not within([label], found) for label in strays) <= 3:
            break
    else:
        return None
    if not any(point_number(label) is None for label in said) or len(boxes) > 2:
        return None
    points = tuple(Option(id=str(at), ko=label) for at, label in enumerate(found.points, start=1))
    box = Words(ko=boxes[0]) if boxes else None
    notes = [Note(("scale", "good"), f"good_{found.good}")]
    if found.added:
        notes.append(Note(("scale", "points"), "added_points", {"points": listed(found.added)}))
    more = {"missing": {label: reason_of(label) for label in boxes[1:]}} if boxes[1:] else {}
    answer = Scale(kind="scale", scale=Points(good=found.good, points=points), not_applicable=box)
    return Guess(answer, tuple(notes), more, found)


def _all_yes_or_no(cells: Cells) -> bool:
    return all(yes_or_no(label) is not None for label in cells.alike)


def _single(cells: Cells, written: bool) -> Guess | None:
    counts, filled = cells.alike, cells.filled
    enough = often(filled)
    common = {label: count for label, count in counts.items() if count >= enough}
    covered = sum(common.values()) / filled
    length = sum(len(label) * count for label, count in counts.items()) / filled
    small = filled < _SMALL
    enough_common = covered >= (0.5 if small and length <= _SHORT else 0.75) and len(common) <= MOST_OPTIONS
    fits = (
        enough_common
        and length <= _LONGEST
        and len(counts) <= (0.6 * filled if small else max(12, 0.4 * filled))
    )
    if not fits and not _all_yes_or_no(cells):
        return None
    found = chosen(counts, filled, enough, written=written)
    options, notes = found.options, list(found.notes)
    order = ordered([option.ko for option in options if not is_other(option.ko)])
    if order:
        options = (*named(order.labels), *(option for option in options if is_other(option.ko)))
    if len(counts) == 1 and filled >= _FEW:
        notes.append(Note(("options",), "one_answer"))
    return Guess(Single(kind="single", options=options, ordered=order is not None), tuple(notes))


def _multi(cells: Cells, heading: str, written: bool) -> Guess | None:
    found = list_of(cells)
    if found is None:
        return None
    listed_options = chosen(found.options, cells.filled, 1, found.rest, written)
    notes = list(listed_options.notes)
    if not cells.whole:
        notes.append(Note(("options",), "not_all_seen"))
    if found.separator is None:
        notes.append(Note(("options",), "separators_differ"))
    elif found.several < max(_FEW_LISTS, _FEW_OF_LISTS * cells.filled):
        words = {"separator": found.separator.strip() or "⏎", "count": found.several}
        notes.append(Note(("separator",), "separator_guessed", words))
    if found.whole:
        notes.append(Note(("options",), "holds_separator", {"examples": listed(found.whole)}))
    for label, count in found.shortened.items():
        notes.append(Note(("options",), "shortened", {"number": label, "count": count}))
    options = tuple(
        option.model_copy(update={"exclusive": True})
        if _NONE.fullmatch(option.ko) and option.ko in found.alone
        else option
        for option in listed_options.options
    )
    return Guess(
        Multi(
            kind="multi",
            options=options,
            separator=found.separator,
            max_choices=_at_most(heading, found.most, len(options)),
        ),
        tuple(notes),
    )


def _at_most(heading: str, made: int, options: int) -> int | None:
    """How many choices the heading allows, unless somebody made more."""
    asked = _AT_MOST.search(heading)
    number = int(next(filter(None, asked.groups()))) if asked else 0
    return number if made <= number <= options and number else None


def _written(cells: Cells, heading: str, shaped: dict[str, int]) -> Guess:
    """Words: a name, a fact or an opinion; and whether they may name somebody."""
    length = sum(len(text) * count for text, count in cells.texts.items()) / cells.filled
    asked, organisation = asked_for(heading), asks_for_organisation(heading)
    personal = (
        tuple(dict.fromkeys((*asked, *shaped))) if asked or sum(shaped.values()) * 5 >= cells.filled else ()
    )
    fact = personal or organisation or (length < _OPEN_LENGTH and not _OPINION.search(heading))
    guess = Guess(Written(kind="text" if fact else "open"))
    if personal:
        guess = replace(guess, more={"pii": personal, "export": "never"}).noting(Note(("pii",), "personal"))
    elif organisation:
        guess = replace(guess, more={"identifier": True}).noting(Note(("identifier",), "identifier"))
    elif shaped:
        guess = guess.noting(Note(("kind",), "personal_inside", {"count": sum(shaped.values())}))
    return guess
