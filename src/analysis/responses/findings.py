"""Findings as a person reads them at the end of a check, and as a program does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

from analysis.language import message
from analysis.language.text import one_line
from analysis.responses.finding import Finding

_ORDER = ("error", "warning", "note")
_ALIKE = 3  # notes of a kind about one question that are shown before the rest is only counted


def findings_text(findings: Iterable[Finding], language: str = "ko") -> str:
    """All findings, survey after survey where there are several, the gravest first, each with its place.

    Of many notes alike the first few are shown. A line that counts all comes last.
    """
    return "\n".join(_lines(list(findings), language))


def findings_json(findings: Iterable[Finding], language: str = "ko") -> str:
    """The fields of every finding and its sentence as "text", as a JSON list."""
    items = [{**asdict(finding), "text": finding.text(language)} for finding in findings]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _lines(findings: list[Finding], language: str) -> Iterator[str]:
    surveys = list(dict.fromkeys(finding.survey for finding in findings))
    for survey in surveys:
        if len(surveys) > 1:
            yield f"[{survey}]"
        for severity in _ORDER:
            of_kind = [one for one in findings if (one.survey, one.severity) == (survey, severity)]
            if of_kind:
                yield f"■ {message(f'common.severity.{severity}', language)} ({len(of_kind)})"
                yield from _told(of_kind, language)
                yield ""
    counts = {severity: str(sum(finding.severity == severity for finding in findings)) for severity in _ORDER}
    yield message("findings.summary" if findings else "findings.none", language, **counts)


def _told(findings: list[Finding], language: str) -> Iterator[str]:
    """A line each, those of one rule and question together in the case of notes."""
    for _, group in groupby(findings, key=lambda finding: (finding.rule, finding.question)):
        alike = list(group)
        shown = alike[:_ALIKE] if alike[0].severity == "note" else alike
        for finding in shown:
            yield f"  {one_line(' '.join(filter(None, (finding.place, finding.text(language)))))}"
        if rest := len(alike) - len(shown):
            yield "  " + message("findings.more", language, number=str(rest), question=alike[0].question)
