"""What can be wrong with a ledger, in words for the person who keeps it."""

from __future__ import annotations

from analysis.errors import DureError
from analysis.ledger.wording import words


class LedgerError(DureError):
    """A line of events.csv, claims.csv or a YAML file beside them that cannot be used.

    file  its name
    line  counted from 1 (of a CSV, the row as a spreadsheet counts it); 0 where the whole file is meant
    rule  names the message `ledger.error.<rule>`, which `fields` fill
    """

    def __init__(self, file: str, line: int, rule: str, **fields: object) -> None:
        text = words(f"error.{rule}", **fields)
        place = (f"{file} {line}행", f"{file}, line {line}") if line else (file, file)
        super().__init__(f"{place[0]}: {text.ko}", f"{place[1]}: {text.en}")
        self.file = file
        self.line = line
        self.rule = rule
