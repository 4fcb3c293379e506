"""A table as text for a terminal: a line a figure, columns below each other, a Hangul syllable two columns wide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from analysis.commands.text_columns import Line, aligned, cut, widths_of
from analysis.language import message, thousands
from analysis.language.catalogue import catalogue
from analysis.language.text import one_line
from analysis.narrative import show_cell
from analysis.questionnaire.write_scalar import folded
from analysis.tables.cell import Cell
from analysis.tables.column_letters import column_letters
from analysis.tables.table import Table

_LINE = 100
_SIGNS = {"-": "nothing", "…": "unknown"}  # what a legend explains


def table_text(table: Table, language: str) -> str:
    """Title, base, the figures by level and row, notes; ends with a line break."""
    return "\n".join(_lines(table, language)) + "\n"


def _lines(table: Table, language: str) -> Iterator[str]:
    no = table.facts.get("no", "")
    yield f"{no} {one_line(table.title.text(language))}  [{table.survey} {table.year}, {table.question}]".strip()
    if (asked := one_line(table.asked.text(language))) != one_line(table.title.text(language)):
        yield from folded(asked, _LINE)
    yield f"{_say('base', language)}: {table.base.text(language)}"
    confident = (table.facts.get("inference") or {}).get("confidence")
    heads = ["", "", _say("counts", language), _say("value", language)]
    if any(cell.low is not None for cell in table.cells):
        heads.append(_say("interval", language, level=f"{100 * (confident or 0.95):g}"))
    blocks = [
        (_heading(table, level, row, language), [*_figures(table, list(cells), len(heads) > 4, language)])
        for (level, row), cells in groupby(table.cells, lambda cell: (cell.level, cell.row))
        if level not in _without_anybody(table)
    ]
    nobody = [_words(table, "levels", level, language) for level in _without_anybody(table)]
    lines = [tuple(heads), *(line for _, of_block in blocks for line in of_block)]
    widths = widths_of(lines)
    yield ""
    yield aligned(tuple(heads), widths, 2)
    for heading, of_block in blocks:
        yield heading
        yield from (aligned(line, widths, 2) for line in of_block)
    yield ""
    if nobody:
        yield from folded(f"- {_say('nobody', language)}: {', '.join(nobody)}", _LINE)
    shown = {line[3] for line in lines}
    yield from (f"- {_say(name, language)}" for sign, name in _SIGNS.items() if sign in shown)
    compared = table.facts.get("comparison")
    if compared and _lettered(table):
        least = (table.facts.get("small_bases") or {}).get("counts_lead", 0)
        yield f"- {_say('letters', language, least=least, alpha=format(100 * compared['alpha'], 'g'))}"
    for note in (*table.remarks, *table.told_notes):
        yield f"- {one_line(note.text(language))}"
    yield f"- {one_line(table.source.text(language))}"
    if table.quotes:
        yield ""
        yield f"{_say('quotes', language)}:"
        yield from (f"  · {one_line(text)}" for text in table.quotes)


def _lettered(table: Table) -> bool:
    return any(cell.letters for cell in table.cells)


def _without_anybody(table: Table) -> list[str]:
    """The levels in which nobody answered anything."""
    bases = {
        cell.level: cell.value for cell in table.cells if cell.stat == "base" and not (cell.item or cell.row)
    }
    return [level for level, base in bases.items() if level and base == 0]


def _heading(table: Table, level: str, row: str, language: str) -> str:
    """■ 수도권 › 상담 (사례수 9); where letters stand behind values, with that of the level: ■ A 수도권"""
    letter = ""
    if level and table.facts.get("comparison") and _lettered(table):
        letters = column_letters(len(table.levels) - 1)
        letter = letters[[label.id for label in table.levels].index(level) - 1] + " "
    names = [
        letter + _words(table, "levels", level, language),
        *([_words(table, "rows", row, language)] if row else []),
    ]
    base = table.get("base", "", row, level)
    behind = f" ({_say('n', language)} {_shown(table, base, language)})" if base else ""
    return f"■ {' › '.join(names)}{behind}"


def _figures(table: Table, cells: list[Cell], intervals: bool, language: str) -> Iterator[Line]:
    """A count stands beside its share, the base in the heading."""
    shares = {cell.item for cell in cells if cell.stat == "share"}
    for cell in cells:
        if (cell.stat == "base" and not cell.item) or (cell.stat == "count" and cell.item in shares):
            continue
        name = _words(table, "items", cell.item, language) if cell.item else ""
        counts = "" if cell.n is None else f"{cell.n:,}"
        if cell.base is not None and cell.stat == "share":
            counts += f"/{cell.base:,}"
        shown = " ".join(filter(None, (_shown(table, cell, language), cell.letters)))
        line = (cut(name), _stat(cell, language), counts, shown)
        yield (*line, _interval(table, cell, language)) if intervals else line


def _interval(table: Table, cell: Cell, language: str) -> str:
    if cell.low is None or cell.high is None or not cell.shown:
        return ""
    if cell.stat == "share":
        return " ~ ".join(thousands(100 * end, 1) for end in (cell.low, cell.high))
    ends = (cell._replace(value=end) for end in (cell.low, cell.high))
    return " ~ ".join(_shown(table, end, language, unit=False) for end in ends)


def _shown(table: Table, cell: Cell, language: str, unit: bool = True) -> str:
    if cell.stat == "share" and cell.value == 0 and cell.shown:  # nobody of some: a number, not a sign
        return "0.0%" if unit else "0.0"
    shown = show_cell(table, cell, language, unit)
    return shown if isinstance(shown, str) else shown.text


def _words(table: Table, axis: str, label: str, language: str) -> str:
    try:
        return one_line(table.words(axis, label, language))  # type: ignore[arg-type]
    except StopIteration:
        return label


def _stat(cell: Cell, language: str) -> str:
    """What a statistic is called, and by which test; its id where no message says so."""
    tested = f"narrative.test.{cell.rule}"
    if cell.stat == "effect":
        return message(tested, language)
    keys = (f"table.stat.{cell.stat}", f"report.table.{cell.stat}")
    name = next((message(key, language) for key in keys if key in catalogue(language)), cell.stat)
    return (
        f"{name}: {message(tested, language)}" if cell.stat == "p" and tested in catalogue(language) else name
    )


def _say(key: str, language: str, **fields: object) -> str:
    return message(f"table.text.{key}", language, **fields)
