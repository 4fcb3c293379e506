"""How sentences are to read: what a careful editor would strike out, over tables of every kind and all of 2016."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from analysis.language import LANGUAGES
from analysis.narrative import Figure, Sentence, headline, lead, sentences
from analysis.release import Bundle
from analysis.tables import Table
from tests.narrative.test_matrix import matrix

STRUCK_OUT = {
    "ko": [
        r"0\.0%p",  # no change is no change
        r"은\(는\)|이\(가\)|을\(를\)|과\(와\)|으?로\(으로\)|\(으\)로",  # a particle that nobody chose
        r"는는|을를|를를|에서는에서|의의 |이가 |은는",  # or two of them
        r"나온 값 가운데|공개한 (항목|것)|한참 뒤로|바로 뒤로|견주어| 꼴임|이를 드러낼|순으로 나타남|뒤를 이음$",
        r"  |,,| ,|\( |\(\)",
    ],
    "en": [r"0\.0 percentage points", r"\b(the the|of of|is is)\b", r"  |,,| ,|\( |\(\)", r"just ahead of"],
}
WITHOUT_UNIT = ("alpha", "omega", "w", "p", "p_adjusted", "effect", "code")


@cache
def of_2016(root: Path) -> tuple[Table, ...]:
    files = sorted(root.glob("data/processed/2016/*/released.*.json"))
    return tuple(table for file in files for table in Bundle.from_json(json.loads(file.read_text(encoding="utf-8"))).tables)


@pytest.fixture(scope="module")
def tables(project_2016: Path) -> tuple[Table, ...]:
    found = of_2016(project_2016)
    assert len(found) > 300
    return (*found, *matrix().values())


Told = tuple[Table, Sentence, tuple[Sentence, ...]]


@pytest.fixture(scope="module")
def told(tables: tuple[Table, ...]) -> dict[str, list[Told]]:
    """In each language, of every table its title and what is said below it."""
    found: dict[str, list[Told]] = {language: [] for language in LANGUAGES}
    for language, table in product(LANGUAGES, tables):
        title = headline(table, language)
        below = tuple(one for one in sentences(table, language) if one != title)
        found[language].append((table, title, below))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_reads_as_a_careful_editor_would_not_leave_it(told: dict[str, list[Told]], language: str) -> None:
    for table, title, below in told[language]:
        for sentence in (title, *below, lead(table, language)):
            for pattern in STRUCK_OUT[language]:
                assert not re.search(pattern, sentence.text), (table.question, pattern, sentence.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_below_a_title_does_not_repeat_it(told: dict[str, list[Told]], language: str) -> None:
    for table, title, below in told[language]:
        numbers = {cell for cell in title.cells if not cell.endswith("/base")}
        for sentence in below:
            if not sentence.key.startswith(("interval.", "group.", "test.")):  # which are about that number
                assert not numbers or not numbers <= set(sentence.cells), (table.question, title.text, sentence.text)


def test_three_sentences_in_a_row_do_not_end_alike(told: dict[str, list[Told]]) -> None:
    for table, title, below in told["ko"]:
        ends = [ending(sentence) for sentence in (title, *below)]
        for at in range(len(ends) - 2):
            assert len(set(ends[at : at + 3])) > 1, (table.question, [one.text for one in (title, *below)])


def ending(sentence: Sentence) -> str:
    """Its last words, whatever the numbers are."""
    return "".join("#" if isinstance(part, Figure) else part for part in sentence.parts)[-7:]


def test_a_number_has_its_unit(told: dict[str, list[Told]]) -> None:
    """In Korean; the lower end of a range leaves it to the upper."""
    for table, title, below in told["ko"]:
        for sentence in (title, *below):
            for at, part in enumerate(sentence.parts):
                if isinstance(part, Figure) and part.text[-1].isdigit() and table.facts.get("respondents"):
                    stat = part.address.rpartition("/")[2]
                    behind = sentence.parts[at + 1] if at + 1 < len(sentence.parts) else ""
                    ranged = isinstance(behind, str) and behind.startswith("~")
                    assert ranged or stat in WITHOUT_UNIT or not _has_unit(table, stat), (table.question, sentence.text)


def _has_unit(table: Table, stat: str) -> bool:
    return stat in ("share", "count", "base") or bool(table.facts.get("unit") or table.facts.get("asked_in"))


def test_a_full_sentence_is_one(tables: tuple[Table, ...]) -> None:
    for table in tables:
        korean, english = lead(table, "ko").text, lead(table, "en").text
        assert korean.endswith("니다."), korean
        assert english.endswith(".") and not english.endswith(".."), english
        assert lead(table, "ko", titled=True).text in korean or table.kind in ("events", "accounts"), korean


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_table_is_always_told_in_the_same_words(tables: tuple[Table, ...], language: str) -> None:
    for table in tables[::7]:
        again = Table.from_json(table.to_json())
        assert headline(again, language) == headline(table, language)
        assert sentences(again, language) == sentences(table, language)
