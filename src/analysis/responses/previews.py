"""Responses of which the survey tool itself says that they were but tried (Qualtrics)."""

from __future__ import annotations

import numpy as np

from analysis.language.text import match_key
from analysis.responses.sources import Mask, Sources

# What a column of that name says of a form that was looked at before it was sent, as words; the codes of the column
# Status are other tools' codes too.
_TRIED = {
    match_key(name): frozenset(map(match_key, words))
    for name, words in {
        "Status": ("Survey Preview", "Survey Test", "설문조사 미리보기", "설문 미리보기"),
        "Response Type": ("Survey Preview", "Survey Test", "설문조사 미리보기", "설문 미리보기"),
        "DistributionChannel": ("preview", "test"),
        "Distribution Channel": ("preview", "test"),
    }.items()
}


def previews(sources: Sources) -> Mask:
    """The responses whose row says so, whether or not the questionnaire asks for that column."""
    found = np.zeros(len(sources), dtype=bool)
    for position, matching in enumerate(sources.matchings):
        sheet = matching.sheet
        of_sheet = found[sources.sheet == position]
        for at, column in enumerate(sheet.columns):
            words = next(
                (_TRIED[key] for name in sheet.names(at) if (key := match_key(name)) in _TRIED), None
            )
            if words:
                tried = [
                    place for place, text in enumerate(column.texts.to_pylist()) if match_key(text) in words
                ]
                of_sheet |= np.isin(column.which[sheet.heading_rows :], tried)
        found[sources.sheet == position] = of_sheet
    return found
