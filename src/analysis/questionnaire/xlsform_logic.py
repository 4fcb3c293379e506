"""What the expressions of an XLSForm mean for a questionnaire, as far as it can say the same.

A `relevant` becomes a condition (`ask_if`), a `constraint` bounds, a number of choices, or options that stand alone.
XPath knows no absent answer: an empty text is compared like any other. Where that makes an expression true,
`not answered(…)` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from analysis.questionnaire.xlsform_expression import Expression, Joined, Negated, NotExpressible, Said, parse

_Number = TypeVar("_Number", int, float)


class Asked(NamedTuple):
    """What conditions may say of a question: its id, its kind, and its options by code."""

    id: str
    kind: str
    options: Mapping[str, str]


@dataclass
class Limits:
    """What a constraint limits: numbers, the number of choices, and the codes that stand alone."""

    least: float | None = None
    most: float | None = None
    choices: int | None = None
    alone: list[str] = field(default_factory=list)


def condition(text: str, asked: Mapping[str, Asked]) -> str:
    """The `ask_if` of a `relevant`, over the questions `asked` before it. Raises NotExpressible."""
    return _write(parse(text), asked, True, "")


def limits(text: str, whole_numbers: bool) -> Limits:
    """What a `constraint` limits. Raises NotExpressible, also where it says more than that."""
    found = Limits()
    for term in _conjuncts(parse(text)):
        if not (_bound(term, found, whole_numbers) or _choices(term, found)):
            raise NotExpressible(text)
    return found


def _write(expression: Expression, asked: Mapping[str, Asked], true: bool, around: str) -> str:
    """The expression, or its opposite where `true` is False, inside an "and" or "or" (`around`)."""
    match expression:
        case Negated(term):
            return _write(term, asked, not true, around)
        case Joined(word, terms):
            word = word if true else {"and": "or", "or": "and"}[word]
            written = f" {word} ".join(dict.fromkeys(_write(term, asked, true, word) for term in terms))
            return f"({written})" if around not in ("", word) else written
        case Said():
            return _comparison(expression, asked, true, around)


def _comparison(said: Said, asked: Mapping[str, Asked], true: bool, around: str) -> str:
    if said.left not in asked:
        raise NotExpressible(said.left)
    question = asked[said.left]
    name, sign, right = question.id, said.sign, said.right
    if right == "" and said.what == "compare" and sign in ("=", "!="):
        return f"answered({name})" if true == (sign == "!=") else f"not answered({name})"
    if sign == "!=":
        true, sign = not true, "="
    holds_of_nothing = False
    if said.what == "count" and question.kind == "multi":
        written, holds_of_nothing = f"count({name}) {sign} {_number(right)}", _compare(0, sign, float(right))
    elif question.kind in ("single", "multi") and sign == "=" and right in question.options:
        if question.kind == "multi" and said.what != "selected":
            raise NotExpressible(right)
        written = f"{name} {'is' if question.kind == 'single' else 'has'} {question.options[right]}"
    elif question.kind == "number" and said.what == "compare":
        written = f"{name} {sign} {_number(right)}"
    else:
        raise NotExpressible(right)
    if not true:
        written, holds_of_nothing = f"not {written}", not holds_of_nothing
    if not holds_of_nothing:
        return written
    either = f"not answered({name}) or {written}"
    return f"({either})" if around == "and" else either


def _number(text: str) -> str:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise NotExpressible(text)
    return text


def _compare(one: float, sign: str, other: float) -> bool:
    return {"=": one == other, "<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other}[
        sign
    ]


def _conjuncts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Joined) and expression.word == "and":
        for term in expression.terms:
            yield from _conjuncts(term)
    else:
        yield expression


def _bound(term: Expression, found: Limits, whole_numbers: bool) -> bool:
    """`. > 0 and . <= 120` of numbers, `count-selected(.) <= 3` of choices."""
    if not isinstance(term, Said) or term.left != "." or term.what == "selected":
        return False
    try:
        number = float(term.right)
    except ValueError:
        return False
    step = {"<": -1, ">": 1}.get(term.sign, 0)
    if term.what == "count":
        if not term.sign.startswith("<"):
            return False
        found.choices = _tighter(min, int(number) + step, found.choices)
    elif term.sign.startswith(">") and (whole_numbers or not step):
        found.least = _tighter(max, number + step, found.least)
    elif term.sign.startswith("<") and (whole_numbers or not step):
        found.most = _tighter(min, number + step, found.most)
    else:
        return False
    return True


def _tighter(
    tighter: Callable[[_Number, _Number], _Number], bound: _Number, other: _Number | None
) -> _Number:
    """Of two bounds on one side the one that allows less."""
    return bound if other is None else tighter(bound, other)


def _choices(term: Expression, found: Limits) -> bool:
    """Codes that stand alone: `not(selected(., 'x') and count-selected(.) > 1)`, or
    `(not(selected(., 'x')) and not(selected(., 'y'))) or count-selected(.) = 1`."""
    match term:
        case Negated(Joined("and", (Said("selected", ".", _, code), Said("count", ".", ">", "1")))):
            found.alone.append(code)
            return True
        case Joined("or", (absent, Said("count", ".", ("=" | "<="), "1"))):
            codes = [_absent(one) for one in _conjuncts(absent)]
            found.alone += [code for code in codes if code is not None]
            return None not in codes
    return False


def _absent(term: Expression) -> str | None:
    match term:
        case Negated(Said("selected", ".", _, code)):
            return code
    return None
