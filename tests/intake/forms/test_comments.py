"""What people write on a form without writing into a cell is found, with the cell it is about."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from analysis.intake.forms.read_form import read_form
from analysis.responses.build import build_responses
from tests.intake.forms.small_form import ASKED, small_form
from tests.libreoffice import LibreOffice
from tests.responses.answers_file import finding

SAYS = "사실은 7명"
RELATION = (
    '<Relationship Id="t1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
    'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
)
THREAD = (
    f'<ThreadedComments><threadedComment ref="C3"><text>{SAYS}</text></threadedComment></ThreadedComments>'
)


def comments(path: Path) -> list[tuple[str, str]]:
    form = read_form(path)
    assert form is not None
    return [(one.spot.place, one.text) for one in form.comments]


@pytest.mark.parametrize("written", [{"comment": SAYS}, {"comment": f"김보람:\n{SAYS}"}, {"box": SAYS}])
def test_comments_and_text_boxes_are_found_at_their_cells(written: dict[str, str], tmp_path: Path) -> None:
    assert comments(small_form(tmp_path / "a.xlsx", {}, **written)) == [("현황 › C3", SAYS)]


def test_of_a_thread_the_words_themselves_are_read(tmp_path: Path) -> None:
    """Beside it stands a note for old programs, which says that they cannot show the thread."""
    path = small_form(tmp_path / "a.xlsx", {}, comment="[Threaded comment] Your version of Excel …")
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(path, "w") as after:
        for part in before.infolist():
            text = before.read(part).decode("utf-8")
            if part.filename == "xl/worksheets/_rels/sheet1.xml.rels":
                text = text.replace("</Relationships>", RELATION)
            after.writestr(part, text)
        after.writestr("xl/threadedComments/threadedComment1.xml", THREAD)
    assert comments(path) == [("현황 › C3", SAYS)]


def test_they_are_found_in_what_libreoffice_saves(tmp_path: Path, libreoffice: LibreOffice) -> None:
    path = small_form(tmp_path / "a.xlsx", {}, comment=SAYS)
    for kind in ("ods", "xls"):
        (made,) = libreoffice.convert([path], kind, tmp_path / kind)
        assert comments(made) == [("현황 › C3", SAYS)]


def test_a_comment_is_told_with_its_cell_and_question_and_is_no_answer(tmp_path: Path) -> None:
    responses = build_responses(ASKED, [small_form(tmp_path / "a.xlsx", {"region": "부산"}, comment=SAYS)])
    told = finding(responses, "form_comment")
    assert (told.place, told.question, told.value) == ("a.xlsx › 현황 › C3", "Q3", SAYS)
    assert not told.text().count("{")
