"""Telephone numbers, e-mail addresses and resident numbers, made unreadable in what is told about a file.

They are found by their shape alone. A message keeps the file and the cell, where those who may can look.
"""

from __future__ import annotations

import re

from analysis.language.text import normalise

# The longest an address may be: without it, a long text without an @ would be looked through from each letter on.
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_RESIDENT = re.compile(
    r"(?<!\d)\d{6}\s*[-–]\s*[1-8][\d*]{6}(?!\d)"
    r"|(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-8]\d{6}(?!\d)"
)
_TELEPHONE = re.compile(
    r"(?<![\d-])(?:\+?82[-.\s]?)?\(?(?:0(?:1[016-9]|2|[3-6]\d|70|80|50\d)|1[016-9])"
    r"(?:\)[-.\s]{0,2}|[-.\s]{1,2})\d{3,4}[-.\s]\d{4}(?!\d)"
    r"|(?<!\d)1[568]\d{2}[-.\s]\d{4}(?!\d)"
    r"|(?<![\d.,])(?:0\d{8,10}|10\d{8})(?![\d.,]|\s*[원천만억])"  # in one piece; a spreadsheet drops the first 0
)


def masked(text: str) -> str:
    """`text` with stars in place of what is personal; just as it is where there is nothing.

    >>> masked("담당 010-1234-5678, hong@coop.or.kr")
    '담당 ***-****-****, ***@***'
    """
    plain = normalise(text)
    hidden = _EMAIL.sub("***@***", plain)
    for shape in (_RESIDENT, _TELEPHONE):
        hidden = shape.sub(lambda found: re.sub(r"\d", "*", found[0]), hidden)
    return text if hidden == plain else hidden
