"""What part of everybody a place in an order is: all, most, a majority, a half; and what the places leave."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from analysis.language import half_up
from analysis.narrative.order import Place, by_value
from analysis.narrative.scope import any_hidden, base_of
from analysis.tables import Cell, Table

# A respondent is in one of the options, so that halves and majorities exist.
ONE_EACH = ("single", "scale", "date")

GREAT_MAJORITY = 0.8
TWO_THIRDS = 2 / 3
JUST_OVER = 0.55  # of a half
NEAR_HALF = 0.45
FRACTIONS = {  # what a part is called where it is exactly that
    Fraction(3, 5): "three_fifths",
    Fraction(2, 3): "two_thirds",
    Fraction(3, 4): "three_quarters",
}
READ = 0.0005  # so much a released share may be rounded


def portion(place: Place) -> str:
    """ "all", "great_majority", "two_thirds_over", "majority", "just_over", "half" or "" (less), by count and base where
    both are known; where answers are weighted by the share as it is read, for then the count only tells whether it was
    all of them."""
    share, count = place.first.share, place.first.cell
    if share is None:  # too few for a share: that all of them did is told all the same
        return "all" if count.n and count.n == count.base else ""
    n, base = (share.n, share.base) if share.n is not None and share.base else (share.value or 0.0, 1.0)
    if n == base:
        return "all"
    if place.first.weighted:
        n, base = float(half_up(share.value or 0.0, 3)), 1.0
    if n * 2 <= base:
        return "half" if n * 2 == base else ""
    part = n / base
    if part >= GREAT_MAJORITY:
        return "great_majority"
    return "two_thirds_over" if part > TWO_THIRDS else "just_over" if part < JUST_OVER else "majority"


def fraction(place: Place) -> str:
    """What its part is called, where it is exactly such a part; of weighted answers no part is exact."""
    share = place.first.share
    if place.tie or place.first.weighted or share is None or share.n is None or not share.base:
        return ""
    return FRACTIONS.get(Fraction(int(share.n), int(share.base)), "")


def everybody_in(place: Place) -> bool:
    return portion(place) == "all"


def exhaustive(table: Table, order: Sequence[Place], row: str) -> bool:
    """The places hold everybody, each respondent once."""
    base = base_of(table, row)
    if table.kind not in ONE_EACH or base is None or any_hidden(table, row):
        return False
    return sum(line.cell.value or 0.0 for place in order for line in place.lines) == base.value


def may_turn(table: Table, order: Sequence[Place], last: Place, row: str) -> bool:
    """What is hidden may be as large as `last`: not where less is left of the base than that."""
    base = base_of(table, row)
    if table.kind not in ONE_EACH or base is None:
        return True
    lines = [line for place in order for line in place.lines]
    whole = 1.0 + READ * (len(lines) + 1) if last.first.weighted else base.value or 0.0
    return whole - sum(map(by_value, lines)) >= by_value(last.first)


def share_of(share: Cell | None) -> float:
    return (share.value if share is not None else None) or 0.0
