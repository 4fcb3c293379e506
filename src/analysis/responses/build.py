"""Files of answers become the responses of a survey: every cell read, checked, and kept with its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.intake.columns.matching import Matching
from analysis.intake.corrections import Correction
from analysis.intake.leave_out import LeaveOut
from analysis.intake.register import Register
from analysis.intake.sheet import Mask, Sheet, letters
from analysis.language.text import normalise
from analysis.questionnaire.question import Part, PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.cellvalue import missing_codes
from analysis.responses.checks import check_answers, check_required
from analysis.responses.collected import Collected
from analysis.responses.corrections import Correcting
from analysis.responses.double_entry import check_double_entry
from analysis.responses.fits import check_fits
from analysis.responses.identity import identify
from analysis.responses.layout import form_findings
from analysis.responses.log import Log
from analysis.responses.magnitude import check_magnitudes
from analysis.responses.opening import Opened, open_files, refuse
from analysis.responses.origin import AnswerSheet, Origin
from analysis.responses.population import check_population
from analysis.responses.read_column import read_column
from analysis.responses.responses import Responses
from analysis.responses.same_words import check_same_words
from analysis.responses.skips import apply_routing
from analysis.responses.sources import Sources
from analysis.responses.straight_lines import check_straight_lines
from analysis.responses.unreached import check_unreached

_INVENTED = ".invented."


def build_responses(
    questionnaire: Questionnaire,
    files: Iterable[Path],
    register: Register | None = None,
    to_leave_out: Sequence[LeaveOut] = (),
    corrections: Sequence[Correction] = (),
) -> Responses:
    """Every answer in `files` with its place, or the reason why there is none; and everything doubtful.

    to_leave_out: rows of the files that are not to count; corrections: what is to be read instead of what came.

    Raises IntakeError for files that cannot be read, or hold nothing of the questionnaire; it names them all.
    """
    opened, unreadable = open_files(questionnaire, files)
    refuse(unreadable)
    return responses_of(questionnaire, opened, register, to_leave_out, corrections)


def responses_of(
    questionnaire: Questionnaire,
    opened: Sequence[Opened],
    register: Register | None = None,
    to_leave_out: Sequence[LeaveOut] = (),
    corrections: Sequence[Correction] = (),
) -> Responses:
    """The same of files that were opened already; there is at least one."""
    register = register or Register()
    log = Log(questionnaire.survey)
    log.add(form_findings(questionnaire))
    for file in opened:
        log.add(file.findings)
    matchings = [matching for file in opened for matching in file.matchings]
    sources = _sources(matchings, questionnaire, register, log, to_leave_out, corrections)
    check_double_entry(sources, [one for file in opened for one in file.second], questionnaire, log)
    collected = Collected(questionnaire, sources, log, _read_parts(questionnaire, sources))
    for question in questionnaire.questions:
        _tell_question(collected, question)
    check_answers(collected)
    apply_routing(collected)
    check_unreached(collected)
    check_fits(collected)
    check_magnitudes(collected)
    check_straight_lines(collected)
    check_same_words(collected)
    check_required(collected)
    log.add(check_population(questionnaire, int(sources.counted.sum())))
    names = tuple(dict.fromkeys(matching.sheet.file for matching in matchings))
    invented = any(_INVENTED in name for name in (*names, *register.files))
    raw = {key: sources.as_came(key) for key in collected.answers}
    origin = _origin(sources)
    return Responses(
        questionnaire, origin, collected.answers, raw, log.findings(), invented, names, sources.design
    )


def _sources(
    matchings: Sequence[Matching],
    questionnaire: Questionnaire,
    register: Register,
    log: Log,
    to_leave_out: Sequence[LeaveOut],
    corrections: Sequence[Correction],
) -> Sources:
    """Who answered, and in which cells; those corrected that the list puts right."""
    if not corrections:
        return identify(matchings, questionnaire, register, log, to_leave_out)
    correcting = Correcting(questionnaire, register, matchings, corrections, log)
    corrected = correcting.cells()
    return correcting.answers(identify(corrected, questionnaire, register, log, to_leave_out))


def _read_parts(questionnaire: Questionnaire, sources: Sources) -> dict[PartKey, AnswerColumn]:
    """The answers to every part, in the order of the form. Columns know nothing of each other and are read side by
    side: on long ones the work is arrow's and numpy's, which leave the interpreter free."""

    def read(part: Part) -> AnswerColumn:
        codes = missing_codes(questionnaire, questionnaire.question(part.question))
        return read_column(*sources.cells(part.key), part, codes)

    parts = list(questionnaire.parts())
    keys = [part.key for part in parts]
    with ThreadPoolExecutor() as pool:
        return dict(zip(keys, pool.map(read, parts), strict=True))


def _tell_question(collected: Collected, question: Question) -> None:
    parts = question.parts()
    for part in parts:
        collected.tell_doubts(part.key)
    if any(question.id in matching.companions for matching in collected.sources.matchings):
        _add_own_words(collected, parts)


def _add_own_words(collected: Collected, parts: Sequence[Part]) -> None:
    """What stands in the column beside a question goes to the part where 기타 was chosen; where it was not
    chosen, to the first part that may take words, with a finding. An answer that was put right is what it says now:
    where it does not choose 기타 any more, or spells it out itself, what stands beside it is passed over."""
    keys = [part.key for part in parts]
    writable = {choice.id for part in parts for choice in part.answer.choices if choice.other}
    beside = collected.sources.companions(keys[0].question)
    words = [normalise(text) for text in beside.texts.to_pylist()]
    written = np.array([bool(text) for text in words])[beside.which]
    left = written.copy()
    for key in keys:
        answers = collected.answers[key]
        chosen = left & answers.has(lambda reading: writable.intersection(reading.codes))
        spelt_out = collected.sources.put_right(key) & answers.has(lambda reading: reading.text)
        _write(collected, key, chosen & ~spelt_out, "write_in", beside.which, words)
        left &= ~chosen
    takes_words = [part.key for part in parts if part.answer.takes_own_words]
    for key in takes_words:
        left &= ~collected.sources.put_right(key)
    takes_words += [part.key for part in parts if part.answer.choices]
    _write(collected, (takes_words + keys)[0], left, "write_in_alone", beside.which, words)


def _write(
    collected: Collected,
    key: PartKey,
    where: Mask,
    rule: str,
    which: NDArray[np.int32],
    words: Sequence[str],
) -> None:
    """Add to the answers `where` the words that stand beside each, and tell of it."""
    column = collected.answers[key]
    collected.find(rule, where, key, lambda at: words[which[at]], value=lambda at: words[which[at]])
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at in np.flatnonzero(where).tolist():
        alike[int(column.which[at]), int(which[at])].append(at)
    for (_, text), respondents in alike.items():
        reading = column.at(respondents[0])
        both = "; ".join(dict.fromkeys(filter(None, (reading.text, words[text]))))
        column.put(respondents, replace(reading, text=both))


def _origin(sources: Sources) -> Origin:
    sheets = tuple(
        AnswerSheet(
            matching.sheet.file,
            matching.sheet.name,
            {key: _begins(matching.sheet, column) for key, column in matching.columns.items()},
            bool(matching.sheet.places),
        )
        for matching in sources.matchings
    )
    return Origin(sources.respondent, sources.standing, sheets, sources.sheet, sources.number)


def _begins(sheet: Sheet, column: int) -> str:
    if sheet.places:
        return sheet.places[column]
    return f"{sheet.heading[column]} " if sheet.by_name else letters(column)
