"""The words around a table: its base, its notes, its source. The figures are made elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from analysis.language import counted, half_up
from analysis.questionnaire.answer import Points, Scale
from analysis.questionnaire.question import GridQuestion, ImportancePerformanceQuestion, Question
from analysis.questionnaire.questionnaire import Questionnaire, Respondents, SmallBases
from analysis.questionnaire.words import Words, said
from analysis.tables.cell import TOO_FEW, Cell

if TYPE_CHECKING:
    from analysis.tables.banner import Group
    from analysis.tables.sampling import Sampling

NOT_APPLICABLE = "not_applicable"
OPEN = ("text", "open")
MOST_NAMED = 3  # rows in a note
NEVER_ASKED = ("not_asked", "not_in_file")


@lru_cache(maxsize=1024)
def both(key: str, **fields: Any) -> Words:
    """The message "tables.<key>" in both languages; a field that is Words is given in each."""
    return said(f"tables.{key}", **fields)


@cache
def all_words() -> Words:
    """What the line of all respondents is called."""
    return said("common.list.all")


def reason_words(question: Question, reason: str) -> Words:
    """Why an answer is absent; beside a scale, the words of its own box ("이용 안 함")."""
    box = getattr(question.answer if isinstance(question, GridQuestion) else question, "not_applicable", None)
    return box if box and reason == NOT_APPLICABLE else said(f"common.reason.{reason}")


def base_words(questionnaire: Questionnaire, question: Question, base: int | None) -> Words:
    """Who a table's figures are of: "응답한 회원단체 14개"; without the number where it may not be told (None)."""
    who = "asked" if question.kind in OPEN else "answered_of_some" if question.ask_if else "answered"
    respondents = questionnaire.respondents
    if base is None:
        return both(f"base.{who}", who=Words(ko=respondents.ko, en=respondents.en_plural))
    korean = f"{respondents.ko} {counted(base, respondents.counter)}"
    english = counted(base, f"{respondents.en}/{respondents.en_plural}", "en")
    return both(f"base.{who}", who=Words(ko=korean, en=english))


def source_words(questionnaire: Questionnaire) -> Words:
    """자료: publisher, 「2016 title」"""
    return both(
        "source", publisher=questionnaire.publisher, title=questionnaire.title, year=questionnaire.year
    )


COUNTING = ("approximate", "bounds", "not_the_total", "outside_periods")  # notes of a kind that tell a number


def notes(question: Question, remarks: Mapping[str, int]) -> Iterator[Words]:
    """What has to be said under every table of a question, whatever was answered; see `remarks`."""
    if isinstance(question, GridQuestion):
        yield from _reverse_note(question)
    yield from (both(f"note.{name}") for name, n in remarks.items() if n and name not in COUNTING)


def remarks(
    questionnaire: Questionnaire, question: Question, of_kind: Mapping[str, int], overall: Sequence[Cell]
) -> Iterator[Words]:
    """What has to be said under a question's tables and tells how many respondents it is true of.

    of_kind  the notes of its kind of question by name, with the number they tell; 0 is left unsaid
    overall  the cells of all respondents
    """
    yield from (both(f"note.{name}", n=n) for name, n in of_kind.items() if n and name in COUNTING)
    if isinstance(question, ImportancePerformanceQuestion):
        yield from _gap_bases(questionnaire.respondents, question, overall)
    absent = [
        cell for cell in overall if cell.stat == "absent" and not cell.row and _is_outside(question, cell)
    ]
    if absent:
        yield both("note.absent", reasons=_listed(questionnaire.respondents, question, absent))
    bases = {cell.base or 0 for cell in overall if cell.stat == "base" and cell.row}
    if len(bases) > 1:
        differ = "rank_bases_differ" if question.kind == "ranking" else "bases_differ"
        yield both(f"note.{differ}", low=min(bases), high=_units(questionnaire.respondents, max(bases)))


def _gap_bases(
    respondents: Respondents, question: ImportancePerformanceQuestion, overall: Sequence[Cell]
) -> Iterator[Words]:
    """The rows of which fewer judged both sides than either: "격차의 사례수: ‘국제연대’ 11개"; of many, from how few to
    how many, for the table tells each."""
    bases = {cell.row: cell.base or 0 for cell in overall if cell.stat == "base"}
    both_sides = {
        cell.row: cell.n
        for cell in overall
        if cell.item == "gap" and cell.n is not None and cell.n < bases[cell.row]
    }
    fewer = [(row, _units(respondents, both_sides[row.id])) for row in question.rows if row.id in both_sides]
    if len(fewer) > MOST_NAMED:
        low, high = min(both_sides.values()), max(both_sides.values())
        yield both("note.gap_bases_differ", low=low, high=_units(respondents, high))
    elif fewer:
        named = Words(
            ko=", ".join(f"‘{row.ko}’ {n.ko}" for row, n in fewer),
            en=", ".join(f"“{row.text('en')}” {n.text('en')}" for row, n in fewer),
        )
        yield both("note.gap_bases", rows=named)
    against = [row for row in question.rows if _runs_against_means(row.id, overall)]
    if against:
        named = Words(
            ko=", ".join(f"‘{row.ko}’" for row in against), en=", ".join(f"“{row.text('en')}”" for row in against)
        )
        yield both("note.gap_against", rows=named)


def _runs_against_means(row: str, overall: Sequence[Cell]) -> bool:
    """The gap, as it is shown, says the opposite of the two means beside it."""
    means = {cell.item: cell.value for cell in overall if (cell.row, cell.stat) == (row, "mean")}
    gap, importance, performance = (
        None if (mean := means.get(item)) is None else half_up(mean, 2)
        for item in ("gap", "importance", "performance")
    )
    return None not in (gap, importance, performance) and gap * (importance - performance) < 0


def group_remarks(questionnaire: Questionnaire, group: Group | None) -> Iterator[Words]:
    """Respondents that no level of the group holds."""
    if group and group.outside:
        yield both("note.outside", group=group.words, n=_units(questionnaire.respondents, group.outside))


def few_notes(question: Question, small: SmallBases, cells: Sequence[Cell]) -> Iterator[Words]:
    """A word of care where the base of a figure is small, and one where it is too small for shares."""
    if question.kind not in OPEN and any(
        cell.stat == "base" and 0 < (cell.base or 0) < small.counts_lead for cell in cells
    ):
        yield both("note.few", few=small.counts_lead)
    if any(cell.rule == TOO_FEW for cell in cells):
        yield both("note.no_shares", few=small.no_shares)


OF_INTERVALS = ("as_if_random", "no_correction")  # of what was taken for granted, what only intervals rest on


def sampling_notes(sampling: Sampling) -> Iterator[Words]:
    """How the figures were weighted, and what was taken for granted."""
    if sampling.weighted:
        yield both("note.weighted")
    yield from (both(f"note.{name}") for name in sampling.notes if name not in OF_INTERVALS)


def interval_notes(
    respondents: Respondents, question: Question, sampling: Sampling, group: Group | None
) -> Iterator[Words]:
    """Of whom a table's intervals are; by which rule each is made stands in its cell."""
    level = format(sampling.confidence * 100, "g")
    if sampling.population is None:
        yield both("note.interval", level=level)
    elif question.ask_if:
        yield both("note.interval_asked", level=level)
    else:
        population = _units(respondents, sampling.population)
        yield both("note.interval_population", level=level, population=population)
    if group and sampling.exact:
        yield both("note.interval_levels")
    yield from (both(f"note.{name}") for name in sampling.notes if name in OF_INTERVALS)


def _reverse_note(question: GridQuestion) -> Iterator[Words]:
    """Names the rows that run the other way: "역문항(‘매우 그렇다’ 쪽이 부정적): ‘담당자가 자주 바뀐다’"."""
    rows = [row for row in question.rows if row.reverse]
    if rows:
        good_end = next(
            scale.points[-1 if scale.good == "high" else 0]
            for scale in _scales(question)
            if scale.good != "none"
        )
        named = Words(
            ko=", ".join(f"‘{row.ko}’" for row in rows),
            en=", ".join(f"“{row.text('en')}”" for row in rows),
        )
        yield both("note.reverse", end=good_end, rows=named)


def _scales(question: GridQuestion) -> Iterator[Points]:
    """The scales of its cells; where a row is reversed, one of them has a good end: the questionnaire's checks."""
    answers = [column.answer or question.answer for column in question.columns] or [question.answer]
    return (answer.scale for answer in answers if isinstance(answer, Scale))


def _is_outside(question: Question, absent: Cell) -> bool:
    """The base of an open question holds who was asked and wrote nothing."""
    return question.kind not in OPEN or absent.item in NEVER_ASKED


def _listed(respondents: Respondents, question: Question, absent: Sequence[Cell]) -> Words:
    """ "무응답 1개, 모름 2개" """
    words = [(reason_words(question, found.item), _units(respondents, found.n or 0)) for found in absent]
    return Words(
        **{
            language: ", ".join(
                f"{reason.text(language)} {number.text(language)}" for reason, number in words
            )
            for language in ("ko", "en")
        }
    )


def _units(respondents: Respondents, n: int) -> Words:
    return Words(ko=counted(n, respondents.counter), en=f"{n:,}")
