"""What a data entry workbook offers and marks while somebody types: drop-downs with a word of help, cells in red that
cannot be read, cells in yellow that do not go together.

Nothing is stopped: the typist writes what stands on the paper, and whoever looks through it sees the colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.form.body import Choices, Ranks, Table, Total
from analysis.form.entry.columns import EntryColumn
from analysis.form.entry.lists import EntryLists
from analysis.language import message
from analysis.questionnaire.answer import Date, Money, Number
from analysis.questionnaire.questionnaire import Questionnaire

MARKS = ("1", "○", "〇", "O", "V", "✓", "✔", "√", "●", "예", "0", "아니오")  # of them the last two say no
_NO_ANSWER = ("무응답", "모름", "해당없음", "응답거절", "비공개", "no answer", "don't know", "N/A", "refused")
_YEARS = (1900, 2100)
_LONGEST_HELP, _LONGEST_TITLE = 255, 32  # letters, as Excel takes them
_ERROR = 1e-6


class Check(NamedTuple):
    """A formula that is true of the first row where something is wrong there; `looks` is "invalid" or "doubtful"."""

    formula: str
    looks: str


class Cells(NamedTuple):
    """Where a column begins below the headings."""

    row: int
    column: int

    @property
    def here(self) -> str:
        """The cell, as formulas name it."""
        return xl_rowcol_to_cell(self.row, self.column)

    @property
    def held(self) -> str:
        """The same with its column held fast."""
        return xl_rowcol_to_cell(self.row, self.column, col_abs=True)


def words_of(column: EntryColumn, questionnaire: Questionnaire) -> tuple[str, ...]:
    """What may be typed where there is no answer."""
    codes = {**questionnaire.missing, **column.block.question.missing}
    return tuple(
        dict.fromkeys((*_NO_ANSWER, *(code for code, meaning in codes.items() if meaning != "answer")))
    )


def column_checks(
    column: EntryColumn, at: Cells, lists: EntryLists, questionnaire: Questionnaire
) -> Iterator[Check]:
    """What is looked at in one cell."""
    if column.cell.kind in ("text", "open"):
        return
    words = lists.place(words_of(column, questionnaire))
    filled = f"LEN(TRIM({at.here}))>0"
    no_word = f"ISNA(MATCH(TRIM({at.here}),{words},0))"
    answer = column.cell.field.part.answer
    match column.cell.kind:
        case "choice":
            known = f"ISNA(MATCH(TRIM({at.here}),{lists.place(column.cell.choices)},0))"
            own_words = answer.takes_own_words  # read as 기타
            strange = f"=AND({filled},{no_word},{known},NOT({_is_number_of(column, at)}))"
            yield Check(strange, "doubtful" if own_words else "invalid")
        case "mark":
            option = column.cell.field.option
            if option is None or not option.other:  # words of one's own may stand there
                known = f"ISNA(MATCH(TRIM({at.here}),{lists.place(MARKS)},0))"
                yield Check(f"=AND({filled},{no_word},{known})", "invalid")
        case "number" | "money":
            assert isinstance(answer, Number | Money)
            bounds = [f"{at.here}{sign}{bound:.15g}" for sign, bound in (("<", answer.min), (">", answer.max))
                      if bound is not None]  # fmt: skip
            if bounds:
                yield Check(f"=AND(ISNUMBER({at.here}),OR({','.join(bounds)}))", "invalid")
            if not answer.approximate:
                yield Check(f"=AND({filled},{no_word},NOT(ISNUMBER({at.here})))", "doubtful")
        case "date":
            assert isinstance(answer, Date)
            least = answer.min.year if answer.min else _YEARS[0]
            most = answer.max.year if answer.max else _YEARS[1]
            year = f"VALUE(LEFT(TRIM({at.here}),4))"
            right = f"IFERROR(AND({year}>={least},{year}<={most}),FALSE)"
            yield Check(f"=AND({filled},{no_word},NOT({right}),NOT(ISNUMBER({at.here})))", "invalid")


def question_checks(columns: Sequence[EntryColumn], first: Cells) -> Iterator[tuple[int, Check]]:
    """What is looked at in the cells of one question together, with the position of the cell that is marked.

    columns: those of the question, from `first` on, without the line for own words.
    """
    cells = [Cells(first.row, first.column + at) for at in range(len(columns))]
    row = f"{cells[0].held}:{cells[-1].held}"
    body = columns[0].block.body
    if isinstance(body, Choices):
        if body.at_most:
            for at, cell in enumerate(cells):
                yield at, Check(f"=AND(LEN({cell.here})>0,COUNTA({row})>{body.at_most})", "doubtful")
        for column, alone in zip(columns, cells, strict=True):
            if column.cell.field.option and column.cell.field.option.exclusive:
                for at, cell in enumerate(cells):
                    both = f"LEN({alone.held})>0,LEN({cell.here})>0,COUNTA({row})>1"
                    yield at, Check(f"=AND({both})", "doubtful")
    if isinstance(body, Ranks):
        for at, cell in enumerate(cells):
            yield at, Check(f"=AND(LEN({cell.here})>0,COUNTIF({row},{cell.here})>1)", "doubtful")


def sum_check(total: Total, row: str, other: str) -> Check:
    """The cells of `row` add up to what they should; other: the cell of the answer that says it, "" for a number."""
    wanted = f"({other}*{total.times:.15g})" if other else f"{total.value or 0:.15g}"
    slack = f"{total.slack:.15g}*ABS{wanted}+{_ERROR}" if other else f"{total.slack + _ERROR:.15g}"
    given = f"COUNT({row})>0" + (f",ISNUMBER({other})" if other else "")
    return Check(f"=AND({given},ABS(SUM({row})-{wanted})>{slack})", "doubtful")


def total_of(columns: Sequence[EntryColumn]) -> Total | None:
    body = columns[0].block.body
    return body.total if isinstance(body, Table) else None


def help_of(column: EntryColumn, language: str) -> dict[str, str]:
    """Title and text of what is shown beside a cell that is being typed in; nothing where there is nothing to say."""
    said = _help(column, language)
    if not said:
        return {}
    return {"input_title": column.heading[:_LONGEST_TITLE], "input_message": said}


def _help(column: EntryColumn, language: str) -> str:
    def say(key: str, **fields: object) -> str:
        return message(f"form.entry.help.{key}", language, **fields)

    cell = column.cell
    match cell.kind:
        case "choice":
            listed = say("choice", options=numbered(column))
            return listed if len(listed) <= _LONGEST_HELP else say("choice_long")
        case "mark":
            return say("mark")
        case "number" | "money":
            return say("number", unit=cell.unit) if cell.unit else say("plain_number")
        case "date":
            return say("date")
    return ""


def numbered(column: EntryColumn) -> str:
    """The choices with the numbers that may be typed for them: "1 서울  2 부산"; what has none stands alone."""
    takes = takes_number(column)
    texts = (
        f"{at}\N{NO-BREAK SPACE}{text}" if at <= takes else text
        for at, text in enumerate(column.cell.choices, start=1)
    )
    return "   ".join(texts)


def takes_number(column: EntryColumn) -> int:
    """Up to which number the choices may be typed by number: not where they are numbers themselves, and not the
    box beside a scale."""
    answer = column.cell.field.part.answer
    numbers = answer.kind != "scale" and any(_is_a_number(choice.ko) for choice in answer.choices)
    return 0 if numbers else len(answer.choices)


def _is_number_of(column: EntryColumn, at: Cells) -> str:
    most = takes_number(column)
    value = f"VALUE({at.here})"
    return f"IFERROR(AND({value}>=1,{value}<={most},INT({value})={value}),FALSE)" if most else "FALSE"


def _is_a_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdecimal()
