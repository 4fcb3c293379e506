"""The expressions of an XLSForm (XPath in small): comparisons of one answer with a text or a number, joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^}]+?)\s*\}|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<word>[A-Za-z][\w-]*)|(?P<sign>!=|<=|>=|[=<>(),.])|(?P<bad>\S))"
)
SIGNS = ("=", "!=", "<", "<=", ">", ">=")
_TURNED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


class NotExpressible(Exception):
    """An expression that no questionnaire can say."""


@dataclass(frozen=True)
class Said:
    """One comparison.

    what  selected: an option is among those chosen; count: how many were; compare: the answer itself
    left  the name of a question, "." for the answer that the expression is about
    """

    what: Literal["selected", "compare", "count"]
    left: str
    sign: str
    right: str


@dataclass(frozen=True)
class Joined:
    word: Literal["and", "or"]
    terms: tuple[Expression, ...]


@dataclass(frozen=True)
class Negated:
    term: Expression


Expression = Said | Joined | Negated


def parse(text: str) -> Expression:
    """The expression; NotExpressible for what is none of those above."""
    parser = _Parser(text)
    expression = parser.joined("or")
    if parser.kind != "end":
        raise NotExpressible(text)
    return expression


class _Parser:
    def __init__(self, text: str) -> None:
        self.source = text
        self.tokens = _tokens(text)
        self.kind, self.text = next(self.tokens)
        self.depth = 0

    def pop(self) -> str:
        taken = self.text
        self.kind, self.text = next(self.tokens, ("end", ""))
        return taken

    def takes(self, text: str) -> bool:
        found = self.kind in ("sign", "word") and self.text == text
        if found:
            self.pop()
        return found

    def need(self, text: str) -> None:
        if not self.takes(text):
            raise NotExpressible(self.source)

    def joined(self, word: Literal["and", "or"]) -> Expression:
        inner: Callable[[], Expression] = self.term if word == "and" else lambda: self.joined("and")
        terms = [inner()]
        while self.takes(word):
            terms.append(inner())
        return terms[0] if len(terms) == 1 else Joined(word, tuple(terms))

    def term(self) -> Expression:
        self.depth += 1
        if self.depth > 50:
            raise NotExpressible(self.source)
        try:
            if self.takes("not"):
                self.need("(")
                return Negated(self.closed())
            if self.takes("("):
                return self.closed()
            if self.takes("selected"):
                self.need("(")
                left = self.answer()
                self.need(",")
                code = self.literal()
                self.need(")")
                return Said("selected", left, "=", code)
            return self.comparison()
        finally:
            self.depth -= 1

    def closed(self) -> Expression:
        inner = self.joined("or")
        self.need(")")
        return inner

    def comparison(self) -> Expression:
        left, counted = self.operand()
        if self.kind != "sign" or self.text not in SIGNS:
            raise NotExpressible(self.source)
        sign = self.pop()
        right, also_counted = self.operand()
        if left.startswith("'") == right.startswith("'") or also_counted:  # two answers, or two texts
            raise NotExpressible(self.source)
        if left.startswith("'"):
            left, right, sign = right, left, _TURNED[sign]
        return Said("count" if counted else "compare", left, sign, right[1:])

    def operand(self) -> tuple[str, bool]:
        """A name, or a text or number behind a quote; and whether the choices of it are counted."""
        if self.takes("count-selected"):
            self.need("(")
            name = self.answer()
            self.need(")")
            return name, True
        if self.kind in ("text", "number"):
            return f"'{self.literal()}", False
        return self.answer(), False

    def answer(self) -> str:
        if self.kind != "name" and not (self.kind == "sign" and self.text == "."):
            raise NotExpressible(self.source)
        return self.pop()

    def literal(self) -> str:
        if self.kind not in ("text", "number"):
            raise NotExpressible(self.source)
        is_text = self.kind == "text"
        return self.pop()[1:-1] if is_text else self.pop()


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for found in _TOKEN.finditer(text):
        yield str(found.lastgroup), found[str(found.lastgroup)]
    yield "end", ""
