"""The one way in which a workbook (.xlsx) is made: no text becomes a formula, a number or a link, whatever it begins
with, and nothing in the file depends on when or where it was made."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable
from typing import Any

import xlsxwriter

MADE = dt.datetime(2000, 1, 1)  # a file that is made twice is the same twice
FONT = {"ko": "맑은 고딕", "en": "Calibri"}  # what people fill in; Windows and Hancell have both
_PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31


def new_workbook(content: io.BytesIO, properties: dict[str, Any], **options: Any) -> xlsxwriter.Workbook:
    """A workbook that is written into `content` when it is closed. properties, options: as XlsxWriter takes them."""
    book = xlsxwriter.Workbook(content, {"in_memory": True, **_PLAIN_TEXT, **options})
    book.set_properties({**properties, "created": MADE})
    return book


def sheet_names(titles: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """A name a title: no letter that is forbidden, at most 31 of them, none twice whatever the case.

    taken: the names of other sheets
    """
    used = {name.casefold() for name in taken} | {"history"}  # Excel keeps that one to itself
    names = []
    for title in titles:
        whole = " ".join(_FORBIDDEN.sub(" ", title).split()).strip("' ") or "-"
        name, again = whole[:_LONGEST].strip("' "), 1
        while name.casefold() in used:
            again += 1
            ending = f" ({again})"
            name = whole[: _LONGEST - len(ending)].strip("' ") + ending
        used.add(name.casefold())
        names.append(name)
    return tuple(names)
