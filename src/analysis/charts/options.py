"""Options in lines: one choice of a list, several, a period of time, an outcome.

Of few respondents a row of dots (of several choices a notched bar) with empty places up to the base, count
before share; of many a bar from 0 to 100 %. Largest first, "other" and "none of these" last; hidden cells
keep the questionnaire's order before what is nothing, so that no place in the order tells their size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.charts.marks import Bar, Mark, Pill, Words, bottom, empty, row, stacked
from analysis.charts.marks import Line as Stroke
from analysis.charts.measure import LINE, wrap
from analysis.charts.stub import Stub, stub
from analysis.charts.view import NOTHING, Column, View, amount, is_hidden, widest
from analysis.narrative.interval import confidence
from analysis.narrative.scope import is_untold
from analysis.tables import Cell, Label

STEP, NOTCH = 22.0, 36.0  # from dot to dot, and from notch to notch, at most
ALIKE = 3  # hidden options, or options that nobody chose, up to which each has a row
MANY, SHORT = (
    8,
    0.3,
)  # so many lines of labels that take so much of a phone's width have them beside the marks
DENSE = 12  # lines; more of them stand closer
TOP = 3  # options of a multiple choice that are drawn dark


@dataclass(frozen=True)
class Line:
    """A label, and the count and share of the same respondents."""

    label: str
    count: Cell | None
    share: Cell | None
    base: int | None
    fill: str = "indigo"

    @property
    def hidden(self) -> bool:
        return is_hidden(self.count) or is_hidden(self.share)


def options(view: View, top: float = 0.0) -> Iterator[Mark]:
    """The options of a question, of all respondents or by group."""
    if view.table.group:
        yield from by_group(view, top)
        return
    ordered = bool(view.facts.get("ordered") or view.table.kind in ("date", "scale"))
    lines = [option_line(view, label) for label in (plain_items(view, "") if ordered else by_size(view))]
    lines = emphasised(view, lines, ordered)
    hidden, nothing = ([], []) if ordered else (_alike(lines, _all_hidden), _alike(lines, _all_nothing))
    marks = [*line_rows(view, [line for line in lines if line not in (*hidden, *nothing)], top, sure=True)]
    marks += _explained(view, lines, bottom(marks, top))
    yield from marks
    yield from _together(view, hidden, nothing, bottom(marks, top) + 4)


def option_line(view: View, label: Label) -> Line:
    """An option, of all respondents."""
    count, share = view.cell("count", label.id), view.cell("share", label.id)
    return Line(view.word(label), count, share, view.base())


def _all_hidden(*lines: Line) -> bool:
    return all(line.hidden for line in lines)


def _all_nothing(*lines: Line) -> bool:
    return not any(line.hidden or amount(line.count) or amount(line.share) for line in lines)


def _alike(lines: Sequence[Line], test: Callable[[Line], bool]) -> list[Line]:
    """The lines that are hidden, or that are nothing, where they are too many for a row each."""
    found = [line for line in lines if test(line)]
    return found if ALIKE < len(found) < len(lines) else []


def _together(view: View, hidden: Sequence[Line], nothing: Sequence[Line], top: float) -> Iterator[Mark]:
    """A pill with the names of what is hidden, a dash with those of what is nothing."""
    left = Pill.WIDTH + 10
    for lines in (hidden, nothing):
        if not lines:
            continue
        names = wrap(", ".join(line.label for line in lines), view.width - left)
        if lines is hidden:
            yield from view.hidden(0, top + 17)
        else:
            yield Words(Pill.WIDTH / 2, top + 21, NOTHING, bold=True, anchor="middle")
        yield from stacked(left, top + 21.5, names, LINE)
        top += 16 + LINE * len(names)


def by_group(view: View, top: float = 0.0, row_id: str = "") -> Iterator[Mark]:
    """An option as a heading, below it a line for each level of the group; options of which every level is
    hidden, or nothing, are only named."""
    ordered = bool(view.facts.get("ordered") or view.table.kind in ("date", "scale"))
    shown: dict[str, list[Line]] = {}
    hidden, nothing = [], []
    for label in plain_items(view, row_id) if ordered else by_size(view, row_id):
        lines = [
            Line(
                level.words.text(view.language),
                view.cell("count", label.id, row_id, level.id),
                view.cell("share", label.id, row_id, level.id),
                view.base(row_id, level.id),
                "sky" if level.id else "indigo",
            )
            for level in view.table.levels
        ]
        named = replace(lines[0], label=view.word(label))
        if _all_hidden(*lines) or _all_nothing(*lines):
            (hidden if named.hidden else nothing).append(named)
        else:
            shown[named.label] = lines
    for heading, lines in shown.items():
        words = stacked(0, top + 14, wrap(heading, view.width, bold=True), LINE, bold=True)
        block = [*words, *line_rows(view, lines, bottom(words) + 2, pitch=26, sure=True)]
        yield from block
        top = bottom(block) + 14
    key = [*_explained(view, [line for lines in shown.values() for line in lines], top - 14)]
    yield from key
    top = bottom(key, top - 14) + 14
    yield from _together(view, hidden, nothing, top)


def plain_items(view: View, row_id: str | None = None) -> list[Label]:
    """The items of a row (of any) that are options, points or periods: no nets, no values, no box beside a
    scale."""
    counted = view.counted(row_id)
    lead = f"{view.column}:" if view.column else ""
    beside = {*(view.facts.get("nets") or ()), "not_applicable"}
    return [
        label
        for label in view.items
        if lead + label.id in counted
        and "+" not in label.id
        and label.id[:1] != "="
        and label.id not in beside
    ]


def by_size(view: View, row_id: str = "") -> list[Label]:
    """The largest first; then what is hidden, then what is nothing; "other" and "none" at the end."""
    last = {*(view.facts.get("other") or ()), *(view.facts.get("exclusive") or ())}

    def place(label: Label) -> tuple[bool, int, float]:
        cell = view.cell(view.size, label.id, row_id) or view.cell("share", label.id, row_id)
        size = amount(cell)
        return (label.id in last, 1 if is_hidden(cell) else 0 if size else 2, -size)

    return sorted(plain_items(view, row_id), key=place)


def emphasised(view: View, lines: Sequence[Line], ordered: bool = False) -> list[Line]:
    """The largest dark (of several choices the three largest), unless something is hidden or the order is
    given."""
    sizes = [amount(line.share if view.weighted else line.count) for line in lines]
    if ordered or any(line.hidden for line in lines) or not any(sizes):
        return list(lines)
    bar = sorted(sizes, reverse=True)[min(TOP, len(sizes)) - 1 if view.table.kind == "multi" else 0]
    return [
        replace(line, fill="indigo" if size and size >= bar else "sky")
        for line, size in zip(lines, sizes, strict=True)
    ]


def line_rows(
    view: View, lines: Sequence[Line], top: float = 0.0, pitch: float = 33.0, sure: bool = False
) -> Iterator[Mark]:
    """Every line with its marks and numbers; sure: and how sure the share of a bar is."""
    places = max([1, *(line.base or 0 for line in lines), *(int(amount(line.count)) for line in lines)])
    units = view.few and view.table.kind != "multi"
    beside = len(lines) >= MANY and widest(line.label for line in lines) <= view.width * SHORT
    if len(lines) > DENSE and (beside or not view.narrow):
        pitch = min(pitch, 26.0)
    frame = stub(
        view,
        [line.label for line in lines],
        _columns(view, lines),
        top,
        pitch,
        (STEP if units else NOTCH) * places if view.few else 1000.0,
        beside=beside,
    )
    yield from frame.marks(view)
    for line, middle in zip(lines, frame.middles, strict=True):
        if line.hidden:
            yield from hidden_line(view, frame, middle, line.count or line.share)
        elif view.few:
            yield from _units(view, line, frame, middle, places)
        else:
            yield from _bar(line, frame, middle)
            yield from _whisker(line, frame, middle) if sure else ()


def _columns(view: View, lines: Sequence[Line]) -> list[Column]:
    """Of few the count and, lighter, the share; of many the share. A line that is nothing says so once."""
    hidden = frozenset(at for at, line in enumerate(lines) if line.hidden)
    nothing = frozenset(at for at, line in enumerate(lines) if not amount(line.count))
    counts = Column([line.count for line in lines], bold=True, blank=hidden)
    if all(line.share is None for line in lines):
        return [counts]
    if view.few and any(line.count is not None for line in lines):
        # The number of a share that is not told is its count, which stands there already.
        untold = frozenset(at for at, line in enumerate(lines) if is_untold(line.share))
        blank = hidden | nothing | untold
        if untold and len(blank) == len(lines):
            return [counts]
        return [counts, Column([line.share for line in lines], colour="ink2", blank=blank)]
    return [Column([line.share for line in lines], bold=True, blank=hidden)]


def hidden_line(view: View, frame: Stub, middle: float, cell: Cell | None) -> Iterator[Mark]:
    """A pill, and the word for it."""
    yield from view.hidden(frame.left, middle, cell)
    yield Words(frame.left + 50, middle + 4.3, view.say("hidden"), 12, colour="ink3")


def _units(view: View, line: Line, frame: Stub, middle: float, places: int) -> Iterator[Mark]:
    number, base = int(amount(line.count)), line.base or 0
    if view.table.kind == "multi":
        yield from _notched(number, base, line.fill, frame, middle, places)
        return
    step = min(STEP, (frame.right - frame.left) / places)
    size = min(15.0, step * 0.72)
    yield from row(frame.left, middle, number, step, size, line.fill)
    yield from empty(frame.left + number * step, middle, base - number, step)


def _notched(number: int, base: int, fill: str, frame: Stub, middle: float, places: int) -> Iterator[Mark]:
    step = (frame.right - frame.left) / places
    gap = min(1.6, step * 0.15)
    for place in range(number):
        yield Bar(frame.left + place * step, middle - 9, step - gap, 18, fill)
    yield from empty(frame.left + number * step - gap / 2, middle, base - number, step)


def _whisker(line: Line, frame: Stub, middle: float) -> Iterator[Mark]:
    """How sure the share is: a thin line below the bar, from end to end of its interval."""
    if not _is_sure(line):
        return
    assert line.share is not None and line.share.low is not None and line.share.high is not None
    across, y = frame.right - frame.left, middle + 12
    left, right = (frame.left + across * end for end in (line.share.low, line.share.high))
    yield Stroke(left, y, right, y, "ink2", 1.4)
    yield from (Stroke(end, y - 2.2, end, y + 2.2, "ink2", 1.4) for end in (left, right))


def _is_sure(line: Line) -> bool:
    share = line.share
    return share is not None and share.shown and share.low is not None and share.high is not None


def _explained(view: View, lines: Sequence[Line], top: float) -> Iterator[Mark]:
    """What the thin lines are, where there are bars with them."""
    if not view.few and any(_is_sure(line) and not line.hidden for line in lines):
        words = wrap(view.say("whisker", level=confidence(view.table)), view.width, 12)
        yield from stacked(0, top + 18, words, LINE, size=12, colour="ink2")


def _bar(line: Line, frame: Stub, middle: float) -> Iterator[Mark]:
    if is_untold(line.share):  # an empty bar would say that nobody chose it
        return
    yield from bar_of(line.share, frame.left, frame.right - frame.left, middle, 18, line.fill)


def bar_of(
    share: Cell | None, left: float, across: float, middle: float, height: float, fill: str
) -> Iterator[Mark]:
    """The bar of a share, and a hairline from its end to 100 %."""
    length = across * min(amount(share), 1.0)
    if length:
        yield Bar(left, middle - height / 2, length, height, fill)
    if length < across:
        yield Stroke(left + length, middle, left + across, middle, "slot", 1.2)
