"""The options a cell names: labels that contain commas, numbers (1,3 · ①③ · 4점), and words behind 기타."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.language.text import match_key, normalise

SEPARATORS = ("\n", ";", "|", ",", "/")
LONGEST = 5_000  # characters; a longer cell is prose and is not cut
Options = Sequence[str] | Mapping[int, str]

_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {chr(0x2776 + n): str(n + 1) for n in range(10)}
_CIRCLED_BEHIND = re.compile(rf"(?<=\S)\s*([{''.join(_CIRCLED)}])")
_NUMBER = re.compile(r"\(?(-?\d{1,9})(?:\.0+|점|번)?[.)]?")
_DECIMAL = re.compile(r"\d+\.\d+")
_NUMBER_BEFORE = re.compile(r"\(?(?P<number>\d{1,3})(?:점|번)?\s*[.):\-\s]\s*(?P<label>[^\d\s].*)", re.DOTALL)
_NUMBER_BEHIND = re.compile(r"(?P<label>\D.*?)\s*\(?(?P<number>\d{1,3})점?\)?", re.DOTALL)
_ONLY_NUMBERS = re.compile(r"[\d\s번,;/·|]+")
_OTHER = ("기타", "그 밖", "그 외", "other")


@dataclass(frozen=True)
class Match:
    """The option a text stands for, or why none: unknown, ambiguous, contradiction, out_of_range:5."""

    option: str | None
    problem: str | None = None


@dataclass(frozen=True)
class Choices:
    """Options chosen, in the order of the list; words of the respondent's own; and what could not be read."""

    selected: tuple[str, ...] = ()
    other: str | None = None
    problems: tuple[str, ...] = ()


def match_option(cell: object, options: Options) -> Match:
    """The one option that a cell names: by its label, its printed number, or both ("4. 그렇다", "④", "4점").

    options are labels numbered 1 … k, or labels by printed number. A number and a label that disagree, 3.5,
    "four" and the like are refused.

    >>> match_option("④", ["전혀", "조금", "보통", "그렇다"])
    Match(option='그렇다', problem=None)
    """
    by_number = _by_number(options)
    text = normalise(cell)
    if (labelled := _labelled(text, by_number)).problem != "unknown":
        return labelled
    text = "".join(_CIRCLED[char] + " " if char in _CIRCLED else char for char in text).strip()
    if number := _NUMBER.fullmatch(text):
        return _numbered(int(number[1]), by_number)
    if _DECIMAL.fullmatch(text):
        return Match(None, "ambiguous")  # 3.5 is no point of a scale, 1.3 may be 1 and 3
    if both := _NUMBER_BEFORE.fullmatch(text) or _NUMBER_BEHIND.fullmatch(text):
        labelled = _labelled(both["label"], by_number)
        if labelled.option is not None:
            agree = _numbered(int(both["number"]), by_number) == labelled
            return labelled if agree else Match(None, "contradiction")
    return Match(None, "unknown")


def split_choices(
    cell: object, options: Options, separators: Sequence[str] | None = None, other: bool | str = False
) -> Choices:
    """The options chosen in one cell.

    separators  what stands between choices (blanks around it do not count), where the file is known; ()
                where only one choice is possible
    other       whether the respondent may write in words of their own, or the label of the option for it.
                What is not on the list is then `other`, and that option is chosen; elsewhere it is a problem

    A label may contain the separator: of the ways to cut the cell, the longest label wins. Problems are
    "unknown:<text>", "out_of_range:<number>", "ambiguous", "contradiction".

    >>> split_choices("상담(세무, 노무), 교육", ["교육", "상담(세무, 노무)"]).selected
    ('교육', '상담(세무, 노무)')
    """
    labels = list(_by_number(options).values())
    box = other if isinstance(other, str) else next((label for label in labels if _is_other(label)), None)
    chosen: set[str] = set()
    written: list[str] = []
    problems: list[str] = []
    for text, match in _pieces(normalise(cell), options, SEPARATORS if separators is None else separators):
        own_words = _behind_other(text, box) if match.problem == "unknown" else None
        if match.option is not None:
            chosen.add(match.option)
        elif own_words is not None or (other and match.problem == "unknown"):
            chosen.update([box] if box else [])
            written.append(own_words or text)
        else:
            problems.append(f"unknown:{text}" if match.problem == "unknown" else str(match.problem))
    selected = tuple(label for label in labels if label in chosen)
    return Choices(selected, ", ".join(written) or None, tuple(problems))


def _by_number(options: Options) -> Mapping[int, str]:
    return options if isinstance(options, Mapping) else dict(enumerate(options, start=1))


def _labelled(text: str, by_number: Mapping[int, str]) -> Match:
    for spelled in (text, text.rstrip(".")):
        if spelled in by_number.values():
            return Match(spelled)
        found = [label for label in by_number.values() if match_key(label) == match_key(spelled)]
        if found:
            return Match(found[0]) if len(found) == 1 else Match(None, "ambiguous")
    return Match(None, "unknown")


def _numbered(number: int, by_number: Mapping[int, str]) -> Match:
    return Match(by_number[number]) if number in by_number else Match(None, f"out_of_range:{number}")


def _pieces(text: str, options: Options, separators: Sequence[str]) -> Iterator[tuple[str, Match]]:
    """The choices in `text` one by one. What is not known is kept in one piece, up to what is."""
    cut = _cut(text, separators)
    if separators:
        text = _CIRCLED_BEHIND.sub(r"\n\1", text)
    parts = cut.split(text)  # choice, separator, choice, …
    longest = max((len(cut.split(label)) for label in _by_number(options).values()), default=1)
    unknown = ""
    at = 0
    while at < len(parts):
        found = None if _open_bracket(unknown) else _longest_known(parts[at : at + longest], options)
        if found and unknown:
            yield unknown, Match(None, "unknown")
            unknown = ""
        if found:
            yield found[0], found[1]
            at += found[2] + 1
        else:
            unknown += (parts[at - 1] if unknown else "") + parts[at]
            at += 2
    if unknown:
        yield unknown, Match(None, "unknown")


def _cut(text: str, separators: Sequence[str]) -> re.Pattern[str]:
    if len(text) > LONGEST:
        separators = ()
    if separators and _ONLY_NUMBERS.fullmatch(text):
        separators = (*separators, " ", "·")
    signs = [re.escape(sign) for sign in (*separators, "\n")] if separators else []
    return re.compile(rf"(\s*(?:{'|'.join(signs)})\s*)" if signs else r"(?!)")


def _longest_known(parts: Sequence[str], options: Options) -> tuple[str, Match, int] | None:
    """The longest beginning of `parts` that names an option, what it names, and how many parts it takes."""
    for size in range(len(parts) - 1 + len(parts) % 2, 0, -2):
        text = "".join(parts[:size])
        match = match_option(text, options)
        if match.problem != "unknown":
            return text, match, size
    return None


def _open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _is_other(label: str) -> bool:
    return match_key(label).startswith(tuple(map(match_key, _OTHER)))


def _behind_other(text: str, box: str | None) -> str | None:
    """카카오톡 of "기타: 카카오톡" and "기타(카카오톡)"; None where `text` does not begin so."""
    names = "|".join(re.escape(name) for name in ([box] if box else _OTHER))
    match = re.fullmatch(rf"(?:{names})\s*(?:[:=-]\s*(?P<plain>.+)|\((?P<bracketed>.+)\))", text, re.I | re.S)
    return match and (match["plain"] or match["bracketed"])
