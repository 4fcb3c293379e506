"""What was wrong or doubtful in the answers, for people who see no personal data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from analysis.explore.questions_shown import table_html
from analysis.language import message
from analysis.responses.finding import NOT_SHOWN, Finding

_CELLS = 5  # of findings alike that are named
_SEVERITIES = ("error", "warning", "note")


class Findings(tuple[Finding, ...]):
    """Findings that say what and in which question and cell, and neither what was answered nor by whom.

    Names of organisations stand in answers, and in the names of files and sheets.
    """

    language: str

    def __new__(cls, findings: Iterable[Finding], language: str = "ko") -> Findings:
        made = super().__new__(cls, map(_without_answers, findings))
        made.language = language
        return made

    def alike(self) -> dict[tuple[str, str, str], tuple[str, ...]]:
        """Cells by severity, question and sentence, errors first; what differed in the answer alone is told once."""
        found: dict[tuple[str, str, str], list[str]] = {}
        for finding in sorted(self, key=lambda one: _SEVERITIES.index(one.severity)):
            key = (finding.severity, finding.name, finding.text(self.language))
            found.setdefault(key, []).append(finding.cell)
        return {key: tuple(filter(None, cells)) for key, cells in found.items()}

    def __repr__(self) -> str:
        count = Counter(finding.severity for finding in self)
        return message("findings.summary", self.language, **{one: count[one] for one in _SEVERITIES})

    def _repr_html_(self) -> str:
        headings = (self._say(heading) for heading in ("severity", "where", "what"))
        rows = (
            (message(f"common.severity.{severity}", self.language), escape(_place(name, cells)), escape(text))
            for (severity, name, text), cells in self.alike().items()
        )
        told = f"<p>{self!r} {self._say('hidden')}</p>"
        return f'<div class="dure-findings">{told}{table_html(headings, rows)}</div>'

    def _say(self, key: str) -> str:
        return message(f"explore.questions.findings.{key}", self.language)


def _without_answers(finding: Finding) -> Finding:
    return replace(
        finding,
        respondent="",
        file="",
        sheet="",
        value=NOT_SHOWN if finding.value else "",
        hint=NOT_SHOWN if finding.hint else "",
    )


def _place(name: str, cells: tuple[str, ...]) -> str:
    listed = ", ".join(cells[:_CELLS]) + (", …" if len(cells) > _CELLS else "")
    return " · ".join(filter(None, (name, listed)))
