"""What stands where a name should stand and names nobody: respondents alike in it are not one respondent."""

from __future__ import annotations

from analysis.language.text import match_key

_NOBODY = frozenset(
    map(
        match_key,
        "익명|무기명|무명|이름 없음|성명 없음|없음|없습니다|비밀|미공개|x|xx|xxx|none|anonymous|anon|no name".split(
            "|"
        ),
    )
)
_TOTALS = frozenset(
    map(
        match_key,
        "합계|계|총계|소계|누계|총합|총합계|평균|total|totals|grand total|subtotal|sum|average|mean".split(
            "|"
        ),
    )
)


def names_nobody(name: str) -> bool:
    """ "익명", "없음", "x", and what has neither letter nor digit, such as "-"."""
    key = match_key(name).strip("()[]")
    return key in _NOBODY or not any(map(str.isalnum, key))


def is_total(name: str) -> bool:
    """What is written at the head of a row of sums. An organisation may be called so: that is for people to see."""
    return match_key(name).strip("()[]:") in _TOTALS
