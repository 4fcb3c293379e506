"""What the sheets of a form are called: as their sections are, as far as the name of a sheet may say it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31


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
