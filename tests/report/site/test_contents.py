from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.narrative import Figure, Sentence
from analysis.report.site.contents import (
    FILE,
    Block,
    ContentsError,
    parts_of,
    read_contents,
    sentence_of,
    write_contents,
)
from tests.report.site.editions import contents


def test_what_is_written_is_read_back(tmp_path: Path):
    told = contents(blocks=(Block(id="q-kind", heading="조직유형", finding="<많음>", sentences=("하나",)),))
    write_contents(told, tmp_path)
    assert read_contents(tmp_path) == told
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["version"] == 1


def test_a_number_keeps_its_cell():
    sentence = Sentence(("모두 ", Figure("orgs/2016/kind/by=/base", 14.0, "14개")))
    assert sentence_of(parts_of(sentence)) == sentence


def test_a_folder_without_contents_has_none(tmp_path: Path):
    assert read_contents(tmp_path) is None


@pytest.mark.parametrize("text", ["{", '{"version": 2}', '{"version": 1, "year": "?"}'])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, text: str):
    file = tmp_path / "2015" / FILE
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentsError, match=r"contents\.json.*dure report 2015"):
        read_contents(tmp_path / "2015")
