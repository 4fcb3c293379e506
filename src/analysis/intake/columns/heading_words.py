"""The words that head columns: what a question, its rows, columns and options may be called, and how far two
writings of one heading may differ.

A question's column is headed by a declared `header`, its number ("A2"), its number and wording ("A2. 사무소
소재지는 어디입니까?"), its wording or its label. Everything here makes names; `headings.py` looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from analysis.language.text import match_key
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.words import Option, Words

_PUNCTUATION = re.compile(r"[.,:;?!/_()<>|–—-]")
_SEPARATORS = re.compile(r"[/|,>–—-]")
_BEFORE_OPTION = re.compile(r"[/|:.>_\n–—-]")
_END = ".?:：。"
_IN_THEIR_WORDS = re.compile(
    r"(?:[(\[]?-?(?:직접|구체적으로)?(?:기재|입력|기입|서술|내용|명시|작성|text|pleasespecify|specify)[)\]]*)+\Z"
)
_LONGEST_REMAINDER = 200  # characters; "기타(구체적으로 기재)" and the like are far shorter
_MOST_SIGNS, _MOST_STEPS = 100, 20  # of a heading; a cell with more is none
_PATH = re.compile(r"[A-Za-z_][\w./:-]*")
_SLOT = re.compile(r"#?([1-9]\d?)(?:번째|째|st|nd|rd|th)?|(첫|두|세|네|다섯)번째")
_ORDINALS = {"첫": 1, "두": 2, "세": 3, "네": 4, "다섯": 5}
_SLOT_BEHIND = re.compile(r"(.*\S)\s+(#?[1-9]\d?)")


def heading_key(text: str) -> str:
    """What two headings have in common that differ in blanks, width, case or closing punctuation only."""
    return match_key(text).rstrip(_END)


def inner_key(text: str) -> str:
    """As `match_key`, with one sign for all that parts a row from a column: "상근 / 여", "상근 - 여"."""
    return _SEPARATORS.sub("/", match_key(text))


def side_key(text: str) -> str:
    """As `heading_key`, with no punctuation at all: "C1 - 중요도", "C1. 중요도", "C1(중요도)"."""
    return _PUNCTUATION.sub("", match_key(text))


def remainder(key: str) -> str:
    """What is left of "[기타]", "- 기타(직접 기재)" or "기타 내용": 기타."""
    if len(key) > _LONGEST_REMAINDER:
        return key
    return _IN_THEIR_WORDS.sub("", key).strip(".:?-–_[]() ")


def slot_number(text: str) -> int:
    """The number of a slot: 2 of "2", "#2", "2번째", "두 번째"; 0 where the text is no such thing."""
    if not (slot := _SLOT.fullmatch(match_key(text))):
        return 0
    return int(slot[1]) if slot[1] else _ORDINALS[slot[2]]


def brackets(heading: str) -> tuple[str, list[str]]:
    """What stands before the brackets at the end of a heading, and what stands in them."""
    base = heading.rstrip()
    inner: list[str] = []
    while base.endswith(("]", "］")) and (at := max(base.rfind("["), base.rfind("［"))) > 0:
        inner.insert(0, base[at + 1 : -1])
        base = base[:at].rstrip()
    return base, inner


def cuts(heading: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a heading at a sign: question and option of "활동/총회", "활동 - 총회", "활동.총회"."""
    for sign in islice(_BEFORE_OPTION.finditer(heading), _MOST_SIGNS):
        if heading[: sign.start()].strip() and heading[sign.end() :].strip():
            yield heading[: sign.start()], heading[sign.end() :]


def numbered(heading: str) -> tuple[str, str] | None:
    """The question and the number behind it: "참여한 활동 2". A bare "A2 1" is left alone: it may be A21."""
    found = _SLOT_BEHIND.fullmatch(heading.strip())
    return (found[1], found[2]) if found and any(map(str.isspace, found[1])) else None


def path_of(heading: str) -> list[str]:
    """The steps of a technical name such as "group/water_sources/piped"; none where it is no such name."""
    name = heading.strip()
    if not _PATH.fullmatch(name):
        return []
    steps = re.split(r"[/:]", name) if "/" in name or ":" in name else name.split(".")
    return steps if len(steps) <= _MOST_STEPS else []


def bases(question: Question) -> Iterator[str]:
    """What stands before a bracket, and heads the column of a question that has only one."""
    yield from question.headers
    for words in (question.ask, question.label):
        for text in texts(words):
            yield text
            yield f"{question.no}. {text}"
            yield f"{question.no} {text}"
    yield question.no


def sides(question: Question) -> Iterator[tuple[str, str]]:
    """What may head a column of the question that a form asks apart, with that column's words."""
    columns = {part.column: part.column_words for part in question.parts() if part.column_words is not None}
    for words in columns.values():
        if words.header:
            yield side_key(words.header), words.ko
        for column in texts(words):
            for base in bases(question):
                yield side_key(base + column), words.ko


def inner_names(part: Part, one_column: bool) -> Iterator[str]:
    """What the bracket may hold. Where there is but one column, its row says enough."""
    rows = option_texts(part.row_words)
    columns = list(texts(part.column_words)) if part.column_words is not None else []
    yield from _pairs(rows, columns)
    yield from rows if one_column else ()
    yield from columns if not part.row else ()


def inner_codes(part: Part) -> Iterator[str]:
    """The same by ids, as tools write them that know no labels."""
    rows = [part.row, *_header(part.row_words)] if part.row else []
    columns = [part.column, *_header(part.column_words)] if part.column else []
    yield from _pairs(rows, columns) if rows and columns else rows or columns


def choice_names(part: Part, option: Option, codes: bool = False) -> Iterator[str]:
    """What the bracket may hold where every option of a part has a column of its own."""
    names = [option.id, *_header(option)] if codes else option_texts(option)
    place = [part.row or part.column] if codes else option_texts(part.row_words or part.column_words)
    yield from _pairs(place, names) if part.row or part.column else names


def other_names(question: Question) -> Iterator[str]:
    """What the column may be called in which an option is spelt out."""
    for option in getattr(question, "options", ()):
        if option.other:
            yield from option_texts(option)


def option_texts(option: Option | None) -> list[str]:
    return [] if option is None else [*texts(option), *_header(option)]


def texts(words: Words) -> Iterator[str]:
    yield words.ko
    if words.en:
        yield words.en


def _header(option: Option | None) -> list[str]:
    return [option.header] if option is not None and option.header else []


def _pairs(rows: list[str], columns: list[str]) -> Iterator[str]:
    for row in rows:
        for column in columns:
            yield f"{row}/{column}"
            yield f"{column}/{row}"
