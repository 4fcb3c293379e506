"""The answers to one part of the questionnaire, respondent after respondent. Answers alike are kept once.

A column says for every respondent which of its readings is theirs. The readings are of two kinds: `plain` ones, which
differ in a number or a text alone and lie in an array (the amounts and opinions of a large survey are hardly ever
alike), and `listed` ones, all others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.questionnaire.condition import Mask
from analysis.responses.reading import Reading

NUMBERS = ("number", "low", "high")
FIELDS = (
    "code", "number", "low", "high", "qualifier", "start", "end", "precision", "text", "reason", "detail",
)  # fmt: skip


class AnswerColumn:
    """which   for every respondent the position of the reading: the plain ones first, then the listed
    plain   fields of the plain readings: numpy arrays of numbers, arrow arrays of text; what is left out is ""
    """

    def __init__(
        self,
        which: NDArray[np.int32],
        listed: list[Reading],
        plain: Mapping[str, NDArray[Any] | pa.Array] | None = None,
    ) -> None:
        self.which = which
        self.listed = listed
        self.plain = plain or {}
        self.n_plain = len(next(iter(self.plain.values()), ()))
        self._fields: dict[str, NDArray[Any]] = {}

    def __len__(self) -> int:
        return len(self.which)

    @property
    def n_readings(self) -> int:
        return self.n_plain + len(self.listed)

    def at(self, respondent: int) -> Reading:
        """The reading of one respondent, counted from 0."""
        position = int(self.which[respondent])
        if position >= self.n_plain:
            return self.listed[position - self.n_plain]
        fields = {name: values[position] for name, values in self.plain.items()}
        return Reading(**{name: _python(value) for name, value in fields.items()})

    def put(self, respondents: Any, reading: Reading) -> None:
        """Give these respondents (a position, positions or a mask) another reading."""
        self.which[respondents] = self.n_readings
        self.listed.append(reading)
        self._fields.clear()

    def change(self, change: Callable[[Reading], Reading]) -> None:
        """Let another reading stand in the place of every listed one, for all whose it is."""
        self.listed = [change(reading) for reading in self.listed]
        self._fields.clear()

    def field(self, name: str) -> NDArray[Any]:
        """One field of every reading: of numbers nan where there is none, of text ""."""
        if name not in self._fields:
            self._fields[name] = self._all(name)
        return self._fields[name]

    def of(self, name: str) -> NDArray[Any]:
        """One field of every respondent's reading."""
        return self.field(name)[self.which]

    def where(self, test: Callable[[NDArray[Any]], Mask], name: str) -> Mask:
        """The respondents whose field `name` passes; it is tested once for every reading."""
        return np.asarray(test(self.field(name)), dtype=bool)[self.which]

    @property
    def answered(self) -> Mask:
        return self.where(lambda reason: reason == "", "reason")

    def has(self, test: Callable[[Reading], object]) -> Mask:
        """The respondents whose reading is a listed one that passes."""
        passes = [False] * self.n_plain + [bool(test(reading)) for reading in self.listed]
        return np.array(passes, dtype=bool)[self.which]

    def _all(self, name: str) -> NDArray[Any]:
        values = [getattr(reading, name) for reading in self.listed]
        if name in NUMBERS:
            listed = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        else:
            listed = np.array(values, dtype=np.object_ if name == "text" else np.str_)
        if not self.n_plain:
            return listed
        return np.concatenate([_plain(self.plain.get(name), self.n_plain, listed.dtype), listed])


def _plain(values: NDArray[Any] | pa.Array | None, number: int, dtype: np.dtype) -> NDArray[Any]:
    if values is None:
        return np.full(number, np.nan if dtype.kind == "f" else "", dtype)
    if isinstance(values, np.ndarray):
        return values.astype(dtype, copy=False) if values.dtype.kind == "f" else values
    texts = values.to_numpy(zero_copy_only=False)
    return texts if dtype.kind == "O" else texts.astype(np.str_)


def _python(value: Any) -> Any:
    """A number or text as Python has it; None for a number that is not there."""
    if isinstance(value, pa.Scalar):
        return value.as_py()
    if isinstance(value, str):
        return str(value)
    return None if np.isnan(value) else float(value)
