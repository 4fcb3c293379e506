"""Reads the conditions of `ask_if`: a small language to be read aloud, parsed by hand, never run as code.

has_contact is yes                                   one option was chosen
incorporation in [keep, oppose]                      … or one of several
participated has none or count(participated) <= 2    of a question with several answers
overall_satisfaction <= 2                            < <= = >= > with a number or the position on a scale
answered(founded), not answered(founded)             whether there is an answer
staff.full_time.women > 0                            a cell of a grid: grid.row or grid.row.column
all(service_use.used) is no, any(channel) <= 2       every row of a grid, at least one: grid.column or grid

condition  = all { "or" all }
all        = term { "and" term }
term       = "not" term | "(" condition ")" | said
said       = "answered" "(" name ")" | "count" "(" name ")" comparison | what "is" option
           | what "in" "[" option { "," option } "]" | what "has" option | what comparison
comparison = ( "<" | "<=" | "=" | ">=" | ">" ) number
what       = name | ( "all" | "any" ) "(" id [ "." id ] ")"
name       = id [ "." id [ "." id ] ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

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
)  # fmt: skip
from analysis.questionnaire.problem import RoutingError

OVER_ROWS = frozenset(("all", "any"))  # before a bracket; elsewhere they may be ids
RESERVED = frozenset(("and", "or", "not", "is", "in", "has", "answered", "count"))
MAX_DEPTH = 50


class _Token(NamedTuple):
    kind: str  # word, sign (which the words of the language are too) or end
    text: str
    position: int


def parse(text: str) -> Condition:
    """The condition that `text` writes; RoutingError with the position of what cannot be read."""
    return Parser(text).whole()


class Parser:
    """Recursive descent, a method a rule of the grammar above.

    pattern: what a token is. Its groups are the kinds of token; a sign that is no word has one that is `sign`.
    """

    pattern = re.compile(r"\s*(?:(?P<word>[a-z0-9_]+)|(?P<sign><=|>=|\S))")

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = self._tokens(text)
        self.token = next(self.rest)
        self.depth = 0

    def _tokens(self, text: str) -> Iterator[_Token]:
        for found in self.pattern.finditer(text):
            kind = str(found.lastgroup)
            word = found[kind]
            yield _Token("sign" if word in RESERVED else kind, word, found.start(kind) + 1)
        yield _Token("end", "", len(text) + 1)

    def fail(self, expected: str) -> NoReturn:
        raise RoutingError(self.text, self.token.position, self.token.text, expected)

    def pop(self) -> str:
        taken, self.token = self.token.text, next(self.rest, self.token)
        return taken

    def takes(self, sign: str) -> bool:
        """Whether the next token is `sign`; then it is taken."""
        found = self.token.kind == "sign" and self.token.text == sign
        if found:
            self.pop()
        return found

    def need(self, sign: str, expected: str) -> None:
        if not self.takes(sign):
            self.fail(expected)

    def word(self, expected: str) -> str:
        return self.pop() if self.token.kind == "word" else self.fail(expected)

    def whole(self) -> Condition:
        """The condition that the whole text writes."""
        condition = self.any_of()
        if self.token.kind != "end":
            self.fail("and_or_end")
        return condition

    def any_of(self) -> Condition:
        terms = [self.all_of()]
        while self.takes("or"):
            terms.append(self.all_of())
        return terms[0] if len(terms) == 1 else Or(tuple(terms))

    def all_of(self) -> Condition:
        terms = [self.term()]
        while self.takes("and"):
            terms.append(self.term())
        return terms[0] if len(terms) == 1 else And(tuple(terms))

    def term(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail("less_depth")
        condition = self.negated_or_nested()
        self.depth -= 1
        return condition

    def negated_or_nested(self) -> Condition:
        if self.takes("not"):
            return Not(self.term())
        if not self.takes("("):
            return self.atom()
        condition = self.any_of()
        self.need(")", "closing")
        return condition

    def atom(self) -> Condition:
        if self.takes("answered"):
            return Answered(self.name_in_parentheses())
        if self.takes("count"):
            return Count(self.name_in_parentheses(), *self.comparison())
        name = self.what()
        if self.takes("is"):
            return Is(name, (self.word("option"),))
        if self.takes("has"):
            return Has(name, self.word("option"))
        if self.takes("in"):
            return Is(name, self.options())
        return Compare(name, *self.comparison())

    def options(self) -> tuple[str, ...]:
        self.need("[", "list")
        options = [self.word("option")]
        while self.takes(","):
            options.append(self.word("option"))
        self.need("]", "list_end")
        return tuple(options)

    def comparison(self) -> tuple[str, float]:
        sign = next((sign for sign in COMPARISONS if self.takes(sign)), None) or self.fail("comparison")
        minus = "-" if self.takes("-") else ""
        number = self.digits()
        if self.takes("."):
            number += "." + self.digits()
        return sign, float(minus + number)

    def digits(self) -> str:
        return self.pop() if self.token.text.isascii() and self.token.text.isdigit() else self.fail("number")

    def name_in_parentheses(self) -> Name:
        self.need("(", "opening")
        name = self.name()
        self.need(")", "closing")
        return name

    def what(self) -> Name:
        name = self.name()
        if str(name) not in OVER_ROWS or not self.takes("("):
            return name
        question = self.word("question")
        column = self.word("column") if self.takes(".") else ""
        self.need(")", "closing")
        return Name(question, column=column, over=name.question)

    def name(self) -> Name:
        steps = [self.word("question")]
        while len(steps) < 3 and self.takes("."):
            steps.append(self.word("row"))
        return Name(*steps)
