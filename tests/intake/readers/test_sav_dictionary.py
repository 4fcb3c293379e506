"""What would make the library that reads SPSS files read beyond its memory is seen before."""

from __future__ import annotations

import struct

import pandas as pd
import pyreadstat
import pytest

from analysis.intake.readers.sav_dictionary import check_dictionary


@pytest.fixture(scope="module", params=[False, True], ids=["sav", "zsav"])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A number with labels and a missing value, a text of 40 bytes and one of 700."""
    path = tmp_path_factory.mktemp("sav") / "a.sav"
    frame = pd.DataFrame({"score": [1.0, 9.0], "name": ["가" * 13, "나"], "long": ["다" * 230, "라"]})
    labels = {"score": {1.0: "나쁨", 9.0: "무응답"}}
    pyreadstat.write_sav(
        frame, str(path), variable_value_labels=labels, missing_ranges={"score": [9]}, compress=request.param
    )
    return path.read_bytes()


def test_a_sound_dictionary_is_in_order(sound: bytes) -> None:
    check_dictionary(sound)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(struct.pack("<3i", 4, 1, 1), struct.pack("<3i", 4, 1, 0x2200000B), id="labels_of_none"),
        pytest.param(struct.pack("<3i", 4, 1, 1), struct.pack("<3i", 4, -1, 1), id="less_than_no_labels"),
        pytest.param(
            struct.pack("<4i", 2, 0, 0, 1), struct.pack("<4i", 2, 34, 0, 1), id="a_text_that_does_not_go_on"
        ),
        pytest.param(struct.pack("<2i", 2, -1), struct.pack("<2i", 2, 0), id="a_text_that_stops"),
        pytest.param(b"LONG=00690", b"LONG=09690", id="a_long_text_that_is_cut_off"),
        pytest.param(b"LONG=00690", b"GONE=00690", id="a_long_text_of_no_variable"),
    ],
)
def test_references_to_what_is_not_there_are_refused(sound: bytes, before: bytes, after: bytes) -> None:
    assert before in sound
    with pytest.raises(ValueError):
        check_dictionary(sound.replace(before, after, 1))


def test_a_dictionary_may_be_cut_anywhere(sound: bytes) -> None:
    end = sound.index(struct.pack("<i", 999)) + 4
    for at in range(176, end, 7):
        with pytest.raises(ValueError):
            check_dictionary(sound[:at])
