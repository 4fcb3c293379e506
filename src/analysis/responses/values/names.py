"""What names the options of a list: made ready once, and then asked for every cell of a column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from analysis.language.text import match_key

_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {chr(0x2776 + n): str(n + 1) for n in range(10)}
_NUMBER = re.compile(r"\(?(-?\d{1,9})(?:\.0+|점|번)?[.)]?")
_DECIMAL = re.compile(r"\d+\.\d+")
_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_NUMBER_BEFORE = re.compile(r"\(?(?P<number>\d{1,3})(?:점|번)?\s*[.):\-\s]\s*(?P<label>[^\d\s].*)", re.DOTALL)
_NUMBER_BEHIND = re.compile(r"(?P<label>\D.*?)\s*\(?(?P<number>\d{1,3})점?\)?", re.DOTALL)
_OTHER = ("기타", "그 밖", "그 외", "other")
_REMEMBERED = 50_000  # texts of a column whose option is remembered
_ALIKE = 0.8  # difflib's ratio of the letters beyond which a name is suggested; of Korean, of the parts of syllables
_COMPARED = 200  # characters of a text that are compared with names
_AROUND_NAME = 200  # characters that a number, its signs and a name have at most, beside the longest name
_NUMBERING = re.compile(r"(?:^|(?<=[\s,;/]))(?:\(?\d{1,2}[.)](?!\d)|\d{1,2}\s|[①-⑳❶-❿])")
_WORDS = re.compile(r"[\s,;:/()]+")
_NOT = re.compile(r"않|안|못|없|아니|아님|\bnot?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Match:
    """The option a text stands for, or why none: unknown, ambiguous, contradiction, out_of_range:5."""

    option: str | None
    problem: str | None = None


_UNKNOWN = Match(None, "unknown")


class Names:
    """The options of a list by everything that may name them.

    by_number  printed number → what stands for the option in answers, and its names from the most trusted on:
               of two options that share a name, it means the one that has it earlier in its list
    """

    def __init__(self, by_number: Mapping[int, tuple[str, Sequence[str]]]) -> None:
        self.options = tuple(option for option, _ in by_number.values())
        self._names = {option: tuple(filter(None, names)) for option, names in by_number.values()}
        self._by_number = {number: option for number, (option, _) in by_number.items()}
        self._exact: dict[str, str] = {}
        self._alike: dict[str, str | None] = {}  # None: two options, told apart by their exact spelling only
        for rank in range(max((len(names) for _, names in by_number.values()), default=0)):
            self._add({option: names[rank] for option, names in by_number.values() if names[rank : rank + 1]})
        self._as_numbers = self._numbers()
        plain = [name for names in self._names.values() for name in names[:1]]
        self._whole_numbers = all(name.removeprefix("-").isdigit() for name in plain)
        keys = [match_key(name) for name in self._exact]
        self._alone = {
            name: option
            for (name, option), key in zip(self._exact.items(), keys, strict=True)
            if not any(other != key and other.startswith(key) for other in keys)
        }
        self._letters = [
            (option, name, key, frozenset(key))
            for (name, option), key in zip(self._exact.items(), map(_letters, keys), strict=True)
        ]
        self._halves = [(name, option) for name, option in self._exact.items() if "·" in match_key(name)]
        self._longest_name = max(map(len, self._exact), default=0)
        self._most_words = 1 + max((len(name.split()) for name in self._exact), default=0)
        self._remembered: dict[str, Match] = {}
        self._longest: dict[re.Pattern[str], int] = {}

    def _add(self, names: Mapping[str, str]) -> None:
        found: dict[str, str | None] = {}
        for option, name in names.items():
            if name:
                self._exact.setdefault(name, option)
                key = match_key(name)
                found[key] = option if found.get(key, option) == option else None
        for key, option in found.items():
            self._alike.setdefault(key, option)

    def _numbers(self) -> dict[Decimal, tuple[str, ...]]:
        """The options that have a number for a name, by that number: 3.1 and 3.10 are one."""
        numbers: dict[Decimal, dict[str, None]] = {}
        for option, names in self._names.items():
            for name in names:
                if _PLAIN_NUMBER.fullmatch(name):
                    numbers.setdefault(Decimal(name), {})[option] = None
        return {number: tuple(options) for number, options in numbers.items()}

    @property
    def other(self) -> str | None:
        """The option whose name says that it is for words of one's own."""
        begins = tuple(map(match_key, _OTHER))
        named = (
            option
            for option, names in self._names.items()
            for name in names
            if match_key(name).startswith(begins)
        )
        return next(named, None)

    def match(self, text: str) -> Match:
        """The one option that a normalised text names: by a name of its own, by its printed number, or by both
        ("4. 그렇다", "④", "4점"). Refused: a number and a name that disagree, 3.5, "four" and the like. Where names
        are numbers themselves (2.7, 3.6, or codes), a number is never taken for a printed one.
        """
        match = self._remembered.get(text)
        if match is None:
            match = self._match(text)
            if len(self._remembered) < _REMEMBERED:
                self._remembered[text] = match
        return match

    def _match(self, text: str) -> Match:
        if (named := self._named(text)) is not _UNKNOWN:
            return named
        text = "".join(_CIRCLED[char] + " " if char in _CIRCLED else char for char in text).strip()
        if number := _NUMBER.fullmatch(text):
            return self._called(number[1]) if self._as_numbers else self._numbered(int(number[1]))
        if _DECIMAL.fullmatch(text):  # 3.5 is no point of a scale, 1.3 may be 1 and 3
            return _UNKNOWN if self._as_numbers else Match(None, "ambiguous")
        if len(text) > self._longest_name + _AROUND_NAME:
            return _UNKNOWN
        if both := _NUMBER_BEFORE.fullmatch(text) or _NUMBER_BEHIND.fullmatch(text):
            named = self._named(both["label"])
            if named.option is not None:
                agree = self._numbered(int(both["number"])) == named
                return named if agree else Match(None, "contradiction")
        return _UNKNOWN

    def _named(self, text: str) -> Match:
        for spelled in (text, text.rstrip(".")):
            if spelled in self._exact:
                return Match(self._exact[spelled])
            key = match_key(spelled)
            if key in self._alike:
                option = self._alike[key]
                return Match(option) if option is not None else Match(None, "ambiguous")
        return _UNKNOWN

    def _numbered(self, number: int) -> Match:
        if number in self._by_number:
            return Match(self._by_number[number])
        return Match(None, f"out_of_range:{number}")

    def _called(self, number: str) -> Match:
        """4 of "4.0" and "4점", where options are called by numbers."""
        if number in self._exact:
            return Match(self._exact[number])
        return Match(None, f"out_of_range:{number}") if self._whole_numbers else _UNKNOWN

    def same_number(self, text: str) -> tuple[str, ...]:
        """The options that have the number `text` for a name, however it is written: of 3.1 that is 3.10 too.

        A spreadsheet keeps an answer of 3.10 as the number 3.1.
        """
        if not self._as_numbers or not _PLAIN_NUMBER.fullmatch(text):
            return ()
        return self._as_numbers.get(Decimal(text), ())

    def is_name(self, text: str) -> bool:
        """Whether it names an option by itself, with no number and no words beside."""
        return self._named(text) is not _UNKNOWN

    def alone(self, text: str) -> str | None:
        """The option that is named just so, where no other name begins with this one: none can be meant that goes on
        behind a separator."""
        return self._alone.get(text)

    def longest(self, cut: re.Pattern[str]) -> int:
        """How many parts the longest name is cut into."""
        if cut not in self._longest:
            names = (name for names in self._names.values() for name in names)
            self._longest[cut] = max((len(cut.split(name)) for name in names), default=1)
        return self._longest[cut]

    def behind_other(self, text: str, box: str | None) -> str | None:
        """카카오톡 of "기타: 카카오톡" and "기타(카카오톡)"; None where `text` does not begin so."""
        names = "|".join(re.escape(name) for name in (self._names[box] if box else _OTHER))
        match = re.fullmatch(
            rf"(?:{names})\s*(?:[:=-]\s*(?P<plain>.+)|\((?P<bracketed>.+)\))", text, re.I | re.S
        )
        return match and (match["plain"] or match["bracketed"])

    def nearest(self, text: str, without: Collection[str] = ()) -> str:
        """The name that `text` may be a slip for, "" where none is near; `without` the names of these options.

        A name with something before it is no slip: it may be the opposite (불만족, unimportant).
        """
        key = _letters(_NUMBERING.sub("", match_key(text)[:_COMPARED]))
        letters = frozenset(key)
        matcher: SequenceMatcher[str] | None = None
        best = (_ALIKE, "")
        for option, name, other, its_letters in self._letters:
            # Letters that only one of them has are in no common part: most names are out without a comparison.
            common = min(len(other) - len(its_letters - letters), len(key) - len(letters - its_letters))
            if option in without or 2 * common <= best[0] * (len(key) + len(other)):
                continue
            if key != other and (key.endswith(other) or other.endswith(key)):
                continue
            matcher = matcher or SequenceMatcher(b=key)
            matcher.set_seq1(other)
            if (ratio := matcher.ratio()) > best[0]:
                best = ratio, name
        return best[1]

    def beginning(self, text: str) -> str:
        """The longest name of two letters or more that `text` begins with, as 서울 of 서울특별시 마포구; "" where there is
        none, or where the rest may deny it."""
        key = match_key(text)[:_COMPARED]
        names = [name for name in self._exact if len(name) > 1 and key.startswith(match_key(name))]
        return "" if _NOT.search(text) else max(names, key=len, default="")

    def within(self, text: str, without: Collection[str] = ()) -> tuple[str, ...]:
        """The options whose names stand in `text` with blanks or numbers between: "1.교육 2.판로"."""
        words = _NUMBERING.sub(" ", text[:_COMPARED]).split()
        keys = [match_key(word.strip(",;/")) for word in words]
        found: dict[str, None] = {}
        at = 0
        while at < len(keys):
            runs = range(min(at + self._most_words, len(keys)), at, -1)
            named = ((end, self._alike.get("".join(keys[at:end]))) for end in runs)
            at, option = next(((end, option) for end, option in named if option), (at + 1, None))
            if option and option not in without:
                found[option] = None
        return tuple(found)

    def half_named(self, text: str, without: Collection[str] = ()) -> str:
        """A name of two or more words with a sign between (상임이사·사무국장) one of which, of three letters or more,
        is a word of `text`; "" where there is none."""
        words = {match_key(word) for word in _WORDS.split(text[:_COMPARED])}
        named = (
            name
            for name, option in self._halves
            if option not in without
            and any(len(half) > 2 and half in words for half in match_key(name).split("·"))
        )
        return next(named, "")


def _letters(key: str) -> str:
    """The letters to compare: of a syllable its parts, for a slip of the hand changes one of them."""
    return unicodedata.normalize("NFD", key)
