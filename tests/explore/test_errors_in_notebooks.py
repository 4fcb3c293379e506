"""An error of ours in a notebook: its words, and no traceback, which says nothing to who writes the cell."""

from __future__ import annotations

import pytest
from IPython.core.interactiveshell import InteractiveShell

import start

OPEN = f"from analysis import open_survey\nsurvey = open_survey('member_orgs', 2016, root={str(start.ROOT)!r})"


@pytest.fixture(scope="module")
def shell() -> InteractiveShell:
    shell = InteractiveShell()
    shell.run_cell(OPEN).raise_error()
    return shell


@pytest.mark.parametrize(
    ("cell", "korean", "english"),
    [
        ("survey.table('overal_satisfaction')", "문항이 없습니다", "Did you mean: overall_satisfaction"),
        ("survey.questions.regoin", "region(사무소 소재지)", "There is no question 'regoin'"),
        ("survey.table('outlook', where='region == ')", "조건을 읽을 수 없습니다", "cannot be read"),
        ("survey.table('outlook', by='regoin')", "region(사무소 소재지)", "There is no group"),
        ("survey.table('outlook').chart('pie')", "그릴 수 있는 그림", "can be drawn as"),
        ("open_survey('member_org')", "member_orgs(회원단체 현황조사)", "There is no survey"),
    ],
)
def test_its_words_are_shown_in_both_languages(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], cell: str, korean: str, english: str
) -> None:
    shell.run_cell(cell)
    printed = capsys.readouterr()
    shown = printed.out + printed.err
    assert korean in shown and english in shown
    assert "Traceback" not in shown and ".py" not in shown


def test_a_fault_of_the_program_shows_where_it_happened_too(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run_cell("from analysis.errors import during\nwith during('tables'):\n    1 / 0")
    printed = capsys.readouterr()
    shown = printed.out + printed.err
    assert "tables: 예상하지 못한 문제로 멈췄습니다" in shown and "ZeroDivisionError" in shown and "Traceback" in shown
