"""Rows that are alike in every answer, told by hashes over whole columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.intake.sheet import SheetColumn
from analysis.questionnaire.question import PartKey
from analysis.responses.sources import Sources

_MANY = 20_000  # different cells from which a column is left until the others have told most rows apart


def first_alike(sources: Sources, keys: Sequence[PartKey]) -> NDArray[np.intp]:
    """For every row that counts the first row with the same answers; for others itself.

    Told by hashes of 64 bits over all answers: of a million rows two differing ones are taken for alike once in
    thirty million files. Columns of few different cells go first: mostly no two rows are left after them.
    """
    found = np.arange(len(sources))
    columns = sorted((sources.cells(key) for key in keys), key=lambda column: len(column[0].texts))
    rows, alike = found[sources.counted], np.zeros(sources.counted.sum(), dtype=np.uint64)
    for at, (cells, absent) in enumerate(columns):
        hashed = _hashes(cells, rows)
        hashed[absent[rows]] = 1
        alike = alike * np.uint64(1_000_003) ^ hashed
        if at + 1 == len(columns) or len(columns[at + 1][0].texts) > _MANY:
            several = pd.Series(alike).duplicated(keep=False).to_numpy()
            rows, alike = rows[several], alike[several]
    _, first, group = np.unique(alike, return_index=True, return_inverse=True)
    found[rows] = rows[first[group]]
    return found


def _hashes(cells: SheetColumn, rows: NDArray[np.intp]) -> NDArray[np.uint64]:
    """A number for the trimmed text of each of these rows."""
    if len(rows) < len(cells.texts):
        texts = cells.texts.take(pa.array(cells.which[rows]))
        return pd.util.hash_array(pc.utf8_trim_whitespace(texts).to_numpy(zero_copy_only=False))
    texts = pc.utf8_trim_whitespace(cells.texts)
    return pd.util.hash_array(texts.to_numpy(zero_copy_only=False))[cells.which[rows]]
