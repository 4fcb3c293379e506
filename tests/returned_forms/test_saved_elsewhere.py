"""Forms that another program saved, or that were filled in as a Hangul document: the same answers come out."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl.workbook.workbook import Workbook

from analysis.questionnaire.question import PartKey
from analysis.responses.reading import Reading, absent
from tests.libreoffice import LibreOffice
from tests.returned_forms import damage, sent
from tests.returned_forms.damage import damaged
from tests.returned_forms.sent import WHO, saved, the_only, told

TENURE = PartKey("tenure")
BESIDE = "26개월쯤"


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> dict[PartKey, Reading]:
    folder = tmp_path_factory.mktemp("whole")
    return sent.of(sent.read(saved(folder / "form.xlsx", sent.form(sent.answers()[WHO]))))


def beside_after_a_row(book: Workbook) -> None:
    damage.write(book, "dure__tenure", None)
    damage.write(book, "dure__tenure", BESIDE, right=3)
    damage.insert_row(book, "dure__headcount__permanent__established")


def row_gone_and_sheet_renamed(book: Workbook) -> None:
    damage.delete_row(book, "dure__tenure")
    damage.rename(book, "dure__integration", "F's 시트")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, libreoffice: LibreOffice) -> dict[str, Path]:
    """Four forms, saved by LibreOffice in each of its formats: "whole.xls", …"""
    folder = tmp_path_factory.mktemp("sent")
    whole = sent.form(sent.answers()[WHO])
    forms = [
        saved(folder / "whole.xlsx", whole),
        damaged(folder / "beside.xlsx", whole, beside_after_a_row),
        damaged(folder / "gone.xlsx", whole, row_gone_and_sheet_renamed),
        saved(folder / "sent.xlsx", sent.form(sent=sent.answers()[WHO])),
    ]
    made = [
        path for kind in ("xls", "ods", "xlsx") for path in libreoffice.convert(forms, kind, folder / kind)
    ]
    return {path.name: path for path in made}


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_a_form_that_libreoffice_saved_is_read_like_the_form_itself(
    kind: str, converted: dict[str, Path], answered: dict[PartKey, Reading]
) -> None:
    responses = sent.read(converted[f"whole.{kind}"])
    assert sent.of(responses) == answered
    assert told(responses.findings) == []


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_what_the_form_counts_by_itself_is_no_answer_beside_a_cell(
    kind: str, converted: dict[str, Path], answered: dict[PartKey, Reading]
) -> None:
    responses = sent.read(converted[f"beside.{kind}"])
    assert told(responses.findings) == [("form_stray_text", "B2")]
    assert the_only(responses.findings, "form_stray_text").value == BESIDE
    assert sent.of(responses) == {**answered, TENURE: absent("no_answer", "blank")}


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_a_deleted_row_is_missed_in_every_format(
    kind: str, converted: dict[str, Path], answered: dict[PartKey, Reading]
) -> None:
    """LibreOffice leaves names that lead nowhere out of .ods: then the cell is missed for the form had it."""
    responses = sent.read(converted[f"gone.{kind}"])
    assert told(responses.findings) == [("form_cell_lost", "B2")]
    assert sent.of(responses) == {**answered, TENURE: absent("not_in_file")}


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_to_save_a_form_again_is_not_to_answer_it(kind: str, converted: dict[str, Path]) -> None:
    assert told(sent.read(converted[f"sent.{kind}"]).findings) == [("form_untouched", "A1")]


def test_nor_is_it_to_open_a_hangul_form_and_send_it_back(tmp_path: Path) -> None:
    known = sent.answers()[WHO]
    content = sent.hangul_form(known, known=known)
    assert told(sent.read(saved(tmp_path / "form.hwpx", content)).findings) == [("form_untouched", "A1")]


def test_a_hangul_form_is_read_like_the_workbook(answered: dict[PartKey, Reading], tmp_path: Path) -> None:
    responses = sent.read(saved(tmp_path / "form.hwpx", sent.hangul_form(sent.answers()[WHO])))
    assert responses.respondents == [WHO]
    assert sent.of(responses) == answered
    assert told(responses.findings) == []


def test_two_choices_in_a_hangul_form_are_told(answered: dict[PartKey, Reading], tmp_path: Path) -> None:
    typed = {**sent.answers()[WHO], "dure__integration": "①, ③"}
    responses = sent.read(saved(tmp_path / "form.hwpx", sent.hangul_form(typed)))
    assert told(responses.findings) == [("several_chosen", "F2")]


def test_a_hangul_form_that_was_saved_again_is_read(answered: dict[PartKey, Reading], tmp_path: Path) -> None:
    """Hangul writes other prefixes for the same namespaces and parts in another order."""
    again = _saved_again(sent.hangul_form(sent.answers()[WHO]))
    responses = sent.read(saved(tmp_path / "form.hwpx", again))
    assert sent.of(responses) == answered
    assert told(responses.findings) == []


def test_a_copied_row_of_a_hangul_form_is_told_where_it_says_something_else(
    answered: dict[PartKey, Reading], tmp_path: Path
) -> None:
    content = sent.hangul_form(sent.answers()[WHO])
    responses = sent.read(
        saved(tmp_path / "form.hwpx", _with_copied_row(content, "dure__tenure", "26", "30"))
    )
    assert told(responses.findings) == [("form_copies_differ", "B2")]
    assert sent.of(responses) == answered


def _section(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("Contents/section0.xml").decode("utf-8")


def _with_section(content: bytes, section: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for part in reversed(before.infolist()):
            text = section.encode("utf-8") if part.filename == "Contents/section0.xml" else before.read(part)
            after.writestr(part.filename, text)
    return file.getvalue()


def _saved_again(content: bytes) -> bytes:
    section = _section(content)
    return _with_section(content, re.sub(r"\bhp:", "p:", section).replace("xmlns:hp=", "xmlns:p="))


def _with_copied_row(content: bytes, name: str, old: str, new: str) -> bytes:
    """The row of that cell twice, the second time with another answer: Hangul numbers it anew."""
    section = _section(content)
    at = section.index(f'name="{name}"')
    start, end = section.rindex("<hp:tr>", 0, at), section.index("</hp:tr>", at) + len("</hp:tr>")
    row = section[start:end]
    number = int(re.search(r'rowAddr="(\d+)"', row)[1])  # type: ignore[index]
    copy = row.replace(f">{old}<", f">{new}<").replace(f'rowAddr="{number}"', f'rowAddr="{number + 500}"')
    assert copy.count(new) > row.count(new)
    return _with_section(content, section[:end] + copy + section[end:])
