"""Which cells of a notebook are on which slide."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode, v4

from analysis.explore.slides.choose import Slide, choose
from analysis.explore.slides.pieces import WIDGET


def words(text: str, kind: str = "", *tags: str) -> NotebookNode:
    return v4.new_markdown_cell(text, metadata=_metadata(kind, tags))


def code(*data: dict[str, str], kind: str = "") -> NotebookNode:
    """A cell that put this out."""
    outputs = [v4.new_output("display_data", one) for one in data]
    return v4.new_code_cell("secret()", metadata=_metadata(kind, ()), outputs=outputs)


def _metadata(kind: str, tags: tuple[str, ...]) -> dict[str, object]:
    return {"tags": list(tags)} | ({"slideshow": {"slide_type": kind}} if kind else {})


def slides(*cells: NotebookNode, language: str = "ko") -> list[Slide]:
    return choose(v4.new_notebook(cells=list(cells)), language, Path())


def html(*cells: NotebookNode) -> list[list[str]]:
    return [[piece.html.strip() for piece in slide.pieces] for slide in slides(*cells)]


A, B, C = ({"text/html": f"<b>{letter}</b>"} for letter in "ABC")


def test_cells_begin_slides_as_they_were_chosen_in_jupyterlab() -> None:
    assert html(words("하나", "slide"), code(A), words("둘", "subslide"), code(B, kind="slide")) == [
        ["<p>하나</p>", "<b>A</b>"], ["<p>둘</p>"], ["<b>B</b>"],
    ]  # fmt: skip


def test_what_stands_before_the_first_chosen_cell_was_not_chosen() -> None:
    assert html(words("# 준비"), code(A), words("하나", "slide")) == [["<p>하나</p>"]]


def test_a_fragment_is_seen_after_a_key_but_for_what_begins_a_slide() -> None:
    found = slides(words("하나", "slide"), words("둘", "fragment"), code(A, kind="fragment"), words("셋"))
    assert [[piece.step for piece in slide.pieces] for slide in found] == [[False, True, True, False]]
    (only,) = slides(words("하나", "fragment"))
    assert not only.pieces[0].step


def test_skipped_cells_are_left_out_and_notes_are_for_whoever_speaks() -> None:
    (slide,) = slides(words("하나", "slide"), words("빼기", "skip"), words("천천히 말하기", "notes"))
    assert [piece.html.strip() for piece in slide.pieces] == ["<p>하나</p>"]
    assert [note.strip() for note in slide.notes] == ["<p>천천히 말하기</p>"]


def test_where_none_is_chosen_every_heading_begins_a_slide() -> None:
    found = html(words("# 제목\n\n글"), words("글 더"), words("## 둘\n\n글\n\n### 셋"), code(A))
    assert [len(slide) for slide in found] == [2, 1, 2]
    assert "제목" in found[0][0] and "둘" in found[1][0] and "셋" in found[2][0]


def test_there_a_second_result_has_a_slide_of_its_own() -> None:
    assert html(words("# 제목"), code(A, B), code(C))[1:] == [["<b>B</b>"], ["<b>C</b>"]]


def test_of_the_results_of_one_chosen_cell_each_has_a_slide() -> None:
    assert html(words("하나", "slide"), code(A, B), code(C)) == [["<p>하나</p>", "<b>A</b>"], ["<b>B</b>", "<b>C</b>"]]


def test_a_sign_of_a_heading_in_a_block_of_code_is_none() -> None:
    assert len(slides(words("# 제목\n\n```\n# 아님\n```\n\n글"))) == 1


def test_cells_of_another_language_are_left_out() -> None:
    cells = (words("# 제목", "", "ko"), words("# Title", "", "en"), words("글"))
    assert "제목" in slides(*cells)[0].pieces[0].html and len(slides(*cells)) == 1
    assert "Title" in slides(*cells, language="en")[0].pieces[0].html


def test_code_is_not_shown_and_a_slide_of_nothing_is_none() -> None:
    assert html(code(), words("## 빈 곳", "slide"), code(kind="slide")) == [["<h2>빈 곳</h2>"]]


def test_buttons_and_lists_of_a_notebook_are_told_to_work_only_there() -> None:
    (slide,) = slides(code({WIDGET: "x", "text/plain": "Panel()"}))
    assert "노트북에서만" in slide.pieces[0].html
