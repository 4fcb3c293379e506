"""Filters that are built of questions: `(questions.region == "서울") & (questions.outlook <= 2)`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real
from typing import Any, NoReturn

from analysis.errors import DureError
from analysis.explore.where import Where, read_where
from analysis.language import LANGUAGES, message
from analysis.questionnaire.condition import written
from analysis.questionnaire.questionnaire import Questionnaire

_QUOTES = ("''", '""', "‘’", "“”")  # any of which `where.py` reads


class ConditionError(DureError):
    """Filters that are joined in a way that Python understands otherwise than it was meant."""


@dataclass(frozen=True, eq=False)
class Filter:
    """A filter, which goes wherever `where` does. Joined by &, | and ~, each side in brackets."""

    questionnaire: Questionnaire
    where: Where
    language: str = "ko"

    def __and__(self, other: Filter) -> Filter:
        return self._joined("and", other)

    def __or__(self, other: Filter) -> Filter:
        return self._joined("or", other)

    def __rand__(self, other: object) -> NoReturn:
        # & binds more tightly than ==, so that 'a == "b" & (c == 1)' joins "b" with the filter.
        _refuse("brackets")

    __ror__ = __rand__

    def __invert__(self) -> Filter:
        return self._read(f"not ({self})")

    def __bool__(self) -> NoReturn:
        # "a and b" would silently be b.
        _refuse("and")

    def __str__(self) -> str:
        return self.where.text

    def __repr__(self) -> str:
        return f"{self.where.words.text(self.language)}  [{self.where.text}]"

    def _joined(self, word: str, other: Filter) -> Filter:
        if not isinstance(other, Filter):
            _refuse("brackets")
        return self._read(f"({self}) {word} ({other})")

    def _read(self, text: str) -> Filter:
        return Filter(self.questionnaire, read_where(text, self.questionnaire), self.language)


class Compared:
    """What respondents answered: comparing it gives a `Filter`. str() is its name in filters.

    Raises what `read_where` raises: NoSuchName for an option that is none, WhereError for a comparison that the
    answers do not allow.
    """

    def __init__(self, name: str, questionnaire: Questionnaire, language: str) -> None:
        self._name, self._questionnaire, self._language = name, questionnaire, language

    def __str__(self) -> str:
        return self._name

    __hash__ = object.__hash__  # two questions are never "the same": == asks something else

    def __eq__(self, other: object) -> Filter:  # type: ignore[override]
        return self._filter("==", _value(other))

    def __ne__(self, other: object) -> Filter:  # type: ignore[override]
        return self._filter("!=", _value(other))

    def __lt__(self, other: object) -> Filter:
        return self._filter("<", _value(other))

    def __le__(self, other: object) -> Filter:
        return self._filter("<=", _value(other))

    def __gt__(self, other: object) -> Filter:
        return self._filter(">", _value(other))

    def __ge__(self, other: object) -> Filter:
        return self._filter(">=", _value(other))

    def isin(self, options: Iterable[object]) -> Filter:
        """Who gave one of these answers, as in pandas."""
        return self._filter("in", f"[{', '.join(map(_value, options))}]")

    def answered(self) -> Filter:
        """Who gave an answer."""
        return self._read(f"answered({self})")

    def _unbracketed(self, _: object) -> NoReturn:
        _refuse("brackets")

    __and__ = __rand__ = __or__ = __ror__ = _unbracketed

    def _filter(self, operator: str, value: str) -> Filter:
        return self._read(f"{self} {operator} {value}")

    def _read(self, text: str) -> Filter:
        return Filter(self._questionnaire, read_where(text, self._questionnaire), self._language)


def _value(value: Any) -> str:
    if isinstance(value, Real) and not isinstance(value, bool):
        return written(float(value))
    text = str(value)
    left, right = next((pair for pair in _QUOTES if not set(pair) & set(text)), _QUOTES[0])
    return f"{left}{text}{right}"


def _refuse(rule: str) -> NoReturn:
    raise ConditionError(*(message(f"explore.questions.{rule}", language) for language in LANGUAGES))
