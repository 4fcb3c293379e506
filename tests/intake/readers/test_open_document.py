"""OpenDocument spreadsheets: what their cells show, and nothing of what is hidden in them."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from analysis.intake import IntakeError, read_answers
from analysis.intake.sheet import Cell
from tests.intake.files import texts

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)
_HIDDEN = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'


def ods(path: Path, *tables: str, before: str = "", more: dict[str, str] | None = None) -> Path:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_SPACES} '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{_HIDDEN}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        for name, text in (more or {}).items():
            archive.writestr(name, text)
    return path


def table(*rows: str, name: str = "응답", style: str = "ta1") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def text(*paragraphs: str, name: str = "table-cell", attributes: str = "") -> str:
    inner = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    return f'<table:{name} office:value-type="string" {attributes}>{inner}</table:{name}>'


def blank(times: int = 1) -> str:
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'


def typed(kind: str, value: str, display: str) -> str:
    name = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(kind, "value")
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}"><text:p>{display}</text:p>'
        "</table:table-cell>"
    )


def test_rows_and_columns_that_are_repeated_have_their_places(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "응답.ods",
        table(
            row(text("단체명"), text("지역", attributes='table:number-columns-repeated="2"'), blank(16_000)),
            row(blank(16_003), times=2),
            row(text("한빛"), blank(), text("서울"), times=2),
            row(blank(16_003), times=1_048_000),
        ),
    )
    (sheet,) = read_answers(path).sheets
    assert (sheet.name, sheet.numbers.tolist()) == ("응답", [1, 4, 5])
    assert texts(sheet) == [["단체명", "지역", "지역"], ["한빛", "", "서울"], ["한빛", "", "서울"]]


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        (typed("float", "3", "3.00"), Cell("3", 3)),
        (typed("float", "3.14159", "3.1"), Cell("3.14159", 3.14159)),
        (typed("currency", "412000", "₩412,000"), Cell("₩412,000", 412000)),
        (typed("float", "96123456", "96,123천원"), Cell("96,123.456천원", 96123456)),
        (typed("percentage", "0.8", "80%"), Cell("80%", 0.8)),
        (typed("boolean", "true", "TRUE"), Cell("TRUE", True)),
        (typed("date", "2016-04-21", "16. 4. 21."), Cell("2016-04-21", dt.datetime(2016, 4, 21))),
        (typed("date", "2012-11-01", "2012-11"), Cell("2012-11", dt.datetime(2012, 11, 1))),
        (typed("date", "2012-01-01", "2012년"), Cell("2012", dt.datetime(2012, 1, 1))),
        (typed("date", "2012-11-03", "11월 3일"), Cell("2012-11-03", dt.datetime(2012, 11, 3))),
        (
            typed("date", "2016-04-21T09:30:00", "9:30"),
            Cell("2016-04-21 09:30:00", dt.datetime(2016, 4, 21, 9, 30)),
        ),
        (typed("date", "-0044-03-15", "기원전"), Cell("기원전", "기원전")),
        (typed("time", "PT09H30M00S", "9:30"), Cell("09:30:00", dt.time(9, 30))),
        (typed("time", "PT36H00M00S", "36:00"), Cell("1 day, 12:00:00", dt.timedelta(hours=36))),
        (
            text("가<text:s text:c='2'/>나 \n 다", "라<text:line-break/>마"),
            Cell("가  나 다\n라\n마", "가  나 다\n라\n마"),
        ),
        (text("가<text:span>나</text:span><text:a>다</text:a>"), Cell("가나다", "가나다")),
        (text("#N/A", attributes='office:string-value="" calcext:value-type="error"'), Cell("#N/A", "#N/A")),
        (text("Err:508", attributes='calcext:value-type="error"'), Cell("#VALUE!", "#VALUE!")),
        ('<table:table-cell office:value-type="string" office:string-value="가"/>', Cell("가", "가")),
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>메모</text:p></office:annotation>'
            "<text:p>답</text:p></table:table-cell>",
            Cell("답", "답"),
        ),
    ],
)
def test_a_cell_shows_what_it_holds(tmp_path: Path, xml: str, cell: Cell) -> None:
    (sheet,) = read_answers(ods(tmp_path / "a.ods", table(row(text("A1")), row(xml)))).sheets
    assert sheet.body[0].cells == (cell,)


def test_the_text_of_a_merged_cell_stands_in_its_first_cell(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "a.ods",
        table(
            row(text("A1"), text("A2"), text("A3")),
            row(text("가"), text("x", name="covered-table-cell"), text("나")),
        ),
    )
    (sheet,) = read_answers(path).sheets
    assert texts(sheet)[1] == ["가", "", "나"]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    rows = row(text("A1")), row(text("가"))
    path = ods(
        tmp_path / "a.ods", table(*rows, name="메모", style="ta2"), table(*rows), table(*rows, name="둘째")
    )
    answers = read_answers(path)
    assert ([sheet.name for sheet in answers.sheets], answers.hidden) == (["응답", "둘째"], ("메모",))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "하"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(IntakeError, match="a.ods: .*DOCTYPE"):
        read_answers(ods(tmp_path / "a.ods", table(row(text("&b;"))), before=bomb))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (row(text("x", attributes='table:number-columns-repeated="16384"')), "열이 16,384개"),
        (row(blank(10_000), text("x")), "열이 10,001개"),
        (row(text("x"), text("y"), times=1_048_576) * 6, "되풀이"),
        (row(text("x"), times=2_000_000), "행이 1,500,000개"),
        (row(text("x" * 200_000)), "응답 › A2: 한 칸의 글자가 200,000자"),
    ],
)
def test_a_sheet_beyond_bounds_is_refused_before_it_unfolds(tmp_path: Path, cells: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        read_answers(ods(tmp_path / "a.ods", table(row(text("A1")), cells)))


def test_a_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", table(row(text("A1")), row(text("가"))), more={"big": "0" * (20 << 20)})
    with pytest.raises(IntakeError, match="a.ods: 압축을 풀면"):
        read_answers(path)


def test_a_password_is_named(tmp_path: Path) -> None:
    locked = {"META-INF/manifest.xml": "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"}
    with pytest.raises(IntakeError, match="a.ods: 암호.*리브레오피스"):
        read_answers(ods(tmp_path / "a.ods", table(row(text("A1"))), more=locked))


@pytest.mark.parametrize("times", [0, -2])
@pytest.mark.parametrize("what", ["rows", "columns"])
def test_what_is_said_to_be_there_less_than_once_is_refused(tmp_path: Path, what: str, times: int) -> None:
    lost = (
        row(text("한빛"), times=times)
        if what == "rows"
        else row(text("한빛", attributes=f'table:number-columns-repeated="{times}"'))
    )
    with pytest.raises(IntakeError, match=f"a.ods: .*number-{what}-repeated {times}"):
        read_answers(ods(tmp_path / "a.ods", table(row(text("A1")), lost)))


def test_damage_is_named(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", table(row(text("A1"), "<unclosed>")))
    with pytest.raises(IntakeError, match="a.ods: .*손상"):
        read_answers(path)
