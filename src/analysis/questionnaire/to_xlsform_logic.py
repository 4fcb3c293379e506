"""Conditions and limits of a questionnaire as the expressions of an XLSForm (XPath in small).

An absent answer is an empty text there, and a comparison with it is a plain true or false. Here such a comparison is
neither, so a `not` is carried down to the comparisons, each of which then asks for an answer as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
from analysis.questionnaire.words import Option

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
        answered = f"{one} != ''"
        match atom:
            case Answered():
                return answered if true else f"{one} = ''"
            case Is(_, options):
                codes = [self.code(part, option) for option in options_of(part) if option.id in options]
                if true:
                    said = " or ".join(f"{one} = '{code}'" for code in codes)
                    return said if len(codes) == 1 else f"({said})"
                return "(" + " and ".join([answered, *(f"{one} != '{code}'" for code in codes)]) + ")"
            case Has(_, name):
                (chosen,) = (option for option in options_of(part) if option.id == name)
                said = f"selected({one}, '{self.code(part, chosen)}')"
                return said if true else f"({answered} and not({said}))"
            case Count(_, sign, number):
                said = f"count-selected({one}) {_sign(sign, true)} {written(number)}"
                of_nothing = bool(COMPARISONS[sign](0, number)) == true
                return f"({answered} and {said})" if of_nothing else said
            case Compare(_, sign, number):
                amount = number / part.answer.won if isinstance(part.answer, Money) else number
                said = f"{one} {_sign(sign, true)} {written(amount)}"
                return f"({answered} and {said})" if sign == "=" and not true else said


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
