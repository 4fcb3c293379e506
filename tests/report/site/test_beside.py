from __future__ import annotations

from pathlib import Path

from analysis.report.site.beside import fill, link_faces
from tests.report.site.editions import edition_in


def test_a_place_is_filled_and_filled_again() -> None:
    page = "<header><!--languages--><!--files--></header>"
    once = fill(page, "languages", "<a>English</a>")
    assert once == "<header><!--languages--><a>English</a><!--/languages--><!--files--></header>"
    assert fill(once, "languages", "<a>English</a>") == once
    assert fill(once, "files", "") == once.replace("<!--files-->", "<!--files--><!--/files-->")
    assert fill(fill(once, "files", ""), "languages", "") == fill(fill(page, "languages", ""), "files", "")


def test_a_page_without_the_place_stays_as_it_is() -> None:
    assert fill("<p>", "files", "<a>") == "<p>"


def test_only_what_is_there_is_linked(tmp_path: Path) -> None:
    folder, _ = edition_in(tmp_path)
    link_faces(folder, ["orgs", "unmade"])
    page = (folder / "orgs.html").read_text(encoding="utf-8")
    assert 'href="orgs.xlsx"' in page
    assert "orgs.pdf" not in page and "orgs.csv" not in page and "orgs.en.html" not in page


def test_a_page_in_the_other_language_is_linked_from_the_one_that_was_there(tmp_path: Path) -> None:
    folder, _ = edition_in(tmp_path)
    link_faces(folder, ["orgs"])
    (folder / "orgs.en.html").write_text("<!--languages--><!--files-->", encoding="utf-8")
    (folder / "orgs.pdf").touch()
    link_faces(folder, ["orgs"])
    korean, english = ((folder / name).read_text(encoding="utf-8") for name in ("orgs.html", "orgs.en.html"))
    assert '<a href="orgs.en.html" hreflang="en" lang="en">English</a>' in korean and 'href="orgs.pdf"' in korean
    assert '<a href="orgs.html" hreflang="ko" lang="ko">한국어</a>' in english and ".xlsx" not in english


def test_linking_again_changes_no_byte(tmp_path: Path) -> None:
    folder, _ = edition_in(tmp_path, languages=("ko", "en"))
    link_faces(folder, ["orgs"])
    first = {page.name: page.read_bytes() for page in folder.glob("*.html")}
    link_faces(folder, ["orgs"])
    assert {page.name: page.read_bytes() for page in folder.glob("*.html")} == first
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []
