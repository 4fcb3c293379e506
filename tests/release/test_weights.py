"""What weights and strata tell of hidden counts: the reader's attacks, tried on what is released."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.release.audience import POLICIES
from analysis.release.gate import protection, release_tables
from analysis.responses.loose import Drawn, read_loose
from analysis.tables import Cell, Table
from analysis.tables.build import build_tables
from tests.release.counted import counted_table

MEMBERS = POLICIES["members"]
COOP, ENTERPRISE = 30, 12  # respondents
SAID_YES = 14


def tables(folder: Path, yes: int, times: int = 1, **drawn: str) -> list[Table]:
    """A sector of 30 and one of 12, times as many; 14 said yes, `yes` of them of the 12. columns: w, st."""
    questionnaire, answers = folder / "q.yml", folder / "a.csv"
    questionnaire.write_text(
        """
survey: orgs
year: 2016
title: 조사
publisher: 연대회의
respondents: {ko: 단체, en: organisation, en_plural: organisations}
sample: {kind: probability}
ignore_columns: [w, st]
banners: [{id: sector, by: sector}]
questions:
  - {id: sector, no: A1, kind: single, key: yes, ask: 유형, header: sector, options: {coop: coop, se: se}}
  - {id: op, no: A2, kind: single, ask: 의견, header: op, options: {y: yy, n: nn}}
""",
        encoding="utf-8",
    )
    coop, enterprise, said_yes = COOP * times, ENTERPRISE * times, SAID_YES * times
    lines = ["sector,op,w,st"]
    lines += [f"coop,{'yy' if at < said_yes - yes else 'nn'},2,A" for at in range(coop)]
    lines += [f"se,{'yy' if at < yes else 'nn'},11,B" for at in range(enterprise)]
    answers.write_text("\n".join(lines), encoding="utf-8")
    given: dict[str, Any] = {
        name: column if name == "weight" else (column,) for name, column in drawn.items()
    }
    return build_tables(read_loose(questionnaire, [answers], Drawn(**given)))


def totals(given: tuple[Table, ...]) -> list[Cell]:
    """What is shown of all respondents' opinion, and how sure it is."""
    return [cell for table in given if table.question == "op" for cell in table.cells if not cell.level]


def weighted_yes(k: int, times: int) -> float:
    """A reader's own: who weighs 2 and who weighs 11 can be seen in the table of sectors."""
    total, of_coop = 2 * COOP * times + 11 * ENTERPRISE * times, SAID_YES * times - k
    return (2 * of_coop + 11 * k) / total


def test_a_weighted_total_does_not_give_the_count_of_a_small_level(tmp_path: Path) -> None:
    released = {k: release_tables(tables(tmp_path, k, weight="w"), MEMBERS) for k in (1, 2)}
    assert all([table.question for table in given] == ["sector", "op"] for given in released.values())
    assert totals(released[1]) == totals(released[2]), (
        "14 said yes; one or two of the twelve: nobody can tell"
    )
    cells = {(cell.stat, cell.item): cell for cell in totals(released[1])}
    assert cells["count", "y"].value == SAID_YES
    assert (cells["share", "y"].status, cells["share", "y"].rule) == ("suppressed", "weights")
    assert any("거꾸로 셈할" in words.ko for words in protection(released[1], MEMBERS))


def test_of_many_a_weighted_total_is_told_so_coarsely_that_a_few_do_not_show(tmp_path: Path) -> None:
    times = 40
    given = release_tables(tables(tmp_path, 2, times, weight="w"), MEMBERS)
    (share,) = (cell for cell in totals(given) if (cell.stat, cell.item) == ("share", "y"))
    assert (share.value, share.se, share.low, share.high, share.rule) == (0.15, None, None, None, "")
    possible = [k for k in range(20) if abs(weighted_yes(k, times) - share.value) <= 0.005]
    assert {0, 1, 2, 3} <= set(possible)


@pytest.mark.parametrize(("base", "told"), [(500, "suppressed"), (700, "shown")])
def test_whether_a_few_show_depends_on_how_many_there_are(base: int, told: str) -> None:
    """Three respondents who weigh one more or less move a share of 600 by half a per cent, and one of a level more."""
    lines = {"": [base - 100, 100], "a": [base - 101, 99], "b": [1, 1]}
    given = counted_table(lines, inference={"weighted": True, "spread": 1.0})
    cells = tuple(
        cell._replace(value=(cell.value or 0) * 0.9) if cell.stat == "share" else cell for cell in given.cells
    )
    released = release_tables([given.with_cells(cells)], MEMBERS)
    assert {
        cell.status for table in released for cell in table.cells if cell.key == ("", "", "1", "share")
    } <= {told}


def test_sizes_of_levels_that_weigh_alike_are_told(tmp_path: Path) -> None:
    sector, _ = release_tables(tables(tmp_path, 1, weight="w"), MEMBERS)
    assert sector.get("share", "coop").value == 0.313  # 60 of 192


def test_strata_do_not_tell_the_count_of_a_small_level_by_the_standard_error(tmp_path: Path) -> None:
    """Without weights the share is that of the counts, but strata that differ make its error smaller."""
    released = {k: release_tables(tables(tmp_path, k, strata="st"), MEMBERS) for k in (1, 2)}
    assert totals(released[1]) == totals(released[2])
    shares = [cell for cell in totals(released[1]) if cell.stat == "share"]
    assert [(cell.value, cell.se, cell.low, cell.rule) for cell in shares] == [
        (0.333, None, None, ""), (0.667, None, None, ""),
    ]  # fmt: skip


def test_a_table_without_intervals_any_more_does_not_explain_them(tmp_path: Path) -> None:
    for yes, explained in ((1, False), (4, True)):
        _, op, *_ = release_tables(tables(tmp_path, yes, strata="st"), MEMBERS)
        assert op.question == "op"
        assert any("신뢰구간" in note.ko for note in op.told_notes) is explained


def test_of_a_sample_drawn_simply_the_total_keeps_its_interval(tmp_path: Path) -> None:
    released = {k: release_tables(tables(tmp_path, k), MEMBERS) for k in (1, 2)}
    assert totals(released[1]) == totals(released[2]), "it follows from the total's own counts"
    assert all(cell.se is not None for cell in totals(released[1]) if cell.stat == "share")


def test_where_nothing_is_hidden_everything_is_told(tmp_path: Path) -> None:
    for drawn in ({"weight": "w"}, {"strata": "st"}):
        told = totals(release_tables(tables(tmp_path, 4, **drawn), MEMBERS))
        assert all(cell.se is not None for cell in told if cell.stat == "share")


@pytest.mark.parametrize("audience", ["committee", "secretariat"])
def test_others_than_members_and_the_public_get_everything(tmp_path: Path, audience: str) -> None:
    given = tables(tmp_path, 1, weight="w")
    released = release_tables(given, POLICIES[audience])
    assert len(released) == len(given)
    assert all((a.se is None, a.rule) == (b.se is None, b.rule) for a, b in pairs(given, released))
    if audience == "secretariat":
        assert all(a == b for a, b in pairs(given, released))


def pairs(given: list[Table], released: tuple[Table, ...]) -> Iterator[tuple[Cell, Cell]]:
    for before, after in zip(given, released, strict=True):
        yield from zip(before.cells, after.cells, strict=True)


def test_what_only_the_release_looks_at_does_not_leave(tmp_path: Path) -> None:
    for policy in POLICIES.values():
        for table in release_tables(tables(tmp_path, 4, weight="w"), policy):
            assert table.facts["inference"]["weighted"]
            assert not {"spread", "complex"} & set(table.facts["inference"])


def of_two_banners(folder: Path, yes: int, **drawn: str) -> tuple[Table, ...]:
    """The same survey by region, too, of which every second is in one; what members get of it."""
    tables(folder, yes)
    questionnaire, answers = folder / "q.yml", folder / "a.csv"
    text = questionnaire.read_text(encoding="utf-8")
    text = text.replace("by: sector}", "by: sector}, {id: region, by: region}")
    text += "  - {id: region, no: A3, kind: single, ask: 지역, header: region, options: {a: a, b: b}}\n"
    questionnaire.write_text(text, encoding="utf-8")
    head, *lines = answers.read_text(encoding="utf-8").splitlines()
    lines = [f"{line},{'ab'[(at + (at >= COOP)) % 2]}" for at, line in enumerate(lines)]
    answers.write_text("\n".join([f"{head},region", *lines]), encoding="utf-8")
    given: dict[str, Any] = {
        name: column if name == "weight" else (column,) for name, column in drawn.items()
    }
    return release_tables(build_tables(read_loose(questionnaire, [answers], Drawn(**given))), MEMBERS)


@pytest.mark.parametrize("drawn", [{"weight": "w"}, {"strata": "st"}])
def test_a_table_by_another_characteristic_does_not_tell_it_either(
    tmp_path: Path, drawn: dict[str, str]
) -> None:
    """Its shares, errors and tests are made of the same weights: seven said yes in each region."""
    one, two = (of_two_banners(tmp_path, yes, **drawn) for yes in (1, 2))
    by_region = [next(t for t in given if (t.question, t.group) == ("op", "region")) for given in (one, two)]
    assert by_region[0].cells == by_region[1].cells
    assert by_region[0].value("count", "y", level="a") == 7
