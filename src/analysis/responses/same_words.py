"""Opinions that several respondents give word for word: passed round, or a form that was filled in twice."""

from __future__ import annotations

import numpy as np

from analysis.intake.columns.headings import PartKey
from analysis.responses.collected import Collected

_LETTERS = 30  # shorter words are said by many of themselves ("없습니다", "교육을 늘려 주십시오")


def check_same_words(collected: Collected) -> None:
    """A finding for each such opinion, at its second place. All of them stay counted."""
    counted = np.flatnonzero(collected.counted)
    for part in collected.questionnaire.parts():
        if part.answer.kind != "open":
            continue
        key = PartKey(part.question, part.row, part.column)
        column = collected.answers[key]
        which = column.which[counted]
        times = np.bincount(which, minlength=column.n_readings)
        texts = column.field("text")
        long = [at for at in np.flatnonzero(times > 1).tolist() if len(texts[at]) >= _LETTERS]
        if not long:
            continue
        order = counted[np.argsort(which, kind="stable")]
        begins = np.cumsum(times) - times
        first = {int(order[begins[at] + 1]): int(order[begins[at]]) for at in long}
        number = {int(order[begins[at] + 1]): int(times[at]) for at in long}
        collected.find(
            "same_words",
            sorted(first),
            key,
            lambda at, number=number: f"{number[at]:,}",
            value=lambda at, first=first: collected.sources.line(first[at], at),
        )
