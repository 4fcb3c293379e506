"""The letters by which columns of a table are called where they are compared. Apart from the comparison itself: a page
that shows letters need not load what computes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product
from string import ascii_uppercase


def column_letters(k: int) -> tuple[str, ...]:
    """A, B, …, Z, AA, AB, … as a spreadsheet names its columns. Past 26, letters of a cell need a space between them.

    >>> column_letters(28)[24:]
    ('Y', 'Z', 'AA', 'AB')
    """
    names = _names()
    return tuple(next(names) for _ in range(k))


def _names() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_uppercase, repeat=length))
