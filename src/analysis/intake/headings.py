"""What the column of an answer may be headed.

A question's column is headed by its declared `header`, its number ("A2"), its number and wording ("A2. 사무소
소재지는 어디입니까?"), its wording or its label. Where a question has rows or columns, they follow in brackets:
"A8. 사무국 인력을 적어 주십시오. [상근 / 여]", "A8 [상근] [여]", "C3 [1순위]"; a row's own `header` stands alone.
A web form that asks every column of a grid as a question of its own has the column before the bracket: "A8. 여
[상근]", "C1 - 중요도 [정책]", or a title that the column declares as its `header`. What is written under an option
such as 기타 has a column of its own: "A4. 기타(직접 기재)", "A4. 조직유형 [기타]".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from analysis.language.text import match_key
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option, Words

_PUNCTUATION = re.compile(r"[.,:;?!/_()<>|–—-]")
_SEPARATORS = re.compile(r"[/|,>–—-]")
_END = re.compile(r"[.?:：。]+\Z")
_IN_THEIR_WORDS = re.compile(r"[(\[]?(?:직접)?(?:기재|입력|기입|서술|내용|pleasespecify|specify)[)\]]?\Z")


class PartKey(NamedTuple):
    """Which part of the questionnaire: question id, row id, column id ("" where it has none)."""

    question: str
    row: str = ""
    column: str = ""


Target = TypeVar("Target", bound=Hashable)


def heading_key(text: str) -> str:
    """What two headings have in common that differ in blanks, width, case or closing punctuation only."""
    return _END.sub("", match_key(text))


@dataclass(frozen=True)
class Headings:
    """The headings of a questionnaire, looked up by what a column says.

    whole   heading → part, for headings that name a part by themselves
    bases   heading → question id, for what stands before a bracket
    sides   the same with a column of the question behind it → question id and column
    inner   (question id, what stands in the bracket) → part
    others  (question id, what stands for the column of an option in their own words)
    """

    whole: dict[str, PartKey]
    bases: dict[str, str]
    sides: dict[str, tuple[str, str]]
    inner: dict[tuple[str, str], PartKey]
    others: dict[str, frozenset[str]]

    def part(self, heading: str) -> PartKey | None:
        """The part this column answers; None where it is none, or where two could be meant."""
        key = heading_key(heading)
        if key in self.whole:
            return self.whole[key]
        base, inner = _brackets(heading)
        question = self.bases.get(heading_key(base))
        if inner and question and (found := self.within(question, "/".join(inner))):
            return found
        if side := self.sides.get(_side_key(base)):
            question, column = side
            return self.within(question, "/".join([*inner, column]))
        return None

    def within(self, question: str, text: str) -> PartKey | None:
        """The part of a question that its row or column in brackets names: "상근 / 여"."""
        return self.inner.get((question, _inner_key(text)))

    def companion(self, heading: str) -> str | None:
        """The question whose 기타 (or the like) this column spells out; None where it does not say."""
        key = heading_key(heading)
        for question, names in self.others.items():
            for name in names:
                for base in self._bases_of(question):
                    if key.startswith(base) and _remainder(key[len(base) :]) == name:
                        return question
        return None

    def is_bare_other(self, heading: str, question: str) -> bool:
        """Whether the heading says no more than "기타(직접 기재)", which is enough beside the question's own."""
        return _remainder(heading_key(heading)) in self.others.get(question, frozenset())

    def _bases_of(self, question: str) -> Iterator[str]:
        return (base for base, owner in self.bases.items() if owner == question)


def headings_of(questionnaire: Questionnaire) -> Headings:
    """Everything the columns of this questionnaire may be headed. What two parts share names neither."""
    declared: list[tuple[str, PartKey]] = []
    whole: list[tuple[str, PartKey]] = []
    bases: list[tuple[str, str]] = []
    sides: list[tuple[str, tuple[str, str]]] = []
    inner: dict[tuple[str, str], PartKey] = {}
    others: dict[str, frozenset[str]] = {}
    for question in questionnaire.questions:
        names = [heading_key(name) for name in _bases(question)]
        bases += [(name, question.id) for name in names]
        sides += [(name, (question.id, column)) for name, column in _sides(question)]
        one_column = len({part.column for part in question.parts()}) == 1
        for part in question.parts():
            key = PartKey(part.question, part.row, part.column)
            if not (part.row or part.column):
                whole += [(name, key) for name in names]
                if question.header:
                    declared.append((heading_key(question.header), key))
            if part.row_words is not None and part.row_words.header and not part.column:
                declared.append((heading_key(part.row_words.header), key))
            for name in _inner_names(part, one_column):
                inner.setdefault((question.id, _inner_key(name)), key)
        names_of_others = {_remainder(heading_key(name)) for name in _other_names(question)}
        if names_of_others:
            others[question.id] = frozenset(names_of_others)
    return Headings(
        {**_unambiguous(whole), **_unambiguous(declared)},
        _unambiguous(bases),
        _unambiguous(sides),
        inner,
        others,
    )


def name_of(questionnaire: Questionnaire, key: PartKey) -> str:
    """The heading by which people are told of a part: "A8. 사무국 인력을 적어 주십시오. [상근 / 여]"."""
    question = questionnaire.question(key.question)
    part = next(part for part in question.parts() if (part.row, part.column) == (key.row, key.column))
    if part.row_words is not None and part.row_words.header and not part.column:
        return part.row_words.header
    base = question.header or f"{question.no}. {question.ask.ko}"
    words = [words.ko for words in (part.row_words, part.column_words) if words is not None]
    if part.row_words is not None and part.column_words is not None and part.column_words.header:
        base, words = part.column_words.header, [part.row_words.ko]
    return f"{base} [{' / '.join(words)}]" if words else base


def _bases(question: Question) -> Iterator[str]:
    if question.header:
        yield question.header
    for words in (question.ask, question.label):
        for text in _texts(words):
            yield text
            yield f"{question.no}. {text}"
            yield f"{question.no} {text}"
    yield question.no


def _brackets(heading: str) -> tuple[str, list[str]]:
    """What stands before the brackets at the end of a heading, and what stands in them."""
    base = heading.rstrip()
    inner: list[str] = []
    while base.endswith(("]", "］")) and (at := max(base.rfind("["), base.rfind("［"))) > 0:
        inner.insert(0, base[at + 1 : -1])
        base = base[:at].rstrip()
    return base, inner


def _sides(question: Question) -> Iterator[tuple[str, str]]:
    """What may head a column of the question that a form asks apart, with that column's words."""
    columns = {part.column: part.column_words for part in question.parts() if part.column_words is not None}
    for words in columns.values():
        if words.header:
            yield _side_key(words.header), words.ko
        for column in _texts(words):
            for base in _bases(question):
                yield _side_key(base + column), words.ko


def _inner_names(part: Part, one_column: bool) -> Iterator[str]:
    """What the bracket may hold. Where there is but one column, its row says enough."""
    rows = _option_texts(part.row_words)
    columns = list(_texts(part.column_words)) if part.column_words is not None else []
    if rows and columns:
        for row in rows:
            for column in columns:
                yield f"{row}/{column}"
                yield f"{column}/{row}"
    yield from rows if one_column else ()
    yield from columns if not part.row else ()


def _other_names(question: Question) -> Iterator[str]:
    for option in getattr(question, "options", ()):
        if option.other:
            yield from _option_texts(option)


def _option_texts(option: Option | None) -> list[str]:
    if option is None:
        return []
    return [*_texts(option), *([option.header] if option.header else [])]


def _texts(words: Words) -> Iterator[str]:
    yield words.ko
    if words.en:
        yield words.en


def _inner_key(text: str) -> str:
    return _SEPARATORS.sub("/", match_key(text))


def _side_key(text: str) -> str:
    """As `heading_key`, with no punctuation at all: "C1 - 중요도", "C1. 중요도", "C1(중요도)"."""
    return _PUNCTUATION.sub("", match_key(text))


def _remainder(key: str) -> str:
    """What is left of "[기타]", "- 기타(직접 기재)" or "기타 내용": 기타."""
    return _IN_THEIR_WORDS.sub("", key).strip(".:?-–_[]() ")


def _unambiguous(pairs: Iterable[tuple[str, Target]]) -> dict[str, Target]:
    found: dict[str, set[Target]] = defaultdict(set)
    for name, target in pairs:
        found[name].add(target)
    return {name: targets.pop() for name, targets in found.items() if name and len(targets) == 1}
