"""The annual report says everything that the federation's own report of 2016 said.

Its text lies beside the project (../shared/domain/annual-report-2016.txt). tests/data/annual_report_2016_lines.yml
pairs every line of it with the element of the page that says the same.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.read_page import words_by_id

PAIRS = YAML(typ="safe").load(Path(__file__).parents[1] / "data" / "annual_report_2016_lines.yml")
PAIRED = [pair for pair in PAIRS if "left_out" not in pair]
_SIGNS = re.compile(r"^[\s#\-[\]*]*(?:\d+[.)]\s*)?[①-⑳]?|[\s\].*]*$")  # headings, bullets, numbers; a full stop


@pytest.fixture(scope="session")
def page(project_2016: Path) -> dict[str, str]:
    """The members' page as members read it: id → words."""
    path = project_2016 / "reports" / "members" / "2016" / "annual_report.html"
    return words_by_id(path.read_text(encoding="utf-8"))


def test_every_line_of_the_report_of_2016_is_paired_or_left_out_for_a_reason(shared: Path) -> None:
    text = (shared / "domain" / "annual-report-2016.txt").read_text(encoding="utf-8")
    assert [pair["line"] for pair in PAIRS] == [line.strip() for line in text.splitlines() if line.strip()]


def test_only_what_says_nothing_is_left_out() -> None:
    assert [pair["line"] for pair in PAIRS if "left_out" in pair] == [
        "## 2017", "한국의 미래", "7) **2016**", "■", "■",
    ]  # fmt: skip
    assert all(pair["left_out"] for pair in PAIRS if "left_out" in pair)


@pytest.mark.parametrize("pair", PAIRED, ids=lambda pair: pair["line"][:40])
def test_the_page_says_what_the_line_says(page: dict[str, str], pair: dict) -> None:
    said = _without_blanks(page[pair["at"]])
    for words in pair.get("words") or [_SIGNS.sub("", pair["line"])]:
        assert _without_blanks(words) and _without_blanks(words) in said, (words, page[pair["at"]])


def _without_blanks(text: str) -> str:
    return "".join(text.split())
