"""Findings as a person reads them at the end of a check, and as a program does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from analysis.language import message
from analysis.language.text import one_line
from analysis.responses.finding import Finding, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_SHOWN = {"error": 20, "warning": 10, "note": 3}  # findings of one rule about one question


def findings_text(findings: Iterable[Finding], language: str = "ko") -> str:
    """All findings, survey after survey where there are several, the gravest first, each with its place.

    Of many alike the first few are shown. A line that counts all comes last.
    """
    return "\n".join(_lines(list(findings), language))


def findings_json(findings: Iterable[Finding], language: str = "ko") -> str:
    """The fields of every finding and its sentence as "text", as a JSON list."""
    items = [{**asdict(finding), "text": finding.text(language)} for finding in findings]
    return json.dumps(items, ensure_ascii=False, indent=2)


def count_findings(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many of each severity; a finding that stands for many alike is so many."""
    number = Counter({severity: 0 for severity in SEVERITIES})
    for finding in findings:
        number[finding.severity] += finding.alike
    return dict(number)


def _lines(findings: list[Finding], language: str) -> Iterator[str]:
    surveys = list(dict.fromkeys(finding.survey for finding in findings))
    for survey in surveys:
        if len(surveys) > 1:
            yield f"[{survey}]"
        of_survey = [finding for finding in findings if finding.survey == survey]
        for severity, number in count_findings(of_survey).items():
            if number:
                yield f"■ {message(f'common.severity.{severity}', language)} ({number:,})"
                yield from _told([one for one in of_survey if one.severity == severity], language)
                yield ""
    counts = {severity: f"{number:,}" for severity, number in count_findings(findings).items()}
    yield message("findings.summary" if findings else "findings.none", language, **counts)


def _told(findings: list[Finding], language: str) -> Iterator[str]:
    """A line each; after the last that is shown of one rule and question, how many more there are."""
    number = Counter[tuple[str, str]]()
    for finding in findings:
        number[_kind(finding)] += finding.alike
    shown, stand_for = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for finding in findings:
        kind, most = _kind(finding), _SHOWN[finding.severity]
        if finding.rule == "more_alike" or shown[kind] == most:
            continue
        shown[kind] += 1
        stand_for[kind] += finding.alike
        yield f"  {one_line(' '.join(filter(None, (finding.place, finding.text(language)))))}"
        if shown[kind] == most and (rest := number[kind] - stand_for[kind]):
            yield "    " + message("findings.more", language, number=f"{rest:,}")


def _kind(finding: Finding) -> tuple[str, str]:
    """The rule and the question; of what stands for many alike, theirs."""
    return (finding.value if finding.rule == "more_alike" else finding.rule), finding.question
