"""Who answered only beside the cells of a form: it does not count, and yet there is something to ask about."""

from __future__ import annotations

import numpy as np

from analysis.responses.responses import Responses
from analysis.responses.standing import Standing


def answered_beside(responses: Responses) -> dict[str, int]:
    """Of respondents without a response that counts the position of such a form, the last of several."""
    origin = responses.origin
    names = origin.respondent.to_pylist()
    answered = {names[at] for at in np.flatnonzero(origin.counted).tolist()}
    told = {one.file for one in responses.findings if one.rule == "form_answered_beside"}
    return {
        names[at]: at
        for at in np.flatnonzero(origin.standing == Standing.EMPTY).tolist()
        if names[at] not in answered and origin.sheets[origin.sheet[at]].file in told
    }
