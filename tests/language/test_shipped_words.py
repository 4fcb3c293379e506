"""All that ships for 2016 has its English: questionnaires, ledger, commentary, and the tables made from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import start
from analysis.ledger import build_tables, read, release
from analysis.questionnaire import load_questionnaire
from analysis.questionnaire.words import Words
from analysis.report.commentary import read_commentary
from tests.language.letters import AMERICAN, HANGUL

YEAR = start.ROOT / "data" / "raw" / "2016"
QUESTIONNAIRES = sorted((start.ROOT / "questionnaires").glob("*/*.yml"))
# Words of the original report beside what was put in their place, and typed totals as their file names them.
QUOTED = frozenset({"corrections", "quote", "section", "checks"})


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_word_of_a_questionnaire_has_its_english(path: Path):
    assert [said for said in _pairs(load_questionnaire(path)) if not _is_english(said)] == []


def test_the_commentary_has_its_english():
    assert [said for said in _pairs(read_commentary(YEAR / "commentary.yml")) if not _is_english(said)] == []


@pytest.mark.parametrize("audience", ["members", "committee"])
def test_the_released_ledger_has_its_english(audience: str):
    ledger = read(YEAR)
    bundle = release(ledger, build_tables(ledger, {}), audience)
    assert {*_korean_in_english(bundle.to_json())} == set()


def test_what_is_no_english_is_found():
    assert not _is_english(Words(ko="회비"))
    assert not _is_english(Words(ko="회비", en="회비"))
    assert not _is_english(Words(ko="조직", en="Organization"))
    assert [*_korean_in_english({"a": [{"ko": "회비", "en": "회비"}], "quote": {"en": "회비"}})] == ["회비"]


def _is_english(said: Words) -> bool:
    """A text without Korean letters, such as "%", needs no English."""
    if said.en is None:
        return not HANGUL.search(said.ko)
    return bool(said.en) and not HANGUL.search(said.en) and not AMERICAN.search(said.en)


def _pairs(model: Any) -> Iterator[Words]:
    """Every pair of words in a model, however deep."""
    if isinstance(model, Words):
        yield Words(ko=model.ko, en=model.en)
    if isinstance(model, BaseModel):
        for name in type(model).model_fields:
            yield from _pairs(getattr(model, name))
    elif isinstance(model, dict):
        for value in model.values():
            yield from _pairs(value)
    elif isinstance(model, list | tuple):
        for value in model:
            yield from _pairs(value)


def _korean_in_english(record: Any) -> Iterator[str]:
    """What a record says in English with Korean letters, but for what it quotes."""
    if isinstance(record, list):
        for value in record:
            yield from _korean_in_english(value)
    elif isinstance(record, dict):
        for name, value in record.items():
            if name == "en":
                yield from (text for text in _texts(value) if HANGUL.search(text))
            elif name not in QUOTED:
                yield from _korean_in_english(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
