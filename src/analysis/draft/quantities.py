"""Cells that hold numbers, amounts of money, shares or dates: what they are counted in, and how exactly."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from analysis.draft.cells import Cells

_MOSTLY = 0.85  # share of the cells that have to look alike
_NUMERAL = r"\d[\d,]*(?:\.\d+)?(?:\s*[십백천만억조]+(?:\s*\d[\d,]*(?:\.\d+)?)?)*"
_ABOUT = r"(?:약|대략|대강|어림|~|≈|about|approx\.?|around|ca\.)\s*"
_UNIT = r"(?P<unit>%|퍼센트|프로|[가-힣]{1,3}|years?|months?|weeks?|days?|hours?|people|persons|times)"
_CELL = re.compile(
    rf"(?P<about>{_ABOUT})?(?P<number>[-+△▲]?\s*{_NUMERAL})\s*(?P<more>여|남짓|정도|가량|쯤|내외)?\s*{_UNIT}?\s*(?P<behind>이상|정도|가량|쯤|내외)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_MONEY = {
    "원": "원",
    "천원": "천원",
    "천 원": "천원",
    "만원": "만원",
    "만 원": "만원",
    "백만원": "백만원",
    "억원": "억원",
    "억 원": "억원",
}
_MONEY_UNIT = re.compile(r"(?:단위\s*[:：]?\s*|[(\[])\s*(백만\s?원|억\s?원|천\s?원|만\s?원|원)\s*[)\]]?")
_OF_MONEY = re.compile(
    r"매출|금액|수입|지출|예산|결산|회비|출자|자본금|임금|급여|연봉|월급|소득|비용|가격|보조금|기부금|후원금|자산|부채|총액|사업비|인건비|얼마입니까"
)
_ASKED_UNIT = re.compile(
    r"(?:단위\s*[:：]?\s*|[(\[])\s*(명|인|개소|개|곳|회|건|번|시간|개월|년|살|세|점|%|㎡|일)\s*[)\]]|몇\s*(명|인|개소|개|곳|회|건|번|시간|개월|년|살|세|점|%|퍼센트|일)"
)
_PERCENT = re.compile(r"%|퍼센트|백분율|비율|비중|구성비|percent", re.IGNORECASE)
_YEAR_ASKED = re.compile(r"연도|년도|해는|어느 해|몇 년에|\byear\b", re.IGNORECASE)
_TIME = r"(?:[T ]+(?:오전|오후)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAY = re.compile(
    r"(?:(?:19|20)?\d\d|['’]\d\d)\s*[-./년]\s*(?:0?[1-9]|1[0-2])\s*[-./월]\s*(?:0?[1-9]|[12]\d|3[01])\s*[일.]?"
    rf"\s*(?:\([월화수목금토일]\))?{_TIME}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
)
_MONTH = re.compile(r"(?:19|20)\d\d\s*(?:년|[-./])\s*(?:0?[1-9]|1[0-2])\s*월?\.?")
_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:년도?)?")


class Quantity(NamedTuple):
    """kind         number, money or date
    unit         of a number or an amount
    precision    of a date: day, month or year
    approximate  whether some wrote "약" or "여"
    guessed      whether neither the heading nor the cells say the unit
    whole        whether all numbers are whole and none is negative
    least, most  of plain numbers, None where there are none
    """

    kind: str
    unit: str = ""
    precision: str = ""
    approximate: bool = False
    guessed: bool = False
    whole: bool = False
    least: float | None = None
    most: float | None = None


def quantity_of(cells: Cells, heading: str) -> Quantity | None:
    """What the cells measure; None where they hold something else."""
    if not cells.filled:
        return None
    if date := _date(cells, heading):
        return Quantity("date", precision=date)
    read = {text: found for text in cells.texts if (found := _CELL.fullmatch(text))}
    covered = sum(cells.texts[text] for text in read)
    if covered < _MOSTLY * cells.filled or cells.filled < 1:
        return None
    units: Counter[str] = Counter()
    about = 0
    for text, found in read.items():
        units[_said_unit(found)] += cells.texts[text]
        about += bool(found["about"] or found["more"] or found["behind"])
    numbers = [float(text) for text in read if _PLAIN.fullmatch(text)]
    known = {
        "approximate": about > 0,
        "whole": all(number.is_integer() and number >= 0 for number in numbers),
        "least": min(numbers, default=None),
        "most": max(numbers, default=None),
    }
    in_won = sum(count for unit, count in units.items() if unit in _MONEY)
    asked = _MONEY_UNIT.search(heading)
    if asked or in_won * 2 > covered or (in_won and _OF_MONEY.search(heading)):
        spoken = [unit for unit, _ in units.most_common() if unit in _MONEY] if in_won * 2 > covered else []
        named = asked[1] if asked else [*spoken, "원"][0]
        return Quantity("money", _MONEY[re.sub(r"\s", "", named)], guessed=not asked, **known)  # type: ignore[arg-type]
    if units["%"] * 5 > covered or (_PERCENT.search(heading) and not units.keys() - {"", "%"}):
        return Quantity("number", "%", **known)  # type: ignore[arg-type]
    if _OF_MONEY.search(heading) and not units.keys() - {""}:
        return Quantity("money", "원", guessed=True, **known)  # type: ignore[arg-type]
    named = _ASKED_UNIT.search(heading)
    spoken = next((unit for unit, count in units.most_common() if unit and count * 5 > covered), "")
    unit = (named[1] or named[2]) if named else spoken
    return Quantity("number", "%" if unit == "퍼센트" else unit, **known)  # type: ignore[arg-type]


def _said_unit(found: re.Match[str]) -> str:
    """The unit of a cell; "만원" of "300만원", for the numeral has the 만."""
    unit = (found["unit"] or "").replace("퍼센트", "%").replace("프로", "%")
    scale = re.search(r"(백만|억|천|만)\s*\Z", found["number"])
    return scale[1] + unit if scale and unit == "원" and scale[1] + unit in _MONEY else unit


def _date(cells: Cells, heading: str) -> str:
    """day, month or year; "" where the cells are no dates."""
    if cells.moments > _MOSTLY * cells.filled:
        return "day"
    day, month, year = (cells.share(shape.fullmatch) for shape in (_DAY, _MONTH, _YEAR))
    if year > _MOSTLY and (_YEAR_ASKED.search(heading) or cells.share(lambda text: "년" in text) > 0.5):
        return "year"
    compact = cells.share(str.isdigit)  # 20160401 is a day, and 20,160,401 a number
    if day + month + year <= _MOSTLY or day + month < 0.5 or compact > 0.5:
        return ""
    return "day" if day > 0.8 * (day + month + year) else "month"
