"""The whole road on the inputs that ship: what `make report YEAR=2016` leaves behind, and what it never does."""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import nbformat
import pytest

from analysis import ledger
from analysis.cli import main
from analysis.intake import read_register
from analysis.language import LANGUAGES
from analysis.pipeline import Order, annual_page, report
from analysis.progress import Progress
from analysis.release import Bundle
from analysis.release.leaks import Haystack, secrets
from analysis.report.addresses import numbers_told
from analysis.report.place import file_name
from analysis.report.run import make_reports
from analysis.responses.read import read_survey, register_of
from analysis.tables.address import parse_address
from tests.project import copy_inputs

EDITIONS = ("committee", "members")
SURVEYS = ("coop_basic_plan", "intermediary", "member_orgs")
REPORTS = (*SURVEYS, "annual_report")
EXAMPLE = {"ko": "예시 자료", "en": "nvented data"}
PAGES = tuple(file_name(name, "html", language) for language in LANGUAGES for name in ("index", "explore", *REPORTS))
NUMBERED = tuple(page for page in PAGES if not page.startswith("explore"))  # whose numbers stand in its own data
INDEXES = tuple(f"../{file_name('index', 'html', language)}" for language in LANGUAGES)


@pytest.fixture(scope="module")
def project(project_2016: Path) -> Path:
    return project_2016


@pytest.fixture(scope="module")
def hidden(project: Path) -> Callable[[str], set[str]]:
    """What must not leave of a survey, found once."""
    register = register_of(project).secrets()
    return cache(lambda survey: secrets(read_survey(project, survey, 2016), register))


@pytest.fixture(scope="module")
def published(project: Path) -> Callable[[str], dict[str, str]]:
    """What a reader of an edition could find in its files, by their place in it: their texts, each once."""

    def of_edition(audience: str) -> dict[str, str]:
        folder = project / "reports" / audience
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): "\n".join(dict.fromkeys(texts(path))) for path in files}

    return cache(of_edition)


@pytest.fixture(scope="module")
def haystacks(published: Callable[[str], dict[str, str]]) -> Callable[[str], dict[str, Haystack]]:
    """The files of an edition, ready to be looked through, by name."""
    return cache(lambda audience: {name: Haystack(text) for name, text in published(audience).items()})


def bundles(project: Path, audience: str) -> dict[str, Bundle]:
    files = (project / "data" / "processed" / "2016").glob(f"*/released.{audience}.json")
    return {path.parent.name: Bundle.loads(path.read_text(encoding="utf-8")) for path in files}


def texts(path: Path) -> Iterator[str]:
    """Every text of a file that a person could read: no rules, no scripts, no letters of a font."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            for name in parts.namelist():
                yield from marked_up(parts.read(name).decode("utf-8"))
    elif path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from (cell for line in csv.reader(lines) for cell in line)
    elif path.suffix == ".json":
        yield from said(json.loads(path.read_text(encoding="utf-8")))
    else:
        assert path.suffix == ".html", path
        page = re.sub(r"<(style|script)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        yield from marked_up(re.sub(r"data:[\w/;+-]*base64,[\w+/=]*", "", page))


def marked_up(text: str) -> Iterator[str]:
    """The texts between the marks and within them. A text may go on across a mark: it is given as it reads, too."""
    yield from map(html.unescape, re.split(r'[<>"]', text))
    yield from map(html.unescape, re.split("[<>]", re.sub(r"</?(?:data|span|b|i|small|wbr|a)\b[^>]*>", "", text)))


def said(value: Any) -> Iterator[str]:
    """The texts of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from said(one)


@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_has_its_indexes_pages_workbooks_and_data(project: Path, audience: str) -> None:
    folder = project / "reports" / audience
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    books = {file_name(report, "xlsx", language) for report in REPORTS for language in LANGUAGES}
    data = {f"data/{report}{kind}.csv" for report in REPORTS for kind in ("", ".questions", ".words")}
    data |= {"data/contents.json", "data/datapackage.json"}
    assert made == {"index.html", "index.en.html", *(f"2016/{name}" for name in {*PAGES, *books, *data})}


def test_the_raw_data_are_as_they_were(project: Path, tmp_path: Path) -> None:
    assert _digests(project / "data" / "raw") == _digests(copy_inputs(tmp_path / "fresh") / "data" / "raw")


def test_two_builds_of_the_same_inputs_are_byte_identical(project: Path, tmp_path: Path) -> None:
    """A build of one survey in one language on top of all pages leaves every byte as it was, those of the other
    language and of the other surveys included. The annual report is made anew of the same released tables."""
    again = copy_inputs(tmp_path / "again")
    edition = shutil.copytree(project / "reports" / "members", again / "reports" / "members")
    for file in [*edition.rglob("index*.html"), *edition.rglob("data/*")]:
        file.unlink()
    shutil.copytree(project / "data" / "processed", again / "data" / "processed")
    (again / "data" / "processed" / "2016" / "member_orgs" / "tables.json").write_text("{}", encoding="utf-8")
    for name in ("member_orgs", "annual_report"):
        (edition / "2016" / f"{name}.html").write_text("작년에 만든 쪽", encoding="utf-8")
    order = Order(again, 2016, ("member_orgs",), audiences=("members",), jobs=1)
    assert make_reports([annual_page(order, SURVEYS, "members", "ko")]) == ()
    assert report(order, Progress(quiet=True)) == ()
    assert _digests(again / "reports" / "members") == _digests(project / "reports" / "members")
    processed = _digests(again / "data" / "processed" / "2016" / "member_orgs")
    assert processed.items() <= _digests(project / "data" / "processed" / "2016" / "member_orgs").items() and processed


@pytest.mark.parametrize("audience", EDITIONS)
@pytest.mark.parametrize("survey", SURVEYS)
def test_no_name_contact_or_write_in_of_a_respondent_leaves(
    project: Path,
    hidden: Callable[[str], set[str]],
    haystacks: Callable[[str], dict[str, Haystack]],
    audience: str,
    survey: str,
) -> None:
    """Looked for in the bundle and in every file made from it, markup and workbook parts included. What one
    survey's respondents wrote may be an option of another, so each is looked for in its own files."""
    assert len(hidden(survey)) > 60, (
        "names, contacts and write-ins of fourteen organisations are more than a handful"
    )
    others = [other for other in SURVEYS if other != survey]
    # The annual report tells of real events at real places; only what respondents said must not be in it.
    files = {name: it for name, it in haystacks(audience).items() if not Path(name).name.startswith(tuple(others))}
    released = project / "data" / "processed" / "2016" / survey / f"released.{audience}.json"
    files["bundle"] = Haystack(*texts(released))
    for name, words in files.items():
        assert not [secret for secret in hidden(survey) if secret in words], f"{audience}/{name}"


def test_the_search_for_leaks_would_find_one(project: Path) -> None:
    """The same search over the secretariat's responses finds what it looks for."""
    responses = read_survey(project, "member_orgs", 2016)
    wide = (project / "data" / "processed" / "2016" / "member_orgs" / "responses.csv").read_text(
        encoding="utf-8"
    )
    register = read_register(sorted((project / "data" / "raw").glob("organisations*.csv")))
    haystack = Haystack(wide)
    assert [one.name for one in register.organisations if one.name in haystack]
    assert len([secret for secret in secrets(responses) if secret in haystack]) > 20


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", "<p>답: <b>물총새</b><span>센터</span>는</p>"),
        ("page.html", '<svg aria-label="물총새센터 &amp; 3개"><text>물총새</text></svg>'),
        ("cells.csv", "문항,답\r\nkind,물총새센터\r\n"),
        ("contents.json", '{"blocks": [{"sentences": ["\\ubb3c총새 센터"]}]}'),
        ("contents.json", '{"물총새센터": 1}'),
    ],
)
def test_a_name_is_found_wherever_it_stands_in_a_file(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert "물총새센터" in Haystack(*texts(tmp_path / name))


@pytest.mark.parametrize("audience", EDITIONS)
@pytest.mark.parametrize("page", [*NUMBERED, *INDEXES])
def test_every_number_on_a_page_is_a_released_cell(project: Path, audience: str, page: str) -> None:
    text = (project / "reports" / audience / "2016" / page).read_text(encoding="utf-8")
    given = bundles(project, audience)
    numbers = [*numbers_told(text)]
    assert numbers
    for number in numbers:
        survey, year, question, group, (level, row, item, stat) = parse_address(number.address)
        cell = given[survey].table(question, group).get(stat, item=item, row=row, level=level)
        assert cell is not None, number
        if number.value is not None:
            assert cell.shown and number.value == cell.value, number
        elif re.fullmatch(r"[\d.,]+", number.words.strip(" ()")):  # alone in a cell of a table, or beside a mark
            told = float(number.words.strip(" ()").replace(",", ""))
            assert cell.shown and told in (cell.value, round(100 * cell.value, 10)), number


@pytest.mark.parametrize("audience", EDITIONS)
def test_pages_made_from_invented_answers_say_so(
    project: Path, published: Callable[[str], dict[str, str]], audience: str
) -> None:
    folder = project / "reports" / audience / "2016"
    for page in PAGES:
        words = EXAMPLE["en" if page.endswith(".en.html") else "ko"]
        assert words in (folder / page).read_text(encoding="utf-8"), page
    for survey in SURVEYS:
        for language, words in EXAMPLE.items():
            assert words in published(audience)[f"2016/{file_name(survey, 'xlsx', language)}"], survey


def test_the_members_page_says_what_was_not_examined(project: Path) -> None:
    page = (project / "reports" / "members" / "2016" / "member_orgs.html").read_text(encoding="utf-8")
    assert "서로 다른 문항의 표를 겹쳐 보았을 때 드러나는 것은 아직 검사하지 않음" in page


def test_members_read_notes_to_counts_in_doubt_and_the_committee_the_whole_check(project: Path) -> None:
    members, committee = (
        (project / "reports" / audience / "2016" / "annual_report.html").read_text(encoding="utf-8")
        for audience in ("members", "committee")
    )
    assert 'id="q-claims"' in committee and 'id="q-claims"' not in members
    for page in (members, committee):
        assert '<li id="n-C18">' in page
        words = re.sub("<[^>]+>", " ", page.split("<main")[1].split("</main>")[0])
        assert re.search(r"\b[EC]\d\d\b", words) is None, "dates and titles, not the names of lines"


def test_nothing_of_another_edition_is_in_a_folder(published: Callable[[str], dict[str, str]]) -> None:
    for audience, other in (("members", "committee"), ("committee", "members")):
        for name, text in published(audience).items():
            assert f"reports/{other}" not in text and f"released.{other}" not in text, name


@pytest.mark.parametrize("survey", SURVEYS)
def test_the_data_of_members_do_not_say_why_a_cell_is_hidden(project: Path, survey: str) -> None:
    """Beside the base and the cells that are shown, the rule is often the number."""
    with (project / "reports" / "members" / "2016" / "data" / f"{survey}.csv").open(encoding="utf-8-sig", newline="") as file:
        hidden = [line for line in csv.DictReader(file) if line["status"] == "suppressed"]
    assert hidden and {line["rule"] for line in hidden} == {""}


def test_pages_name_no_outside_address(project: Path) -> None:
    """Nothing is loaded from anywhere: the only addresses with a scheme are namespaces, which nobody fetches."""
    for path in project.glob("reports/**/*.html"):
        text = path.read_text(encoding="utf-8")
        assert (
            set(re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?((?:https?:)?//[^"')\s]+)""", text)) == set()
        ), path


def test_what_fails_leaves_the_others_built_and_all_that_was_there_of_it_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_inputs(tmp_path / "project")
    for other in ("coop_basic_plan", "intermediary"):
        shutil.rmtree(root / "data" / "raw" / "2016" / other)
    notebook = root / "notebooks" / "member_orgs.ipynb"
    broken = nbformat.read(notebook, as_version=4)
    broken.cells.append(nbformat.v4.new_markdown_cell("## 고장 난 절"))
    broken.cells.append(nbformat.v4.new_code_cell("page.show('no_such_question')"))
    nbformat.write(broken, notebook)
    former = root / "reports" / "members" / "2016" / "member_orgs.html"
    beside = [former.with_suffix(".xlsx"), former.with_suffix(".pdf"), former.parent / "data" / "member_orgs.csv"]
    for file in (former, *beside):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("작년에 만든 것", encoding="utf-8")
    open_elsewhere = former.with_name("annual_report.xlsx")
    open_elsewhere.mkdir()  # nobody can write it, as where a spreadsheet program has it open
    monkeypatch.chdir(root)
    assert main(["report", "2016", "--audience", "members", "--no-pdf"]) == 3
    said = capsys.readouterr().err
    for file in (former, *beside):
        assert file.read_text(encoding="utf-8") == "작년에 만든 것", "the numbers beside a page are those of that page"
    assert (former.parent / "annual_report.html").is_file() and (former.parent / "index.html").is_file()
    assert "annual_report.xlsx" in said and "닫고" in said
    assert "고장 난 절" in said and "no_such_question" in said
    assert "Traceback" not in said
    assert not [path for path in former.parent.iterdir() if path.name.startswith(".")]


def test_a_year_without_anything_to_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questionnaires").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["report", "2031"]) == 2
    said = capsys.readouterr().err
    assert "data/raw/2031" in said and "Traceback" not in said


def test_processed_files_can_be_opened_by_hand(project: Path) -> None:
    folder = project / "data" / "processed" / "2016" / "member_orgs"
    assert (folder / "responses.csv").read_bytes().startswith("﻿".encode())
    assert (folder / "findings.csv").read_bytes().startswith("﻿".encode())
    assert len(json.loads((folder / "tables.json").read_text(encoding="utf-8"))) > 100


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def only_the_ledger(tmp_path: Path) -> Path:
    project = copy_inputs(tmp_path)
    for survey in SURVEYS:
        shutil.rmtree(project / "data" / "raw" / "2016" / survey)
    return project


def test_accounts_that_cannot_be_read_stop_the_annual_report_only(tmp_path: Path) -> None:
    project = only_the_ledger(tmp_path)
    accounts = project / "data" / "raw" / "2016" / "accounts.csv"
    accounts.write_text("구분,관,예산액(원),결산액(원)\n수입,회비,백원,1\n", encoding="utf-8")
    (error,) = report(Order(project, 2016), Progress(quiet=True))
    assert error.where == ("ledger",)
    assert "accounts.csv › C2: '백원'" in error.words("ko")


@pytest.fixture(scope="module")
def ledger_alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project without surveys, whose accounts do not balance, reported to members; and what was said."""
    project = only_the_ledger(tmp_path_factory.mktemp("ledger"))
    accounts = project / "data" / "raw" / "2016" / "accounts.csv"
    accounts.write_text(
        "구분,관,예산액(원),결산액(원)\n수입,회비,10,10\n지출,사업비,10,7\n,차기이월금,,2\n", encoding="utf-8"
    )
    with redirect_stderr(StringIO()) as said:
        assert report(Order(project, 2016, audiences=("members",)), Progress()) == ()
    return project, said.getvalue()


def annual_report(project: Path) -> str:
    return (project / "reports" / "members" / "2016" / "annual_report.html").read_text(encoding="utf-8")


def test_sums_that_do_not_hold_are_told_and_stop_nothing(ledger_alone: tuple[Path, str]) -> None:
    project, said = ledger_alone
    assert "확인 필요 — accounts.csv: 수입계 10원이" in said
    assert '<li class="miss">' in annual_report(project)


def test_the_annual_report_is_made_of_the_ledger_alone_where_there_is_no_survey(
    ledger_alone: tuple[Path, str],
) -> None:
    project, _ = ledger_alone
    text, events = annual_report(project), ledger.read(project / "data" / "raw" / "2016").events
    plain = " ".join(re.sub("<[^>]+>", " ", text).split())
    assert "협동과 연대에 기초한 정책연대와 공동사업의 촉진" in plain
    assert "설문으로 본 한 해" not in plain
    listed = text.split('id="q-events_list"')[1].split("</table>")[0]
    assert listed.count('<tr role="row"><th scope="row"') == len(events)
    assert {parse_address(number.address)[0] for number in numbers_told(text)} == {"ledger"}
