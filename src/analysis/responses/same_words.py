"""Opinions that several respondents give word for word: passed round, or a form that was filled in twice."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.responses.collected import Collected

_LETTERS = 30  # shorter words are said by many of themselves ("없습니다", "교육을 늘려 주십시오")


def check_same_words(collected: Collected) -> None:
    """A finding for each such opinion, at its second place. All of them stay counted."""
    for part in collected.questionnaire.parts():
        if part.answer.kind != "open":
            continue
        key = part.key
        column = collected.answers[key]
        texts = pa.array(column.field("text"), pa.string())
        long = np.flatnonzero(pc.greater_equal(pc.utf8_length(texts), _LETTERS))
        if not len(long):
            continue
        opinion = np.full(column.n_readings, -1, dtype=np.int32)  # of every reading; -1 where it is short
        opinion[long] = texts.take(long).dictionary_encode().indices
        held = np.where(collected.counted, opinion[column.which], -1)
        by = np.flatnonzero(held >= 0)
        by = by[np.argsort(held[by], kind="stable")]
        times = np.bincount(held[by])
        begins = (np.cumsum(times) - times)[times > 1]
        first = dict(zip(by[begins + 1].tolist(), by[begins].tolist(), strict=True))
        number = dict(zip(first, times[times > 1].tolist(), strict=True))
        collected.find(
            "same_words",
            sorted(first),
            key,
            lambda at, number=number: f"{number[at]:,}",
            value=lambda at, first=first: collected.sources.line(first[at], at),
        )
