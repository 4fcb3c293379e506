"""What comes after the places that a title has told: the rest, or what follows next, or what of it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.narrative.order import Line, Place, amount, few_labels, in_turn, listed, name, named
from analysis.narrative.portion import READ, exhaustive, may_turn
from analysis.narrative.scope import base_of, left_out
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

FOLLOWING = 3  # places named after the first
LABELS = 6  # labels named after the first place
NEAR, FAR = 0.05, 0.2  # so far behind the title comes what follows it
APART = 3  # answers at least, to come far behind
EVERYBODY = tuple(f"headline.{key}" for key in "all all_one all_nameless chosen_all chosen_one ranked_all ranked_one".split())
# Less than a half.
LEADING = ("headline.most", "headline.most_tie", "headline.near_half", "headline.close", "headline.narrow", "headline.side_by_side")


def after_title(
    table: Table, order: Sequence[Place], title: Sentence | None, language: str, row: str = ""
) -> list[Sentence]:
    """What comes after the places that the title has told; nothing where that is all, or of one respondent. How it
    begins tells how far behind they come, or that they are the rest, or that what is hidden is
    left out."""
    base, rest = base_of(table, row), untold(table, order, title)
    if not rest or title is None or (base is not None and base.value == 1):
        return []
    named_places = few_labels(rest[:FOLLOWING], LABELS)
    if sum(len(place.lines) for place in rest[len(named_places) :]) == 1:  # no "등" for a single one
        named_places = rest
    phrases = [named(table, place, language, "following", again=True) for place in named_places]
    whole = len(named_places) == len(rest)
    if whole and title.key not in LEADING and exhaustive(table, order, row):
        if len(order) == 2 and not rest[0].tie:
            number = amount(table, rest[0], language, again=True)
            return [compose("rest.other", language, name=name(rest[0], language), amount=number)]
        return [compose("rest.all", language, list=_together(phrases, rest, language))]
    said = title.fields.get("hidden")  # once is enough
    turns = said in (None, Sentence(())) and may_turn(table, order, named_places[-1], row)
    fields = {"list": in_turn(phrases, language), "hidden": left_out(table, language, row, turns)}
    how = "more" if not whole else "then" if len(rest) > 1 else "one_tie" if rest[0].tie else "one"
    return [compose(f"rest.{how}{_how_far(order, rest)}", language, **fields)]


def _together(phrases: Sequence[Field], found: Sequence[Place], language: str) -> Sentence:
    """Where several tie, "and" is between those."""
    return in_turn(phrases, language) if any(place.tie for place in found) else listed(phrases, language)


def untold(table: Table, order: Sequence[Place], title: Sentence | None) -> list[Place]:
    """The places that the title does not tell."""
    told = set(title.cells) if title is not None else set()
    if title is not None and title.key in EVERYBODY:
        return [*order[1:]]
    return [place for place in order if not told & _addresses(table, place.lines)]


def _addresses(table: Table, lines: Sequence[Line]) -> set[str]:
    return {table.address(cell) for line in lines for cell in (line.cell, line.share) if cell is not None}


def near_to(place: Place) -> float:
    """So much more of a share is narrowly ahead of a place: five points, or one answer where that is more."""
    base = place.first.share.base if place.first.share is not None else None
    return max(NEAR, 1 / base if base else 0.0) + READ


def _how_far(order: Sequence[Place], rest: Sequence[Place]) -> str:
    """ "_near" or "_far" behind what the title tells last, by the shares of one base."""
    before = [place for place in order if place not in rest]
    last, following = (found.first.share if found else None for found in (before[-1] if before else None, rest[0]))
    if last is None or following is None or last.value is None or following.value is None:
        return ""
    apart = last.value - following.value
    answers = (last.n or 0) - (following.n or 0)
    return "_near" if 0 < apart <= near_to(rest[0]) else "_far" if apart >= FAR and answers >= APART else ""
