"""What people write is read as they wrote it, or the line that cannot be used is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import start
from analysis.ledger import LedgerError
from analysis.report.commentary import Commentary, read_commentary


def written(folder: Path, text: str) -> Path:
    path = folder / "commentary.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_commentary_of_2016_has_its_direction_three_achievements_and_three_challenges() -> None:
    commentary = read_commentary(start.ROOT / "data" / "raw" / "2016" / "commentary.yml")
    assert commentary.direction and commentary.direction.ko.startswith("가치와 비전을 중심으로")
    assert (len(commentary.achievements), len(commentary.challenges)) == (3, 3)
    assert commentary.achievements[0].ko == "정책 연대 및 독자적인 정책 생산을 위한 활동"


def test_a_remark_belongs_to_a_survey_and_a_question(tmp_path: Path) -> None:
    commentary = read_commentary(written(tmp_path, "remarks:\n  member_orgs:\n    org_type: 눈여겨볼 것\n"))
    remark = commentary.remark("member_orgs", "org_type")
    assert remark and remark.ko == "눈여겨볼 것"
    assert commentary.remark("member_orgs", "region") is None
    assert commentary.remark("intermediary", "org_type") is None


def test_a_heading_belongs_to_a_survey_and_a_question_and_survives_the_way_to_the_notebook(tmp_path: Path) -> None:
    commentary = read_commentary(written(tmp_path, "headings:\n  orgs:\n    kind: {ko: 연합회가 많다, en: Many}\n"))
    again = Commentary.model_validate_json(commentary.model_dump_json())
    assert again == commentary
    heading = again.heading("orgs", "kind")
    assert heading and (heading.ko, heading.en) == ("연합회가 많다", "Many")


def test_nothing_has_to_be_written(tmp_path: Path) -> None:
    assert read_commentary(written(tmp_path, "achievements: []\n")) == Commentary()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "direction: 기조\nachievments:\n- 성과\n",
            "commentary.yml 2행: 'achievments' 항목은 여기에 쓸 수 없습니다",
        ),
        ("achievements: 성과\n", "commentary.yml 1행: 'achievements'"),
        (
            "remarks:\n  member_orgs:\n    org_type: {en: English only}\n",
            "commentary.yml 3행: 'ko' 항목이 빠졌습니다",
        ),
        ("direction: [\n", "commentary.yml 2행"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(LedgerError) as error:
        read_commentary(written(tmp_path, text))
    assert str(error.value).startswith(words)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="commentary.yml: 파일이 없습니다"):
        read_commentary(tmp_path / "commentary.yml")
