"""The words that the ids of data/<report>.csv stand for: of its questions and groups, once each, and of their places.

    data/<report>.questions.csv     a line for each question, and for each group that others are told by
    data/<report>.words.csv         a line for each option, row and level of these, in both languages
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.language import LANGUAGES
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.place import file_name
from analysis.report.site.cells_file import AXES
from analysis.report.site.contents import ReportContents
from analysis.report.site.csv_file import Row, write_csv
from analysis.tables import Table

QUESTIONS = {
    "question": "string", "no": "string", "ko": "string", "en": "string", "asked_ko": "string", "asked_en": "string",
    "kind": "string", "unit": "string", "unit_en": "string", "counter": "string",
    "page": "string", "page_en": "string",
}  # fmt: skip
WORDS = {"question": "string", "part": "string", "id": "string", "ko": "string", "en": "string"}
GROUP = "group"  # the kind of a line that is no question


def write_questions(bundle: Bundle, report: ReportContents, to: Path) -> None:
    """report: where the questions stand in the pages."""
    questions = _questions(bundle, _pages(report, LANGUAGES), _pages(report, ("en",)))
    write_csv(QUESTIONS, (*questions, *_groups(bundle)), to)


def write_words(bundle: Bundle, to: Path) -> None:
    write_csv(WORDS, ((*place, *_both(words)) for place, words in _labels(bundle).items()), to)


def _questions(bundle: Bundle, pages: dict[str, str], english: dict[str, str]) -> Iterator[Row]:
    for table in {table.question: table for table in bundle.tables}.values():
        facts = table.facts
        yield (
            table.question, facts.get("no"), *_both(table.title), *_both(table.asked), table.kind, facts.get("unit"),
            facts.get("unit_en"), (facts.get("respondents") or {}).get("counter"), pages.get(table.question),
            english.get(table.question),
        )  # fmt: skip


def _groups(bundle: Bundle) -> Iterator[Row]:
    """The groups that are no questions themselves."""
    asked = {table.question for table in bundle.tables}
    banners = bundle.facts.get("banners") or {}
    for group in dict.fromkeys(table.group for table in bundle.tables):
        if group and group not in asked:
            words = _both(Words(**banners[group])) if group in banners else ("", "")
            yield (group, "", *words, "", "", GROUP, "", "", "", "", "")


def _labels(bundle: Bundle) -> dict[tuple[str, str, str], Words]:
    """(question, or group of a level; level, row or item; id) -> words."""
    return {
        (_named_by(table, name), name, label.id): label.words
        for table in bundle.tables
        for name, axis in AXES.items()
        for label in getattr(table, axis)
        if label.id
    }


def _named_by(table: Table, name: str) -> str:
    return table.group if name == "level" else table.question


def _pages(report: ReportContents, languages: Sequence[str]) -> dict[str, str]:
    """question -> where it stands, from data/; in the first of these languages that there is a page in."""
    spoken = [language for language in languages if language in report.faces]
    return {
        block.id.removeprefix("q-"): f"../{file_name(report.name, 'html', language)}#{block.id}"
        for language in reversed(spoken)
        for block in report.faces[language].blocks
        if block.id.startswith("q-")
    }


def _both(words: Words) -> tuple[str | None, ...]:
    return tuple(getattr(words, language) for language in LANGUAGES)
