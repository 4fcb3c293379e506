"""What is empty, and why: levels that nobody is in, and a whole result, since the filter leaves nobody, nobody left was
asked, nobody answered, or nothing may be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from analysis.explore.where import Where
from analysis.explore.where_words import condition_words
from analysis.language import LANGUAGES
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import parse
from analysis.questionnaire.words import Words, said
from analysis.tables.answers import QuestionAnswers
from analysis.tables.table import Table
from analysis.tables.within import Within
from analysis.tables.wording import reason_words


def why_empty(
    table: Table,
    questionnaire: Questionnaire,
    answers: Mapping[str, QuestionAnswers],
    chosen: Where | None,
    within: Within | None,
) -> Words | None:
    """Why there is nothing to see in the table; None where there is something."""
    if any(cell.value for cell in table.cells if cell.stat not in ("base", "absent") and cell.shown):
        return None
    parts = answers[table.question]
    everyone = next(iter(parts.values())).which.size
    if not everyone:
        return said("explore.empty.no_answers")
    if chosen is not None and within is not None and not within.chosen.any():
        if within.unclear:
            return said("explore.empty.filter_unclear", where=chosen.words, all=everyone, unclear=within.unclear)
        return said("explore.empty.filter", where=chosen.words, all=everyone)
    left = within.answers(parts) if within else parts
    n = next(iter(left.values())).which.size
    reasons = Counter[str]()
    for part in left.values():
        reasons.update(part.absent())
    asked = reasons.total() - reasons["not_asked"] - reasons["not_in_file"]
    given = sum(part.which.size for part in left.values()) - reasons.total()
    if given:
        return said("explore.empty.too_few" if table.kind not in ("open", "text") else "explore.empty.written", n=n)
    question = questionnaire.question(table.question)
    if not asked and reasons["not_asked"]:
        if question.ask_if is None:
            return said("explore.empty.not_asked", n=n)
        condition = parse(question.ask_if)
        words = Words(**{one: condition_words(condition, questionnaire, one) for one in LANGUAGES})
        return said("explore.empty.routing", n=n, condition=words)
    if not asked:
        return said("explore.empty.not_in_file")
    told = [
        (reason_words(question, reason), number)
        for reason, number in reasons.most_common()
        if reason not in ("not_asked", "not_in_file")
    ]
    listed = Words(
        **{one: ", ".join(f"{words.text(one)} {number:,}" for words, number in told) for one in LANGUAGES}
    )
    return said("explore.empty.nobody_answered", n=n, reasons=listed)


def without_empty_levels(table: Table) -> tuple[Table, tuple[Words, ...]]:
    """The table without the levels of its group that nobody is in, and their words."""
    gone = {cell.level for cell in table.cells if cell.stat == "base" and cell.level and not cell.row and cell.value == 0}
    if not gone or len(gone) == len(table.levels) - 1:
        return table, ()
    words = tuple(label.words for label in table.levels if label.id in gone)
    levels = tuple(label for label in table.levels if label.id not in gone)
    cells = tuple(cell for cell in table.cells if cell.level not in gone)
    return replace(table, levels=levels, cells=cells, facts=dict(table.facts)), words
