"""The counts of the frame, as somebody wrote them, become margins of the questions that they name.

A line is of one question and one option. A question may be named by its id, number or words, an option by its id or
words. "A + B" is a category of two options; "region × type", "A × B" one of the answers to two questions.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from analysis.intake.margins import MarginLine
from analysis.language.text import match_key, normalise
from analysis.questionnaire.question import Question, SingleQuestion
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option, Words
from analysis.tables.weighting.problems import Problem, WeightingError, problem

SAME_TOTAL = 0.005  # by how much sums that should be the same may differ
_CROSSED = re.compile(r"\s*[×✕*]\s*")
_MERGED = re.compile(r"\s*\+\s*")
_COUNT = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%|명|개|곳)?")
Codes = tuple[str, ...]  # an option of each question


@dataclass(frozen=True)
class Category:
    """codes: of whom it is made. population: how many of the frame, or which share of it, is in it."""

    label: Words
    codes: frozenset[Codes]
    population: float


@dataclass(frozen=True)
class FrameMargin:
    """How the frame divides over the options of one question, or over those of several together.

    shares  population is a share of the frame, not a count
    place   of its first line
    """

    questions: tuple[SingleQuestion, ...]
    categories: tuple[Category, ...]
    shares: bool
    place: tuple[str, str]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(question.id for question in self.questions)

    @property
    def label(self) -> Words:
        return joined(" × ", [question.label for question in self.questions])

    @property
    def total(self) -> float:
        return math.fsum(category.population for category in self.categories)

    @property
    def category_of(self) -> Mapping[Codes, int]:
        return {codes: at for at, category in enumerate(self.categories) for codes in category.codes}


def frame_margins(questionnaire: Questionnaire, lines: Iterable[MarginLine]) -> tuple[FrameMargin, ...]:
    """The margins of a list, in its order. Raises WeightingError with all that is wrong with it: a question or an
    option that is not there or twice, a number that is none or below 0, an option of a question without a line.

    An answer to several questions that has no line is not in the frame.
    """
    reading = _Reading(questionnaire)
    margins = tuple(reading.margins(lines))
    if reading.problems:
        raise WeightingError(reading.problems)
    return margins


class _Reading:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.problems: list[Problem] = []
        self.named: dict[str, Question] = {}
        for question in reversed(questionnaire.questions):
            texts = (question.label.en, question.label.ko, question.ask.en, question.ask.ko)
            for name in (*texts, question.no, question.id):
                if name:
                    self.named[match_key(name)] = question

    def margins(self, lines: Iterable[MarginLine]) -> Iterator[FrameMargin]:
        of: dict[tuple[str, ...], list[MarginLine]] = {}
        asked: dict[tuple[str, ...], tuple[SingleQuestion, ...]] = {}
        refused = set[str]()
        for line in lines:
            if line.question in refused:
                continue
            if questions := self.questions(line):
                ids = tuple(question.id for question in questions)
                asked[ids] = questions
                of.setdefault(ids, []).append(line)
            else:
                refused.add(line.question)
        for ids, questions in asked.items():
            yield self.margin(questions, of[ids])

    def questions(self, line: MarginLine) -> tuple[SingleQuestion, ...] | None:
        """None where one of them is not there, or has other answers than one option."""
        whole = self.named.get(match_key(line.question))
        names = [line.question] if whole else _CROSSED.split(normalise(line.question))
        found = []
        for name in names:
            question = self.named.get(match_key(name))
            if question is None:
                near = difflib.get_close_matches(match_key(name), self.named, n=1)
                rule = "misspelt_question" if near else "unknown_question"
                hint = self.named[near[0]].id if near else ""
                self.problems.append(problem(rule, line.place, name=name, nearest=hint))
            elif not isinstance(question, SingleQuestion):
                self.problems.append(problem("not_single", line.place, name=name, kind=question.kind))
            else:
                found.append(question)
        return tuple(found) if len(found) == len(names) else None

    def margin(self, questions: tuple[SingleQuestion, ...], lines: list[MarginLine]) -> FrameMargin:
        categories, units = [], set[str]()
        taken: dict[Codes, MarginLine] = {}
        whole = True
        for line in lines:
            codes = self.codes(questions, line)
            number, unit = self.number(line)
            whole = whole and bool(codes)
            if twice := next((one for one in codes if one in taken), None):
                first = " ".join(taken[twice].place)
                self.problems.append(problem("twice", line.place, option=line.option, first=first))
            taken |= dict.fromkeys(codes, line)
            units.add("%" if unit == "%" else "")
            if codes:
                categories.append(Category(_label(questions, codes), codes, number))
        label = joined(" × ", [question.label for question in questions])
        if whole and len(questions) == 1:
            missing = [option for option in questions[0].options if (option.id,) not in taken]
            if missing:
                named = joined(", ", missing)
                self.problems.append(
                    problem("no_line", (lines[0].place[0], ""), question=label, options=named)
                )
        if len(units) > 1:
            self.problems.append(problem("mixed", (lines[0].place[0], ""), question=label))
        return self.shares(FrameMargin(questions, tuple(categories), units == {"%"}, lines[0].place), lines)

    def shares(self, margin: FrameMargin, lines: list[MarginLine]) -> FrameMargin:
        """Numbers that add up to 1 are shares as well as those with %, which have to add up to 100."""
        total = margin.total
        if margin.shares and abs(total / 100 - 1) > SAME_TOTAL:
            given = f"{total:g}%"
            told = problem("not_the_whole", (lines[0].place[0], ""), question=margin.label, total=given)
            self.problems.append(told)
        if margin.categories and not total > 0:
            self.problems.append(problem("nobody_in_frame", (lines[0].place[0], ""), question=margin.label))
        return replace(margin, shares=margin.shares or abs(total - 1) <= SAME_TOTAL)

    def codes(self, questions: tuple[SingleQuestion, ...], line: MarginLine) -> frozenset[Codes]:
        """The answers that a line is about; none where one is not known."""
        names = [line.option] if len(questions) == 1 else _CROSSED.split(normalise(line.option))
        if len(names) != len(questions):
            told = problem("not_crossed", line.place, option=line.option, number=len(questions))
            self.problems.append(told)
            return frozenset()
        chosen = [self.options(question, name, line) for question, name in zip(questions, names, strict=True)]
        return frozenset(product(*chosen))

    def options(self, question: SingleQuestion, name: str, line: MarginLine) -> list[str]:
        """One option, or several with + between."""
        known = {
            match_key(text): option.id
            for option in question.options
            for text in (option.en, option.ko, option.id)
            if text
        }
        if match_key(name) in known:
            return [known[match_key(name)]]
        found = []
        for one in _MERGED.split(normalise(name)):
            if match_key(one) in known:
                found.append(known[match_key(one)])
            else:
                listed = ", ".join(f"{option.ko}({option.id})" for option in question.options)
                told = problem(
                    "unknown_option", line.place, option=one, question=question.label, known=listed
                )
                self.problems.append(told)
                return []
        return found

    def number(self, line: MarginLine) -> tuple[float, str]:
        read = _COUNT.fullmatch(normalise(line.population))
        number = float(read[1].replace(",", "")) if read else 0.0
        if read is None or number < 0:
            self.problems.append(
                problem("negative" if read else "no_number", line.place, value=line.population)
            )
        return number, read[2] or "" if read else ""


def _label(questions: tuple[SingleQuestion, ...], codes: frozenset[Codes]) -> Words:
    parts = []
    for at, question in enumerate(questions):
        chosen = {code[at] for code in codes}
        parts.append(joined(" + ", [option for option in question.options if option.id in chosen]))
    return joined(" × ", parts)


def joined(between: str, words: Iterable[Words | Option]) -> Words:
    """The words one after the other, in both languages."""
    words = list(words)
    return Words(
        ko=between.join(one.text("ko") for one in words), en=between.join(one.text("en") for one in words)
    )
