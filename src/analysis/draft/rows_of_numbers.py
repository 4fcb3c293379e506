"""Columns of numbers seen row by row: shares of a whole, and ranks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.draft.grouping import Item
from analysis.intake.sheet import Sheet
from analysis.language.text import normalise

_NUMBER = re.compile(r"(\d{1,6}(?:\.\d+)?)\s*(?:%|점|순위|위)?")
_MOSTLY = 0.8  # of the rows with an answer
_WHOLE = 100


def numbers_of(sheet: Sheet, items: Sequence[Item]) -> NDArray[np.float64]:
    """A row for every respondent, a column for every item; not a number where there is none."""
    columns = []
    for item in items:
        cells = sheet.columns[item.column.at]
        values = np.array([_number(text) for text in cells.texts.to_pylist()] or [np.nan], np.float64)
        columns.append(values[cells.which[sheet.heading_rows :]])
    return np.column_stack(columns)


def _number(text: str) -> float:
    found = _NUMBER.fullmatch(normalise(text))
    return float(found[1]) if found else np.nan


def share_of_a_whole(numbers: NDArray[np.float64]) -> float | None:
    """By how much rows may miss 100 (0 or 1), of columns whose rows add up to it; None of others."""
    filled = ~np.isnan(numbers)
    rows = filled.any(axis=1)
    sums = np.nansum(numbers[rows], axis=1)
    if len(sums) < 3 or (filled[rows].sum(axis=1) > 1).mean() < 0.5:
        return None
    exact, near = (np.abs(sums - _WHOLE) <= slip for slip in (0.001, 1.001))
    if near.mean() < _MOSTLY:
        return None
    return 0.0 if exact.mean() >= near.mean() - 0.02 else 1.0


def are_ranks(numbers: NDArray[np.float64]) -> int:
    """How many ranks every respondent gave; 0 where the numbers are no ranks: each is given once in a row."""
    filled = ~np.isnan(numbers) & (numbers > 0)
    rows = numbers[filled.any(axis=1)]
    if len(rows) < 3 or (np.nan_to_num(rows) % 1).any():
        return 0
    most = int(np.nanmax(rows))
    if not 2 <= most <= numbers.shape[1]:
        return 0
    ranks = np.sort(np.where(rows > 0, rows, np.inf), axis=1)[:, :most]
    in_turn = (ranks == np.arange(1, most + 1)).all(axis=1)
    return most if in_turn.mean() >= _MOSTLY else 0
