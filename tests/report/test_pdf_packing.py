"""A PDF packed into object streams says what it said before, in fewer bytes."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter

from analysis.report.pdf_packing import IN_A_STREAM, packed


def plain(sheets: int) -> bytes:
    """A document as browsers lay it out: every object for itself, one table of all at the end."""
    writer = PdfWriter()
    for sheet in range(sheets):
        writer.add_blank_page(100, 100 + sheet)
        writer.add_outline_item(title=f"쪽 {sheet}", page_number=sheet)
    writer.add_metadata({"/Title": "조사 endobj stream"})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def said(pdf: bytes) -> tuple:
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    heights = [float(page.mediabox.height) for page in reader.pages]
    return heights, [entry["/Title"] for entry in reader.outline], reader.metadata.title  # type: ignore[union-attr]


def test_it_says_the_same_in_fewer_bytes() -> None:
    before = plain(sheets=40)
    after = packed(before)
    assert said(after) == said(before)
    assert len(after) < len(before) / 2


def test_more_objects_than_a_stream_takes_stand_in_several() -> None:
    after = packed(plain(sheets=IN_A_STREAM))
    assert after.count(b"/Type/ObjStm") > 1
    assert len(said(after)[0]) == IN_A_STREAM


def test_what_is_laid_out_otherwise_comes_back_as_it_is() -> None:
    once = packed(plain(sheets=2))
    assert packed(once) == once
    assert packed(b"no document") == b"no document"
