"""All released tables of a report in one .xlsx: a sheet of contents, then one table a sheet.

Nothing is merged, no text is ever a formula or a link, whatever a survey's words begin with, and nothing in the file
depends on when or where it was made.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from analysis.language import message
from analysis.new_workbook import new_workbook, sheet_names
from analysis.release import Bundle
from analysis.report import listing
from analysis.report.book_sheet import Formats, new_sheet, write_table
from analysis.report.book_table import BookTable, listing_table, question_tables
from analysis.report.front import title_of
from analysis.report.page import INSIDE
from analysis.report.stated import CLAIMS, Stated
from analysis.whole import write_whole


def write_workbook(bundle: Bundle, to: Path, language: str = "ko") -> None:
    """Write the workbook, whole or not at all."""
    content = io.BytesIO()
    properties = {
        "title": title_of(bundle, language),
        "company": bundle.publisher.text(language),
        "comments": message("report.invented.banner", language) if bundle.invented else "",
    }
    with new_workbook(content, properties) as book:
        _write(book, bundle, language)
    write_whole(to, content.getvalue())


def write_tables(
    book: xlsxwriter.Workbook, shown: Sequence[BookTable], language: str, title: str, lines: Sequence[str], warning: str
) -> None:  # fmt: skip
    """A sheet of contents, and a sheet a table. title, lines, warning: what stands above the contents."""
    contents = message("report.workbook.contents", language)
    tables = list(zip(sheet_names((table.name for table in shown), [contents]), shown, strict=True))
    formats = Formats(book, language)
    _contents(new_sheet(book, contents, title), tables, formats, language, title, lines, warning)
    back = (message("report.workbook.back", language), f"internal:'{contents}'!A1")
    for name, table in tables:
        footer = " · ".join(filter(None, (title, table.warning)))
        write_table(new_sheet(book, name, footer), table, formats, back)


def _write(book: xlsxwriter.Workbook, bundle: Bundle, language: str) -> None:
    lines = [bundle.publisher.text(language), message(f"report.edition.{bundle.audience}", language)]
    lines += [words.text(language) for words in bundle.protection]
    lines.append(message("report.methods.signs_text", language))
    warning = message("report.invented.banner", language) if bundle.invented else ""
    write_tables(book, list(_tables(bundle, language)), language, title_of(bundle, language), lines, warning)


def _tables(bundle: Bundle, language: str) -> Iterator[BookTable]:
    """Those of the questions; of the ledger also the events, and inside the federation the check of every claim."""
    questions = {table.question: table for table in bundle.tables if not table.group}
    for question, table in questions.items():
        if question != CLAIMS:
            yield from question_tables(bundle, table, language)
    if "events" in bundle.records:
        yield listing_table(listing.events(bundle, language), language)
        if CLAIMS in questions and bundle.audience in INSIDE:
            yield listing_table(listing.claims(bundle, Stated(bundle, language), language), language)


def _contents(
    page: Worksheet, tables: Sequence[tuple[str, BookTable]], formats: Formats, language: str, title: str,
    lines: Sequence[str], warning: str,
) -> None:  # fmt: skip
    """Title, edition, what was hidden, the signs; then a line for each table, with the way there."""
    for column, width in enumerate((8, 64, 40)):
        page.set_column(column, column, width, formats.plain)
    page.write_string(0, 0, title, formats.title)
    for row, text in enumerate(lines, start=1):
        page.write_string(row, 0, text, formats.small)
    row = len(lines) + 1
    if warning:
        page.write_string(row, 0, warning, formats.warning)
        row += 1
    row += 1
    for column, key in enumerate(("no", "title", "base")):
        page.write_string(row, column, message(f"report.workbook.{key}", language), formats.head_of_words)
    page.freeze_panes(row + 1, 0)
    page.repeat_rows(row)
    for at, (sheet, table) in enumerate(tables, start=row + 1):
        words = f"{table.title}: {table.what}" if table.what else table.title
        target = sheet.replace("'", "''")
        page.write_string(at, 0, table.number and table.number + table.letter, formats.plain)
        page.write_url(at, 1, f"internal:'{target}'!A1", formats.link, words)
        page.write_string(at, 2, table.base, formats.plain)
