"""explore.html as a member uses it: opened from the disk without a network, with a mouse, keyboard or screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from analysis.narrative import Figure, show_cell
from analysis.release import Bundle
from analysis.report.site.explorer import write_explorer
from analysis.report.site.explorer.explore_page import MOST, weight
from analysis.tables import Table
from analysis.tables.address import parse_address
from tests.browser.seen import AXE, TAGS, axe, probes
from tests.report.site.editions import contents
from tests.report.small_report import bundle as small_bundle
from tests.report.small_report import choice

PAIRS = 20
FILES = [(audience, name) for audience in ("members", "committee") for name in ("explore.html", "explore.en.html")]
# What is drawn and what stands in the table: [address, text].
NUMBERS = "all => all.map(one => [one.dataset.cell, one.firstChild.textContent.trim()])"
# Every number that the page can show, as its script writes it, by its address.
ALL_WRITTEN = """() => Object.fromEntries(data.reports.flatMap(report => report.questions.flatMap(question =>
    question.tables.flatMap(table => openTable(report, question, table).all().map(cell => [cell.address, written(cell)])))))"""


@pytest.fixture(scope="module")
def edition(project_2016: Path) -> Path:
    return project_2016 / "reports" / "members" / "2016"


PROBES = ("Layout.drawings", "Layout.wider", "Names.tables", "Names.cells", "Names.ids", "Names.references")


@cache
def released(project: Path, audience: str) -> dict[str, Bundle]:
    files = sorted((project / "data" / "processed" / "2016").glob(f"*/released.{audience}.json"))
    return {file.parent.name: Bundle.loads(file.read_text(encoding="utf-8")) for file in files}


def texts(table: Table, key: tuple[str, ...], language: str) -> set[str]:
    """The ways in which a number may stand: with its unit, without, in brackets behind another."""
    level, row, item, stat = key
    cell = table.get(stat, item, row, level)
    assert cell is not None
    shown = [show_cell(table, cell, language, unit) for unit in (False, True)]
    bare = [one.text if isinstance(one, Figure) else one for one in shown]
    return {*bare, *(f"({one})" for one in bare)}


@pytest.fixture(scope="module")
def opened(browser: Browser, edition: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_offline(True)
    page = context.new_page()
    page.goto((edition / "explore.html").as_uri())
    yield page
    context.close()


def see(page: Page, address: str) -> None:
    page.evaluate("address => { location.hash = address; }", address)
    shown = "question => document.querySelector('nav [aria-current]')?.hash.endsWith('/' + question)"
    page.wait_for_function(shown, arg=address.split("/")[1])


def test_a_page_is_smaller_than_400_kb_without_its_letters(project_2016: Path) -> None:
    for audience, name in FILES:
        html = (project_2016 / "reports" / audience / "2016" / name).read_text(encoding="utf-8")
        assert weight(html) < MOST


@pytest.mark.parametrize(("audience", "name"), [("members", "explore.html"), ("committee", "explore.en.html")])
def test_its_script_writes_every_number_as_all_faces_do(
    browser: Browser, project_2016: Path, audience: str, name: str
) -> None:
    language = "en" if name.endswith(".en.html") else "ko"
    html = (project_2016 / "reports" / audience / "2016" / name).read_text(encoding="utf-8")
    page = browser.new_page()
    page.set_content("".join(re.findall(r'<script type="application/json".*?</script>', html, re.DOTALL)))
    (script,) = re.findall(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    page.add_script_tag(content=script[: script.index('const HANGUL')])
    written: dict[str, str] = page.evaluate(ALL_WRITTEN)
    page.close()
    expected = {}
    for bundle in released(project_2016, audience).values():
        for table in bundle.tables:
            for cell in table.cells:
                shown = show_cell(table, cell, language, unit=False)
                expected[table.address(cell)] = shown.text if isinstance(shown, Figure) else shown
    assert written == expected


def pairs(bundles: dict[str, Bundle]) -> list[Table]:
    return Random(2016).sample([table for bundle in bundles.values() for table in bundle.tables], PAIRS)


def test_twenty_questions_by_their_groups_show_the_released_figures(opened: Page, project_2016: Path) -> None:
    bundles = released(project_2016, "members")
    seen = 0
    for table in pairs(bundles):
        see(opened, "/".join(filter(None, (table.survey, table.question, table.group))))
        for number in range(opened.locator("#by-what option").count() or 1):
            if opened.locator("#by-what").count():
                opened.locator("#by-what").select_option(index=number)
            for place in (".answer svg [data-cell]", ".answer table [data-cell]"):
                for address, text in opened.eval_on_selector_all(place, NUMBERS):
                    survey, year, question, group, key = parse_address(address)
                    found = bundles[survey].table(question, group)
                    assert (survey, year, question) == (table.survey, 2016, table.question)
                    assert text in texts(found, key, "ko"), address
                    seen += 1
            assert opened.locator(".answer table [data-cell]").count()
    assert seen > 1_000


@pytest.mark.parametrize("width", [360, 1280])
def test_no_words_are_cut_and_nothing_is_without_its_name(
    browser: Browser, edition: Path, project_2016: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((edition / "explore.html").as_uri())
    page.evaluate("document.fonts.ready")
    page.evaluate(probes())
    found: list[str] = []
    for table in pairs(released(project_2016, "members")):
        see(page, "/".join(filter(None, (table.survey, table.question, table.group))))
        for probe in PROBES:
            found += [f"{table.name}: {one}" for one in page.evaluate(f"probe{probe}()")]
    page.close()
    assert found == []


def test_a_page_that_is_opened_at_its_table_measures_the_letters_it_came_with(browser: Browser, edition: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{(edition / 'explore.html').as_uri()}#coop_basic_plan/capital/legal_kind")
    twice = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(f"document.fonts.ready.then(() => {twice})")
    page.evaluate(probes())
    assert page.evaluate("probeLayout.drawings()") == []
    page.close()


def test_years_stand_beside_each_other(browser: Browser, tmp_path: Path) -> None:
    asked = choice("kind", "조직유형", {"a": 5, "b": 9})
    before = replace(choice("kind", "조직유형", {"a": 4, "b": 2, "c": 1}), year=2015, facts=dict(asked.facts))
    write_explorer(tmp_path, contents(), [small_bundle(asked)], [[small_bundle(before, year=2015)]], "ko")
    page = browser.new_page()
    page.goto((tmp_path / "explore.html").as_uri())
    page.locator("#by-group").select_option(label="연도별")
    told = dict(page.eval_on_selector_all(".answer svg [data-cell]", NUMBERS))
    assert told["orgs/2015/kind/by=/a/count"] == "4개" and told["orgs/2016/kind/by=/a/count"] == "5개"
    assert "해마다 질문이나 보기가 조금씩 다릅니다" in page.locator(".answer .notes").inner_text()
    page.locator("#by-group").select_option("")
    page.locator("#by-year").select_option("2015")
    assert page.url.endswith("#orgs/kind//2015")
    assert page.locator(".answer table").inner_text().count("57.1") == 1
    page.close()


def lengths(page: Page) -> list[tuple[str, float]]:
    return page.eval_on_selector_all(
        ".answer svg .bar", "all => all.map(one => [one.nextElementSibling.dataset.cell, +one.getAttribute('width')])"
    )


def test_bars_are_as_long_as_their_numbers(opened: Page, project_2016: Path) -> None:
    bundles = released(project_2016, "members")
    see(opened, "coop_basic_plan/plan_satisfaction/legal_kind")
    drawn = []
    for address, length in lengths(opened):
        survey, _, question, group, (level, row, item, stat) = parse_address(address)
        value = bundles[survey].table(question, group).value(stat, item, row, level)
        assert value is not None
        drawn.append(length / value)
    assert len(drawn) > 5 and max(drawn) == pytest.approx(min(drawn), rel=1e-6)


def test_what_is_hidden_is_a_sign_and_no_bar(opened: Page, project_2016: Path) -> None:
    see(opened, "member_orgs/overall_satisfaction/area")
    pills = opened.locator(".answer svg .pill")
    hidden = pills.evaluate_all("all => all.map(one => one.nextElementSibling.dataset.cell)")
    for address in hidden:
        survey, _, question, group, (level, row, item, stat) = parse_address(address)
        cell = released(project_2016, "members")[survey].table(question, group).get(stat, item, row, level)
        assert cell is not None and cell.status == "suppressed"
    assert hidden
    assert "X는 응답자를 보호하려고 가린 값입니다." in opened.locator(".answer .notes").inner_text()
    assert opened.locator(".answer svg [data-cell]", has_text=re.compile("^X$")).count() == len(hidden)


def test_a_picture_says_all_its_numbers(opened: Page) -> None:
    see(opened, "member_orgs/overall_satisfaction")
    told = opened.locator(".answer svg desc").text_content() or ""
    assert all(text in told for text in opened.locator(".answer svg .number").all_text_contents())
    assert opened.locator(".answer svg").get_attribute("role") == "img"
    assert "만족도" in (opened.locator(".answer svg > title").text_content() or "")


# Addresses


def test_an_address_leads_to_its_table_and_the_browser_goes_back(browser: Browser, edition: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(edition / 'explore.html').as_uri()}#member_orgs/dues_level/area")
    assert page.locator("#asked").inner_text() == "회비 수준에 대한 의견"
    assert page.locator("#by-group").input_value() == "area"
    page.locator("nav").get_by_role("link", name="지난 1년간 활동 만족도", exact=True).click()
    assert page.locator("#asked").inner_text() == "지난 1년간 활동 만족도"
    assert page.url.endswith("#member_orgs/overall_satisfaction/area"), "the group is kept"
    page.go_back()
    page.wait_for_function("document.getElementById('asked').textContent === '회비 수준에 대한 의견'")
    page.locator("#by-group").select_option("")
    assert page.url.endswith("#member_orgs/dues_level")
    page.close()


def test_an_address_without_a_table_is_told(opened: Page) -> None:
    opened.evaluate("location.hash = 'member_orgs/nothing'")
    opened.wait_for_function("document.getElementById('asked').textContent.includes('맞는 표가 없습니다')")


def test_a_question_leads_to_its_place_in_the_report(opened: Page, edition: Path) -> None:
    see(opened, "member_orgs/overall_satisfaction")
    href = opened.get_by_role("link", name="보고서에서 보기").get_attribute("href")
    assert href == "member_orgs.html#q-overall_satisfaction"
    assert 'id="q-overall_satisfaction"' in (edition / "member_orgs.html").read_text(encoding="utf-8")


# Search and keyboard


def listed(page: Page, sought: str) -> list[str]:
    page.locator("#sought").fill(sought)
    return page.locator("nav li:not([hidden]) a").all_inner_texts()


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("회비 수준에", "회비 수준에 대한 의견"),
        ("회비수준", "회비 수준에 대한 의견"),
        ("ㅎㅂ ㅅㅈ", "회비 수준에 대한 의견"),
        ("\u1112\u116c\u1107\u1175 수준", "회비 수준에 대한 의견"),
        ("반영된다", "의사결정에 의견이 반영된다는 인식"),
        ("의료·돌봄", "활동 부문·업종"),
    ],
    ids=["words", "typed together", "first consonants", "letters in parts", "the wording", "an option"],
)
def test_a_question_is_found_by_its_words(opened: Page, sought: str, expected: str) -> None:
    assert expected in listed(opened, sought)
    assert len(listed(opened, sought)) < 15
    listed(opened, "")


def test_nothing_found_is_told(opened: Page) -> None:
    assert listed(opened, "<b>없는 말") == []
    assert opened.locator(".find .count").inner_text() == "‘<b>없는 말’에 맞는 질문이 없습니다."
    assert len(listed(opened, "")) > 80


def test_by_keyboard_a_question_and_a_group_are_chosen(browser: Browser, edition: Path) -> None:
    page = browser.new_page()
    page.goto((edition / "explore.html").as_uri())
    page.locator("#sought").focus()
    page.keyboard.type("회비 수준에")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "회비 수준에 대한 의견"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'asked'")
    assert page.locator("#asked").inner_text() == "회비 수준에 대한 의견"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "by-group"
    page.keyboard.press("ArrowDown")
    assert page.locator("#by-group").input_value() != ""
    assert page.evaluate("document.activeElement.id") == "by-group", "the focus stays where the choice was made"
    page.close()


def test_the_list_is_one_stop_and_its_arrows_go_round_what_is_listed(opened: Page) -> None:
    see(opened, "member_orgs/overall_satisfaction")
    assert opened.locator("nav a[tabindex='0']").all_inner_texts() == ["지난 1년간 활동 만족도"]
    opened.locator("nav a[tabindex='0']").focus()
    opened.keyboard.press("ArrowDown")
    assert opened.evaluate("document.activeElement.textContent") == "연대회의가 우선해야 할 역할"
    opened.keyboard.press("Home")
    assert opened.evaluate("document.activeElement === document.querySelector('nav a')")


# Why there is nothing, files, other ways to read


def test_where_nothing_can_be_seen_it_is_said_why(opened: Page, project_2016: Path) -> None:
    """Every table of which all is hidden, and every question that nobody answered."""
    told: dict[str, str] = {}
    for bundle in released(project_2016, "members").values():
        for table in bundle.tables:
            own = [cell for cell in table.cells if cell.level == (table.levels[-1].id if table.group else "")]
            if own and all(cell.status == "suppressed" for cell in own if cell.stat != "base"):
                see(opened, "/".join(filter(None, (table.survey, table.question, table.group))))
                told[table.name] = opened.locator(".answer").inner_text()
    assert told and all("가렸습니다" in text or "가린 값" in text for text in told.values())


def test_what_is_seen_is_saved_as_a_file(opened: Page) -> None:
    see(opened, "member_orgs/overall_satisfaction")
    with opened.expect_download() as download:
        opened.get_by_role("button", name="이 표를 CSV로 저장").click()
    assert download.value.suggested_filename == "member_orgs-2016-overall_satisfaction.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert "회원단체 배포본" in text and "전체,,만족④,응답 수,7,7,14,shown\r\n" in text


def test_what_the_committee_saves_says_that_it_is_not_to_be_passed_on(browser: Browser, project_2016: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(project_2016 / 'reports' / 'committee' / '2016' / 'explore.html').as_uri()}#member_orgs/dues_level")
    assert "공개본이 아님" in page.locator(".answer .source").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="이 표를 CSV로 저장").click()
    assert download.value.suggested_filename == "member_orgs-2016-dues_level-committee.csv"
    assert "공개본이 아님" in Path(download.value.path()).read_bytes().decode("utf-8-sig")
    page.close()


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize(
    "place", ["member_orgs/importance_performance/area", "coop_basic_plan/service_use/area", "ledger/accounts_income"]
)
def test_nothing_is_wider_than_a_telephone(browser: Browser, edition: Path, width: int, place: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{(edition / 'explore.html').as_uri()}#{place}")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert not page.locator("details.questions").evaluate("one => one.open"), "the list is folded away"
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("dark", 360), ("light", 1280)])
def test_axe_finds_no_violation(browser: Browser, edition: Path, scheme: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{(edition / 'explore.html').as_uri()}#coop_basic_plan/plan_satisfaction/legal_kind")
    page.evaluate(axe())
    assert page.evaluate(AXE, {"runOnly": {"type": "tag", "values": TAGS}}) == []
    page.close()


def test_without_its_script_the_list_leads_to_the_reports(browser: Browser, edition: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((edition / "explore.html").as_uri())
    assert "자바스크립트" in page.locator("main").inner_text()
    assert not page.locator(".find").is_visible()
    link = page.get_by_role("link", name="회비 수준에 대한 의견", exact=True)
    assert link.get_attribute("href") == "member_orgs.html#q-dues_level"
    context.close()


def test_on_paper_is_what_is_seen_and_not_the_list(opened: Page) -> None:
    see(opened, "member_orgs/overall_satisfaction")
    opened.emulate_media(media="print")
    assert opened.locator(".answer svg").is_visible() and opened.locator(".answer table").is_visible()
    assert not opened.locator(".choose").is_visible() and not opened.locator(".controls").is_visible()
    opened.emulate_media(media="screen")
