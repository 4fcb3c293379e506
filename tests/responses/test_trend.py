"""A check tells where a questionnaire ends a trend without saying so, whether answers have come or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.responses.read import check
from tests.questionnaire import test_follows


def project(tmp_path: Path, *changed: tuple[str, str], head: str = "follows: 2016\n") -> Path:
    """Two years of a survey; nothing has come back in the second."""
    folder = tmp_path / "questionnaires" / "visits"
    folder.mkdir(parents=True)
    test_follows.years(folder, *changed, head=head)
    (tmp_path / "data" / "raw" / "2017" / "visits").mkdir(parents=True)
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    return [(finding.severity, finding.rule) for finding in check(root, 2017)["visits"]]


def test_nothing_that_has_come_is_no_error(tmp_path: Path) -> None:
    (finding,) = check(project(tmp_path), 2017)["visits"]
    assert (finding.severity, finding.rule) == ("note", "nothing_came")
    assert "data/raw/2017/visits/" in finding.text()


def test_an_end_of_a_trend_that_is_not_declared_is_an_error(tmp_path: Path) -> None:
    root = project(tmp_path, ("unit: 시간", "unit: 분"))
    assert told(root) == [("error", "trend_broken"), ("note", "nothing_came")]
    assert "시간 → 분" in check(root, 2017)["visits"][0].text()


def test_one_that_is_declared_is_not_told(tmp_path: Path) -> None:
    root = project(
        tmp_path, ("unit: 시간", "unit: 분"), head="follows: 2016\nbreaks:\n  hours: 분으로 물음\n"
    )
    assert told(root) == [("note", "nothing_came")]


@pytest.mark.parametrize("text", [None, "year: 2016\n"])
def test_a_questionnaire_that_cannot_be_followed_is_told(tmp_path: Path, text: str | None) -> None:
    root = project(tmp_path)
    followed = root / "questionnaires" / "visits" / "2016.yml"
    followed.unlink() if text is None else followed.write_text(text, encoding="utf-8")
    assert told(root) == [("error", "followed_not_read"), ("note", "nothing_came")]


def test_answers_are_checked_beside(tmp_path: Path) -> None:
    root = project(tmp_path, ("unit: 시간", "unit: 분"))
    (root / "data" / "raw" / "2017" / "visits" / "answers.csv").write_text("A1\n만족\n", encoding="utf-8")
    rules = [rule for _, rule in told(root)]
    assert rules[0] == "trend_broken" and "not_in_file" in rules
