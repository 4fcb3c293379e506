"""Rows of an answer scale on both sides of a line: the bad side left, the good side right, mild next to the
line.

Of few respondents a square is one of them, of many a bar is a share. In a reverse row agreement stays right,
and is coloured as what it is there, the bad end. What is neither good nor bad, and who ticked the box beside
the scale, stand in columns of their own: halving the middle would make half respondents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Line, Mark, Pill, Words, bottom, row, stacked
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.palette import on
from analysis.charts.parts import Part, fits
from analysis.charts.place import Place, is_reverse, turned
from analysis.charts.scale import BOX, colours, points
from analysis.charts.stub import Stub, stub
from analysis.charts.view import Column, View, amount, widest
from analysis.tables import Cell

GAP = 3.0
BETWEEN = 16.0  # from the good side to what is neither
HEAD = 36.0  # at least so much of either side, for the signs over it
UNIT, HEIGHT = 16.0, 22.0  # a square with its gap; a bar
SMALLEST = 1.0  # pixels of a respondent, or of the whole


@dataclass(frozen=True)
class Sides:
    """A line: the parts of each side from the axis outwards, and the number of each side."""

    bad: tuple[Part, ...]
    good: tuple[Part, ...]
    middle: tuple[Part, ...]
    bad_net: Cell | None
    good_net: Cell | None
    box: Cell | None
    mean: Cell | None

    @property
    def all_hidden(self) -> bool:
        return all(part.hidden for part in (*self.bad, *self.good, *self.middle))


def diverging(
    view: View, places: Sequence[Place], top: float = 0.0, keyed: bool = True
) -> Iterator[Mark]:
    """A line for each place. keyed: with the meaning of its colours."""
    fills = colours(view)
    ids = list(fills) if view.facts.get("good") != "low" else [*fills][::-1]
    sides = [_sides(view, ids, fills, place) for place in places]
    keys = [Key(fills[label.id], f"{view.word(label)}{circled(label.id)}") for label in points(view)]
    marks = [*legend(view, keys, top=top)] if keyed else []
    if keyed and any(is_reverse(view, place.row) for place in places):
        marks += [*_explained(view, ids[-1], bottom(marks))]
    yield from marks
    hidden = frozenset(at for at, side in enumerate(sides) if side.all_hidden)
    means = [side.mean for side in sides]
    columns = [Column(means, bold=True, head=view.say("mean"), turned=turned(view, places))]
    boxed = any(side.box is not None for side in sides)
    box = next(view.word(label) for label in view.items if label.id == BOX) if boxed else ""
    spare = room(f"{box} 000", 12) if boxed and view.narrow else 0.0
    if boxed and not view.narrow:
        columns.insert(0, Column([side.box for side in sides], colour="ink2", head=box))
    frame = stub(
        view, [place.label for place in places], columns, bottom(marks, top) + 12, head_lines=1, spare=spare,
        headings=[place.heading for place in places],
    )  # fmt: skip
    yield from frame.marks(view)
    if spare:
        look = {"around": f"{box} {{}}", "size": 12, "colour": "ink3", "anchor": "end"}
        yield from (
            view.number(view.width, first, side.box, unit=False, **look)
            for side, first in zip(sides, frame.firsts, strict=True)
        )
    scale = _Scale.fitting(view, [side for side in sides if not side.all_hidden], frame)
    yield from _heads(view, ids, frame, scale)
    reach = 12 if view.narrow else 18
    yield from (
        Line(scale.axis, middle - reach, scale.axis, middle + reach, "ink3", 1.2) for middle in frame.middles
    )
    for at, (side, middle) in enumerate(zip(sides, frame.middles, strict=True)):
        if at in hidden:
            yield from view.hidden(scale.axis + 8, middle, side.good[0].cell)
        else:
            yield from _line(view, side, middle, scale)


def circled(point: str) -> str:
    """ "4" is "④"."""
    return chr(0x2460 + int(point) - 1)


@dataclass(frozen=True)
class _Scale:
    """per: pixels of one respondent, or of the whole as a share. axis and neither: where the sides and the
    column of what is neither begin; beside: the room for the number behind what is neither."""

    per: float
    axis: float
    neither: float
    beside: float
    squares: bool

    @classmethod
    def fitting(cls, view: View, sides: Sequence[Sides], frame: Stub) -> _Scale:
        """As large as the lines between the labels and the columns allow."""
        bads, goods = (
            widest(view.text(side, unit=False) for side in nets) + 8
            for nets in ([side.bad_net for side in sides], [side.good_net for side in sides])
        )
        middles = [side.middle for side in sides]
        neither = widest(view.text(part.cell, unit=False) for parts in middles for part in parts) + 8

        def columns(per: float) -> tuple[float, float, float]:
            """The bad side, the good side, what is neither: each with its number."""
            bad, good = (
                max((_length(parts, per) for parts in chosen), default=0.0)
                for chosen in ([side.bad for side in sides], [side.good for side in sides])
            )
            middle = max((_length(parts, per) + neither * len(parts) for parts in middles), default=0.0)
            last = BETWEEN + max(middle, HEAD) if any(middles) else 0.0
            return max(bads + bad, HEAD), max(good + goods, HEAD), last

        per = UNIT if view.few else frame.right - frame.left
        while per > SMALLEST and sum(columns(per)) > frame.right - frame.left:
            per *= 0.97
        bad, good, _ = columns(per)
        axis = frame.left + bad
        return cls(per, axis, axis + good + BETWEEN, neither, view.few)


def _length(parts: Sequence[Part], per: float) -> float:
    return sum(Pill.WIDTH + GAP if part.hidden else per * amount(part.cell) for part in parts)


def _sides(view: View, ids: list[str], fills: dict[str, str], place: Place) -> Sides:
    """The colours of a reverse row change sides: they mean good and bad, and not agreement."""
    stat = "count" if view.few else "share"
    if is_reverse(view, place.row):
        fills = dict(zip(fills, [*fills.values()][::-1], strict=True))

    def parts(chosen: list[str]) -> tuple[Part, ...]:
        return tuple(Part(view.cell(stat, point, place.row, place.level), fills[point]) for point in chosen)

    nets = (view.facts.get("bottom"), view.facts.get("top"))
    bad, good = nets if view.facts.get("good") != "low" else nets[::-1]
    low, high = (len(net.split("+")) if net else len(ids) // 2 for net in (bad, good))
    return Sides(
        bad=_one_pill(parts(ids[:low][::-1])),
        good=_one_pill(parts(ids[-high:])),
        middle=parts(ids[low:-high]),
        bad_net=view.cell(stat, bad or ids[0], place.row, place.level),
        good_net=view.cell(stat, good or ids[-1], place.row, place.level),
        box=view.cell("count", BOX, place.row, place.level),
        mean=view.cell("mean", "", place.row, place.level),
    )


def _one_pill(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A side of which all is hidden is hidden once."""
    return parts[:1] if all(part.hidden for part in parts) else parts


def _explained(view: View, end: str, top: float) -> Iterator[Mark]:
    """What "(역)" behind a row means."""
    word = next(view.word(label) for label in points(view) if label.id == end)
    lines = wrap(view.say("reverse_key", end=word), view.width, 12)
    yield from stacked(0, top + 18, lines, LINE, size=12, colour="ink2")


def _line(view: View, side: Sides, middle: float, scale: _Scale) -> Iterator[Mark]:
    x = scale.axis - GAP
    for part in side.bad:
        length = _length([part], scale.per)
        yield from _part(view, part, x - length, middle, scale, outwards=-1)
        x -= length
    if not all(part.hidden for part in side.bad):
        yield view.number(x - 5, middle + 4.7, side.bad_net, unit=False, bold=True, anchor="end")
    x = scale.axis + GAP
    for part in side.good:
        yield from _part(view, part, x, middle, scale)
        x += _length([part], scale.per)
    if not all(part.hidden for part in side.good):
        yield view.number(x + 5, middle + 4.7, side.good_net, unit=False, bold=True)
    end = scale.neither
    for part in side.middle:
        yield from _part(view, part, end, middle, scale)
        x = end + _length([part], scale.per)
        end = x + scale.beside
        if not part.hidden:
            yield view.number(
                x + (5 if amount(part.cell) else 0), middle + 4.7, part.cell, unit=False, bold=True
            )


def _part(
    view: View, part: Part, x: float, middle: float, scale: _Scale, outwards: int = 1
) -> Iterator[Mark]:
    if part.hidden:
        yield from view.hidden(x, middle, part.cell, part.fill if part.fill != "hollow" else "ring")
    elif scale.squares:
        yield from row(x, middle, int(amount(part.cell)), scale.per, scale.per * 0.84, part.fill, "square")
    elif length := _length([part], scale.per):
        left = x + (2 if outwards < 0 else 0)
        yield Bar(left, middle - HEIGHT / 2, max(length - 2, 0.8), HEIGHT, part.fill)
        if part.fill != "hollow" and fits(view, part, length):
            look = {"size": 12, "anchor": "middle", "colour": on(part.fill)}
            yield view.number(left + length / 2 - 1, middle + 4.3, part.cell, unit=False, **look)


def _heads(view: View, ids: list[str], frame: Stub, scale: _Scale) -> Iterator[Mark]:
    """Over each side its mild answer and its points; the points alone where one has no room for more."""
    half, words = len(ids) // 2, {label.id: view.word(label) for label in points(view)}
    sides = [
        (ids[:half], half - 1, -1, scale.axis - 6),
        (ids[-half:], len(ids) - half, 1, scale.neither - scale.axis - 12),
        (ids[half:-half], half, 0, frame.right - scale.neither),
    ]
    sides = [side for side in sides if side[0]]
    signs = ["".join(map(circled, sorted(chosen))) for chosen, *_ in sides]
    full = [f"{words[ids[side[1]]]} {sign}" for side, sign in zip(sides, signs, strict=True)]
    fits = all(room(text, 12) <= side[3] for text, side in zip(full, sides, strict=True))
    for text, (_, _, side, _) in zip(full if fits else signs, sides, strict=True):
        x = scale.axis + 6 * side if side else scale.neither
        yield Words(x, frame.head, text, 12, colour="ink3", anchor="end" if side < 0 else "start")
