"""Cells that need no second look: bare numbers and ordinary sentences, told in one sweep over a long column.

What is read here is read just as `read_cell` would, only faster; a test compares the two. Every other cell goes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.intake.sheet import Mask, SheetColumn
from analysis.language.text import match_key
from analysis.questionnaire.answer import WON, Money, Number
from analysis.questionnaire.question import Part
from analysis.responses.measured import COUNTED
from analysis.responses.values.duration import MONTHS
from analysis.responses.values.missing import missing_keys

MANY = 5_000  # different cells from which a column is long
_SENTENCE = (
    r"^[!-.0-_a-~가-힣]([ !-.0-_a-~가-힣]*[!-.0-_a-~가-힣])?$"  # no "/", "`", odd blanks or line breaks
)
_LETTER = r"[0-9A-Za-z가-힣]"
_INTEGER = r"^-?(0|[1-9][0-9]{0,14})$"
_DECIMAL = r"^-?(0|[1-9][0-9]{0,8})(\.([0-9]{1,2}|[0-9]{2}[1-9]|[0-9]{4}))?$"  # 3.000 may be meant for 3,000
_EXACT = 2.0**53  # up to here every whole number is a float
_DAY_AND_TIME = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?$"

Plain = Mapping[str, NDArray[Any] | pa.Array]


def plain_answers(cells: SheetColumn, part: Part, codes: Iterable[str]) -> tuple[Mask, Plain]:
    """Which of the different cells are plain, and the fields of their readings in the same order."""
    nothing: tuple[Mask, Plain] = (np.zeros(len(cells.texts), dtype=bool), {})
    if len(cells.texts) < MANY or cells.values is not None:
        return nothing
    answer = part.answer
    if answer.kind in ("text", "open"):
        return _sentences(cells.texts, answer.kind, codes)
    if answer.kind == "money":
        return _numbers(cells.texts, answer, _INTEGER, answer.won, codes)
    if answer.kind == "number" and answer.unit.ko not in (*WON, *MONTHS, "%"):
        shape = _INTEGER if answer.unit.ko in COUNTED else _DECIMAL
        return _numbers(cells.texts, answer, shape, 1, codes)
    return nothing


def without_time(cells: SheetColumn) -> SheetColumn:
    """The cells of a long column of dates, without the time of day behind them: there are few days."""
    if len(cells.texts) < MANY or cells.values is not None:
        return cells
    days = pc.replace_substring_regex(cells.texts, _DAY_AND_TIME, r"\1").dictionary_encode()
    return SheetColumn(days.indices.to_numpy()[cells.which], days.dictionary)


def _sentences(texts: pa.StringArray, kind: str, codes: Iterable[str]) -> tuple[Mask, Plain]:
    trimmed = pc.ascii_trim(texts, " ")
    key = pc.replace_substring(pc.utf8_lower(trimmed), " ", "")
    known = pa.array([*missing_keys(kind), *map(match_key, codes)], pa.string())
    plain = pc.and_(
        pc.and_(pc.match_substring_regex(trimmed, _SENTENCE), pc.match_substring_regex(trimmed, _LETTER)),
        pc.invert(pc.is_in(_as_codes(pc.ascii_rtrim(key, ".!~"), codes), known)),
    )
    return plain.to_numpy(zero_copy_only=False), {"text": trimmed.filter(plain)}


def _numbers(
    texts: pa.StringArray, answer: Number | Money, shape: str, scale: int, codes: Iterable[str]
) -> tuple[Mask, Plain]:
    """`scale` of what is kept make one of what is asked."""
    known = pa.array(list(map(match_key, codes)), pa.string())
    is_code = pc.is_in(_as_codes(texts, codes), known)
    candidate = pc.and_(pc.match_substring_regex(texts, shape), pc.invert(is_code))
    mask = candidate.to_numpy(zero_copy_only=False)
    asked = pc.cast(texts.filter(candidate), pa.float64()).to_numpy()
    fits = np.abs(asked) * scale < _EXACT
    if answer.min is not None:
        fits &= asked >= answer.min
    if answer.max is not None:
        fits &= asked <= answer.max
    mask[np.flatnonzero(mask)[~fits]] = False
    kept = asked[fits] * scale
    return mask, {"number": kept, "qualifier": np.broadcast_to("exact", len(kept))}


def _as_codes(texts: pa.StringArray, codes: Iterable[str]) -> pa.StringArray:
    """The texts as they are compared with codes for no answer: 9.0 is the code 9."""
    return pc.replace_substring_regex(texts, r"([0-9])\.0+$", r"\1") if any(codes) else texts
