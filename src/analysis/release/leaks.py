"""The last look before the gate: does anything that is about to leave hold a name, a contact or a respondent's words?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from analysis.errors import DureError
from analysis.language.catalogue import LANGUAGES, catalogue
from analysis.language.text import match_key, normalise
from analysis.release.bundle import Bundle
from analysis.responses.responses import Responses

SHORTEST = 3  # letters; a shorter string ("서울", "예") stands everywhere by chance
TELEPHONE = 7  # digits; fewer with hardly a letter ("14개", "2016년") stand in any table
BETWEEN = "\n|\n"  # texts: nothing is found half in one and half in the next


class LeakError(DureError):
    """A bundle that would have told on somebody. Nothing was written."""

    exit_code = 3


def secrets(responses: Responses, register: Iterable[str] = ()) -> set[str]:
    """What must not leave: private answers, write-ins and opinions of the respondents, and the register's names and
    contacts; without what our own texts say anyway (an opinion of "인력 부족" is also an option)."""
    private = {question.id for question in responses.questionnaire.questions if question.private}
    told = set(register)
    for key, column in responses.answers.items():
        told.update(np.unique(column.of("text")).tolist())
        if key.question in private:
            cells = responses.raw[key]
            told.update(cells.cell(at).text for at in np.unique(cells.which).tolist())
    ours = Haystack(responses.questionnaire.model_dump_json(), *map(_catalogued, LANGUAGES))
    return {text for text in told if _tells(text) and text not in ours}


def _tells(text: str) -> bool:
    """Long enough not to be met by chance, among tables full of small numbers with their units."""
    key = match_key(text)
    return sum(map(str.isalpha, key)) >= SHORTEST or sum(map(str.isdecimal, key)) >= TELEPHONE


class Haystack:
    """Texts in which a secret is looked for as a word or words of its own, however it is spaced.

    It has to begin where a word begins: "KDevelop" does not stand in "work developing", nor a name of three letters
    inside another word. Korean particles may follow it.
    """

    def __init__(self, *texts: str) -> None:
        text = BETWEEN.join(dict.fromkeys(texts))
        self.text = normalise(text)
        self.squeezed = match_key(text)

    def __contains__(self, secret: str) -> bool:
        if match_key(secret) not in self.squeezed:  # quick, and nearly always the answer
            return False
        letters = r"\s*".join(re.escape(letter) for letter in normalise(secret) if not letter.isspace())
        ending = r"(?![a-z])" if secret.rstrip()[-1:].isascii() else ""
        return re.search(rf"(?<!\w){letters}{ending}", self.text, re.IGNORECASE) is not None


def check(bundle: Bundle, secrets: Iterable[str]) -> None:
    """Raise LeakError if a text of `bundle`, which is about to be written, holds any of `secrets`."""
    haystack = Haystack(*_of_bundle(bundle))
    found = sorted(secret for secret in secrets if secret in haystack)
    if found:
        shown = found[0] if len(found[0]) <= 12 else found[0][:12] + "…"
        raise LeakError(
            f"공개되면 안 되는 내용이 {len(found)}건 들어 있어 쓰지 않았습니다 (예: '{shown}'). "
            "질문지의 보기나 메모에 응답자의 이름·연락처·직접 쓴 말이 들어 있는지 확인하세요.",
            f"not written: it holds {len(found)} name(s), contact(s) or words of respondents (e.g. '{shown}'). "
            "Check the questionnaire's options and notes for them.",
        )


def _of_bundle(bundle: Bundle) -> Iterator[str]:
    """Every text of a bundle. The cells, which are many, hold none but the names of their places."""
    yield from _texts(replace(bundle, tables=()).to_json())
    for table in bundle.tables:
        yield from _texts(table.with_cells(()).to_json())
        yield from {place for cell in table.cells for place in (cell.level, cell.row, cell.item)}


def _texts(data: Any) -> Iterator[str]:
    """Every text of a JSON value, but for the names of kinds, which are ours."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in ("kind", "cell_kind", "periods"):
                yield from _texts(value)
    elif isinstance(data, Iterable):
        for value in data:
            yield from _texts(value)


def _catalogued(language: str) -> str:
    return "\n".join(catalogue(language).values())
