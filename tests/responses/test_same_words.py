"""Opinions that are the same word for word."""

from __future__ import annotations

from pathlib import Path

from tests.responses.answers_file import column, finding, read_rows
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "wish", "no": "D1", "kind": "open"}, {"id": "address", "no": "A3", "kind": "text"}
)
LONG = "우리 단체는 협동조합 간 협동을 위한 공동 기금의 마련을 제안합니다."


def test_a_long_opinion_that_several_share_is_told_once_and_stays(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["D1", "A3"], [LONG, "가"], ["다름", "나"], [LONG, "다"], [LONG, "라"]
    )
    told = finding(responses, "same_words")
    assert (told.severity, told.cell) == ("note", "A4")
    assert told.text().startswith("D1: 같은 글을 3건의 응답이 글자까지 똑같이 적었습니다(처음은 2행).")
    assert column(responses, "text", "wish") == [LONG, "다름", LONG, LONG]


def test_short_words_and_facts_may_be_the_same(tmp_path: Path) -> None:
    rows = ["없습니다.", LONG], ["없습니다.", LONG + "."], ["교육", LONG]
    assert not read_rows(tmp_path, QUESTIONNAIRE, ["D1", "A3"], *rows).findings
