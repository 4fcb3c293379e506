from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from analysis.questionnaire.words import Words
from analysis.report.site import write_edition
from analysis.report.site.contents import read_contents
from tests.report.site.editions import PAGE, edition_in
from tests.report.site.walk import dead_links
from tests.report.small_report import KIND, SATISFACTION, bundle


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def made(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_lists_the_reports_of_the_edition_and_no_others(tmp_path: Path) -> None:
    listed = bundle(KIND, invented=True, purpose=Words(ko="<현황>을 알아봄"))
    folder, processed = edition_in(tmp_path, listed, bundle(KIND, survey="unmade", title=Words(ko="만들지 못한 조사")))
    (folder / "unmade.html").unlink()
    inner = processed / "inner" / "released.committee.json"
    inner.parent.mkdir()
    inner.write_text(bundle(KIND, survey="inner", audience="committee", title=Words(ko="위원회만 보는 조사")).dumps())
    assert write_edition(folder, processed, "members") == ()
    for index in (text(folder / "index.html"), text(folder.parent / "index.html")):
        assert 'orgs.html"' in index and 'orgs.xlsx"' in index and 'data/orgs.csv"' in index
        assert "&lt;현황&gt;을" in index and "예시 자료" in index and "회원단체 배포본" in index
        assert "만들지 못한 조사" not in index and "위원회만 보는 조사" not in index


def test_where_all_is_invented_it_is_said_once(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path, bundle(KIND, SATISFACTION, invented=True))
    write_edition(folder, processed, "members")
    for index in (text(folder / "index.html"), text(folder.parent / "index.html")):
        assert re.search(r'<p class="banner"[^>]*>예시 자료: 꾸며 낸', index) and 'class="tag"' not in index


def test_where_some_is_invented_each_of_it_is_tagged(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path, bundle(KIND, invented=True), bundle(SATISFACTION, survey="real"))
    write_edition(folder, processed, "members")
    index = text(folder / "index.html")
    assert re.search(r'<p class="banner"[^>]*>‘예시 자료’라고 적힌 곳', index)
    assert index.count('class="tag"') == 2, "at its finding and in the list"
    later, released = edition_in(tmp_path, bundle(SATISFACTION, year=2017), year=2017)
    write_edition(later, released, "members")
    assert 'class="banner"' not in text(later / "index.html")
    front = text(folder.parent / "index.html")
    assert 'class="banner"' in front and front.count('class="tag"') == 1, "of an earlier year the list is shown"


def test_a_report_leads_with_what_its_summary_tells_and_every_number_has_its_cell(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path)
    write_edition(folder, processed, "members")
    index = text(folder / "index.html")
    assert index.index("orgs/2016/satisfaction/by=") < index.index("orgs/2016/kind/by=")
    assert 'href="orgs.html#q-satisfaction"' in index
    assert 'href="2016/orgs.html#q-satisfaction"' in text(folder.parent / "index.html")


def test_an_index_is_in_each_language_that_has_pages(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path, languages=("ko", "en"))
    write_edition(folder, processed, "members")
    for place in (folder, folder.parent):
        assert 'href="index.en.html" hreflang="en"' in text(place / "index.html")
        english = text(place / "index.en.html")
        assert '<html lang="en">' in english and 'href="index.html" hreflang="ko"' in english
        assert "orgs.en.html" in english


def test_without_english_pages_there_is_no_english_index(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path)
    write_edition(folder, processed, "members")
    assert not list(folder.parent.rglob("index.en.html")) and "hreflang" not in text(folder / "index.html")


def test_an_old_year_stays_when_its_tables_are_gone(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path)
    write_edition(folder, processed, "members")
    shutil.rmtree(processed)
    later, released = edition_in(tmp_path, bundle(SATISFACTION, KIND, year=2017), year=2017)
    assert write_edition(later, released, "members") == ()
    front = text(folder.parent / "index.html")
    assert front.index("2017/orgs.html") < front.index("2016/orgs.html")
    assert 'href="2016/orgs.html#q-kind"' in front, "what is searched is of all years"
    assert "무엇이 새로운가" in text(later / "index.html")
    assert dead_links(shutil.copytree(later, tmp_path / "sent")) == [], "a year can be sent alone"


def test_a_report_whose_page_is_there_and_whose_tables_are_not_is_kept(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path, bundle(KIND), bundle(KIND, survey="other", title=Words(ko="다른 조사")))
    write_edition(folder, processed, "members")
    shutil.rmtree(processed / "other")
    write_edition(folder, processed, "members")
    assert "다른 조사" in text(folder / "index.html")
    (folder / "other.html").unlink()
    write_edition(folder, processed, "members")
    assert "다른 조사" not in text(folder / "index.html")


def test_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path, languages=("ko", "en"))
    write_edition(folder, processed, "members")
    first = made(folder.parent)
    write_edition(folder, processed, "members")
    assert made(folder.parent) == first


def test_a_year_that_cannot_be_read_is_named_and_the_others_are_listed(tmp_path: Path) -> None:
    folder, processed = edition_in(tmp_path)
    damaged = folder.parent / "2015" / "data" / "contents.json"
    damaged.parent.mkdir(parents=True)
    damaged.write_text("{", encoding="utf-8")
    (error,) = write_edition(folder, processed, "members")
    assert "dure report 2015" in str(error)
    assert "2016/orgs.html" in text(folder.parent / "index.html")


def test_without_reports_there_is_nothing_to_make(tmp_path: Path) -> None:
    assert write_edition(tmp_path / "2016", tmp_path, "members") == ()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", ['</script><script>alert(1)</script>', "{{ 7*7 }}", "‮거꾸로", "$x$ <!--files-->"])
def test_hostile_words_stay_words(tmp_path: Path, words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = PAGE.replace("{", "{{").replace("}", "}}").replace("{{language}}", "ko").replace("평균은 3.7점", "{told}")
    folder, processed = edition_in(
        tmp_path, bundle(KIND, SATISFACTION, title=Words(ko=words)), page=page.replace("{told}", escaped.replace("{", "{{").replace("}", "}}"))
    )
    write_edition(folder, processed, "members")
    index = text(folder / "index.html")
    assert index.count("<script") == 2 and escaped in index
    sentences = json.loads(index.split('id="sentences">')[1].split("</script>")[0])
    assert any(words in told for told in sentences)
    told = read_contents(folder)
    assert told is not None and told.reports[0].faces["ko"].blocks[0].sentences == (words,)
