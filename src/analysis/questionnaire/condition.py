"""Conditions of the routing: what they are made of, and how they are judged over whole columns of answers.

Three-valued (Kleene): a comparison with an absent answer is neither true nor false, and neither is its `not`.
Only `answered(x)` is always one of the two. A question is asked where its condition is true; so it is not
asked where the answer it hangs on is absent, unless the condition asks about absence.
"""

from __future__ import annotations

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
COMPARISONS: dict[str, Callable[..., Mask]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


@dataclass(frozen=True)
class Answers:
    """The answers of one part, an array entry a respondent.

    codes     the different answers: option ids as text, several joined by "|"; "" where absent
    which     each respondent's position in `codes`
    number    numbers, won, scale positions; nan where absent or no number
    answered  where there is an answer
    open      where it is not known what the answer is, and everything is to be taken for possible
    """

    codes: NDArray[np.str_]
    which: NDArray[np.integer[Any]]
    number: NDArray[np.float64]
    answered: Mask
    open: Mask | np.bool_ = np.False_


class Values(Protocol):
    """Where conditions find answers."""

    def __call__(self, question: str, row: str, column: str) -> Answers:
        """The answers of one part."""

    def rows(self, question: str) -> tuple[str, ...]:
        """The ids of a question's rows."""


class Verdict(NamedTuple):
    """Where a condition is true and where it is false; neither where an answer is absent, and where one is `open`
    both that may be."""

    true: Mask
    false: Mask


class Name(NamedTuple):
    """A part as a condition names it: `question`, `grid.row` or `grid.row.column`.

    over  "all" or "any": a part in every row, or in at least one, as in `all(grid.column)`; row is then ""
    """

    question: str
    row: str = ""
    column: str = ""
    over: str = ""

    def __str__(self) -> str:
        name = ".".join(filter(None, (self.question, self.row, self.column)))
        return f"{self.over}({name})" if self.over else name


class Condition(ABC):
    """What `ask_if` says. str() gives text that parses back to an equal condition."""

    def evaluate(self, values: Values) -> Mask:
        """Where the condition is true, an entry a respondent; `values` gives the answers of a part."""
        return self.verdict(values).true

    @abstractmethod
    def verdict(self, values: Values) -> Verdict:
        """Where it is true and where it is false; over an absent answer it is neither."""

    @abstractmethod
    def atoms(self) -> Iterator[Atom]:
        """The comparisons it is made of, in the order written."""

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the questions it names, in the order written."""
        return tuple(dict.fromkeys(atom.name.question for atom in self.atoms()))


@dataclass(frozen=True)
class Atom(Condition):
    """Something said of one part."""

    name: Name

    def atoms(self) -> Iterator[Atom]:
        yield self

    def verdict(self, values: Values) -> Verdict:
        question, row, column, over = self.name
        if not over:
            return self._possible(values(question, row, column))
        rows = [self._possible(values(question, row, column)) for row in values.rows(question)]
        return _all(rows) if over == "all" else _any(rows)

    def _possible(self, answers: Answers) -> Verdict:
        true, false = self.of(answers)
        return Verdict(true | answers.open, false | answers.open)

    def of(self, answers: Answers) -> Verdict:
        """The verdict on one part."""
        holds = self.holds(answers)
        return Verdict(answers.answered & holds, answers.answered & ~holds)

    @abstractmethod
    def holds(self, answers: Answers) -> Mask:
        """Whether it is so; what this says of an absent answer does not count."""


@dataclass(frozen=True)
class Answered(Atom):
    def holds(self, answers: Answers) -> Mask:
        return answers.answered

    def of(self, answers: Answers) -> Verdict:
        return Verdict(answers.answered, ~answers.answered)

    def __str__(self) -> str:
        return f"answered({self.name})"


@dataclass(frozen=True)
class Is(Atom):
    """`x is yes`, `x in [keep, oppose]`: the option chosen is one of these."""

    options: tuple[str, ...]

    def holds(self, answers: Answers) -> Mask:
        return np.isin(answers.codes, self.options)[answers.which]

    def __str__(self) -> str:
        one = len(self.options) == 1
        return f"{self.name} is {self.options[0]}" if one else f"{self.name} in [{', '.join(self.options)}]"


@dataclass(frozen=True)
class Has(Atom):
    """`x has none`: the option is among those chosen."""

    option: str

    def holds(self, answers: Answers) -> Mask:
        has = [self.option in code.split("|") for code in answers.codes.tolist()]
        return np.array(has, dtype=bool)[answers.which]

    def __str__(self) -> str:
        return f"{self.name} has {self.option}"


@dataclass(frozen=True)
class Compare(Atom):
    """`x <= 2`; a scale by the position of its point, an amount in won."""

    operator: str
    number: float

    def holds(self, answers: Answers) -> Mask:
        return COMPARISONS[self.operator](answers.number, self.number)

    def __str__(self) -> str:
        return f"{self.name} {self.operator} {written(self.number)}"


@dataclass(frozen=True)
class Count(Atom):
    """`count(x) <= 2`: how many options were chosen."""

    operator: str
    number: float

    def holds(self, answers: Answers) -> Mask:
        chosen = [len(code.split("|")) if code else 0 for code in answers.codes.tolist()]
        return COMPARISONS[self.operator](np.array(chosen, dtype=float), self.number)[answers.which]

    def __str__(self) -> str:
        return f"count({self.name}) {self.operator} {written(self.number)}"


@dataclass(frozen=True)
class Not(Condition):
    term: Condition

    def verdict(self, values: Values) -> Verdict:
        true, false = self.term.verdict(values)
        return Verdict(false, true)

    def atoms(self) -> Iterator[Atom]:
        return self.term.atoms()

    def __str__(self) -> str:
        return f"not {_grouped(self.term, And, Or)}"


@dataclass(frozen=True)
class And(Condition):
    terms: tuple[Condition, ...]

    def verdict(self, values: Values) -> Verdict:
        return _all([term.verdict(values) for term in self.terms])

    def atoms(self) -> Iterator[Atom]:
        for term in self.terms:
            yield from term.atoms()

    def __str__(self) -> str:
        return " and ".join(_grouped(term, And, Or) for term in self.terms)


@dataclass(frozen=True)
class Or(Condition):
    terms: tuple[Condition, ...]

    def verdict(self, values: Values) -> Verdict:
        return _any([term.verdict(values) for term in self.terms])

    def atoms(self) -> Iterator[Atom]:
        for term in self.terms:
            yield from term.atoms()

    def __str__(self) -> str:
        return " or ".join(_grouped(term, Or) for term in self.terms)


def _all(verdicts: Sequence[Verdict]) -> Verdict:
    true, false = zip(*verdicts, strict=True)
    return Verdict(np.logical_and.reduce(true), np.logical_or.reduce(false))


def _any(verdicts: Sequence[Verdict]) -> Verdict:
    true, false = zip(*verdicts, strict=True)
    return Verdict(np.logical_or.reduce(true), np.logical_and.reduce(false))


def written(number: float) -> str:
    """A number as a condition writes it: `2`, `0.5`, never `5e-1`."""
    return np.format_float_positional(number, trim="-")


def _grouped(term: Condition, *looser: type[Condition]) -> str:
    """In parentheses where it would otherwise be read as part of what stands around it."""
    return f"({term})" if isinstance(term, looser) else str(term)
