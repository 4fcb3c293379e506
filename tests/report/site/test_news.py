from __future__ import annotations

from pathlib import Path

from analysis.report.site.contents import Block
from analysis.report.site.news import findings, reports
from tests.report.site.editions import contents

BLOCKS = tuple(Block(id=f"q-{name}", heading=name, finding=f"{name} 많음") for name in "abc")


def test_every_report_has_its_say_before_one_has_a_second() -> None:
    told = findings(contents(blocks=BLOCKS, names=("annual_report", "orgs")), "ko", most=3)
    assert [one.page for one in told] == ["annual_report.html#q-a", "annual_report.html#q-b", "orgs.html#q-a"]


def test_pages_of_a_year_are_found_from_above_it() -> None:
    assert findings(contents(blocks=BLOCKS), "ko", "2016/", 1)[0].page == "2016/orgs.html#q-a"


def test_a_report_that_is_in_one_language_only_is_told_in_it() -> None:
    (told,) = findings(contents(blocks=BLOCKS[:1]), "en")
    assert (told.language, told.page) == ("ko", "orgs.html#q-a")


def test_of_a_report_the_files_are_listed_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("orgs.html", "orgs.xlsx", "data/orgs.csv", "orgs.en.pdf"):
        (tmp_path / name).touch()
    (entry,) = reports(contents(), tmp_path, "ko", "2016/")
    assert [place for place, _ in entry.files] == ["2016/orgs.html", "2016/orgs.xlsx", "2016/data/orgs.csv"]
