"""What tells one copy of a form from another: when it was saved, and every byte of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

KOREA = dt.timezone(dt.timedelta(hours=9))
_FRACTION = re.compile(r"\.\d+")


def told_time(text: str, otherwise: dt.tzinfo) -> dt.datetime | None:
    """The time that a document states, in Korea and to the second; None where it states none.

    otherwise  where the clock hangs that it was read from, where it does not say so itself
    """
    try:
        told = dt.datetime.fromisoformat(_FRACTION.sub("", text.strip()))
    except ValueError:
        return None
    if told.tzinfo is None:
        told = told.replace(tzinfo=otherwise)
    try:
        return told.astimezone(KOREA).replace(tzinfo=None)
    except OverflowError:  # the first or last day of all time
        return None


def content_of(path: Path) -> str:
    """What only a file of the same bytes has."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
