"""Files of answers become the responses of a survey: every cell read, checked, and kept with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.intake.headings import PartKey
from analysis.intake.matching import choose_sheet
from analysis.intake.read import read_answers
from analysis.intake.register import Register
from analysis.intake.sheet import Cell
from analysis.language.text import normalise
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.cellvalue import missing_codes, read_cell
from analysis.responses.checks import check_answers, check_required
from analysis.responses.chosen import labels_of
from analysis.responses.collected import Collected, Source
from analysis.responses.finding import Finding
from analysis.responses.fits import check_fits
from analysis.responses.identity import identify
from analysis.responses.layout import layout_findings
from analysis.responses.magnitude import check_magnitudes
from analysis.responses.reading import NO_COLUMN, Reading
from analysis.responses.responses import Responses, empty_frame
from analysis.responses.skips import apply_routing

_FROM_READING = (
    "code",
    "number",
    "low",
    "high",
    "qualifier",
    "start",
    "end",
    "precision",
    "text",
    "reason",
    "detail",
)
_INVENTED = ".invented."


def build_responses(
    questionnaire: Questionnaire, files: Iterable[Path], register: Register | None = None
) -> Responses:
    """Every answer in `files` with its place, or the reason why there is none; and everything doubtful.

    Raises IntakeError for a file that cannot be read, or holds nothing of the questionnaire.
    """
    register = register or Register()
    known = _known_words(questionnaire)
    matchings = []
    findings: list[Finding] = []
    for path in files:
        answers = read_answers(path, known)
        matching = choose_sheet(answers, questionnaire)
        findings += layout_findings(answers, matching, questionnaire)
        matchings.append(matching)
    sources, about_respondents = identify(matchings, questionnaire, register)
    collected = Collected(questionnaire, sources, findings=[*findings, *about_respondents])
    for question in questionnaire.questions:
        _read_question(collected, question)
    check_answers(collected)
    apply_routing(collected)
    check_fits(collected)
    check_magnitudes(collected)
    check_required(collected)
    names = tuple(matching.sheet.file for matching in matchings)
    invented = any(_INVENTED in name for name in (*names, *register.files))
    return Responses(questionnaire, _frame(collected), tuple(collected.findings), invented, names)


def _known_words(questionnaire: Questionnaire) -> frozenset[str]:
    """Wordings and options: what a file of answers in the right encoding is full of."""
    words = {question.ask.ko for question in questionnaire.questions}
    for part in questionnaire.parts():
        words.update(labels_of(getattr(part.answer, "options", ())))
    return frozenset(words)


def _read_question(collected: Collected, question: Question) -> None:
    codes = missing_codes(collected.questionnaire, question)
    parts = question.parts()
    for part in parts:
        key = PartKey(part.question, part.row, part.column)
        collected.readings[key] = _read_part(collected, key, part, codes)
    if any(question.id in source.matching.companions for source in collected.sources):
        for position, source in enumerate(collected.sources):
            _add_own_words(collected, position, source, parts)


def _read_part(collected: Collected, key: PartKey, part: Part, codes: Mapping[str, str]) -> list[Reading]:
    """A column of readings. What many respondents wrote alike is read once."""
    seen: dict[Cell, Reading] = {}
    column = []
    for source in collected.sources:
        if key not in source.matching.columns:
            column.append(NO_COLUMN)
            continue
        cell = source.cell(key)
        if cell not in seen:
            seen[cell] = read_cell(cell, part, codes)
        reading = seen[cell]
        for doubt in reading.doubts:
            collected.find(doubt.rule, source, key, doubt.hint)
        column.append(reading)
    return column


def _add_own_words(collected: Collected, position: int, source: Source, parts: Sequence[Part]) -> None:
    """What stands in the column beside a question goes to the part where 기타 was chosen; where it was not
    chosen, to the first part, with a finding."""
    words = normalise(source.companion(parts[0].question).text)
    if not words:
        return
    keys = [PartKey(part.question, part.row, part.column) for part in parts]
    writable = {option.id for part in parts for option in getattr(part.answer, "options", ()) if option.other}
    chosen = [key for key in keys if writable.intersection(collected.readings[key][position].codes)]
    key = chosen[0] if chosen else keys[0]
    reading = collected.readings[key][position]
    text = "; ".join(dict.fromkeys(filter(None, (reading.text, words))))
    collected.readings[key][position] = replace(reading, text=text)
    collected.find("write_in" if chosen else "write_in_alone", source, key, words, value=words)


def _frame(collected: Collected) -> pd.DataFrame:
    """The long frame: respondent after respondent, each with every part of the questionnaire."""
    sources, readings = collected.sources, collected.readings
    # Put together part after part, which is how the readings lie, and turned round at the end.
    columns: dict[str, list[Any]] = {
        "respondent": [source.respondent for source in sources] * len(readings),
        "counted": [source.counted for source in sources] * len(readings),
        "file": [source.matching.sheet.file for source in sources] * len(readings),
        "sheet": [source.matching.sheet.name for source in sources] * len(readings),
        "raw": [source.cell(key).text for key in readings for source in sources],
        "cell": [source.reference(key) for key in readings for source in sources],
    }
    for at, name in enumerate(PartKey._fields):
        columns[name] = [key[at] for key in readings for _ in sources]
    for name in _FROM_READING:
        columns[name] = [getattr(reading, name) for column in readings.values() for reading in column]
    frame = empty_frame(columns)
    by_respondent = np.arange(len(frame)).reshape(len(readings), len(sources)).T.ravel()
    return frame.take(by_respondent).reset_index(drop=True)
