from __future__ import annotations

from pathlib import Path

from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.index import write_index
from tests.report.small_report import KIND, SATISFACTION, bundle


def release(processed: Path, given: Bundle) -> None:
    file = processed / given.survey / f"released.{given.audience}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(given.dumps(), encoding="utf-8")


def test_it_lists_the_reports_of_the_edition_and_no_others(tmp_path: Path):
    processed, folder = tmp_path / "processed", tmp_path / "members" / "2016"
    folder.mkdir(parents=True)
    (folder / "orgs.html").touch()
    (folder / "orgs.xlsx").touch()
    release(processed, bundle(KIND, invented=True, purpose=Words(ko="<현황>을 알아봄")))
    release(processed, bundle(KIND, survey="unmade", title=Words(ko="만들지 못한 조사")))
    release(
        processed, bundle(KIND, survey="inner", audience="committee", title=Words(ko="위원회만 보는 조사"))
    )
    write_index(folder, processed, "members")
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="orgs.html"' in text and 'href="orgs.xlsx"' in text
    assert "&lt;현황&gt;을" in text and "예시 자료" in text and "회원단체 배포본" in text
    assert "만들지 못한 조사" not in text and "위원회만 보는 조사" not in text


def test_a_report_is_listed_with_the_finding_that_its_page_tells_first(tmp_path: Path):
    processed, folder = tmp_path / "processed", tmp_path / "members" / "2016"
    folder.mkdir(parents=True)
    (folder / "orgs.html").write_text('<meta name="dure-finding" content="kind">', encoding="utf-8")
    release(processed, bundle(KIND, SATISFACTION))
    write_index(folder, processed, "members")
    told = (folder / "index.html").read_text(encoding="utf-8").split('<p class="told">')[1].split("</p>")[0]
    assert "조직유형" in told and 'data-cell="orgs/2016/kind/by=/b/count"' in told
    (folder / "orgs.html").write_text("no word of it", encoding="utf-8")
    write_index(folder, processed, "members")
    assert "orgs/2016/satisfaction" in (folder / "index.html").read_text(encoding="utf-8")


def test_a_report_that_is_an_example_in_part_says_so_in_the_list(tmp_path: Path):
    processed, folder = tmp_path / "processed", tmp_path / "members" / "2016"
    folder.mkdir(parents=True)
    (folder / "orgs.html").write_text('<meta name="dure-tag" content="일부 예시 자료">', encoding="utf-8")
    release(processed, bundle(KIND))
    write_index(folder, processed, "members")
    assert '<b class="tag">일부 예시 자료</b>' in (folder / "index.html").read_text(encoding="utf-8")


def test_without_reports_there_is_no_index(tmp_path: Path):
    write_index(tmp_path, tmp_path, "members")
    assert not list(tmp_path.iterdir())
