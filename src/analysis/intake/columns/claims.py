"""Which columns belong to which part: one, or several that answer it together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.intake.columns.bare_options import bare_options
from analysis.intake.columns.combined import tick_columns
from analysis.intake.columns.headings import Claim, Headings, heading_key
from analysis.intake.columns.of_design import find_design
from analysis.intake.columns.ticks import are_ticks, have_no, ones_and_twos
from analysis.intake.sheet import Sheet
from analysis.questionnaire.question import Part, PartKey, RankingQuestion
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option


@dataclass(frozen=True)
class Claimed:
    """The columns (from 0) of a part, or of all ranks of a ranking.

    joined  the column that holds the whole answer
    ticks   option → its own column
    slots   number of a choice → its column
    ranks   how many ranks a ranking asks for whose options have a column each; else 0
    """

    options: Sequence[Option]
    joined: int | None = None
    ticks: Mapping[str, int] = field(default_factory=dict)
    slots: Mapping[int, int] = field(default_factory=dict)
    ranks: int = 0

    @property
    def first(self) -> int:
        columns = [*self.ticks.values(), *self.slots.values()]
        return min(columns) if self.joined is None else self.joined


@dataclass
class Found:
    """columns   part → its column, the first of several
    design    heading → columns that say how a respondent was drawn; one of them may answer a question too
    together  parts that several columns answer
    without   options without a column, of parts of which others have one and no column holds the whole answer
    strange   columns that nothing claims
    two_is_no parts whose ticks are 1 for yes and 2 for no
    """

    columns: dict[PartKey, int] = field(default_factory=dict)
    design: dict[str, tuple[int, ...]] = field(default_factory=dict)
    together: dict[PartKey, Claimed] = field(default_factory=dict)
    companions: dict[str, int] = field(default_factory=dict)
    without: dict[PartKey, tuple[str, ...]] = field(default_factory=dict)
    ignored: list[int] = field(default_factory=list)
    strange: list[int] = field(default_factory=list)
    clashes: list[tuple[int, int]] = field(default_factory=list)
    two_is_no: list[PartKey] = field(default_factory=list)


def claim_columns(sheet: Sheet, questionnaire: Questionnaire, headings: Headings) -> Found:
    """What each column of the sheet answers, by the first of its names that says so."""
    drawn = questionnaire.sample.design
    found = Found(design=find_design(sheet, drawn.headings if drawn else ()))
    of_design = frozenset(column for columns in found.design.values() for column in columns)
    claims: dict[Claim, int] = {}
    ignore = {heading_key(text) for text in questionnaire.ignore_columns}
    beside = ""  # the question whose columns stand immediately to the left
    for column in range(len(sheet.columns)):
        names = sheet.names(column) or ("",)
        if ignore.intersection(map(heading_key, names)):
            found.ignored.append(column)
            beside = ""
        elif claim := _claim(headings, names):
            _take(claims, claim, column, found)
            beside = claim.key.question
        elif column in of_design:
            beside = ""
        elif question := _companion(headings, names, beside):
            _take(found.companions, question, column, found)
        else:
            found.strange.append(column)
            beside = "" if sheet.columns[column].filled.any() else beside
    answered = frozenset(claim.key.question for claim in claims)
    for key, ticks in bare_options(sheet, found.strange, questionnaire, answered).items():
        claims |= {Claim(key, option): column for option, column in ticks.items()}
        found.strange = [column for column in found.strange if column not in ticks.values()]
    of_part: dict[PartKey, dict[Claim, int]] = defaultdict(dict)
    for claim, column in claims.items():
        of_part[claim.key][claim] = column
    for part in questionnaire.parts():
        key = part.key
        if key in of_part:
            _settle(sheet, part, key, of_part[key], found)
    for question in questionnaire.questions:
        if isinstance(question, RankingQuestion) and PartKey(question.id) in of_part:
            _settle_ranking(question, of_part[PartKey(question.id)], found)
    return found


def _claim(headings: Headings, names: Sequence[str]) -> Claim | None:
    """What the first name claims that claims anything; a number says less than the name of an option."""
    claims = [claim for name in names if (claim := headings.claim(name))]
    return next((claim for claim in claims if not claim.slot), claims[0] if claims else None)


def _take(taken: dict, what: Hashable, column: int, found: Found) -> None:
    if taken.setdefault(what, column) != column:
        found.clashes.append((taken[what], column))


def _companion(headings: Headings, names: Sequence[str], beside: str) -> str | None:
    if beside and any(headings.is_bare_other(name, beside) for name in names):
        return beside
    return next(filter(None, map(headings.companion, names)), None)


def _settle(sheet: Sheet, part: Part, key: PartKey, claims: Mapping[Claim, int], found: Found) -> None:
    """The columns that answer a part, be it one or several."""
    options: Sequence[Option] = getattr(part.answer, "options", ())
    joined = claims.get(Claim(key))
    ticks = {one.option: column for one, column in claims.items() if one.option}
    slots = {one.slot: column for one, column in claims.items() if one.slot}
    others = [option.id for option in options if option.other]
    if ticks and not set(ticks) - set(others):  # "A3. 기타" alone: what somebody wrote behind it
        for column in ticks.values():
            _take(found.companions, key.question, column, found)
        ticks = {}
    if not ticks and _numbers_are_ticks(sheet, options, slots, joined):
        ticks, slots = {options[number - 1].id: column for number, column in slots.items()}, {}
    if slots and (ticks or joined is not None):
        found.clashes.append((min(ticks.values()) if joined is None else joined, min(slots.values())))
    words_only = part.answer.kind == "single" and joined is not None and len(others) == 1
    if key.question in found.companions and len(others) == 1:
        column = found.companions[key.question]
        spelt_out = bool(ticks) and others[0] not in ticks and joined is None
        if spelt_out or (words_only and not (part.row or part.column) and _instead(sheet, joined, column)):
            ticks[others[0]] = found.companions.pop(key.question)
    if ticks or slots:
        found.together[key] = Claimed(options, joined, ticks, slots)
        found.columns[key] = found.together[key].first
        if ones_and_twos(tick_columns(sheet, options, list(ticks.items()))):
            found.two_is_no.append(key)
        if ticks and joined is None and (lacking := [one.ko for one in options if one.id not in ticks]):
            found.without[key] = tuple(lacking)
    elif joined is not None:
        found.columns[key] = joined


def _numbers_are_ticks(
    sheet: Sheet, options: Sequence[Option], numbered: Mapping[int, int], joined: int | None
) -> bool:
    """Whether "A3_1", "A3_2", … are options by their number, and not choices: they hold yes and no, no is among
    them, or there are as many as options. 1 and 2 may be choices, unless there are more options than two and all
    have a number."""
    if not numbered or max(numbered) > len(options):
        return False
    ticks = [(options[number - 1].id, column) for number, column in numbered.items()]
    columns = tick_columns(sheet, options, ticks)
    if len(numbered) == len(options) > 2 and ones_and_twos(columns):
        return True
    return are_ticks(columns) and (have_no(columns) or joined is not None or len(numbered) == len(options))


def _instead(sheet: Sheet, joined: int | None, words: int) -> bool:
    """Whether words stand beside the question only where its own cell is empty: SurveyMonkey writes an answer of
    one's own there and nowhere else. Its heading takes two rows."""
    if joined is None or sheet.heading_rows < 2:
        return False
    body = slice(sheet.heading_rows, None)
    both = sheet.columns[joined].filled[body] & sheet.columns[words].filled[body]
    return not both.any() and bool(sheet.columns[words].filled[body].any())


def _settle_ranking(question: RankingQuestion, claims: Mapping[Claim, int], found: Found) -> None:
    """The options of a ranking that have a column each answer all its ranks."""
    ticks = {one.option: column for one, column in claims.items()}
    parts = [PartKey(question.id, "", str(rank)) for rank in range(1, question.ranks + 1)]
    claimed = Claimed(question.options, ticks=ticks, ranks=question.ranks)
    for part in parts:
        if part in found.columns:
            found.clashes.append((found.columns[part], claimed.first))
        found.columns[part] = claimed.first
        found.together[part] = claimed
    if lacking := [option.ko for option in question.options if option.id not in ticks]:
        found.without[PartKey(question.id)] = tuple(lacking)
