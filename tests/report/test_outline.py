from __future__ import annotations

from typing import Any

import nbformat

from analysis.report.markup import number_of
from analysis.report.outline import fill_numbers, outline


def prose(text: str, *tags: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_markdown_cell(text, metadata={"tags": list(tags)})


def code(*pieces: tuple[str, dict[str, Any]]) -> nbformat.NotebookNode:
    outputs = [
        nbformat.v4.new_output("display_data", {"text/html": html}, metadata={"dure": known})
        for html, known in pieces
    ]
    return nbformat.v4.new_code_cell(outputs=outputs)


def figure(name: str) -> tuple[str, dict[str, Any]]:
    html = f"[{number_of(name, 'figure')}] {number_of(name, 'place')}."
    return html, {"kind": "figure", "id": name, "title": name}


def page(*cells: nbformat.NotebookNode):
    return outline(nbformat.v4.new_notebook(cells=list(cells)))


def test_chapters_are_numbered_and_figures_within_them():
    found = page(
        prose("## 요약", "unnumbered"), code(("x", {})),
        prose("## 조사 개요\n\n글"),
        prose("## 조사 결과"), code(figure("a"), figure("b")),
    )  # fmt: skip
    assert [(chapter.numeral, chapter.title) for chapter in found.chapters] == [
        ("", "요약"), ("Ⅰ", "조사 개요"), ("Ⅱ", "조사 결과"),
    ]  # fmt: skip
    assert fill_numbers("".join(found.chapters[2].pieces), found, "부록") == "[Ⅱ-1] 1.[Ⅱ-2] 2."


def test_a_summary_may_speak_of_a_figure_that_comes_later():
    found = page(prose("## 요약", "unnumbered"), code(("x", {})), prose("## 결과"), code(figure("a")))
    assert fill_numbers('<span data-number="figure" data-of="a"></span>', found, "부록") == "Ⅰ-1"


def test_figures_outside_the_numbered_chapters_are_the_appendixs():
    found = page(
        prose("## 방법", "unnumbered"), code(figure("a")), prose("## 대조", "unnumbered"), code(figure("b"))
    )
    assert [found.numbers("부록")["figure", name] for name in "ab"] == ["부록-1", "부록-2"]


def test_a_figure_that_is_not_on_the_page_has_no_number():
    assert fill_numbers('<span data-number="figure" data-of="a"></span>', page(), "부록") == ""


def test_a_chapter_whose_cells_show_nothing_is_left_out_and_not_counted():
    found = page(prose("## 시사점\n\n아래와 같습니다."), code(), prose("## 방법"), code(("x", {})))
    assert [(chapter.numeral, chapter.title) for chapter in found.chapters] == [("Ⅰ", "방법")]


def test_html_in_prose_is_only_text():
    found = page(prose("## 개요\n\n글 <script>alert(1)</script>\n\n**굵게**"))
    (piece,) = found.chapters[0].pieces
    assert "<script>" not in piece and "<strong>굵게</strong>" in piece


def test_a_page_with_invented_figures_from_elsewhere_says_so():
    head = ("", {"kind": "head", "title": "보고", "invented": False})
    assert page(code(head, ("", {"kind": "invented"}))).head["invented"] == "part"
    whole = ("", {"kind": "head", "title": "보고", "invented": True})
    assert page(code(whole, ("", {"kind": "invented"}))).head["invented"] is True


def named(heading: str, name: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_markdown_cell(heading, id=name)


def test_the_address_of_a_chapter_is_that_of_its_cell_in_every_language_and_wherever_it_stands():
    shown = ("x", {})
    korean = page(
        named("## 개요", "overview-ko"), code(shown), named("## 결과", "second-plan-ko"), code(shown)
    )
    english = page(named("## Findings", "second-plan-en"), code(shown))
    assert [chapter.id for chapter in korean.chapters] == ["chapter-overview", "chapter-second-plan"]
    assert [chapter.id for chapter in english.chapters] == ["chapter-second-plan"]


def test_a_chapter_of_a_section_has_its_name_and_no_two_have_the_same_address():
    section = code(("", {"kind": "chapter", "id": "section-A", "title": "앞"}), figure("a"))
    found = page(named("## 가", "a-ko"), code(figure("b")), named("## 나", "a-en"), code(figure("c")), section)
    assert [chapter.id for chapter in found.chapters] == ["chapter-a-1", "chapter-a-2", "chapter-section-A"]
