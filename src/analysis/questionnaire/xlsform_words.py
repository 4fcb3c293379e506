"""Words and names of an XLSForm: labels in its languages as Korean and English ones, codes as ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from analysis.questionnaire.words import ID

_CODE = re.compile(r"\(\s*([A-Za-z-]+)\s*\)\s*\Z")
_KNOWN = {"ko": ("korean", "한국어", "한국말"), "en": ("english", "영어")}


class Languages:
    """What is Korean and what is English among the columns "label", "label::Korean (ko)", "label::English (en)", …

    default  the form's language, in which a column without a language is
    """

    def __init__(self, default: str) -> None:
        self.default = default.strip()

    def words(self, cells: Mapping[str, str], column: str, instead: str) -> dict[str, str]:
        """A text of a row as words, `instead` where there is none; empty where there is nothing at all. Korean has to
        be there: where it is not, what the form says in its default language stands for it, or in any."""
        found = dict(self._texts(cells, column))
        korean = (
            found.get("ko") or found.get("default") or found.get("en") or next(iter(found.values()), instead)
        )
        words = {"ko": korean} if korean else {}
        return words | ({"en": found["en"]} if "en" in found else {})

    def _texts(self, cells: Mapping[str, str], column: str) -> Iterator[tuple[str, str]]:
        for heading, text in cells.items():
            name, _, language = heading.partition("::")
            if name == column:
                language = language.strip() or self.default
                if language == self.default:
                    yield "default", text
                yield _language(language) or heading, text


def _language(name: str) -> str | None:
    """ "ko" or "en"; None for another language."""
    code = _CODE.search(name)
    if code and code[1].lower()[:2] in _KNOWN:
        return code[1].lower()[:2]
    plain = name.lower()
    return next(
        (key for key, words in _KNOWN.items() if plain == key or plain.startswith(words)),
        None,
    )


def id_of(name: str) -> str:
    """A name or code of a form as an id: "waterSource-2" is water_source_2, "-99" minus_99."""
    spelled = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", re.sub(r"\A-(?=\d)", "minus_", name)).lower()
    plain = re.sub(r"[^a-z0-9]+", "_", spelled).strip("_")
    if ID.match(plain):
        return plain
    return "x" + name.encode("utf-8").hex()[:32]  # in another script: still the same every year


def unique(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind where it is taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free
