"""Answers that may name somebody: by what is asked, and by the shape of what stands in the cells."""

from __future__ import annotations

import re

from analysis.draft.cells import Cells
from analysis.intake.personal import masked

_LOOK = 2_000  # texts of a column whose shape is looked at
_ASKED = {
    "name": r"성명|성함|이름|담당자\s?명|대표자\s?명|^(?:your |full |first |last |contact |respondent'?s? )?name\b|\byour (?:full )?name\b",
    "phone": r"전화|연락처|휴대폰|핸드폰|팩스|(?:\b|_)(?:tele)?phone|\bmobile\b|\btel\b",
    "email": r"이메일|메일\s?주소|전자\s?우편|\be-?mail",
    "address": r"(?<!메일\s)(?<!메일)주소|\baddress\b",
    "birth": r"생년월일|생일|date of birth|birthday",
    "resident_number": r"주민(?:등록)?\s?번호",
    "account": r"계좌",
}
_PATTERNS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _ASKED.items()}
_ORGANISATION = re.compile(
    r"(?:단체|기관|조직|조합|회사|법인|업체|센터|협회|연합회|기업)\S{0,4}\s*(?:명칭|이름|명(?:을|이|은|의)?(?![가-힣]))|"
    r"\b(?:organi[sz]ation|company|member|institution)(?:'s)? name|name of (?:your |the )?(?:organi[sz]ation|company|institution)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\S@\S")


def asks_for_organisation(heading: str) -> bool:
    """Whether the heading asks which organisation answers."""
    return _ORGANISATION.search(heading) is not None


def asked_for(heading: str) -> tuple[str, ...]:
    """The kinds of personal data that a heading asks for."""
    if asks_for_organisation(heading):
        return ()
    return tuple(kind for kind, words in _PATTERNS.items() if words.search(heading))


def seen_in(cells: Cells) -> dict[str, int]:
    """The kinds of personal data whose shape the cells have → how many cells."""
    found: dict[str, int] = {}
    for text, count in list(cells.texts.items())[:_LOOK]:
        if masked(text) != text:
            kind = "email" if _EMAIL.search(text) else "phone"
            found[kind] = found.get(kind, 0) + count
    return found
