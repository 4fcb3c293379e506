"""How sure a figure is: the ends of its interval, where the sample allows one."""

from __future__ import annotations

from analysis.narrative.figure import Figure, show_cell, show_end
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Cell, Table
from analysis.tables.address import parse_address

FRAME = 100  # up to so many, an interval is also told as numbers of the frame, which small federations know by name
STATS = ("share", "mean", "median")
WHOLE = 0.0005  # ends are released with three decimals: as numbers of the frame they are whole but for this


def ends(table: Table, cell: Cell, language: str, unit: bool = True) -> Sentence | None:
    """ "47.6~76.2%"; None where nothing is told. The unit stands behind the upper end only, unless it is part of the
    number."""
    if not cell.shown or cell.low is None or cell.high is None:
        return None
    with_unit = unit and cell.stat != "share" and "asked_in" in table.facts
    low = show_end(table, cell, "low", language, unit=with_unit)
    high = show_end(table, cell, "high", language, unit=unit)
    return compose("interval.ends", language, low=low, high=high)


def confidence(table: Table) -> str:
    """The level of its intervals in per cent: "95"; "" where it has none."""
    level = (table.facts.get("inference") or {}).get("confidence")
    return "" if level is None else format(round(level * 100, 6), "g")


def sentences(table: Table, title: Sentence, language: str) -> list[Sentence]:
    """The interval of the finding's first figure that has one; in a small frame also as numbers of the frame."""
    cell, fields = _first(table, title, language)
    if cell is None:
        return []
    frame = _of_frame(table, cell, language) if cell.stat == "share" else {}
    return [compose("interval.frame" if frame else "interval.told", language, **fields, **frame)]


def told(table: Table, title: Sentence, key: str, language: str) -> list[Sentence]:
    """The same in other words: those of the message `key`, with the fields number, level and ends."""
    cell, fields = _first(table, title, language)
    return [] if cell is None else [compose(key, language, **fields)]


def _first(table: Table, title: Sentence, language: str) -> tuple[Cell | None, dict[str, Field]]:
    level = confidence(table)
    found = (_cell(table, part) for part in title.parts if isinstance(part, Figure))
    cell = next(filter(None, found), None)
    within = ends(table, cell, language) if cell is not None else None
    if not level or cell is None or within is None:
        return None, {}
    number = compose(f"interval.{cell.stat}", language, number=show_cell(table, cell, language))
    return cell, {"number": number, "level": level, "ends": within}


def _cell(table: Table, figure: Figure) -> Cell | None:
    """The cell of all respondents that a figure shows, where it has an interval."""
    level, row, item, stat = parse_address(figure.address)[4]
    cell = table.get(stat, item, row) if not level and stat in STATS else None
    return cell if cell is not None and cell.low is not None else None


def _of_frame(table: Table, cell: Cell, language: str) -> dict[str, Field]:
    """The ends as numbers of the frame: where it is known and small, and the question was put to all of it."""
    inference = table.facts.get("inference") or {}
    population, count = inference.get("population"), table.get("count", cell.item, cell.row)
    if inference.get("situation") != "frame" or not population or population > FRAME:
        return {}
    if count is None or not count.shown or table.get("absent", "not_asked") is not None:
        return {}
    of_frame = [(end or 0.0) * population for end in (cell.low, cell.high)]
    if any(abs(number - round(number)) > WHOLE * population for number in of_frame):
        return {}  # the ends are of another number: not everybody was asked
    words = table.facts.get("respondents") or {}
    whole = count._replace(value=float(population))
    total = show_cell(table, whole, language)
    return {
        "noun": words.get("ko" if language == "ko" else "en_plural") or compose("respondents", language),
        "population": total.text if isinstance(total, Figure) else total,
        "from": show_end(table, count, "low", language, unit=False),
        "to": show_end(table, count, "high", language),
    }
