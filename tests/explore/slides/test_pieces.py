"""What of a cell stands on a slide."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from nbformat import v4

from analysis.explore.slides.pieces import Piece, outputs, prose

PICTURE = base64.b64encode(b"\x89PNG").decode("ascii")


def shown(data: dict[str, str], **metadata: object) -> list[Piece]:
    cell = v4.new_code_cell("x", metadata=metadata, outputs=[v4.new_output("execute_result", data)])
    return list(outputs(cell, "ko"))


def test_the_richest_form_that_a_page_can_show_is_taken() -> None:
    assert shown({"text/plain": "14", "text/html": "<b>14</b>"}) == [Piece("<b>14</b>", result=True)]
    assert shown({"text/plain": "1 < 2"}) == [Piece("<pre>1 &lt; 2</pre>")]
    assert shown({"application/x-nobody-knows": "1"}) == []


def test_printed_lines_are_shown_and_warnings_are_not() -> None:
    said = [v4.new_output("stream", name=name, text=f"<{name}>") for name in ("stdout", "stderr")]
    assert list(outputs(v4.new_code_cell("x", outputs=said), "ko")) == [Piece("<pre>&lt;stdout&gt;</pre>")]


def test_an_error_is_its_name_and_no_words_that_may_quote_answers() -> None:
    error = v4.new_output("error", ename="ValueError", evalue="<1>", traceback=["Traceback", "/home"])
    assert list(outputs(v4.new_code_cell("x", outputs=[error]), "ko")) == [Piece("<pre>ValueError</pre>")]


def test_scripts_and_the_rules_that_a_result_brings_stay_behind() -> None:
    html = "<style>.dure-shown{color:red}</style><script>alert(1)</script ><style scoped>td{}</style><b>A</b>"
    assert shown({"text/html": html}) == [Piece("<style scoped>td{}</style><b>A</b>", result=True)]


def test_a_drawing_is_kept_whole_with_what_it_tells_those_who_listen() -> None:
    svg = '<svg><svg role="img"><title>만족도</title></svg></svg>'
    assert shown({"image/svg+xml": f'<?xml version="1.0"?>\n{svg}'}) == [Piece(svg, result=True)]


@pytest.mark.parametrize(("metadata", "alt"), [({}, "노트북이 그린 그림"), ({"alt": "점 <14>"}, "점 &lt;14&gt;")])
def test_a_picture_comes_into_the_file_with_words(metadata: dict[str, str], alt: str) -> None:
    (piece,) = shown({"image/png": PICTURE + "\n"}, **metadata)
    assert piece.html == f'<img src="data:image/png;base64,{PICTURE}" alt="{alt}">'


def test_html_in_prose_stays_text() -> None:
    html = prose("하나 <script>alert(1)</script> <img src=x onerror=1>", v4.new_markdown_cell(""), Path()).html
    assert "<script" not in html and "<img" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_picture_that_prose_names_comes_into_the_file(tmp_path: Path) -> None:
    (tmp_path / "dot.png").write_bytes(b"\x89PNG")
    html = prose("![점](dot.png)", v4.new_markdown_cell(""), tmp_path).html
    assert f"data:image/png;base64,{PICTURE}" in html and 'alt="점"' in html


def test_the_corner_of_a_table_of_pandas_is_no_heading() -> None:
    assert shown({"text/html": "<tr><th></th><th>n</th></tr>"})[0].html == "<tr><td></td><th>n</th></tr>"
