"""Conditions and limits of a questionnaire as the expressions of an XLSForm (XPath in small).

An absent answer is an empty text there, and a comparison with it is a plain true or false. Here such a comparison is
neither, so a `not` is carried down to the comparisons, each of which then asks for an answer as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from analysis.questionnaire.answer import Date, Money, Multi, Number, Scale, Single
from analysis.questionnaire.condition import (
    COMPARISONS,
    And,
    Answered,
    Compare,
    Condition,
    Count,
    Has,
    Is,
    Name,
    Not,
    Or,
    written,
)
from analysis.questionnaire.question import Part, PartKey
from analysis.questionnaire.routing import parse
from analysis.questionnaire.words import Option, Words

PLAIN = re.compile(r"[\w.-]+\Z")
_OPPOSITE = {"<": ">=", "<=": ">", "=": "!=", ">=": "<", ">": "<="}


class Logic:
    """What the expressions of one form are made of.

    parts  every answer by its key; names: what the form calls it; code: what it calls an option of an answer
    """

    def __init__(
        self, parts: Mapping[PartKey, Part], names: Mapping[PartKey, str], code: Callable[[Part, Option], str]
    ) -> None:
        self.parts, self.names, self.code = parts, names, code

    def relevant(self, condition: str, row: PartKey | None = None) -> str:
        """The expression of an `ask_if`; of the column of a grid in the row of `row`."""
        return self._of(parse(condition), True, row)

    def _of(self, condition: Condition, true: bool, row: PartKey | None) -> str:
        match condition:
            case Not(term):
                return self._of(term, not true, row)
            case And(terms) | Or(terms):
                word = " and " if isinstance(condition, And) == true else " or "
                return "(" + word.join(self._of(term, true, row) for term in terms) + ")"
        assert isinstance(condition, Answered | Is | Has | Compare | Count)
        keys = self._meant(condition.name, row)
        word = " or " if (condition.name.over == "any") == true else " and "
        said = [self._atom(condition, key, true) for key in keys]
        return said[0] if len(said) == 1 else "(" + word.join(said) + ")"

    def _meant(self, name: Name, row: PartKey | None) -> list[PartKey]:
        """The answers that a name stands for."""
        if row is not None:  # the condition of a column names another column of the same row
            return [PartKey(row.question, row.row, name.question)]
        if name.over:
            return [key for key in self.parts if (key.question, key.column) == (name.question, name.column)]
        return [PartKey(name.question, name.row, name.column)]

    def _atom(self, atom: Answered | Is | Has | Compare | Count, key: PartKey, true: bool) -> str:
        one, part = f"${{{self.names[key]}}}", self.parts[key]
        match atom:
            case Answered():
                return _answered(one, part) if true else _unanswered(one, part)
            case Is(_, options):
                named = [option for option in options_of(part) if option.id in options]
                if true:
                    return self._one_of(one, part, named)
                if isinstance(part.answer, Scale):  # the box beside it is no other point
                    return self._one_of(one, part, [point for point in options_of(part) if point not in named])
                said = (f"{one} != '{self.code(part, option)}'" for option in named)
                return "(" + " and ".join([f"{one} != ''", *said]) + ")"
            case Has(_, name):
                (chosen,) = (option for option in options_of(part) if option.id == name)
                said = f"selected({one}, '{self.code(part, chosen)}')"
                return said if true else f"({one} != '' and not({said}))"
            case Count(_, sign, number):
                return _counted(one, part, sign, number, true)
            case Compare(_, sign, number):
                if isinstance(part.answer, Scale):  # a code is no number to every form: the points are named
                    holds = COMPARISONS[sign]
                    points = enumerate(options_of(part), start=1)
                    return self._one_of(one, part, [point for at, point in points if holds(at, number) == true])
                amount = number / part.answer.won if isinstance(part.answer, Money) else number
                said = f"{one} {_sign(sign, true)} {written(amount)}"
                return f"({one} != '' and {said})" if sign == "=" and not true else said

    def _one_of(self, one: str, part: Part, options: Sequence[Option]) -> str:
        """That one of these was chosen; of none of them, what never holds."""
        said = " or ".join(f"{one} = '{self.code(part, option)}'" for option in options)
        return (said if len(options) == 1 else f"({said})") if said else _never(one)


def _answered(one: str, part: Part) -> str:
    box = _box(part)
    return f"({one} != '' and {one} != '{box}')" if box else f"{one} != ''"


def _unanswered(one: str, part: Part) -> str:
    """Empty, or the box beside a scale, which is no answer."""
    box = _box(part)
    return f"({one} = '' or {one} = '{box}')" if box else f"{one} = ''"


def _box(part: Part) -> str:
    apart = part.answer.not_applicable if isinstance(part.answer, Scale) else None
    return beside(apart) if apart else ""


def _counted(one: str, part: Part, sign: str, number: float, true: bool) -> str:
    """How many were chosen, of those who chose: where any number does, or none, the form is not asked to count."""
    nothing, *some = (
        bool(COMPARISONS[sign](chosen, number)) == true for chosen in range(len(options_of(part)) + 1)
    )
    if len({*some}) == 1:
        return f"{one} != ''" if some[0] else _never(one)
    said = f"count-selected({one}) {_sign(sign, true)} {written(number)}"
    return f"({one} != '' and {said})" if nothing else said


def _never(one: str) -> str:
    return f"({one} = '' and {one} != '')"


def beside(words: Words) -> str:
    """What stands for the box beside a scale: what it says, for that is how it is known in the answers."""
    plain = "".join(words.ko.split())
    return plain if PLAIN.match(plain) else "N/A"


def options_of(part: Part) -> tuple[Option, ...]:
    """What can be chosen: options, or the points of a scale."""
    match part.answer:
        case Single() | Multi():
            return part.answer.options
        case Scale():
            return part.answer.scale.points
    return ()


def _sign(sign: str, true: bool) -> str:
    return sign if true else _OPPOSITE[sign]


def constraint(answer: object, alone: list[str], after: str = "") -> str:
    """What an answer has to fulfil; alone: codes that stand alone; after: the name of a date that has to be earlier."""
    terms = []
    match answer:
        case Number() | Money():
            terms += [f". >= {written(answer.min)}"] if answer.min is not None else []
            terms += [f". <= {written(answer.max)}"] if answer.max is not None else []
        case Date():
            terms += [f". >= date('{answer.min.isoformat()}')"] if answer.min else []
            terms += [f". <= date('{answer.max.isoformat()}')"] if answer.max else []
        case Multi():
            terms += [f"count-selected(.) <= {answer.max_choices}"] if answer.max_choices else []
            terms += [f"not(selected(., '{code}') and count-selected(.) > 1)" for code in alone]
    return " and ".join([*terms, *([f"(${{{after}}} = '' or . > ${{{after}}})"] if after else [])])
