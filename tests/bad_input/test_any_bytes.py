"""Any bytes as a file give responses or one clear error, never another exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake import IntakeError
from analysis.responses.responses import Responses
from tests.bad_input.any_bytes import SOUND, damaged, sound
from tests.bad_input.control import read


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_file_of_every_kind_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "answers"
    path.write_bytes(sound(kind))
    responses = read(path)
    assert len(responses.respondents) in (12, 13, 60)
    assert responses.part("years")["number"].notna().sum() >= 12


@given(seed=st.integers(0, 2**32))
@settings(max_examples=200, derandomize=True)
def test_any_bytes_give_responses_or_one_error(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    what, content = damaged(random.Random(seed))
    path = tmp_path_factory.getbasetemp() / "answers"
    path.write_bytes(content)
    try:
        assert isinstance(read(path), Responses), what
    except IntakeError as error:
        assert "answers" in error.words() and len(error.words().splitlines()) == 1
