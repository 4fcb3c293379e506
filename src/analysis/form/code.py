"""The code of a form: which survey, year and version it is of, whom it was sent to, and what was filled in already.

It stands small at the foot of the form, in a cell of its own, and comes back with the answers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.form.fields import fields_of
from analysis.questionnaire.questionnaire import Questionnaire

CODE = "dure_form"  # the name of its cell
_WRITTEN = re.compile(r"\s*([a-z0-9_]+)/(\d{4})/([0-9a-f]{6})/(.*)/([0-9a-f]{6}|-)\s*\Z", re.DOTALL)
_DIGITS = 6


@dataclass(frozen=True)
class FormCode:
    """version       of the cells to fill in: another where a question or option came or went
    organisation  id in the register, "" for a form that anybody may fill in
    sent          a digest of what was filled in already (`digest`), "" for a blank form
    """

    survey: str
    year: int
    version: str
    organisation: str = ""
    sent: str = ""

    def __str__(self) -> str:
        return f"{self.survey}/{self.year}/{self.version}/{self.organisation}/{self.sent or '-'}"


def code_of(
    questionnaire: Questionnaire, organisation: str = "", filled: Mapping[str, str] | None = None
) -> FormCode:
    """The code of the form of `questionnaire`; filled: what stands in its cells when it is sent, by their names."""
    names = "\n".join(field.name for field in fields_of(questionnaire))
    return FormCode(
        questionnaire.survey, questionnaire.year, _hash(names), organisation, digest(filled or {})
    )


def read_code(text: str) -> FormCode | None:
    """The code that `text` is; None where it is none."""
    found = _WRITTEN.match(text)
    if not found:
        return None
    survey, year, version, organisation, sent = found.groups()
    return FormCode(survey, int(year), version, organisation, "" if sent == "-" else sent)


def digest(filled: Mapping[str, str]) -> str:
    """What tells the texts of filled cells from others; "" where nothing is filled. Blanks make no difference."""
    told = sorted((name, " ".join(text.split())) for name, text in filled.items() if text.strip())
    return _hash(repr(told)) if told else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]
