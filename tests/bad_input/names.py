"""File names that are awkward: for a shell, a terminal, a page, or another system."""

from __future__ import annotations

import unicodedata

NAMES = {
    "shell": "$(touch pwned);`touch pwned`&|.csv",
    "quotes": 'it\'s "quoted".csv',
    "markup": "<img src=x onerror=alert(1)>.csv",
    "leading_dash": "-rf.csv",
    "composed_in_parts": unicodedata.normalize("NFD", "한글 응답.csv"),
    "emoji": "응답 👩\u200d🌾🙂.csv",
    "long": "x" * 196 + ".csv",
    "newline": "two\nlines.csv",
    "terminal": "\x1b[31mred\x07.csv",
    "direction": "fdp\u202evsc.csv",
    "blanks": "  .  .csv",
    "percent": "%s%n{0}{name}.csv",
}
