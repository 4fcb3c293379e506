"""What holds for the words of every table of the matrix, and of what the gate leaves of it for members."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language import LANGUAGES, particle
from analysis.language.hangul import final_consonant, is_syllable
from analysis.language.particle import PAIRS
from analysis.narrative import Figure, Sentence, alt_text, alt_title, headline, sentences
from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables
from analysis.tables import Table
from analysis.tables.address import parse_address
from tests.tables.matrix import tables

BROKEN = re.compile(r"\bnan\b|None|\binf\b|[{}]|  |\s[,.;]|\(\)|‘’")
LONGEST = {"ko": 60, "en": 100}  # characters of a headline beyond its labels and numbers
# Numbers that are no cell: of how many points a scale is, how many ranks or labels, a threshold, a whole to be split.
KNOWN = re.compile(
    r"\d+점 만점|100점 환산|out of \d+|scale of 0 to 100|1~\d+순위|\d+순위|ranks 1 to \d+|top \d+"
    r"|\d+개 항목|\d+ items|\d+개(임| 가운데|가)|\d+개? 미만|below \d+|사례수 \d+개 이상|groups of \d+ or more"
    r"|100억 원 가운데|100 억원|other \d+ items|\d{4}년|\b(19|20)\d\d\b|\d+월|the \d+ items|\b\d+ belong"
    r"|\d분의 \d|가운데인 [\d.]+점|(below|above) [\d.]+, the middle"
)


def protected(table: Table) -> Table:
    """As it would be if its question were confidential, for members."""
    confidential = Table.from_json(table.to_json() | {"facts": {**table.facts, "confidential": True}})
    return next(iter(release_tables([confidential], POLICIES["members"])), confidential)


@cache
def matrix() -> dict[str, Table]:
    """Every table by its name, and as members get it where its question is confidential."""
    found = dict(tables())
    small = {name: table for name, table in found.items() if re.search(r"/n=(5|14)\b", name)}
    return found | {f"{name}, protected": protected(table) for name, table in small.items()}


@cache
def told(language: str) -> list[tuple[str, Table, Sentence]]:
    return [
        (name, table, sentence)
        for name, table in matrix().items()
        for sentence in (headline(table, language), *sentences(table, language))
    ]


def unquoted(text: str) -> str:
    """Without what labels say for themselves: one may be "None"."""
    return re.sub("‘[^’]+’", "‘label’", text)


def without_labels(sentence: Sentence, table: Table, language: str) -> str:
    """The words of a sentence as they stand around labels and numbers."""
    text = "".join("#" if isinstance(part, Figure) else part for part in sentence.parts)
    labels = [
        " ".join(label.words.text(language).split())
        for axis in (table.levels, table.rows, table.items)
        for label in axis
    ]
    beside = [table.facts.get("group") or {}, *(table.facts.get("row_groups") or ())]
    labels += [words.get(language, "") for words in beside]
    for label in sorted(filter(None, labels), key=len, reverse=True):
        text = text.replace(label, "")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language: str) -> None:
    for name, _, sentence in told(language):
        assert sentence.text.strip() == sentence.text, (name, sentence.text)
        assert sentence.text and not BROKEN.search(unquoted(sentence.text)), (name, sentence.text)


def test_korean_ends_in_a_noun_made_of_a_verb() -> None:
    """~음, ~임, ~함, ~됨 and their kin: the last syllable ends in ㅁ."""
    for name, _, sentence in told("ko"):
        last = sentence.text.removesuffix("(가린 항목 제외)")[-1]
        assert is_syllable(last) and final_consonant(last) == "ㅁ", (name, sentence.text)


def test_english_begins_with_a_capital() -> None:
    for name, _, sentence in told("en"):
        assert not sentence.text[0].islower(), (name, sentence.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_a_shown_cell(language: str) -> None:
    for name, table, sentence in told(language):
        for part in sentence.parts:
            if isinstance(part, Figure):
                *where, (level, row, item, stat) = parse_address(part.address)
                cell = table.get(stat, item, row, level)
                assert where == [table.survey, table.year, table.question, table.group]
                assert cell is not None and cell.shown and cell.value == part.value, (name, sentence.text)
        left = KNOWN.sub("", without_labels(sentence, table, language))
        assert not re.search(r"\d", left), (name, left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_is_short(language: str) -> None:
    for name, table in matrix().items():
        around = re.sub("[‘’#]", "", without_labels(headline(table, language), table, language))
        assert len(around) <= LONGEST[language], (name, around)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_what_another_says(language: str) -> None:
    """The headline comes again only where it is all there is to say."""
    for name, table in matrix().items():
        title, said = headline(table, language), sentences(table, language)
        assert len({sentence.text for sentence in said}) == len(said), name
        assert title not in said or said == (title,), (name, title.text)
        assert 1 <= len(said) <= 5, (name, [sentence.text for sentence in said])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_its_words(language: str) -> None:
    for name, table in matrix().items():
        text = f"{alt_title(table, language)} {alt_text(table, language)}"
        assert headline(table, language).text in text and not BROKEN.search(unquoted(text)), (name, text)


PARTICLES = [tuple(pair.split("/")) for pair in ("은/는", "이/가", "을/를", "과/와", "으로/로", "이라고/라고")]


def test_every_particle_follows_the_sound_of_its_word() -> None:
    """Read from the finished text: whatever stands directly behind a quoted label or a number with its unit."""
    assert {"/".join(pair) for pair in PARTICLES} <= PAIRS
    endings = "|".join(sorted({member for pair in PARTICLES for member in pair}, key=len, reverse=True))
    after = re.compile(rf"(‘[^’]*’|[0-9.,]+[개명건점원%]|\([^()]*\))({endings})(?= )")
    seen = 0
    for name, _, sentence in told("ko"):
        for match in after.finditer(sentence.text):
            word = sentence.text[: match.end(1)]
            pair = next(pair for pair in PARTICLES if match[2] in pair)
            assert particle(word, "/".join(pair)) == match[2], (name, sentence.text)
            seen += 1
    assert seen > 500


def test_few_are_counted_first_and_many_in_per_cent() -> None:
    small = re.compile(r"\d+개\(\d+\.\d%")
    large = re.compile(r"\d+\.\d%\(\d+개")
    table_of = matrix()
    assert small.search(headline(table_of["single/n=14"], "ko").text)
    assert large.search(headline(table_of["single/n=320"], "ko").text)


def test_nothing_is_called_significant() -> None:
    for name, _, sentence in told("ko"):
        assert not re.search(r"유의|차이가 있|통계적", sentence.text), (name, sentence.text)
    for name, _, sentence in told("en"):
        assert not re.search(r"significan|differs from", sentence.text), (name, sentence.text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_hidden_beside_it_no_hidden_number_is_told(data: st.DataObject) -> None:
    """Some more cells are hidden by chance: no sentence shows one of them, or falls apart."""
    name = data.draw(st.sampled_from(sorted(matrix())))
    table = matrix()[name]
    hide = data.draw(st.sets(st.integers(0, len(table.cells) - 1), max_size=12))
    cells = tuple(
        type(cell)(cell.level, cell.row, cell.item, cell.stat, None, status="suppressed", rule="small")
        if at in hide
        else cell
        for at, cell in enumerate(table.cells)
    )
    table = table.with_cells(cells)
    for language in LANGUAGES:
        hidden = {table.address(cell) for cell in table.cells if not cell.shown}
        for sentence in (headline(table, language), *sentences(table, language)):
            assert not hidden & {*sentence.cells}, (name, sentence.text)
            assert sentence.text and not BROKEN.search(unquoted(sentence.text)), (name, sentence.text)
