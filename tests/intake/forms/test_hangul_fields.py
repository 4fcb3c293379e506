"""Forms that come back as Hangul documents: every named cell with its text, however the document was saved."""

from __future__ import annotations

import copy
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from defusedxml.ElementTree import fromstring
from hwpx import HwpxDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.form.code import code_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import plan_of
from analysis.intake import IntakeError
from analysis.intake.forms.hangul_fields import fields_in, hangul_fields
from analysis.intake.forms.returned import FormCell, ReturnedForm
from tests.form.made import every_kind, some_answers
from tests.intake.readers.test_hangul_document import hwpx, rewritten
from tests.tables.small_survey import survey

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
SECTION = "Contents/section0.xml"
STAFF = survey(
    {"id": "name", "kind": "text"},
    {"id": "staff", "kind": "grid", "rows": {"full": "상근", "part": "비상근"},
     "columns": {"women": "여", "men": "남"}, "answer": {"kind": "number"}},
)  # fmt: skip
PLAN = plan_of(STAFF)
ANSWERS = {
    "dure__name": "한빛",
    "dure__staff__full__women": "3",
    "dure__staff__full__men": "4",
    "dure__staff__part__women": "1",
    "dure__staff__part__men": "0",
}


def document(**answers: str) -> bytes:
    return write_hangul_form(PLAN, code_of(STAFF), answers)


def read(content: bytes) -> ReturnedForm | None:
    return fields_in(io.BytesIO(content), "form.hwpx", len(content))


def answers(form: ReturnedForm | None) -> dict[str, str]:
    assert form is not None
    texts = {cell.name: cell.cell.text for cell in form.cells}
    assert len(texts) == len(form.cells)
    return texts


def named(form: ReturnedForm | None, name: str) -> list[FormCell]:
    assert form is not None
    return [cell for cell in form.cells if cell.name == name]


def loose(form: ReturnedForm | None) -> dict[str, str]:
    """The places of the texts in no cell of the form, by the texts."""
    assert form is not None
    return {one.text: one.spot.place for one in form.loose}


def changed(content: bytes, change: Callable[[Element], object]) -> bytes:
    """The document with the elements of its text changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(packed, "w") as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == SECTION:
                section = fromstring(data)
                change(section)
                data = tostring(section, "utf-8")
            after.writestr(part.filename, data)
    return packed.getvalue()


def cell_of(section: Element, name: str) -> Element:
    return next(cell for cell in section.iter(f"{HP}tc") if cell.get("name") == name)


def row_of(section: Element, name: str) -> tuple[Element, Element]:
    """The table and the row of a cell."""
    return next(
        (table, row)
        for table in section.iter(f"{HP}tbl")
        for row in table.iter(f"{HP}tr")
        if any(cell.get("name") == name for cell in row)
    )


def type_in(section: Element, name: str, text: str) -> None:
    next(cell_of(section, name).iter(f"{HP}t")).text = text


def test_every_cell_comes_back_with_its_text_its_place_and_the_code() -> None:
    form = read(document(**ANSWERS))
    assert answers(form) == ANSWERS
    assert form and form.code == code_of(STAFF)
    (women,) = named(form, "dure__staff__part__women")
    assert women.place == "표 3 › C4"
    assert women.spot and (women.spot.sheet, women.spot.row, women.spot.column) == ("표 3", 4, 2)


def test_a_blank_form_is_a_form_of_empty_cells() -> None:
    form = read(document())
    assert answers(form) == dict.fromkeys(ANSWERS, "")
    assert form and not any(cell.filled for cell in form.cells)


@pytest.mark.parametrize("seed", range(3))
def test_answers_to_every_kind_of_question_come_back(seed: int) -> None:
    questionnaire = every_kind()
    filled = some_answers(plan_of(questionnaire), seed)
    found = answers(read(write_hangul_form(plan_of(questionnaire), code_of(questionnaire), filled)))
    assert {name: text for name, text in found.items() if text} == filled


_TEXT = st.text(
    st.one_of(st.sampled_from("&<>\"'\t\n\r 가힣①😀\u200d\ufe0f="), st.characters(exclude_categories=["Cs"]))
)


@settings(max_examples=40)
@given(_TEXT, _TEXT)
def test_any_text_comes_back_as_it_was(first: str, second: str) -> None:
    def plain(text: str) -> str:
        """Lines end in one way and empty ones around a text are none; XML holds no control characters."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", " ", lines).strip("\n")

    found = answers(read(document(dure__name=first, dure__staff__part__men=second)))
    assert found["dure__name"] == plain(first)
    assert found["dure__staff__part__men"] == plain(second)


def test_what_another_program_writes_into_the_cells_comes_back(tmp_path: Path) -> None:
    opened = HwpxDocument.open(io.BytesIO(document()))
    tables = [
        table for section in opened.sections for paragraph in section.paragraphs for table in paragraph.tables
    ]
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if text := ANSWERS.get(cell.element.get("name", "")):
                    cell.text = text
    opened.save_to_path(tmp_path / "form.hwpx")
    form = hangul_fields(tmp_path / "form.hwpx")
    assert answers(form) == ANSWERS
    assert form and form.code == code_of(STAFF)


def test_what_hangul_adds_and_turns_round_when_it_saves_makes_no_difference() -> None:
    def save(section: Element) -> None:
        for element in section.iter():
            turned = dict(reversed(element.attrib.items()))
            element.attrib.clear()
            element.attrib.update(turned)
        for number, paragraph in enumerate(section.iter(f"{HP}p")):
            paragraph.set("id", str(number * 7919))
            lines = SubElement(paragraph, f"{HP}linesegarray")
            SubElement(lines, f"{HP}lineseg", textpos="0", vertpos="0", vertsize="1000", flags="393216")
            for run in paragraph.findall(f"{HP}run"):  # a text in two runs, as after a change of letters
                text = run.find(f"{HP}t")
                if text is not None and text.text:
                    rest = copy.deepcopy(run)
                    rest[-1].text, text.text = text.text[1:], text.text[:1]
                    for inner in rest[:-1]:
                        rest.remove(inner)
                    paragraph.insert(list(paragraph).index(run) + 1, rest)

    before, after = read(document(**ANSWERS)), read(changed(document(**ANSWERS), save))
    assert after == before


def test_a_row_that_was_inserted_moves_the_cells_and_not_their_names() -> None:
    def insert(section: Element) -> None:
        table, row = row_of(section, "dure__staff__full__women")
        new = copy.deepcopy(row)
        for cell in new:
            cell.set("name", "")
            for text in cell.iter(f"{HP}t"):
                text.text = "파견" if cell is new[0] else ""
        table.insert(list(table).index(row), new)
        for number, one in enumerate(table.findall(f"{HP}tr")):
            for place in one.iter(f"{HP}cellAddr"):
                place.set("rowAddr", str(number))

    form = read(changed(document(**ANSWERS), insert))
    assert answers(form) == ANSWERS
    assert named(form, "dure__staff__full__women")[0].place == "표 3 › C4"
    assert loose(form)["파견"] == "표 3 › A3"


@pytest.mark.parametrize("numbered", [True, False], ids=["with new numbers", "with the old numbers"])
def test_a_row_that_was_copied_gives_its_cells_twice(numbered: bool) -> None:
    def double(section: Element) -> None:
        table, row = row_of(section, "dure__staff__part__women")
        new = copy.deepcopy(row)
        next(new[1].iter(f"{HP}t")).text = "9"
        for place in new.iter(f"{HP}cellAddr") if numbered else ():
            place.set("rowAddr", str(int(place.get("rowAddr", "")) + 1))
        table.append(new)

    both = named(read(changed(document(**ANSWERS), double)), "dure__staff__part__women")
    assert [cell.cell.text for cell in both] == ["1", "9"]
    assert [cell.place for cell in both] == ["표 3 › C4", "표 3 › C5" if numbered else "표 3 › C4"]


def test_a_table_that_was_moved_or_lost_takes_its_cells_with_it() -> None:
    def lose(section: Element) -> None:
        section.remove(next(p for p in section if cell_names(p) >= {"dure__name"}))

    def cell_names(paragraph: Element) -> set[str | None]:
        return {cell.get("name") for cell in paragraph.iter(f"{HP}tc")}

    form = read(changed(document(**ANSWERS), lose))
    assert "dure__name" not in answers(form)
    assert named(form, "dure__staff__part__women")[0].place == "표 2 › C4"


def test_texts_in_no_cell_of_the_form_are_told_with_their_places() -> None:
    def write(section: Element) -> None:
        table, _ = row_of(section, "dure__staff__full__women")
        heading = next(cell for cell in table.iter(f"{HP}tc") if "상근" in "".join(cell.itertext()))
        next(heading.iter(f"{HP}t")).text = "상근 5명"
        run = SubElement(SubElement(section, f"{HP}p"), f"{HP}run")
        SubElement(run, f"{HP}t").text = "늦어서 죄송합니다."

    places = loose(read(changed(document(), write)))
    assert places["상근 5명"] == "표 3 › A3"
    assert places["늦어서 죄송합니다."].startswith("본문 › ")
    assert "물음 1" in "\n".join(places)  # what is printed is among them


def test_a_text_box_over_a_cell_is_not_the_text_of_the_cell_and_is_told() -> None:
    def draw(section: Element) -> None:
        run = next(cell_of(section, "dure__name").iter(f"{HP}run"))
        frame = SubElement(SubElement(SubElement(run, f"{HP}rect"), f"{HP}drawText"), f"{HP}subList")
        SubElement(SubElement(SubElement(frame, f"{HP}p"), f"{HP}run"), f"{HP}t").text = "한빛"

    form = read(changed(document(), draw))
    assert answers(form)["dure__name"] == ""
    assert loose(form)["한빛"].startswith("본문 › ")


def test_what_stands_at_the_head_and_foot_of_every_page_is_no_text_of_the_form() -> None:
    form = read(document())
    assert not [one for one in loose(form) if str(code_of(STAFF)) in one]


def test_what_a_revision_struck_out_is_no_answer() -> None:
    def revise(section: Element) -> None:
        text = next(cell_of(section, "dure__name").iter(f"{HP}t"))
        SubElement(text, f"{HP}deleteBegin", Id="1")
        text[0].tail, text.text = "한빛", ""
        SubElement(text, f"{HP}deleteEnd", Id="1").tail = "가람"

    assert answers(read(changed(document(), revise)))["dure__name"] == "가람"


def test_a_cell_that_was_made_one_with_the_next_keeps_its_name() -> None:
    def merge(section: Element) -> None:
        _, row = row_of(section, "dure__staff__full__women")
        type_in(section, "dure__staff__full__women", "7")
        row.remove(cell_of(section, "dure__staff__full__men"))
        span = cell_of(section, "dure__staff__full__women").find(f"{HP}cellSpan")
        assert span is not None
        span.set("colSpan", "2")

    found = answers(read(changed(document(), merge)))
    assert found["dure__staff__full__women"] == "7"
    assert "dure__staff__full__men" not in found


@pytest.mark.parametrize("written", ["", "모름"])
def test_a_code_that_is_gone_or_overwritten_is_told_as_it_stands(written: str) -> None:
    form = read(changed(document(**ANSWERS), lambda section: type_in(section, "dure_form", written)))
    assert form and (form.code, form.code_text) == (None, written)
    assert answers(form) == ANSWERS


def test_when_it_was_saved_is_read_where_the_document_says_so(tmp_path: Path) -> None:
    path = tmp_path / "form.hwpx"
    path.write_bytes(document())
    form = hangul_fields(path)
    assert form and form.saved is None
    saved = b'<opf:meta name="ModifiedDate" content="text">2016-05-03T01:02:03Z</opf:meta></opf:metadata>'
    rewritten(path, lambda _, content: content.replace(b"</opf:metadata>", saved))
    form = hangul_fields(path)
    assert form and form.saved == dt.datetime(2016, 5, 3, 10, 2, 3)  # in Korea


def test_another_document_is_no_form(tmp_path: Path) -> None:
    def fill(document: HwpxDocument) -> None:
        table = document.add_table(1, 2)
        table.set_cell_text(0, 0, "dure__name이라는 이름에 대하여")

    assert hangul_fields(hwpx(tmp_path / "a.hwpx", fill)) is None


def test_a_document_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.hwpx"
    path.write_bytes(document()[:5000])
    with pytest.raises(IntakeError, match="form.hwpx: .*손상"):
        hangul_fields(path)
