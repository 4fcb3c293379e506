"""The auditors' report (감사보고): audit.yml, as the auditors wrote it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from analysis.language import LANGUAGES, day
from analysis.ledger.table_frame import both
from analysis.ledger.yaml_file import read_yaml
from analysis.questionnaire.words import Model, Text


class Audit(Model):
    """date: the day of the audit. audited: what was looked at. opinion: their judgement, in their words.

    remarks: what they ask for (지적·권고), may be missing. signatories: office and name, such as 감사 ○○○.
    """

    date: dt.date
    audited: tuple[Text, ...]
    opinion: Text
    remarks: tuple[Text, ...] = ()
    signatories: tuple[Text, ...]


def read_audit(path: Path) -> Audit:
    """Raises LedgerError with file and line for what cannot be used."""
    return read_yaml(path, Audit)


def audit_record(audit: Audit, invented: bool) -> dict[str, Any]:
    """The audit as a plain record for a page, its date in words."""
    return {
        "invented": invented,
        "date": {language: day(audit.date, language) for language in LANGUAGES},
        "audited": [both(text) for text in audit.audited],
        "opinion": both(audit.opinion),
        "remarks": [both(text) for text in audit.remarks],
        "signatories": [both(text) for text in audit.signatories],
    }
