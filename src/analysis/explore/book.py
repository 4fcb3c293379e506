"""Results as a workbook (.xlsx): a sheet a table, as the reports' workbooks have them, each marked as not released."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.explore.result import Result
from analysis.explore.show import group_words, tables_of
from analysis.language import message
from analysis.new_workbook import new_workbook, sheet_names
from analysis.report.book_sheet import Formats, new_sheet, write_table
from analysis.report.book_table import BookTable, book_tables
from analysis.report.workbook import write_tables


def result_book(result: Result) -> bytes:
    """The workbook of one result, which opens on its table."""
    content = io.BytesIO()
    tables = list(_sheets(result, result.title))
    with new_workbook(content, _properties(result.title, tables)) as book:
        formats = Formats(book, result.language)
        for name, table in zip(sheet_names((one.name for one in tables), ()), tables, strict=True):
            write_table(new_sheet(book, name, _footer(result.title, table)), table, formats, back=None)
    return content.getvalue()


def results_book(
    results: Sequence[tuple[str, Result]], title: str, mark: str, lines: Sequence[str], language: str
) -> bytes:
    """The workbook of several, each with its title, behind a sheet of contents. mark: that nothing is released; lines:
    what is said besides."""
    content = io.BytesIO()
    tables = [table for words, result in results for table in _sheets(result, words)]
    with new_workbook(content, _properties(title, tables)) as book:
        signs = message("report.methods.signs_text", language)
        write_tables(book, tables, language, title, [signs, *lines], mark)
    return content.getvalue()


def _sheets(result: Result, title: str) -> Iterator[BookTable]:
    """The tables of a result; of an empty one a sheet that says why."""
    language, table = result.language, result.table
    told = [note.text(language) for note in table.told_notes]
    warning = " · ".join(told[: 2 if result.invented else 1])
    banners = {table.group: group_words(result)}
    for one in book_tables(tables_of(table), banners, result.invented, warning, language):
        if result.empty is None:
            yield replace(one, title=title)
        else:
            yield replace(one, title=title, what=result.lead, heads=(), rows=(), units="")
            return


def _footer(title: str, table: BookTable) -> str:
    return f"{title} · {table.warning}"


def _properties(title: str, tables: Sequence[BookTable]) -> dict[str, str]:
    return {"title": title, "comments": tables[0].warning if tables else ""}
