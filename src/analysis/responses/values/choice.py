"""The options a cell names: names that contain commas, numbers (1,3 · ①③ · 4점), and words behind 기타."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.responses.values.names import Match, Names

SEPARATORS = ("\n", ";", "|", ",", "/")
LONGEST = 5_000  # characters; a longer cell is prose and is not cut

_CIRCLED = re.compile("[①-⑳❶-❿]")
_CIRCLED_BEHIND = re.compile(rf"(?<=\S)\s*({_CIRCLED.pattern})")
_ONLY_NUMBERS = re.compile(r"[\d\s번,;/·|]+")


@dataclass(frozen=True)
class Choices:
    """Options chosen, in the order of the list; words of the respondent's own; and what could not be read."""

    selected: tuple[str, ...] = ()
    other: str | None = None
    problems: tuple[str, ...] = ()


def choices(
    text: str,
    names: Names,
    separators: Sequence[str] | None = None,
    other: bool = False,
    box: str | None = None,
) -> Choices:
    """The options chosen in one cell of normalised text.

    separators  what stands between choices (blanks around it do not count), where the file is known; ()
                where only one choice is possible
    other       whether the respondent may write in words of their own: what is not on the list is then `other`,
                and `box`, the option for it, is chosen; elsewhere it is a problem

    A name may contain the separator: of the ways to cut the cell, the longest name wins. Problems are
    "unknown:<text>", "out_of_range:<number>", "ambiguous", "contradiction".
    """
    cut, parts = _parts(text, separators)
    if plain := _plain(parts, names, names.longest(cut)):
        return Choices(tuple(option for option in names.options if option in plain))
    chosen: set[str] = set()
    written: list[str] = []
    problems: list[str] = []
    for piece, match in _pieces(parts, names, names.longest(cut)):
        own_words = names.behind_other(piece, box) if match.problem == "unknown" else None
        if match.option is not None:
            chosen.add(match.option)
        elif own_words is not None or (other and match.problem == "unknown"):
            chosen.update([box] if box else [])
            written.append(own_words or piece)
        else:
            problems.append(f"unknown:{piece}" if match.problem == "unknown" else str(match.problem))
    selected = tuple(option for option in names.options if option in chosen)
    return Choices(selected, ", ".join(written) or None, tuple(problems))


def plain_list(text: str, names: Names, separators: Sequence[str] | None = None) -> tuple[str, ...]:
    """The options of a cell that is a list of two or more names, spelt as they are, and of nothing else; empty for any
    other. Most cells are such lists, and this is the quick way to read them."""
    cut, parts = _parts(text, separators)
    plain = _plain(parts, names, names.longest(cut)) if len(parts) > 1 else ()
    return tuple(option for option in names.options if option in plain) if len(plain) > 1 else ()


def _parts(text: str, separators: Sequence[str] | None) -> tuple[re.Pattern[str], list[str]]:
    """What cuts, and choice, separator, choice, …, cut wherever there may be a cut."""
    separators = SEPARATORS if separators is None else tuple(separators)
    if len(text) > LONGEST:
        separators = ()
    if separators and _CIRCLED.search(text):
        text = _CIRCLED_BEHIND.sub(r"\n\1", text)
    cut = _cut(separators, bool(separators and _ONLY_NUMBERS.fullmatch(text)))
    return cut, cut.split(text)


def _plain(parts: Sequence[str], names: Names, longest: int) -> set[str]:
    """The options of parts that are names and nothing else; empty where one is not, or may be the beginning of a longer
    name."""
    chosen: set[str] = set()
    at = 0
    while at < len(parts):
        size = 1
        option = names.alone(parts[at])
        while option is None and size < longest and at + size < len(parts):
            size += 2
            option = names.alone("".join(parts[at : at + size]))
        if option is None:
            return set()
        chosen.add(option)
        at += size + 1
    return chosen


def _pieces(parts: Sequence[str], names: Names, longest: int) -> Iterator[tuple[str, Match]]:
    """The choices one by one. What is not known is kept in one piece, up to what is.

    longest  how many of the parts the longest name takes
    """
    unknown = ""
    at = 0
    while at < len(parts):
        if not unknown and (option := names.alone(parts[at])):
            yield parts[at], Match(option)
            at += 2
            continue
        found = None if _open_bracket(unknown) else _longest_known(parts[at : at + longest], names)
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


@lru_cache
def _cut(separators: tuple[str, ...], only_numbers: bool) -> re.Pattern[str]:
    if only_numbers:
        separators = (*separators, " ", "·")
    signs = [re.escape(sign) for sign in (*separators, "\n")] if separators else []
    signs += [
        rf"{re.escape(sign.strip())}\Z" for sign in separators if sign.strip() not in ("", sign)
    ]  # "교육, "
    if not signs:
        return re.compile(r"(?!)")
    # A run of blanks is looked at once, from its beginning, and not again from each of them.
    return re.compile(rf"((?:(?<!\s)\s*|(?<=\s))(?:{'|'.join(signs)})\s*)")


def _longest_known(parts: Sequence[str], names: Names) -> tuple[str, Match, int] | None:
    """The longest beginning of `parts` that names an option, what it names, and how many parts it takes."""
    for size in range(len(parts) - 1 + len(parts) % 2, 0, -2):
        text = "".join(parts[:size])
        match = names.match(text)
        if match.problem != "unknown":
            return text, match, size
    return None


def _open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")
