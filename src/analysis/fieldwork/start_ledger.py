"""What a new year's ledger begins with: headings without rows, and the words that the last year used."""

from __future__ import annotations

import re
from pathlib import Path

from analysis.language import message
from analysis.questionnaire.source import SourceError, decode

TABLES = ("events.csv", "claims.csv")
VOCABULARY = "ledger.yml"
COMMENTARY = "commentary.yml"
_OF_ITS_YEAR = ("presented", "meetings")  # fields of the vocabulary that name rows of its own year


def ledger_texts(last: Path, year: int, language: str = "ko") -> dict[str, str]:
    """The files of the ledger of `year` by name, made of those in `last`, the folder of the year before. What that did
    not keep is left out; the commentary begins with what can be written."""
    texts = {COMMENTARY: message("start.commentary", language, year=year)}
    for name in TABLES:
        if heading := _first_line(last / name):
            texts[name] = heading
    if vocabulary := _text(last / VOCABULARY):
        texts[VOCABULARY] = _without_rows(vocabulary, message("start.confirm", language))
    return texts


def _first_line(path: Path) -> str:
    """The heading of a table, with the mark by which spreadsheets know UTF-8."""
    first = _text(path).partition("\n")[0].strip("\ufeff\r")
    return f"\ufeff{first}\r\n" if first else ""


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes()) if path.is_file() else ""
    except SourceError:
        return ""  # what cannot be read cannot be begun from


def _without_rows(vocabulary: str, confirm: str) -> str:
    """The vocabulary, with what names events and claims of the last year turned into comments."""
    lines: list[str] = []
    dropping = False
    for line in vocabulary.split("\n"):
        field = re.match(r"([a-z_]+):", line)
        if field:
            dropping = field[1] in _OF_ITS_YEAR
            if field[1] == "meetings":
                lines.append(f"meetings: {{}} # {confirm}")
        lines.append(f"# {line}" if dropping and line.strip() else line)
    return "\n".join(lines)
