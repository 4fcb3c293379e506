"""What is said around a number: about, at least, from … to, a year, and what stands in brackets behind it.

Numbers and money share this grammar; they differ in the units that may follow.

    quantity = { before } [ sign ] amount [ "~" amount ] { after } [ "(" remark ")" ]
    amount   = numeral [ "여" ] [ unit ]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .numeral import DIGITS, LARGE, SMALL, read_numeral

LONGEST = 200  # characters; a longer cell is prose

Reader = Callable[[str], tuple[Fraction, str] | None]


@dataclass(frozen=True)
class Quantity:
    """qualifier is one of exact, approx, over (조금 넘음), ge, gt, le, lt, range, vague.

    `value` is None where only bounds are known. unit is what stood behind the numeral, "" for nothing.
    """

    qualifier: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True
    unit: str = ""
    per: str | None = None
    remark: str | None = None


# Words before and after a number with what they say of it; "" says nothing.
_NUMERAL_FOLLOWS = r"(?=\s*(?:약|평균|최[소대]|[-△▲\d십백천만억일이삼사오육칠팔구수]))"
_BEFORE = (
    (r"총|모두|전체|합계|도합|합", ""),
    (r"약|대략|어림잡아|거의|평균|한(?=\s*\d)|about|approx(?:imately|\.)?|around|~|≈|≒", "approx"),
    (r"최소한?|적어도|at least|>=|≥", "ge"),
    (r"more than|over|>", "gt"),
    (r"최대한?|많아야|at most|up to|<=|≤", "le"),
    (r"less than|under|<", "lt"),
    (rf"(?:매년|연간|연평균|연){_NUMERAL_FOLLOWS}", "per year"),
    (rf"(?:매?분기){_NUMERAL_FOLLOWS}", "per quarter"),
    (rf"(?:매월|매달|월간|월평균|월){_NUMERAL_FOLLOWS}", "per month"),
    (rf"(?:매주|주당|주간|주){_NUMERAL_FOLLOWS}", "per week"),
    (r"(?:매일|하루|일평균|일)(?=\s*\d)", "per day"),
    (rf"(?:시급|시간당){_NUMERAL_FOLLOWS}", "per hour"),
)
_AFTER = (
    (r"입니다|이에요|예요|이다|임|있음|있습니다", ""),
    (r"내외|정도|가량|쯤|안팎|전후", "approx"),
    (r"남짓|\+\s*α", "over"),
    (r"이상|\+|or more", "ge"),
    (r"초과", "gt"),
    (r"이하|이내|or less", "le"),
    (r"미만", "lt"),
    (r"/\s*(?:년|연)", "per year"),
    (r"/\s*월", "per month"),
    (r"/\s*주", "per week"),
    (r"/\s*일", "per day"),
)
_BEFORE_PATTERNS = tuple((re.compile(rf"^(?:{words})\s*", re.IGNORECASE), said) for words, said in _BEFORE)
_AFTER_PATTERNS = tuple((re.compile(rf"\s*(?:{words})\.?$", re.IGNORECASE), said) for words, said in _AFTER)
_BOUNDS = ("ge", "gt", "le", "lt")

_REMARK = re.compile(r"(?P<rest>.*\S)\s*\((?P<remark>[^()]*)\)", re.DOTALL)
_IN_BRACKETS = re.compile(
    r"(?P<number>.*[\d십백천만억조])\s*\((?:단위|unit)?\s*:?\s*(?P<unit>[^()\d:]+)\)(?P<remark>\s*\([^()]*\))?",
    re.DOTALL | re.IGNORECASE,
)
_LARGE_BEFORE = re.compile(rf"^[{''.join(SMALL)}{''.join(LARGE)}]*\s*")
_ESTIMATE = re.compile(
    r"(?:추정|추산|어림|대략|약|정도|내외|가량|쯤)(?:치|값|수|액|임|잡음)?|estimated?|est\.?|approx(?:imate(?:ly)?|\.)?|about",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"(?:(?:수|몇)\s*[십백천만억조]+|수\s|몇몇|몇|여러|다수의?)\s*(?P<unit>[^\d\s].*)?")
_RANGE = re.compile(r"(?P<low>[^~]+?)\s*(?:~|-|–|에서|부터|\bto\b)\s*(?P<high>[^~]+?)(?:까지|\s*사이)?")
_BAND = re.compile(r"(?P<low>.+?)\s*(?P<from>이상|초과)\s*~?\s*(?P<high>.+?)\s*(?P<to>이하|미만)")
_UNITS = "".join(SMALL) + "".join(LARGE)
_UNITS_AT_END = re.compile(rf"([{''.join(SMALL)}]*[{''.join(LARGE)}]?)[^\d{_UNITS}]*$")

# Two neighbouring numbers said in one word: 두세 is 두~세, 이삼십 is 이십~삼십.
_NATIVE_PAIRS = {
    "한두": "1~2", "두세": "2~3", "두서너": "2~4", "서너": "3~4", "너댓": "4~5", "네댓": "4~5", "네다섯": "4~5",
    "대여섯": "5~6", "대엿": "5~6", "예닐곱": "6~7", "일고여덟": "7~8", "여덟아홉": "8~9",
}  # fmt: skip
_NATIVE_PAIR = re.compile("|".join(sorted(_NATIVE_PAIRS, key=len, reverse=True)))
_SINO_PAIR = re.compile(r"([일이삼사오육칠팔])([이삼사오육륙칠팔구])(.*\S)")


def read_quantity(text: str, read: Reader = read_numeral) -> Quantity | None:
    """The quantity that the whole of `text` (normalised) states; None where it states none.

    `read` reads the numeral at the beginning of a text and returns what follows it.
    """
    if len(text) > LONGEST or (len(text) == 1 and not text.isdecimal()):  # 네 is yes, 이 is this
        return None
    if match := _REMARK.fullmatch(text):
        quantity = read_quantity(match["rest"], read)
        remark = match["remark"].strip()
        if quantity and quantity.qualifier == "exact" and says_estimate(remark):
            quantity = _bounded(quantity, "approx")
        if quantity is None:
            return None
        return replace(quantity, remark="; ".join(filter(None, (quantity.remark, remark))) or None)
    if band := _BAND.fullmatch(text):
        return _range(band["low"], band["high"], read, band["from"] == "이상", band["to"] == "이하")
    text, said = _strip(text)
    per = next((word.removeprefix("per ") for word in said if word.startswith("per ")), None)
    bounds = {word for word in said if word in _BOUNDS}
    if len(bounds) > 1:
        return None
    if match := _VAGUE.fullmatch(text):
        return Quantity("vague", unit=(match["unit"] or "").strip(), per=per)
    text = _spread_pairs(text)
    quantity = _one(text, read)
    if quantity is None:
        if not (match := _RANGE.fullmatch(text)) or bounds:
            return None
        quantity = _range(match["low"], match["high"], read)
        return quantity and replace(quantity, per=per)
    said.append(quantity.qualifier)
    qualifier = next((word for word in (*_BOUNDS, "over", "approx") if word in said), "exact")
    return replace(_bounded(quantity, qualifier), per=per)


def says_estimate(remark: str) -> bool:
    """Whether a remark says no more than that the number is an estimate."""
    return _ESTIMATE.fullmatch(remark) is not None


def without_brackets(text: str, is_unit: Callable[[str], bool]) -> str:
    """`text` with the unit that stands in brackets behind a bare number in its place: 17,500만원 of "17,500(만원)" and of
    "17,500 (단위: 만원)". What is in brackets and no unit stays there.

    is_unit  whether a word is a unit; 천, 만, 억 may stand before it
    """
    match = _IN_BRACKETS.fullmatch(text) if len(text) <= LONGEST else None
    if match is None or not is_unit(_LARGE_BEFORE.sub("", match["unit"].strip())):
        return text
    return f"{match['number']}{match['unit'].strip()}{match['remark'] or ''}"


def _strip(text: str) -> tuple[str, list[str]]:
    """`text` without the words before and after its number, and what they said."""
    said: list[str] = []
    for patterns in (_BEFORE_PATTERNS, _AFTER_PATTERNS):
        while found := next((rest for rest in _stripped(text, patterns) if rest[0]), None):
            text = found[0]
            said.append(found[1])
    return text, said


def _stripped(text: str, patterns: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[tuple[str, str]]:
    """`text` without each of the words that it has, and what the word said."""
    for pattern, word in patterns:
        if match := pattern.search(text):
            yield (text[: match.start()] + text[match.end() :]).strip(), word


def _one(text: str, read: Reader) -> Quantity | None:
    """A single amount: a sign, a numeral, perhaps 여, perhaps a unit."""
    sign = -1 if text[:1] in ("-", "−", "△", "▲") else 1
    number = read(re.sub(r"^[-−△▲+]\s*", "", text))
    if number is None:
        return None
    value, rest = number
    over = re.match(r"\s*여", rest)
    unit = (rest[over.end() :] if over else rest).strip()
    if re.search(r"[\d~]|^[,.-]", unit):
        return None
    return Quantity("over" if over else "exact", sign * value, unit=unit)


def _bounded(quantity: Quantity, qualifier: str) -> Quantity:
    value = quantity.value
    low = value if qualifier in ("over", "ge", "gt") else None
    high = value if qualifier in ("le", "lt") else None
    return replace(
        quantity, qualifier=qualifier, value=None if qualifier in ("gt", "le", "lt") else value,
        low=low, high=high, low_inclusive=qualifier != "gt", high_inclusive=qualifier != "lt",
    )  # fmt: skip


def _range(low: str, high: str, read: Reader, from_: bool = True, to: bool = True) -> Quantity | None:
    top = _one(high, read)
    bottom = _one(_with_shared_units(low, high), read)
    if not top or not bottom or {top.qualifier, bottom.qualifier} != {"exact"} or bottom.value >= top.value:
        return None
    if bottom.unit and top.unit and bottom.unit != top.unit:
        return None
    return Quantity(
        "range", low=bottom.value, high=top.value, low_inclusive=from_, high_inclusive=to,
        unit=top.unit or bottom.unit,
    )  # fmt: skip


def _with_shared_units(low: str, high: str) -> str:
    """`low` with the units it leaves to `high`: 300~500만 is 300만~500만, 2~3백만 is 2백만, 9백~1천만 is 9백만.

    "" where it cannot be told what is left out, as in 1~1억5천만.
    """
    units = _UNITS_AT_END.search(high)
    if units is None or (low[-1] not in SMALL and low[-1] not in DIGITS and not low[-1].isdecimal()):
        return low
    several = any(unit in high[: units.start()] for unit in _UNITS)
    if low[-1] not in SMALL:
        return "" if several else low + units[1]
    large = units[1][-1:]
    if large not in LARGE or any(unit in low for unit in LARGE):
        return low
    return "" if several else low + large


def _spread_pairs(text: str) -> str:
    text = _NATIVE_PAIR.sub(lambda match: _NATIVE_PAIRS[match[0]], text, count=1)
    match = _SINO_PAIR.fullmatch(text)
    if match and DIGITS[match[2]] == DIGITS[match[1]] + 1:
        return f"{match[1]}{match[3]}~{match[2]}{match[3]}"
    return text
