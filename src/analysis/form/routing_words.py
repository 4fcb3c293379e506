"""Who is asked a question, in words: "A6에서 ‘민간위탁’이나 ‘중앙부처 지정·위탁’을 고르셨을 때만 답해 주십시오.\""""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

from analysis.form.unit import amount_in_unit
from analysis.language import message
from analysis.questionnaire.answer import Scale
from analysis.questionnaire.condition import (
    COMPARISONS,
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
from analysis.questionnaire.question import Part, PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!="}
_OTHER = {"all": "any", "any": "all"}


def asked_of(condition: Condition, questionnaire: Questionnaire, language: str) -> str:
    """Who is asked a question of this condition."""

    def part_of(name: Name) -> tuple[Part, str]:
        question = questionnaire.question(name.question)
        key = PartKey(name.question, name.row, name.column)
        parts = question.parts()
        named = [part for part in parts if part.key == key or (name.over and part.column == name.column)]
        part = _first(named, name)
        return part, _numbered(question, part, language, over=bool(name.over))

    return message("form.asked_of", language, when=_Told(part_of, language).when(condition))


def asked_in_row(condition: Condition, grid: Question, language: str) -> str:
    """Of whom a column of a grid is asked; the condition names columns of the same row."""

    def part_of(name: Name) -> tuple[Part, str]:
        part = _first([part for part in grid.parts() if part.column == name.question], name)
        words = part.column_words.text(language) if part.column_words else name.question
        return part, message("form.quoted", language, text=words)

    return message("form.asked_in_row", language, when=_Told(part_of, language).when(condition))


def numbered(questionnaire: Questionnaire, key: PartKey, language: str) -> str:
    """What an answer is called on the form: "C1-2", of a table "B1 ‘정규직 · 현원’"."""
    question = questionnaire.question(key.question)
    part = next(part for part in question.parts() if part.key == key)
    return _numbered(question, part, language)


def _first(parts: Sequence[Part], name: Name) -> Part:
    if not parts:
        raise ValueError(f"a condition names {name}, which is no answer")
    return parts[0]


def either(names: Sequence[str], language: str) -> str:
    """ "‘a’", "‘a’ 또는 ‘b’", "‘a’, ‘b’ 또는 ‘c’"."""
    *others, last = names or ("",)
    return message("form.either", language, others=", ".join(others), last=last) if others else last


def _numbered(question: Question, part: Part, language: str, over: bool = False) -> str:
    words = () if over else (part.row_words,)
    named = [one.text(language) for one in (*words, part.column_words) if one]
    quoted = message("form.quoted", language, text=" · ".join(named)) if named else ""
    return " ".join(filter(None, (question.no, quoted)))


class _Told:
    """A condition in words. part_of gives the part that a name stands for, and what it is called."""

    def __init__(self, part_of: Callable[[Name], tuple[Part, str]], language: str) -> None:
        self.part_of, self.language = part_of, language

    def when(self, condition: Condition) -> str:
        """Without an ending, which the sentence around it brings."""
        return self._told(condition, negated=False)

    def _say(self, key: str, **fields: object) -> str:
        return message(f"form.when.{key}", self.language, **fields)

    def _told(self, condition: Condition, negated: bool) -> str:
        match condition:
            case Not():
                return self._told(condition.term, not negated)
            case And() | Or():
                both = isinstance(condition, And) != negated  # not (a and b) is (not a) or (not b)
                terms = [self._nested(term, negated) for term in condition.terms]
                return self._say("and" if both else "or").join(terms)
            case Atom():
                return self._atom(condition, negated)
        raise TypeError(condition)

    def _nested(self, term: Condition, negated: bool) -> str:
        inner = term.term if isinstance(term, Not) else term
        told = self._told(term, negated)
        return f"({told})" if isinstance(inner, And | Or) else told

    def _atom(self, atom: Atom, negated: bool) -> str:
        part, name = self.part_of(atom.name)
        over = _OTHER.get(atom.name.over, "") if negated else atom.name.over
        if over:
            name = self._say(f"{over}_rows", name=name)
        match atom:
            case Answered():
                return self._say("not_answered" if negated else "answered", name=name)
            case Is():
                options = [self._label(part, option) for option in atom.options]
            case Has():
                options = [self._label(part, atom.option)]
                return self._chosen("not_marked" if negated else "chosen", name, options)
            case Count():
                sign = _OPPOSITE[atom.operator] if negated else atom.operator
                sign, number = _whole(sign, atom.number)
                count = self._say(f"count.{_NAMES[sign]}", number=written(number))
                return self._say("counted", name=name, count=count)
            case Compare() if isinstance(part.answer, Scale):
                holds = COMPARISONS[atom.operator]
                points = part.answer.scale.points
                chosen = [point for point in points if bool(holds(int(point.id), atom.number)) != negated]
                return self._chosen("chosen", name, [point.text(self.language) for point in chosen])
            case Compare():
                sign = _OPPOSITE[atom.operator] if negated else atom.operator
                number = amount_in_unit(atom.number, part.answer, self.language)
                amount = self._say(f"amount.{_NAMES[sign]}", number=number)
                return self._say("compared", name=name, amount=amount)
            case _:
                raise TypeError(atom)
        return self._chosen("not_chosen" if negated else "chosen", name, options)

    def _chosen(self, key: str, name: str, options: list[str]) -> str:
        quoted = [message("form.quoted", self.language, text=text) for text in options]
        return self._say(key, name=name, options=either(quoted, self.language))

    def _label(self, part: Part, option: str) -> str:
        (label,) = [one.text(self.language) for one in part.answer.choices if one.id == option]
        return label


def _whole(sign: str, number: float) -> tuple[str, float]:
    """The same comparison of what is counted in whole numbers, with one that is whole and is meant too."""
    match sign:
        case "<":
            return "<=", ceil(number) - 1
        case "<=":
            return "<=", floor(number)
        case ">":
            return ">=", floor(number) + 1
        case ">=":
            return ">=", ceil(number)
    return sign, number


_NAMES = {"<": "less", "<=": "at_most", "=": "just", ">=": "at_least", ">": "more", "!=": "other"}
