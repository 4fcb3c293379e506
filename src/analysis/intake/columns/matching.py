"""Columns find their questions: exactly, or not at all. What is nearly right is suggested, never taken."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.intake.columns.claims import Claimed, claim_columns
from analysis.intake.columns.combined import combine
from analysis.intake.columns.heading_row import IN_A_COPY, IN_A_COPY_EN, refusal, refuse_other_headings
from analysis.intake.columns.heading_rows import settle_heading
from analysis.intake.columns.headings import heading_key, headings_of, inner_of, name_of
from analysis.intake.columns.ranked import ranks_of
from analysis.intake.columns.tool_columns import is_tool_column
from analysis.intake.columns.turned import refuse_turned
from analysis.intake.errors import IntakeError
from analysis.intake.forms.facts import FormFacts
from analysis.intake.personal import masked
from analysis.intake.sheet import AnswerFile, Sheet, SheetColumn
from analysis.language.particle import particle
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire

_NUMBER = re.compile(r"\s*([A-Za-z]*\d+(?:[-_]\d+)*)\b")
_ALIKE = 0.75  # share of letters in common from which a heading is suggested (difflib's ratio)
_SUGGEST_UP_TO = 100  # columns; a file with more strange ones is another file


@dataclass(frozen=True)
class Unmatched:
    """A column that belongs to no question.

    answers  how many cells below the heading hold anything
    near     the heading that may have been meant, or ""; `part` is what it names, with no row and column where only
             the question is known, and `words` what stands in its brackets
    """

    column: int
    heading: str
    answers: int = 0
    near: str = ""
    part: PartKey | None = None
    words: str = ""


@dataclass(frozen=True)
class Matching:
    """columns     the column (from 0) of each part that has one; the first where several answer it together
    companions  the column in which a question's 기타 is spelt out
    unmatched   columns that hold something, for which the questionnaire has no question
    tool        columns that hold something that the survey tool adds by itself
    ignored     columns that the questionnaire says to ignore
    clashes     pairs of columns that claim one part
    without     options without a column, of parts whose other options have one each
    two_is_no   parts whose options have a column each that holds 1 for yes and 2 for no
    design      the columns of each heading that says how a respondent was drawn; not among the unmatched
    form        of a form that one respondent filled in, what it says besides; None of a table
    serial      the column of the numbers of the papers that were typed in; None where nothing was typed from paper
    """

    sheet: Sheet
    columns: Mapping[PartKey, int]
    companions: Mapping[str, int] = field(default_factory=dict)
    unmatched: tuple[Unmatched, ...] = ()
    tool: tuple[int, ...] = ()
    ignored: tuple[int, ...] = ()
    clashes: tuple[tuple[int, int], ...] = ()
    without: Mapping[PartKey, tuple[str, ...]] = field(default_factory=dict)
    two_is_no: tuple[PartKey, ...] = ()
    claimed: Mapping[PartKey, Claimed] = field(default_factory=dict, repr=False)
    design: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    form: FormFacts | None = None
    serial: int | None = None
    _combined: dict[PartKey, SheetColumn] = field(default_factory=dict, init=False, repr=False, compare=False)

    def cells(self, key: PartKey) -> SheetColumn:
        """What answers the part, row by row of the sheet, the heading included.

        Several columns that answer it together are one; the values of its cells are `combined.Chosen`.
        """
        claimed = self.claimed.get(key)
        if claimed is None:
            return self.sheet.columns[self.columns[key]]
        if key not in self._combined:
            if claimed.ranks:
                columns = ranks_of(self.sheet, claimed.options, tuple(claimed.ticks.items()), claimed.ranks)
                for rank, column in enumerate(columns, start=1):
                    self._combined[PartKey(key.question, "", str(rank))] = column
            else:
                self._combined[key] = combine(
                    self.sheet,
                    claimed.options,
                    claimed.joined,
                    tuple(claimed.ticks.items()),
                    [claimed.slots[number] for number in sorted(claimed.slots)],
                )
        return self._combined[key]


def match_columns(sheet: Sheet, questionnaire: Questionnaire) -> Matching:
    """Which column answers which part of the questionnaire.

    The sheet of the result has its heading put together, where that takes several rows.
    """
    headings = headings_of(questionnaire)
    sheet = settle_heading(sheet, headings, questionnaire.heading_rows)
    found = claim_columns(sheet, questionnaire, headings)
    strange = [column for column in found.strange if sheet.columns[column].filled.any()]
    keys = [part.key for part in questionnaire.parts()]
    absent = {name_of(questionnaire, key): (key, "") for key in keys if key not in found.columns}
    for key, options in found.without.items():
        absent |= {name_of(questionnaire, key, option): (key, option) for option in options}
    unmatched = _with_suggestions(sheet, strange, absent, questionnaire)
    tool = tuple(one.column for one in unmatched if not one.near and is_tool_column(one.heading))
    return Matching(
        sheet,
        found.columns,
        found.companions,
        tuple(one for one in unmatched if one.column not in tool),
        tool,
        tuple(found.ignored),
        tuple(found.clashes),
        found.without,
        tuple(found.two_is_no),
        found.together,
        found.design,
    )


def choose_sheets(
    answers: AnswerFile, questionnaire: Questionnaire
) -> tuple[tuple[Matching, ...], tuple[Sheet, ...]]:
    """All sheets that hold answers, in the order of the file; and those that seem to, but cannot be read.

    First the sheet whose columns answer most of the questionnaire; besides it those whose columns answer the same
    parts, and those that answer more than half as many and say who answered. Where they do not say so, they may go on
    with the respondents of another sheet.

    Raises IntakeError where no sheet answers any of it, where a form lies on its side, where the heading is not
    where it should be, where there are no answers below it, and where two columns of a sheet claim one part.
    """
    matchings = [match_columns(sheet, questionnaire) for sheet in answers.sheets]
    best = _best(matchings, answers, questionnaire)
    naming = {question.id for question in questionnaire.questions if question.identifier}
    headings = headings_of(questionnaire)
    read, unread = [], []
    for sheet, matching in zip(answers.sheets, matchings, strict=True):
        if matching is best:
            read.append(matching)
            continue
        try:
            refuse_other_headings(matching.sheet, headings, questionnaire.heading_rows)
        except IntakeError:
            unread.append(sheet)
            continue
        same = set(matching.columns) == set(best.columns)
        if not same and len(matching.columns) * 2 <= len(best.columns):
            continue
        if len(matching.sheet) <= matching.sheet.heading_rows:
            continue
        if not same and naming.isdisjoint(key.question for key in matching.columns):
            unread.append(sheet)
            continue
        if matching.clashes:
            raise _clash(matching.sheet, *matching.clashes[0])
        read.append(matching)
    return tuple(read), tuple(unread)


def _best(matchings: list[Matching], answers: AnswerFile, questionnaire: Questionnaire) -> Matching:
    best = max(matchings, key=lambda matching: len(matching.columns))
    headings = headings_of(questionnaire)
    for matching in [best] if best.columns else matchings:
        refuse_turned(matching.sheet, headings)
        refuse_other_headings(matching.sheet, headings, questionnaire.heading_rows)
    if not best.columns:
        raise _nothing_matches(answers, questionnaire)
    if len(best.sheet) <= best.sheet.heading_rows:
        raise _no_answers(best.sheet)
    if best.clashes:
        raise _clash(best.sheet, *best.clashes[0])
    return best


def _nothing_matches(answers: AnswerFile, questionnaire: Questionnaire) -> IntakeError:
    seen = masked(", ".join(text for text in answers.sheets[0].heading if text.strip()))[:120]
    part = next(questionnaire.parts())
    example = name_of(questionnaire, part.key)
    return IntakeError(
        f"{answers.file}: 질문지와 맞는 열이 하나도 없습니다. 첫 줄에 문항 제목(예: '{example}')이 있어야 합니다. "
        f"지금 첫 줄: {seen}",
        f"{answers.file}: not one column belongs to the questionnaire. The first row must hold the questions "
        f"(such as '{example}'). It now holds: {seen}",
    )


def _clash(sheet: Sheet, first: int, second: int) -> IntakeError:
    one, other = map(sheet.head, (first, second))
    heading = sheet.heading[second].strip()
    return refusal(
        sheet,
        f"{one}{particle(one, '과/와')} {other}{particle(other, '이/가')} 같은 문항의 열입니다('{heading}'). {IN_A_COPY} 하나를 빼거나 제목을 고친 것을 "
        "넣어 주십시오.",
        f"{one} and {other} are columns of one question ('{heading}'). {IN_A_COPY_EN}, and put it in without one of "
        "them or with its heading mended.",
    )


def _no_answers(sheet: Sheet) -> IntakeError:
    return IntakeError(
        f"{sheet.place}: 제목 {sheet.heading_rows}줄만 있고 응답이 한 줄도 없습니다.",
        f"{sheet.place}: there is a heading of {sheet.heading_rows} rows, but not a single row of answers.",
    )


def _with_suggestions(
    sheet: Sheet, strange: list[int], absent: Mapping[str, tuple[PartKey, str]], questionnaire: Questionnaire
) -> tuple[Unmatched, ...]:
    """absent: the headings that no column has, with the part and the words of the option they name."""
    names = {heading_key(name): name for name in absent}
    numbers: dict[str, list[str]] = defaultdict(list)
    for name, (key, _) in absent.items():
        numbers[questionnaire.question(key.question).no].append(name)

    def near(heading: str) -> tuple[str, PartKey, str] | None:
        if close := difflib.get_close_matches(heading_key(heading), names, n=1, cutoff=_ALIKE):
            name = names[close[0]]
            key, option = absent[name]
            return name, key, inner_of(questionnaire, key, option)
        number = _NUMBER.match(heading)
        of_number = numbers.get(number[1], []) if number else []
        if not of_number:
            return None
        key, option = absent[of_number[0]]
        if len(of_number) == 1:
            return of_number[0], key, inner_of(questionnaire, key, option)
        return name_of(questionnaire, PartKey(key.question)), PartKey(key.question), ""

    unmatched = []
    for position, column in enumerate(strange):
        answers = int(sheet.columns[column].filled[sheet.heading_rows :].sum())
        names_of_column = sheet.names(column) if position < _SUGGEST_UP_TO else ()
        found = next(filter(None, map(near, names_of_column)), None) or ("", None, "")
        unmatched.append(Unmatched(column, sheet.heading[column], answers, *found))
    return tuple(unmatched)
