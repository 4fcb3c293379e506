"""The site of the inputs that ship, as it is put on a homepage or sent by e-mail."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from analysis.release import Bundle
from analysis.report.site.contents import Contents, read_contents
from tests.report.site.descriptor import wrong_in
from tests.report.site.walk import dead_links, unguarded

EDITIONS = ("committee", "members")


@pytest.fixture(scope="module", params=EDITIONS)
def site(request: pytest.FixtureRequest, project_2016: Path) -> Path:
    return project_2016 / "reports" / request.param


@pytest.fixture(scope="module")
def told(site: Path) -> Contents:
    contents = read_contents(site / "2016")
    assert contents is not None
    return contents


def test_every_link_leads_somewhere_wherever_the_folder_is_put(site: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(site, tmp_path / "받은 폴더 (1)")
    assert dead_links(elsewhere) == []


def test_no_page_runs_anything_but_its_own_script(site: Path) -> None:
    assert unguarded(site) == []


def test_the_indexes_can_be_previewed(site: Path) -> None:
    for index in (site / "index.html", site / "2016" / "index.html"):
        html = index.read_text(encoding="utf-8")
        title = re.search(r"<title>([^<]*)</title>", html)[1]  # type: ignore[index]
        assert f'<meta property="og:title" content="{title}">' in html
        assert re.search(rf"<h1[^>]*>{title}</h1>", html)
        assert re.search(r'<meta property="og:description" content="[^"]*\d[^"]*(습니다|\.)">', html)


def test_every_report_leads_with_findings_and_every_block_has_a_name(told: Contents) -> None:
    names = [report.name for report in told.reports]
    assert names == ["annual_report", "coop_basic_plan", "intermediary", "member_orgs"]
    for report in told.reports:
        face = report.faces["ko"]
        assert face.leading and all(one.lead and one.large for one in face.leading), report.name
        assert len(face.blocks) > 20 and all(block.heading for block in face.blocks), report.name
        silent = [b.id for b in face.blocks if b.id.startswith("q-") and not (b.finding or b.sentences)]
        assert silent == [], report.name


def test_the_data_files_keep_the_rules_that_their_description_states(site: Path) -> None:
    assert wrong_in(site / "2016" / "data" / "datapackage.json") == []


@pytest.mark.parametrize("survey", ["member_orgs", "coop_basic_plan"])
def test_a_data_file_has_every_released_cell_and_no_hidden_number(
    project_2016: Path, site: Path, survey: str
) -> None:
    released = project_2016 / "data" / "processed" / "2016" / survey / f"released.{site.name}.json"
    bundle = Bundle.loads(released.read_text(encoding="utf-8"))
    cells = {table.address(cell): cell for table in bundle.tables for cell in table.cells}
    text = (site / "2016" / "data" / f"{survey}.csv").read_bytes().decode("utf-8-sig")
    lines = {line["address"]: line for line in csv.DictReader(io.StringIO(text, newline=""))}
    assert lines.keys() == cells.keys()
    for address, cell in cells.items():
        line = lines[address]
        assert line["status"] == cell.status
        if cell.shown:
            assert (float(line["value"]) if line["value"] else None) == cell.value, address
        else:
            assert not any(line[name] for name in ("value", "low", "high", "n")), address
