"""Letters and spellings that tell a language."""

from __future__ import annotations

import re

HANGUL = re.compile("[가-힣ㄱ-ㆎ]+")
AMERICAN = re.compile(
    r"\b(?:(?:re|un)?organiz\w*|cooperat\w*|analyz\w*|behavior\w*|colors?|centers?|favor\w*|labor|percent|recogniz\w*|"
    r"summariz\w*|specializ\w*|minimiz\w*|maximiz\w*)\b",
    re.IGNORECASE,
)
