"""Findings as a person reads them at the end of a check, and as a program does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

from analysis.language import message
from analysis.responses.finding import Finding

_ORDER = ("error", "warning", "note")


def findings_text(findings: Iterable[Finding], language: str = "ko") -> str:
    """All findings, the gravest first, each with its place; a line that counts them comes last."""
    return "\n".join(_lines(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)), language))


def findings_json(findings: Iterable[Finding], language: str = "ko") -> str:
    """The fields of every finding and its sentence as "text", as a JSON list."""
    items = [{**asdict(finding), "text": finding.text(language)} for finding in findings]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _lines(findings: list[Finding], language: str) -> Iterator[str]:
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        members = list(group)
        yield f"■ {message(f'common.severity.{severity}', language)} ({len(members)})"
        for finding in members:
            yield f"  {' '.join(filter(None, (finding.place, finding.text(language))))}"
        yield ""
    counts = {severity: str(sum(finding.severity == severity for finding in findings)) for severity in _ORDER}
    yield message("findings.summary" if findings else "findings.none", language, **counts)
