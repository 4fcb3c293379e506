"""Which Korean particle follows a word: 서울은, 광주는, 3%는, iCOOP은.

A particle depends on the sound the word ends in, so a word is first read aloud (`read_aloud`): numbers,
units, Roman numerals, acronyms letter by letter, English words by the lexicon in readings.toml or, failing
that, by their ending. After a word that cannot be read stand both, "은(는)", as on Korean forms.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

from .errors import LanguageError
from .hangul import final_consonant, is_syllable

# after a consonant / after a vowel. Those beginning with 으 treat a final ㄹ as a vowel (서울로).
PAIRS = frozenset(
    "은/는 이/가 을/를 과/와 으로/로 으로서/로서 으로써/로써 으로부터/로부터 이며/며 이고/고 이나/나 이나마/나마 이든/든 이라/라 "
    "이라고/라고 이라는/라는 이란/란 이랑/랑 이었다/였다 이었으며/였으며 이었고/였고 이어서/여서 이었음/였음 아/야".split()
)
ASIDES = {")": "(", "]": "[", "}": "{"}
QUOTES = {
    "’": "‘",
    "”": "“",
    "』": "『",
    "」": "「",
    "》": "《",
    "〉": "〈",
    ">": "<",
    "】": "【",
    "'": "'",
    '"': '"',
}
DIGITS = ("영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
SMALL_UNITS = ("", "십", "백", "천")
LARGE_UNITS = ("", "만", "억", "조", "경", "해")

_FRACTION = re.compile(r"(?<![\d/.])(\d+)[/⁄]\d+$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*$")
_UNIT = re.compile(r"[A-Za-z]+\d?$")
# How a word of the Latin alphabet that the lexicon lacks tends to end once written in Hangul.
_ENGLISH_ENDINGS = (
    (re.compile(r"(l|le|[aeiou]le)$"), "을"),
    (re.compile(r"(m|n|ng|[aeiou][mn]e)$"), "은"),
    (re.compile(r"(^|[^aeiou])([aeiou]|oo)(p|b|k|ck|t)$"), "읍"),
    (re.compile(r"[a-z]$"), "으"),
)


def particle(word: str, pair: str) -> str:
    """The member of `pair` ("은/는") that `word` takes; "은(는)" where its reading is not known."""
    if pair not in PAIRS:
        raise LanguageError(
            f"조사 '{pair}'은(는) 없습니다. 예: 은/는", f"no pair of particles '{pair}'; try 은/는"
        )
    after_consonant, after_vowel = pair.split("/")
    sound = read_aloud(word)
    if not sound:
        return _both(after_consonant, after_vowel)
    final = final_consonant(sound[-1])
    if not final or (final == "ㄹ" and after_consonant.startswith("으")):
        return after_vowel
    return after_consonant


def with_particle(word: str, pair: str) -> str:
    """`word`, trimmed and composed (NFC), followed by its particle."""
    return _tidy(word) + particle(word, pair)


def read_aloud(word: str) -> str:
    """The end of `word` in Hangul, as it is spoken; "" where that is not known."""
    word = _tidy(word)
    if word and unicodedata.category(word[-1]) == "So":
        word = unicodedata.normalize("NFKC", word)  # ㎏ is kg, ㈜ is (주)
    word = _without_wrapping(word)
    if not word:
        return ""
    if is_syllable(word[-1]):
        return word[-1]
    return _symbol(word) or _number(word) or _latin(word)


def _tidy(word: str) -> str:
    return unicodedata.normalize("NFC", word).strip()


def _without_wrapping(word: str) -> str:
    """Drop an aside in brackets at the end, look inside quotes, and forget closing punctuation."""
    while word:
        closing = word[-1]
        start = _opening(word) if closing in ASIDES or closing in QUOTES else -1
        if start > 0 and closing in ASIDES and word[:start].strip():
            word = word[:start].rstrip()
        elif start >= 0 or closing in ASIDES or closing in QUOTES or closing in ".,!?…:;·~":
            word = word[:-1].rstrip()
        else:
            break
    return word


def _opening(word: str) -> int:
    """Where the bracket that closes at the end of `word` was opened; -1 if it never was."""
    closing = word[-1]
    opening = ASIDES.get(closing) or QUOTES[closing]
    depth = 0
    for at in range(len(word) - 2, -1, -1):
        if word[at] == opening and depth == 0:
            return at
        depth += (word[at] == closing) - (word[at] == opening)
    return -1


def _symbol(word: str) -> str:
    symbols = _lexicon()["symbols"]
    return next((symbols[sign] for sign in (word[-2:], word[-1]) if sign in symbols), "")


def _number(word: str) -> str:
    if unicodedata.category(word[-1]) in ("Nl", "No"):  # Ⅱ, ①, ½
        spelled = unicodedata.normalize("NFKC", word[-1])
        value = unicodedata.numeric(word[-1])
        word = str(int(value)) if value == int(value) else spelled
    if fraction := _FRACTION.search(word):  # 2/5 is read 오분의 이: the numerator comes last
        word = fraction[1]
    if not (match := _NUMBER.search(word)):
        return ""
    whole, _, decimals = match[0].replace(",", "").partition(".")
    return DIGITS[int(decimals[-1])] if decimals else _whole_number(whole)


def _whole_number(digits: str) -> str:
    """The last word of a number read in Korean: 1000 천, 10000 만, 2016 육."""
    significant = digits.rstrip("0")
    if not significant:
        return DIGITS[0]
    zeros = len(digits) - len(significant)
    large = zeros // 4
    if large:
        return LARGE_UNITS[large] if large < len(LARGE_UNITS) else ""
    return SMALL_UNITS[zeros] or DIGITS[int(significant[-1])]


def _latin(word: str) -> str:
    lexicon = _lexicon()
    if (unit := _UNIT.search(word)) and unit[0] in lexicon["units"]:
        if len(unit[0]) > 1 or word[: unit.start()].rstrip()[-1:].isdigit():
            return lexicon["units"][unit[0]]
    if not (match := _LATIN.search(word)):
        return ""
    for name in (match[0].casefold(), match[0].rpartition("-")[2].casefold()):
        if name in lexicon["words"]:
            return lexicon["words"][name]
    last = match[0].rpartition("-")[2]
    if last[-1:].isupper() or len(last) == 1:
        return lexicon["letters"][last[-1].casefold()]
    return next((ending for pattern, ending in _ENGLISH_ENDINGS if pattern.search(last.casefold())), "")


def _both(after_consonant: str, after_vowel: str) -> str:
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    text = resources.files(__package__).joinpath("readings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
