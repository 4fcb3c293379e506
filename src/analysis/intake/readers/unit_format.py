"""Numbers whose unit stands in the format of the cell: 17500 in `#,##0"만원"` shows as 17,500만원.

format  = section { ";" section }        for what is above, below and at zero, or as its condition says
section = { literal } digits { literal }
digits  = 0 # ? , . , or General; every "," behind the last place stands for a thousand that is not shown
literal = "…", \\x, [$₩-412], or a sign that means nothing else
"""

from __future__ import annotations

import operator
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]\-]*)[^\]]*\]'
    r"|\[(?P<compare><=|>=|<>|<|>|=)(?P<bound>-?\d+(?:\.\d+)?)\]|\[[^\]]*\]|_.|\*."
    r"|(?P<digits>General|[0#?][0#?,.]*(?:E[+-][0#?]+)?)|(?P<end>;)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_COMPARE = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_SIGNS = re.compile(r"[-−+()△▲\s]*")  # the sign of the number is written by itself
_LARGEST = 1e16
_DISPLAYED = re.compile(r"(?P<before>\D*?)(?P<number>-?\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<after>\D*)")


class _Section(NamedTuple):
    """holds  the condition under which it is for a number, where it states one
    thousands  how many of them are not shown; None where it is not just a number with words around
    """

    before: str
    after: str
    thousands: int | None
    grouped: bool
    holds: tuple[str, float] | None


def with_unit(value: float, digits: str, number_format: str) -> str:
    """The number as its format shows it, but with all its digits; "" where the format names no unit.

    digits  the number as it is written without a format
    """
    if number_format.isascii() and not any(sign in number_format for sign in '"\\$'):
        return ""  # nearly all formats
    section = _for(value, _sections(number_format))
    if section is None or section.thousands is None or abs(value) >= _LARGEST:
        return ""
    if not any(map(_names_unit, section.before + section.after)):
        return ""
    number = Decimal(digits).scaleb(-3 * section.thousands).normalize()
    return f"{section.before}{number:{',' if section.grouped else ''}f}{section.after}"


def format_of(value: float, display: str) -> str:
    """A number format that shows `value` as `display`; "" where there is none that names a unit."""
    match = _DISPLAYED.fullmatch(display)
    if match is None or '"' in display:
        return ""
    number = float(match["number"].replace(",", ""))
    near = 0.5001 * 10.0 ** -len(match["decimals"] or "")
    for thousands in range(4):
        if abs(abs(value) / 1000**thousands - abs(number)) <= near:
            grouped = "#,##0" if "," in match["number"] else "0"
            return f'"{match["before"]}"{grouped}{"," * thousands}"{match["after"]}"'
    return ""


@lru_cache(maxsize=1_000)
def _sections(number_format: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    before = after = digits = ""
    holds: tuple[str, float] | None = None
    numbers = 0
    for token in (*_TOKEN.finditer(number_format), None):
        if token is None or token["end"]:
            thousands = _thousands(digits) if numbers == 1 else None
            before, after = ("" if _SIGNS.fullmatch(words) else words for words in (before, after))
            sections.append(_Section(before, after, thousands, "," in digits.strip(".,"), holds))
            before = after = digits = ""
            holds, numbers = None, 0
        elif token["digits"]:
            digits, numbers = token["digits"], numbers + 1
        elif token["compare"]:
            holds = token["compare"], float(token["bound"])
        else:
            plain = token["plain"] or ""
            words = token["quoted"] or token["escaped"] or token["currency"]
            words = words or ("" if plain.isascii() and plain not in "$ " else plain)
            if numbers:
                after += words
            else:
                before += words
    return tuple(sections)


def _thousands(digits: str) -> int:
    whole, _, decimals = digits.partition(".")
    return sum(len(places) - len(places.rstrip(",")) for places in (whole, decimals))


def _for(value: float, sections: tuple[_Section, ...]) -> _Section | None:
    """The section that shows `value`."""
    if any(section.holds for section in sections):
        fitting = (one for one in sections if not one.holds or _COMPARE[one.holds[0]](value, one.holds[1]))
        return next(fitting, None)
    at = 1 if value < 0 else 2 if value == 0 else 0
    return sections[at] if at < len(sections) else sections[0]


def _names_unit(char: str) -> bool:
    return char.isalpha() or unicodedata.category(char) == "Sc"
