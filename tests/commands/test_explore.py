"""`dure explore`, up to where JupyterLab takes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli import main, parser


def test_it_opens_a_browser_with_korean_words_unless_told_otherwise() -> None:
    options = parser().parse_args(["explore"])
    assert (options.language, options.no_browser) == ("ko", False)


def test_where_there_is_no_notebook_it_ends_with_2_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questionnaires").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["explore", "--language", "en"]) == 2
    told = capsys.readouterr().err
    assert "notebooks/explore.ipynb" in told and "Traceback" not in told
