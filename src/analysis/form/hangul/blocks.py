"""A question of a form as a table of a Hangul document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analysis.form.body import AnswerCell, Choice, Choices, OneAnswer, OwnWords, Ranks
from analysis.form.body import Table as Grid
from analysis.form.hangul.grid import grid_rows
from analysis.form.hangul.look import (
    ASK,
    BODY,
    CENTER,
    HEAD_BOX,
    LABEL,
    SECTION,
    SECTION_BOX,
    SMALL,
    STRONG,
    TEXT_BOX,
    WIDTH,
    answer_cell,
    columns_of,
    filling_row,
    label_cell,
    text_cell,
    wide,
)
from analysis.form.hangul.table import LEFT, Cell, Paragraph, Row, Table, texts
from analysis.form.plan import Block
from analysis.language import message

Filled = Mapping[str, str]

_NUMBER = 16.0  # mm, the column of the printed numbers
_ANSWER = 10.0  # the heading of a cell for a choice
_CHOSEN, _WRITTEN, _MARK = 34.0, 60.0, 9.0  # cells for a choice, for a number or a date, for a mark
_ABREAST = 6  # options in a row
_POINTS = 7  # of a scale that is printed in one line
_TALL = 110.0  # mm; a table higher than that may run over two pages


def block_table(block: Block, filled: Filled, language: str, section: str = "") -> Table:
    """The question, from its wording to the line for own words.

    filled   what stands in the cells already, by their names
    section  the heading that stands above it, "" where another question comes first. It is a row of the same table:
             nothing else keeps it on the page of its question
    """
    rows = [_head(block)]
    if section:
        rows.insert(0, Row((Cell(texts(section, SECTION), SECTION_BOX, height=9),), heading=True))
    match block.body:
        case OneAnswer() as body:
            rows += _one(body, filled, message("form.hangul.answer", language))
        case Choices() as body:
            rows += _marks(body, filled)
        case Ranks() as body:
            rows += _ranks(body, filled)
        case Grid() as body:
            rows += grid_rows(body, filled, message("form.hangul.answer", language))
    if block.own_words:
        rows.append(_own_words(block.own_words, filled))
    table = Table(tuple(rows), WIDTH, above=3 if section else 0)
    return replace(table, split=table.height > _TALL)


def _head(block: Block) -> Row:
    paragraphs = list(texts(block.ask, ASK))
    if block.note:
        paragraphs += texts(block.note, SMALL)
    if block.asked_of:
        paragraphs += texts(block.asked_of, STRONG)
    if block.hints:
        paragraphs += texts(" ".join(block.hints), SMALL)
    number = label_cell(block.no, _NUMBER, box=HEAD_BOX)
    return Row((number, Cell(tuple(paragraphs), HEAD_BOX)), heading=True)


def _one(body: OneAnswer, filled: Filled, label: str) -> Iterator[Row]:
    cell = body.cell
    heading = label_cell(label, _NUMBER)
    if body.choices:
        yield from _chosen(body, filled, label)
    elif cell.kind in ("text", "open"):
        yield Row((heading, _given(cell, filled)))
    else:
        yield Row((heading, _given(cell, filled, _WRITTEN), text_cell(cell.unit)))


def _chosen(body: OneAnswer, filled: Filled, label: str) -> Iterator[Row]:
    """The options in cells, to be circled on paper, and at their right the cell to write in."""
    beside = max(_ANSWER, wide(label, LABEL) + 2)
    room = WIDTH - beside - _CHOSEN
    scale = body.cell.field.part.answer.kind == "scale" and len(body.choices) <= _POINTS
    rows = [Row(tuple(map(_point, body.choices)))] if scale else _options(body.choices, room)
    high = len(rows)
    answer = (
        replace(label_cell(label, beside), rows=high),
        replace(_given(body.cell, filled, _CHOSEN), rows=high),
    )
    yield Row((*rows[0].cells, *answer))
    yield from rows[1:]


def _options(choices: tuple[Choice, ...], width: float) -> list[Row]:
    many = columns_of([wide(_printed(choice)) for choice in choices], width, _ABREAST)
    cells = [Cell(_words(choice), TEXT_BOX, width / many) for choice in choices]
    return [filling_row(*cells[at : at + many], width=width) for at in range(0, len(cells), many)]


def _printed(choice: Choice) -> str:
    return f"{choice.sign} {choice.text} {choice.skip}".strip()


def _words(choice: Choice) -> tuple[Paragraph, ...]:
    pieces = [(f"{choice.sign} {choice.text}", BODY)]
    if choice.skip:
        pieces.append((f" {choice.skip}", STRONG))
    return (Paragraph(tuple(pieces)),)


def _point(choice: Choice) -> Cell:
    skip = texts(choice.skip, STRONG, CENTER) if choice.skip else ()
    return Cell((*texts(choice.sign, BODY, CENTER), *texts(choice.text, SMALL, CENTER), *skip), TEXT_BOX)


def _marks(body: Choices, filled: Filled) -> Iterator[Row]:
    pairs = list(zip(body.choices, body.cells, strict=True))
    longest = max(wide(_printed(choice)) for choice in body.choices)
    many = max(1, min(3, int(WIDTH // (longest + _MARK))))
    each = WIDTH / many - _MARK
    for at in range(0, len(pairs), many):
        cells = [
            one
            for choice, cell in pairs[at : at + many]
            for one in (_given(cell, filled, _MARK), Cell(_words(choice), TEXT_BOX, each))
        ]
        yield filling_row(*cells)


def _ranks(body: Ranks, filled: Filled) -> Iterator[Row]:
    yield from _options(body.choices, WIDTH)
    pairs = list(zip(body.headings, body.cells, strict=True))
    many = min(3, len(pairs))
    for at in range(0, len(pairs), many):
        cells = [
            one
            for heading, cell in pairs[at : at + many]
            for one in (label_cell(heading, _NUMBER), _given(cell, filled, WIDTH / many - _NUMBER))
        ]
        yield filling_row(*cells)


def _own_words(own: OwnWords, filled: Filled) -> Row:
    width = min(wide(own.label, BODY) + 4, WIDTH / 2)
    return Row((text_cell(own.label, width, LEFT), _given(own.cell, filled)))


def _given(cell: AnswerCell, filled: Filled, width: float = 0) -> Cell:
    return answer_cell(cell, filled.get(cell.field.name, ""), width)
