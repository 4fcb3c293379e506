"""Which sheets and columns the workbook of a questionnaire has, and what may stand in them.

A column is named after the field of the file that it holds ("ask.ko", "equals.question"); people read its heading,
message "questionnaire.book.column.<name>". Below the headings stand the names, so that headings may be reworded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.language import LANGUAGES, message
from analysis.questionnaire.question import KINDS
from analysis.questionnaire.questionnaire import AUDIENCES

Kind = Literal["text", "name", "number", "flag", "one", "several", "lines", "quoted"]
NUMBERS = frozenset(("number", "money", "allocation"))


@dataclass(frozen=True)
class Column:
    """One column, or one line of the sheet about the survey.

    name      of the field in the file; with its part behind a point
    kind      text: as it stands; name: text without blanks around it; number; flag: 예 or nothing;
              one, several: of `choices`, or names, with commas between; lines: one a line; quoted: "…"
    choices   group of messages ("questionnaire.book.<choices>.…") of what can be chosen, "" where it is free
    questions kinds of question, or of the cells of a table, that have the field; all where empty
    width     in letters
    group     what stands above the headings of this and the next columns
    """

    name: str
    kind: Kind = "text"
    choices: str = ""
    questions: frozenset[str] = frozenset()
    width: int = 12
    group: str = ""


def _columns(*columns: Column) -> tuple[Column, ...]:
    return columns


def _of(*kinds: str) -> frozenset[str]:
    return frozenset(kinds)


_WORDS = _columns(Column("ko", width=30), Column("en", width=24))
_OPTION = _columns(
    Column("id", "name", width=18),
    *_WORDS,
    Column("other", "flag", width=8),
    Column("exclusive", "flag", width=8),
    Column("header", width=16),
)
# How an answer looks: of a question, of all cells of a table, of a column of it.
_ANSWER = _columns(
    Column("options", "name", questions=_of("single", "multi", "ranking"), width=18, group="options"),
    Column("scale", "name", questions=_of("scale"), width=16),
    Column("unit.ko", questions=NUMBERS, group="answer"),
    Column("unit.en", questions=_of("number", "allocation")),
    Column("min", "number", questions=_of("number", "money", "date"), width=10),
    Column("max", "number", questions=_of("number", "money", "date"), width=10),
    Column("approximate", "flag", questions=_of("number", "money"), width=8),
    Column("max_choices", "number", questions=_of("multi"), width=8),
    Column("ordered", "flag", questions=_of("single"), width=8),
    Column("precision", "one", "precision", questions=_of("date"), width=8),
    Column("bands", "name", questions=_of("date"), width=16),
    Column("separator", "quoted", questions=_of("multi"), width=8),
    Column("not_applicable.ko", questions=_of("scale", "importance_performance"), width=14),
    Column("not_applicable.en", questions=_of("scale", "importance_performance"), width=14),
    Column("top_box", "number", questions=_of("scale"), width=8),
    Column("bottom_box", "number", questions=_of("scale"), width=8),
)
_TABLES = _of("allocation", "grid", "importance_performance")
_BOTH = _of("importance_performance")

SHEETS: dict[str, tuple[Column, ...]] = {
    "survey": _columns(
        Column("survey", "name"),
        Column("year", "number"),
        Column("follows", "number"),
        Column("title"),
        Column("publisher"),
        Column("contact"),
        Column("privacy"),
        Column("purpose"),
        Column("method"),
        Column("respondents"),
        Column("respondents.en_plural"),
        Column("respondents.counter"),
        Column("sample.kind", "one", "sample"),
        Column("sample.population", "number"),
        Column("sample.as_if_random", "flag"),
        Column("sample.design.weight"),
        Column("sample.design.strata", "lines"),
        Column("sample.design.cluster", "lines"),
        Column("sample.design.population", "lines"),
        Column("sample.weighting.by", "several"),
        Column("sample.weighting.method", "one", "weighting"),
        Column("sample.weighting.max_ratio", "number"),
        Column("sample.note"),
        Column("small_bases.counts_lead", "number"),
        Column("small_bases.no_shares", "number"),
        Column("field_period.from", "name"),
        Column("field_period.to", "name"),
        Column("as_of", "name"),
        Column("heading_rows", "number"),
        Column("encoding", "name"),
        Column("ignore_columns", "lines"),
        Column("sessions.question", "name"),
        Column("sessions.complete", "several"),
        Column("sessions.partial", "one", "partial"),
    ),
    "sections": _columns(Column("id", "name", width=8), *_WORDS),
    "questions": _columns(
        Column("id", "name", width=20, group="question"),
        Column("no", "name", width=8),
        Column("section", "name", width=8),
        Column("kind", "one", "kind", width=16),
        Column("ask.ko", width=44),
        Column("ask.en", width=30),
        Column("label.ko", width=22),
        Column("label.en", width=22),
        Column("note.ko", width=24),
        Column("note.en", width=20),
        Column("ask_if", width=28),
        Column("required", "flag", width=8),
        *_ANSWER,
        Column("ranks", "number", questions=_of("ranking"), width=8, group="tables"),
        Column("rows", "name", questions=_TABLES, width=18),
        Column("groups", "name", questions=_of("grid", "importance_performance"), width=14),
        Column("columns", "name", questions=_of("grid"), width=16),
        Column("answer.kind", "one", "kind", questions=_of("grid"), width=14),
        Column("total", "number", questions=_of("allocation"), width=8),
        Column("tolerance", "number", questions=_of("allocation"), width=8),
        Column("importance", "name", questions=_BOTH, width=14),
        Column("performance", "name", questions=_BOTH, width=14),
        Column("performance_label.ko", questions=_BOTH),
        Column("performance_label.en", questions=_BOTH),
        Column("cut", "one", "cut", questions=_BOTH, width=12),
        Column("index", "flag", questions=_of("grid"), width=8),
        Column("nps", "flag", questions=_of("number"), width=8),
        Column("adds_up_to.question", "name", questions=_of("grid"), width=18, group="fits"),
        Column("adds_up_to.percent", "number", questions=_of("grid"), width=8),
        Column("equals.question", "name", questions=_of("number", "money"), width=18),
        Column("equals.percent", "number", questions=_of("number", "money"), width=8),
        Column("after", "name", questions=_of("date"), width=16),
        Column("key", "flag", width=8, group="protection"),
        Column("confidential", "flag", width=8),
        Column("identifier", "flag", width=8),
        Column("pii", "several", "pii", width=16),
        Column("export", "one", "export", width=12),
        Column("header", "lines", width=24, group="file"),
        Column("importance_header", questions=_BOTH, width=20),
        Column("performance_header", questions=_BOTH, width=20),
        Column("breaks.ko", width=24, group="trend"),
        Column("breaks.en", width=20),
    ),
    "lists": _columns(
        Column("list", "name", width=20),
        *_OPTION,
        Column("group", "name", width=12),
        Column("reverse", "flag", width=8),
        Column("from", "name", width=12),
        Column("to", "name", width=12),
    ),
    "scales": _columns(Column("scale", "name", width=20), Column("good", "one", "good", width=10), *_OPTION),
    "columns": _columns(
        Column("list", "name", width=20),
        *_OPTION,
        Column("ask_if", width=24),
        Column("kind", "one", "kind", width=16),
        *_ANSWER,
    ),
    "missing": _columns(
        Column("question", "name", width=20), Column("word", width=20), Column("reason", "one", "reason", width=16)
    ),
    "banners": _columns(
        Column("id", "name", width=20),
        Column("by", "name", width=20),
        Column("label.ko", width=24),
        Column("label.en", width=24),
        Column("for", "several", "audience", width=36),
    ),
    "levels": _columns(
        Column("banner", "name", width=20), *_OPTION, Column("of", "several", width=44)
    ),
    "remarks": _columns(
        Column("row", "number", width=8), Column("question", "name", width=20), Column("what", "name"), Column("text", width=60)
    ),
}  # fmt: skip
# Of the sheet about the survey: what is said in both languages.
BILINGUAL = frozenset("title publisher contact privacy purpose method respondents sample.note".split())
# What stands in the columns of an answer, of the cells of a table.
OF_ANSWER = frozenset(column.name.partition(".")[0] for column in _ANSWER)
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    "sample": ("census", "probability", "self_selected"),
    "partial": ("counted", "not_counted"),
    "weighting": ("rake", "post_stratify"),
    "precision": ("day", "month", "year"),
    "good": ("high", "low", "none"),
    "cut": ("means", "midpoint"),
    "reason": ("no_answer", "dont_know", "refused", "not_applicable", "invalid", "answer"),
    "audience": AUDIENCES,
    "pii": ("name", "phone", "email"),
    "export": ("always", "never"),
}


def title_of(sheet: str, language: str) -> str:
    """The name of a sheet as people read it."""
    return message(f"questionnaire.book.sheet.{sheet}", language)


def heading_of(column: str, language: str) -> str:
    """What stands above a column, or before a line of the sheet about the survey."""
    return message(f"questionnaire.book.column.{column}", language)


def choice(group: str, value: str, language: str) -> str:
    """What can be chosen, as people read it; `value` itself where it is none of the group."""
    known = value in CHOICES.get(group, ())
    return message(f"questionnaire.book.{group}.{value}", language) if known else value


def value_of(group: str, written: str) -> str:
    """What was chosen, whichever language it is written in; what is written itself where it is none of the group."""
    plain = " ".join(written.split()).casefold()
    for value in CHOICES.get(group, ()):
        if plain in (value, *(choice(group, value, language).casefold() for language in LANGUAGES)):
            return value
    return written.strip()
