"""What a hostile file may try beside the list: to fill the memory, to run on, to reach out. None of it happens."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from analysis.intake import IntakeError, read_answers
from analysis.intake.readers import bounds
from analysis.zipped import MAX_BETWEEN_TAGS, MAX_ELEMENTS, MAX_LET_GO
from tests.bad_input.control import read, rows
from tests.bad_input.workbooks import BOMB, book, swollen, with_parts

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = b'<%s xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="S">{}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)


def in_rows(xml: bytes) -> dict[str, object]:
    """A change of the first sheet: `xml` before the end of its rows."""
    return {SHEET: lambda old: old.replace(b"</sheetData>", xml + b"</sheetData>")}


def elsewhere(name: str, xml: bytes) -> bytes:
    """A workbook whose texts stand in a part of that name: what it is, is said elsewhere."""

    def point(old: bytes) -> bytes:
        return old.replace(STRINGS.encode(), name.encode())

    return with_parts(book(rows()), {"[Content_Types].xml": point, name: xml})


def open_document(inner: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", CONTENT.format(inner))
    return content.getvalue()


TOO_MUCH = {
    "cells_of_one_row": lambda: with_parts(
        book(rows()), in_rows(b'<row r="62">' + b"<c/>" * (MAX_ELEMENTS + 1) + b"</row>")
    ),
    "cells_of_one_row_with_a_prefix": lambda: with_parts(
        book(rows()), in_rows(b'<x:row xmlns:x="x">' + b"<x:c/>" * (MAX_ELEMENTS + 1) + b"</x:row>")
    ),
    "a_text_without_end": lambda: with_parts(
        book(rows()), in_rows(b'<row r="62"><c r="A62" t="str"><v>' + b"x" * 5_000_000 + b"</v></c></row>")
    ),
    "shared_texts": lambda: with_parts(book(rows()), {STRINGS: b"<sst>" + b"<si/>" * (MAX_LET_GO + 1) + b"</sst>"}),
    "what_looks_like_rows_in_one_row": lambda: with_parts(
        book(rows()),
        in_rows(b'<row r="62">' + (b"<c/>" * 200_000 + b"<!-- <row -->" + b'<z:row xmlns:z="z"/>') * 6 + b"</row>"),
    ),
    "rows_in_one_row": lambda: with_parts(
        book(rows()), in_rows(b'<row r="62">' + (b"<c/>" * 200_000 + b"<row/>") * 6 + b"</row>")
    ),
    "shared_texts_under_another_name": lambda: elsewhere(
        "xl/drawings/s.bin", (MAIN % b"sst") + b"<si>" + b"<r/>" * (MAX_ELEMENTS + 1) + b"</si></sst>"
    ),
    "entities_under_another_name": lambda: elsewhere("xl/strings.bin", BOMB.encode()),
    "a_chart_for_a_sheet": lambda: with_parts(
        book(rows()),
        {
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(b"relationships/worksheet", b"relationships/chartsheet"),
            SHEET: (MAIN % b"chartsheet") + b"<a/>" * (MAX_ELEMENTS + 1) + b"</chartsheet>",
        },
    ),
    "styles": lambda: with_parts(book(rows()), {"xl/styles.xml": b"<a>" + b"<b/>" * MAX_ELEMENTS + b"</a>"}),
    "a_row_far_below": lambda: with_parts(book(rows()), in_rows(b'<row r="99999999999"><c r="A9"/></row>')),
    "a_cell_far_to_the_right": lambda: with_parts(
        book(rows()), in_rows(b'<row r="62"><c r="XFD62"><v>1</v></c></row>')
    ),
    "entities_in_another_encoding": lambda: with_parts(
        book(rows()), {STRINGS: BOMB.replace("<?xml version=\"1.0\"?>", "").encode("utf-16")}
    ),
    "entities_behind_a_long_comment": lambda: with_parts(
        book(rows()), {STRINGS: BOMB.replace("<!DOCTYPE", f"<!--{'x' * 9_000}--><!DOCTYPE").encode()}
    ),
    "repeated_rows": lambda: open_document(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    ),
    "what_looks_like_rows_of_an_open_document": lambda: open_document(
        "<table:table-row>"
        + ("<table:table-cell/>" * 300_000 + "<table:table><table:table-row/></table:table>") * 4
        + "</table:table-row>"
    ),
    "cells_of_one_row_of_an_open_document": lambda: open_document(
        f"<table:table-row>{'<table:table-cell/>' * (MAX_ELEMENTS + 1)}</table:table-row>"
    ),
    "open_document_that_swells": lambda: swollen(open_document(""), "other.xml"),
}  # fmt: skip


@pytest.mark.parametrize("case", TOO_MUCH)
def test_a_file_that_would_fill_the_memory_is_refused_in_a_sentence(
    tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_BETWEEN_TAGS < 5_000_000
    monkeypatch.setattr(bounds, "MAX_ROWS", 10_000)  # a test need not count to a million and a half
    path = tmp_path / "answers.xlsx"
    path.write_bytes(TOO_MUCH[case]())
    with pytest.raises(IntakeError, match="^answers.xlsx") as caught:
        read_answers(path)
    assert len(caught.value.words("ko").splitlines()) == 1


def test_a_sheet_as_wide_as_allowed_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(book([[f"c{n}" for n in range(4_000)], ["x"] * 4_000]))
    (sheet,) = read_answers(path).sheets
    assert len(sheet.columns) == 4_000


def test_macros_links_and_dde_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook is read as if they were not there; nothing is opened but the file itself."""

    def formulas(_: object, sheet: object) -> None:
        sheet.write_formula(1, 7, "=cmd|'/C touch hacked'!A0", None, "shown")  # type: ignore[attr-defined]
        sheet.write_url(2, 7, "external:c:\\secret.xlsx", None, "shown too")  # type: ignore[attr-defined]

    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" '
        'ddeTopic="/C touch hacked"/></externalLink>'
    )
    content = with_parts(
        book(rows(), formulas),
        {
            "xl/vbaProject.bin": b"Sub Workbook_Open(): Shell",
            "xl/externalLinks/externalLink1.xml": link.encode(),
        },
    )
    path = tmp_path / "answers.xlsm"
    path.write_bytes(content)
    monkeypatch.chdir(tmp_path)
    responses = read(path)
    assert responses.part("helps_most")["text"].tolist()[:2] == ["shown", "shown too"]
    assert responses.findings == ()
    assert [found.name for found in tmp_path.iterdir()] == ["answers.xlsm"]
