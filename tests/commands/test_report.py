from __future__ import annotations

import pytest

from analysis.cli import parser
from analysis.commands.report import languages_of


@pytest.mark.parametrize(
    ("arguments", "languages"),
    [((), ("ko",)), (("--language", "en"), ("en",)), (("--language", "both"), ("ko", "en"))],
)
def test_reports_are_korean_unless_another_language_or_both_are_asked_for(
    arguments: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    assert languages_of(parser().parse_args(["report", "2016", *arguments]).language) == languages


def test_what_is_only_printed_is_in_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["check", "2016", "--language", "both"])
    assert "invalid choice: 'both'" in capsys.readouterr().err
