"""A filter in words: "지역: 서울", "상근자 수 5 이상"."""

from __future__ import annotations

from analysis.form.unit import amount_in_unit
from analysis.language import message
from analysis.questionnaire.condition import (
    And,
    Answered,
    Atom,
    Compare,
    Condition,
    Count,
    Has,
    Is,
    Name,
    Not,
    Or,
    written,
)  # fmt: skip
from analysis.questionnaire.question import Part
from analysis.questionnaire.questionnaire import Questionnaire

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!="}
_NAMES = {"<": "less", "<=": "at_most", "=": "just", ">=": "at_least", ">": "more", "!=": "other"}
_OTHER = {"all": "any", "any": "all"}


def condition_words(condition: Condition, questionnaire: Questionnaire, language: str) -> str:
    """Whom the condition is true for, as a heading says it."""
    return _Told(questionnaire, language).told(condition, negated=False)


class _Told:
    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        self.questionnaire, self.language = questionnaire, language

    def told(self, condition: Condition, negated: bool) -> str:
        match condition:
            case Not():
                return self.told(condition.term, not negated)
            case And() | Or():
                both = isinstance(condition, And) != negated
                terms = []
                for term in condition.terms:
                    words = self.told(term, negated)
                    inner = term.term if isinstance(term, Not) else term
                    terms.append(f"({words})" if isinstance(inner, And | Or) else words)
                return self._say("and" if both else "or").join(terms)
            case Atom():
                return self._atom(condition, negated)
        raise TypeError(condition)

    def _atom(self, atom: Atom, negated: bool) -> str:
        part, name = self._part(atom.name)
        over = _OTHER.get(atom.name.over, "") if negated else atom.name.over
        if over:
            name = self._say(over, name=name)
        match atom:
            case Answered():
                return self._say("not_answered" if negated else "answered", name=name)
            case Is() | Has():
                ids = atom.options if isinstance(atom, Is) else (atom.option,)
                labels = [one.text(self.language) for one in part.answer.choices if one.id in ids]
                if len(labels) > 1:  # labels have dots and words for "or" of their own
                    labels = [self._say("quoted", option=label) for label in labels]
                listed = self._say("either").join(labels)
                return self._say("not_chosen" if negated else "chosen", name=name, options=listed)
            case Count() | Compare():
                sign = _NAMES[_OPPOSITE[atom.operator] if negated else atom.operator]
                if isinstance(atom, Count):
                    number = self._say("choices", number=written(atom.number))
                else:
                    number = amount_in_unit(atom.number, part.answer, self.language)
                return self._say(sign, name=name, number=number)
        raise TypeError(atom)

    def _part(self, name: Name) -> tuple[Part, str]:
        question = self.questionnaire.question(name.question)
        part = next(
            part
            for part in question.parts()
            if part.column == name.column and (name.over or part.row == name.row)
        )
        words = [None if name.over else part.row_words, part.column_words]
        named = [one.text(self.language) for one in words if one]
        return part, " · ".join((question.label.text(self.language), *named))

    def _say(self, key: str, **fields: object) -> str:
        return message(f"explore.where.{key}", self.language, **fields)
