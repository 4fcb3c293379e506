"""Papers that were typed in twice: the two entries are compared cell by cell. The first is read; the second only tells
where one of the two is a slip.

Two cells are the same where they are read as the same answer, however they are written. The entries are compared as they
came, for the share of cells that differ measures the typing; what the list of corrections puts right counts as much as
before, but is settled and not told again. Papers whose response does not count are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from analysis.form.fields import Field, fields_of
from analysis.intake.columns.headings import inner_of
from analysis.intake.columns.matching import Matching
from analysis.intake.entry import papers
from analysis.language import percent
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.cellvalue import missing_codes
from analysis.responses.entry_cells import EntryCells, entry_cells
from analysis.responses.finding import NOT_SHOWN, Finding
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources

_ONE_BLANK = {True: "double_entry_second_blank", False: "double_entry_first_blank"}


class Paper(NamedTuple):
    """One row of an entry. row: its position in the sheet, the heading included."""

    matching: Matching
    row: int

    def reference(self, column: int) -> str:
        sheet = self.matching.sheet
        return sheet.reference(int(sheet.numbers[self.row]), column)


def check_double_entry(
    sources: Sources, second: Sequence[Matching], questionnaire: Questionnaire, log: Log
) -> None:
    """Tell where the first entries, which are among the `sources`, and the `second` differ, and which papers were
    typed once or have no number."""
    first = [matching for matching in sources.came or sources.matchings if matching.serial is not None]
    if not first:
        return
    firsts, seconds = _by_number(first, log), _by_number(second, log)
    rows = sum(len(matching.sheet) - matching.sheet.heading_rows for matching in first)
    if not second:
        log.add([_found(log, "double_entry_none", value=f"{rows:,}")])
        return
    for number, paper in firsts.items():
        if number not in seconds:
            log.add([_about_paper(log, "double_entry_only_first", number, paper)])
    for number, paper in seconds.items():
        if number not in firsts:
            log.add([_about_paper(log, "double_entry_only_second", number, paper)])
    comparison = _Comparison(sources, questionnaire, log)
    both = {
        number: (paper, seconds[number])
        for number, paper in firsts.items()
        if number in seconds and sources.counted[comparison.respondent(paper)]
    }
    if both:
        _compare(comparison, both)


def _by_number(matchings: Sequence[Matching], log: Log) -> dict[str, Paper]:
    """The papers of one entry by their numbers; of two of one number the first."""
    found: dict[str, Paper] = {}
    for matching in matchings:
        for row, number in enumerate(papers(matching), start=matching.sheet.heading_rows):
            paper = Paper(matching, row)
            if not number:
                log.add([_about_paper(log, "entry_no_number", number, paper)])
            elif (before := found.setdefault(number, paper)) is not paper:
                place = _place(before, _serial(before), seen_from=paper)
                log.add([_about_paper(log, "entry_number_twice", number, paper, place)])
    return found


def _compare(comparison: _Comparison, both: Mapping[str, tuple[Paper, Paper]]) -> None:
    filled: Counter[str] = Counter()
    fields = fields_of(comparison.questionnaire)
    for number, (one, other) in both.items():
        filled.update(comparison.cells(field, number, one, other) for field in fields)
    cells = filled["same"] + filled["differ"] + filled["settled"]
    different = filled["differ"] + filled["settled"]
    rate = percent(different, cells) if cells else "0.0"
    size = f"{len(both):,} × {len(fields):,}"
    log = comparison.log
    log.add([_found(log, "double_entry_compared", value=size, hint=f"{different:,} / {cells:,} ({rate}%)")])
    if filled["settled"]:
        log.add([_found(log, "double_entry_settled", value=f"{filled['settled']:,}")])


@dataclass
class _Comparison:
    sources: Sources
    questionnaire: Questionnaire
    log: Log

    def __post_init__(self) -> None:
        self._cells: dict[tuple[int, str], EntryCells | None] = {}
        self._sheets = {id(one): at for at, one in enumerate(self.sources.came or self.sources.matchings)}
        self._respondents = {
            (int(sheet), int(row)): at
            for at, (sheet, row) in enumerate(zip(self.sources.sheet, self.sources.row, strict=True))
        }
        self._corrected = {
            (found.file, found.sheet, found.cell) for found in self.log.told() if found.rule == "corrected"
        }

    def respondent(self, paper: Paper) -> int:
        """The position of the response that a paper of the first entry is."""
        return self._respondents[self._sheets[id(paper.matching)], paper.row]

    def cells(
        self, field: Field, number: str, one: Paper, other: Paper
    ) -> Literal["", "same", "differ", "settled"]:
        """Compare the cells of a field of one paper, and tell where they differ and nobody has settled it; "" where
        neither holds anything."""
        first, second = self._of(field, one.matching), self._of(field, other.matching)
        if first is None or second is None:
            return ""
        at = first.which[one.row], second.which[other.row]
        texts = [first.texts[at[0]], second.texts[at[1]]]
        if first.stands[at[0]] == second.stands[at[1]] or first.says(at[0]) == second.says(at[1]):
            return "same" if any(texts) else ""
        if self._settled(field, one, first.column):
            return "settled"
        self._tell(field, number, (one, first.column), (other, second.column), texts)
        return "differ"

    def _of(self, field: Field, matching: Matching) -> EntryCells | None:
        """The cells of the field in a sheet; None where it has no column for it."""
        known = (id(matching), field.name)
        if known not in self._cells:
            codes = missing_codes(self.questionnaire, self.questionnaire.question(field.part.question))
            self._cells[known] = entry_cells(field, matching, codes)
        return self._cells[known]

    def _settled(self, field: Field, paper: Paper, column: int) -> bool:
        """Whether the list of corrections names the cell of the first entry, or the answer it belongs to."""
        sheet = paper.matching.sheet
        if (sheet.file, sheet.name, paper.reference(column)) in self._corrected:
            return True
        return self.respondent(paper) in self.sources.corrected.get(field.part.key, {})

    def _tell(
        self, field: Field, number: str, one: tuple[Paper, int], other: tuple[Paper, int], texts: list[str]
    ) -> None:
        question = self.questionnaire.question(field.part.question)
        if question.private and not question.identifier:
            texts = [NOT_SHOWN if text else "" for text in texts]
        paper, column = one
        place = f"No. {number}, {_place(other[0], other[0].reference(other[1]), seen_from=paper)}"
        rule = "double_entry_differs" if all(texts) else _ONE_BLANK[bool(texts[0])]
        at = self.respondent(paper)
        found = _found(
            self.log,
            rule,
            respondent=self.sources.respondent[at].as_py(),
            question=question.no,
            part=inner_of(self.questionnaire, field.part.key, field.option.ko if field.option else ""),
            file=paper.matching.sheet.file,
            sheet=paper.matching.sheet.name,
            cell=paper.reference(column),
            value=texts[0] or texts[1],
            hint=f"'{texts[1]}' ({place})" if all(texts) else place,
        )
        self.log.tell(rule, question.no, [at], lambda at: found)


def _serial(paper: Paper) -> str:
    assert paper.matching.serial is not None
    return paper.reference(paper.matching.serial)


def _place(paper: Paper, cell: str, seen_from: Paper) -> str:
    """sheet › cell, after the file where that is another."""
    sheet, other = paper.matching.sheet, seen_from.matching.sheet
    file = sheet.file if sheet.file != other.file else ""
    return " › ".join(filter(None, (file, sheet.name, cell)))


def _about_paper(log: Log, rule: str, number: str, paper: Paper, hint: str = "") -> Finding:
    sheet = paper.matching.sheet
    return _found(
        log, rule, file=sheet.file, sheet=sheet.name, cell=_serial(paper), value=number, hint=hint
    )  # fmt: skip


def _found(log: Log, rule: str, **fields: str) -> Finding:
    return Finding(SEVERITY[rule], rule, survey=log.survey, **fields)
