"""The site of the inputs that ship, as it is put on a homepage or sent by e-mail."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from analysis.release import Bundle
from analysis.report.site.contents import Contents, read_contents
from analysis.report.site.told import report_name
from tests.report.site.descriptor import wrong_in
from tests.report.site.walk import dead_links, unguarded

EDITIONS = ("committee", "members")
PLACE = ("question", "group", "level", "row", "item", "stat")


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
    assert dead_links(elsewhere / "2016") == [], "a year's folder sent alone"


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


def test_the_data_can_be_sent_by_e_mail(project_2016: Path) -> None:
    data = project_2016 / "reports" / "members" / "2016" / "data"
    assert sum(file.stat().st_size for file in data.iterdir()) < 3_000_000
    assert (data / "member_orgs.csv").stat().st_size < 400_000


@pytest.mark.parametrize("survey", ["member_orgs", "coop_basic_plan", "ledger"])
def test_a_data_file_has_every_released_cell_and_no_hidden_number(
    project_2016: Path, site: Path, survey: str
) -> None:
    released = project_2016 / "data" / "processed" / "2016" / survey / f"released.{site.name}.json"
    bundle = Bundle.loads(released.read_text(encoding="utf-8"))
    cells = {table.address(cell): cell for table in bundle.tables for cell in table.cells}
    lines = read_as_its_description_says(site / "2016" / "data", report_name(bundle))
    assert lines.keys() == cells.keys()
    for address, cell in cells.items():
        status, value, n = lines[address]
        assert status == cell.status
        if cell.shown:
            assert (float(value) if value else None, n) == (cell.value, "" if cell.n is None else str(cell.n)), address
        else:
            assert not value and not n, address


def read_as_its_description_says(data: Path, name: str) -> dict[str, tuple[str, str, str]]:
    """address -> (status, value, n) of the cells of a report; a count is the n of its share if it has no line."""
    resources = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    pattern = next(resource for resource in resources if resource["name"] == name)["address"]
    found: dict[str, tuple[str, str, str]] = {}
    counts: dict[str, tuple[str, str, str]] = {}
    with (data / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        for line in csv.DictReader(lines):
            names = {part: unguarded_word(line.get(part, "")) for part in PLACE}
            address = address_of(pattern, names)
            assert address not in found, "two lines of one cell"
            found[address] = (line["status"], line["value"], line["n"])
            if names["stat"] == "share" and (line["n"] or line["status"] == "suppressed"):
                counts[address_of(pattern, names | {"stat": "count"})] = (line["status"], line["n"], line["n"])
    return counts | found


def unguarded_word(text: str) -> str:
    return re.sub(r"^'(?=[=+@-])", "", text)


def address_of(pattern: str, names: dict[str, str]) -> str:
    if not names["level"]:
        pattern = pattern.replace(":{level}", "")
    if not names["row"]:
        pattern = pattern.replace("{row}/" if names["item"] else "{row}/{item}/", "")
    return pattern.format(**{name: quote(text, safe="+:=") for name, text in names.items()})
