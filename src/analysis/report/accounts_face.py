"""How accounts are laid out for a spreadsheet: nothing merged, the names of 관, 항 and 목 on every line."""

from __future__ import annotations

from analysis.language import message
from analysis.report.annual import in_language
from analysis.report.arrange import down
from analysis.report.face import Column, Entry, Face, Line
from analysis.report.sheet import Sheet

LEVELS = ("gwan", "hang", "mok")


def accounts_face(sheet: Sheet) -> tuple[Face, ...]:
    """관, 항 and 목 in columns of their own, written out on every line: nothing merged, for a spreadsheet."""
    table, language = sheet.all, sheet.language
    told = {line["row"]: line for line in table.facts["lines"]}
    heads = {"gwan": "pillar", "hang": "project"} if table.question == "plan" else {}
    deep = [level for level in LEVELS[1:] if any(line[level] for line in told.values())]
    beside = [name for name in ("when", "content", "note") if any(line.get(name) for line in told.values())]
    columns = (
        *(Column(say(heads.get(level, level), language), (), text=True) for level in deep),
        *(Column(label.words.text(language), (stat_of(label.id),)) for label in table.items),
        *(Column(say(name, language), (), text=True) for name in beside),
    )
    lines = []
    for row in table.rows:
        line = told[row.id]
        words = table.words("rows", row.id.partition(".")[0], language)  # of its 관; of a total, its own
        entries = (
            *(in_language(line[level], language) for level in deep),
            *(Entry(table, (table.get(stat_of(label.id), label.id, row.id),)) for label in table.items),
            *(in_language(line.get(name), language) for name in beside),
        )
        lines.append(Line(words, entries, total=line["level"] in ("gwan", "total")))
    corner = say(heads.get("gwan", "gwan"), language) if deep else sheet.say("corner")
    return (Face("", corner, columns, down(sheet, lines, columns).blocks),)


def stat_of(item: str) -> str:
    """The one statistic that stands in a column."""
    return "share" if item == "rate" else "amount"


def say(key: str, language: str) -> str:
    return message(f"report.accounts.{key}", language)
