"""The outline of the year's 사업보고: what it may name, and what is told where it names nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.ledger import LedgerError, read
from analysis.ledger.activities import Activities, Reference, parts
from analysis.ledger.outline import outline_records
from tests.ledger.keeping import LEDGER_2016, keep

OUTLINE = """\
pillars:
  policy:
    forums:
      ko: 포럼
      en: Forums
      items:
        spring:
          ko: 봄 포럼
          lines:
          - {ko: "이사회 총 {C1}({E1})", en: "Board: {C1} ({E1})"}
          events: [E2]
meetings:
  board: 살림을 논의함
"""


def outlined(folder: Path, outline: str = OUTLINE) -> Path:
    year = keep(folder)
    (year / "activities.yml").write_text(outline, encoding="utf-8")
    return year


def test_words_with_references_are_read_in_order() -> None:
    assert list(parts("이사회 총 {C1}({E1})", {"C1"})) == [
        "이사회 총 ", Reference("claim", "C1"), "(", Reference("event", "E1"), ")",
    ]  # fmt: skip


def test_an_outline_goes_to_the_page_as_records_with_an_id_for_every_item(tmp_path: Path) -> None:
    (pillar,) = outline_records(read(outlined(tmp_path)))["pillars"]
    assert (pillar["id"], pillar["title"]["en"]) == ("policy", "Policy")
    (item,) = pillar["sections"][0]["items"]
    assert (item["id"], item["events"]) == ("policy-forums-spring", ["E2"])
    assert item["lines"][0]["en"] == ["Board: ", {"claim": "C1"}, " (", {"event": "E1"}, ")"]


def test_a_ledger_may_be_without_an_outline(tmp_path: Path) -> None:
    assert read(keep(tmp_path)).activities == Activities()


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [(("policy:", "politics:"), 2, "'politics'은(는) ledger.yml의 사업의 축이 아닙니다. 쓸 수 있는 이름: policy"),
     (("events: [E2]", "events: [E9]"), 11, "활동 'E9'이(가) events.csv에 없습니다"),
     (("총 {C1}", "총 {C7}"), 10, "{C7}이(가) 가리키는 것이"),
     (("{E1})\", en", "{E3})\", en"), 10, "{E3}: 이 활동에는 확인된 일자가 없어"),
     (("({E1})\"}", "\"}"), 10, "한국어: C1, E1 / 영어: C1"),
     (("board: 살림", "bord: 살림"), 13, "'bord'은(는) ledger.yml의 meetings에 없습니다"),
     (("lines:", "line:"), 9, "'line' 항목은 여기에 쓸 수 없습니다")],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int, words: str
) -> None:
    assert change[0] in OUTLINE
    with pytest.raises(LedgerError) as error:
        read(outlined(tmp_path, OUTLINE.replace(*change)))
    assert str(error.value).startswith(f"activities.yml {line}행: ") and words in str(error.value)


def test_every_correction_of_2016_is_one(shared: Path) -> None:
    """What is said to stand in the source stands there; what is written here instead does not."""
    source = (shared / "domain" / "annual-report-2016.txt").read_text(encoding="utf-8")
    corrections = read(LEDGER_2016).activities.corrections
    assert len(corrections) == 15
    for one in corrections:
        assert one.source in source and one.source != one.here
