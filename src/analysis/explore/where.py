"""Filters: `where="region == '서울' and staff_total >= 5"`, parsed and judged over whole columns, never run as code.

The language of `ask_if`, with what people who know other languages write besides:

region == '서울', region is seoul      an option, by its id or its words
region != '서울'                       answered, and something else
region in ['서울', '부산']              one of several; round brackets do, too
programmes == '교육'                   of several answers: among them (`has`)
C2 <= 2, '전반적 만족도' <= 2            a question by its printed number or its words
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import DureError
from analysis.explore.where_words import condition_words
from analysis.language import LANGUAGES
from analysis.questionnaire.answer import Multi, Scale
from analysis.questionnaire.check_conditions import said_of
from analysis.questionnaire.condition import Answers, Atom, Compare, Condition, Has, Is, Name, Not, Or
from analysis.questionnaire.names import no_such, option_named, question_named
from analysis.questionnaire.question import Part
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import OVER_ROWS, Parser
from analysis.questionnaire.words import Words
from analysis.tables.answers import QuestionAnswers
from analysis.tables.banner import refuse_private
from analysis.tables.within import Within


class WhereError(DureError):
    """A filter that cannot be applied."""


@dataclass(frozen=True)
class Where:
    """A filter that was read; `text` is what it writes in ids, which reads back the same."""

    condition: Condition
    words: Words

    @property
    def text(self) -> str:
        return str(self.condition)

    def within(self, answers: Mapping[str, QuestionAnswers]) -> Within:
        """Who it is true for, of the respondents whose answers these are."""
        verdict = self.condition.verdict(_Values(answers))
        return Within(verdict.true, int((~verdict.true & ~verdict.false).sum()))


def read_where(text: str, questionnaire: Questionnaire) -> Where:
    """The filter that `text` writes. Raises RoutingError for what cannot be read, NoSuchName for a name that is none,
    WhereError for a comparison that the answers do not allow, TableError for a question that names respondents."""
    condition = _WhereParser(text, questionnaire).whole()
    return Where(
        condition,
        Words(**{language: condition_words(condition, questionnaire, language) for language in LANGUAGES}),
    )


class _WhereParser(Parser):
    """`Parser`, with names looked up in the questionnaire."""

    pattern = re.compile(
        r"""\s*(?:(?P<quoted>'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”)|(?P<word>\w+)|(?P<sign><=|>=|==|!=|\S))"""
    )

    def __init__(self, text: str, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        super().__init__(text)

    def atom(self) -> Condition:
        if self.token.text in ("answered", "count"):
            said = super().atom()
            for one in said.atoms():
                self._check(one)
            return said
        name = self.what()
        if self.takes("!="):
            return Not(self._equal(name))
        if self.takes("==") or self.takes("is"):
            return self._equal(name)
        if self.takes("has"):
            return self._chosen(name, [self._label()])
        if self.takes("not"):
            self.need("in", "comparison")
            return Not(self._chosen(name, self.labels()))
        if self.takes("in"):
            return self._chosen(name, self.labels())
        if self.token.text == "=" and self._part(name).answer.kind in ("single", "multi"):
            self.pop()
            return self._equal(name)
        return self._check(Compare(name, *self.comparison()))

    def labels(self) -> list[str]:
        """A list of options, in brackets of either kind."""
        closing = {"[": "]", "(": ")"}.get(self.token.text) or self.fail("list")
        self.pop()
        found = [self._label()]
        while self.takes(",") and self.token.text != closing:
            found.append(self._label())
        self.need(closing, "list_end")
        return found

    def name(self) -> Name:
        """A question by whatever it is called, and then its row and column."""
        if self.token.text in OVER_ROWS and self.token.text not in self.questionnaire:
            return Name(self.pop())
        said = self._label("question")
        question = question_named(self.questionnaire, said)
        refuse_private(question)
        steps = [question.id]
        parts = question.parts()
        while len(steps) < 3 and self.takes("."):
            step = self._label("row")
            known = {
                words.id: words
                for part in parts
                for words in (part.row_words if len(steps) == 1 and part.row else part.column_words,)
                if words
            }
            names = {text: id_ for id_, words in known.items() for text in (id_, words.ko, words.en)}
            steps.append(names[step] if step in names else no_such("row", step, known, of=question.id))
        if len(steps) == 2 and not any(part.row for part in parts):
            return Name(question.id, column=steps[1])
        return Name(*steps)

    def what(self) -> Name:
        over = self.token.text
        name = self.name()
        if over not in OVER_ROWS or name.question != over or not self.takes("("):
            return name
        inner = self.name()
        self.need(")", "closing")
        return Name(inner.question, column=inner.row or inner.column, over=over)

    def _label(self, expected: str = "option") -> str:
        if self.token.kind == "quoted":
            return self.pop()[1:-1]
        return self.word(expected)

    def _equal(self, name: Name) -> Condition:
        """What stands behind "==": an option, or a number."""
        part = self._part(name)
        number = self.token.kind == "word" and self.token.text.isdigit() or self.token.text == "-"
        if number and part.answer.kind not in ("single", "multi"):
            sign = "-" if self.takes("-") else ""
            digits = self.digits() + (f".{self.digits()}" if self.takes(".") else "")
            return self._check(Compare(name, "=", float(sign + digits)))
        return self._chosen(name, [self._label()])

    def _chosen(self, name: Name, labels: list[str]) -> Condition:
        part = self._part(name)
        choices = getattr(part.answer, "choices", ())
        if not choices:
            self._check(Is(name, tuple(labels)))  # which says what may be asked of it
        ids = tuple(option_named(part, choices, label).id for label in labels)
        if isinstance(part.answer, Scale) and len(ids) == 1:
            return self._check(Compare(name, "=", float(ids[0])))
        if isinstance(part.answer, Multi):
            each = tuple(self._check(Has(name, id_)) for id_ in ids)
            return each[0] if len(each) == 1 else Or(each)
        return self._check(Is(name, ids))

    def _part(self, name: Name) -> Part:
        """The answer that a name stands for; of a name over rows, of any of them."""
        parts = self.questionnaire.question(name.question).parts()
        for part in parts:
            row = part.row if name.over else name.row
            if (part.row, part.column) == (row, name.column):
                return part
        known = {}
        for part in parts:
            key = ".".join(filter(None, (part.question, part.row, part.column)))
            words = [one for one in (part.row_words, part.column_words) if one]
            known[key] = Words(ko=" · ".join(one.ko for one in words) or key)
        no_such("part", str(name), known)

    def _check(self, atom: Atom) -> Atom:
        part = self._part(atom.name)
        for problem in said_of(atom, part):
            hints = {"part": str(atom.name), "condition": self.text, **problem.hints}
            told = type(problem)(problem.rule, problem.path, hints)
            raise WhereError(*(told.words(language) for language in LANGUAGES))
        return atom


@dataclass(frozen=True)
class _Values:
    """The answers of the respondents that count, as conditions want them (`condition.Values`)."""

    answers: Mapping[str, QuestionAnswers]

    def __call__(self, question: str, row: str, column: str) -> Answers:
        part = self.answers[question][row, column]
        return Answers(part.column.field("code"), part.which, part.number, part.answered)

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row for row, _ in self.answers[question]))
