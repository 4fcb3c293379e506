"""Answers that do not go together. What is doubtful stays as it was given wherever that is possible:

too many choices          all of them stay
"none of these" and some  the choices stay, "none of these" is set aside
one option ranked twice   stays at its better rank, the other rank has no usable answer
shares that miss the sum  stay; where they reach it without the empty rows, those are 0
words of somebody trying  stay; the response is pointed out ("테스트", "asdf")
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.intake.headings import PartKey
from analysis.language.text import match_key
from analysis.questionnaire.answer import Multi
from analysis.questionnaire.question import AllocationQuestion, Part, RankingQuestion
from analysis.responses.collected import Collected
from analysis.responses.reading import Reading, absent

_TRIAL = re.compile(
    r"(?:(?:테스트|test)(?:중|용|응답|입력|조합|단체|기관|센터|입니다)?|시험(?:응답|입력)|asdf|ㅁㄴㅇㄹ)\d*[.!~]*"
)


def check_answers(collected: Collected) -> None:
    """Compare the answers of every respondent with one another, part after part of the questionnaire."""
    for question in collected.questionnaire.questions:
        for part in question.parts():
            if part.answer.kind == "multi":
                _check_choices(collected, part, part.answer)
            elif part.answer.kind in ("text", "open"):
                _check_words(collected, part)
        if isinstance(question, RankingQuestion):
            _check_ranking(collected, question)
        elif isinstance(question, AllocationQuestion):
            _check_allocation(collected, question)


def check_required(collected: Collected) -> None:
    """Required answers that are missing. To be called after the routing: what was not asked is not."""
    for question in collected.questionnaire.questions:
        if question.required:
            for key in collected.keys(question.id):
                for position, source in collected.counted():
                    if collected.readings[key][position].reason in ("no_answer", "dont_know", "refused"):
                        collected.find("required_missing", source, key)


def _check_choices(collected: Collected, part: Part, answer: Multi) -> None:
    key = PartKey(part.question, part.row, part.column)
    exclusive = {option.id: option.ko for option in answer.options if option.exclusive}
    for position, source in enumerate(collected.sources):
        reading = collected.readings[key][position]
        codes = reading.codes
        alone = [code for code in codes if code in exclusive]
        if alone and len(codes) > len(alone):
            kept = tuple(code for code in codes if code not in exclusive)
            collected.find("exclusive_with_others", source, key, ", ".join(exclusive[code] for code in alone))
            reading = replace(reading, code="|".join(kept), detail="exclusive_set_aside")
            collected.readings[key][position] = reading
        if answer.max_choices and len(reading.codes) > answer.max_choices:
            collected.find("too_many_choices", source, key, str(answer.max_choices))


def _check_words(collected: Collected, part: Part) -> None:
    key = PartKey(part.question, part.row, part.column)
    for reading, source in zip(collected.readings[key], collected.sources, strict=True):
        if len(reading.text) < 20 and _TRIAL.fullmatch(match_key(reading.text)):
            collected.find("trial_response", source, key)


def _check_ranking(collected: Collected, question: RankingQuestion) -> None:
    keys = collected.keys(question.id)
    labels = {option.id: option.ko for option in question.options}
    writable = {option.id for option in question.options if option.other}
    for position, source in enumerate(collected.sources):
        seen: set[str] = set()
        for key in keys:
            reading = collected.readings[key][position]
            if reading.code in seen and reading.code not in writable:
                collected.find("option_twice", source, key, labels[reading.code])
                collected.readings[key][position] = absent("invalid", "option_twice")
            elif reading.code:
                seen.add(reading.code)


def _check_allocation(collected: Collected, question: AllocationQuestion) -> None:
    keys = collected.keys(question.id)
    for position, source in enumerate(collected.sources):
        readings = [collected.readings[key][position] for key in keys]
        shares = [reading.number for reading in readings if reading.number is not None]
        if not shares:
            continue
        total = sum(shares)
        fits = abs(total - question.total) <= question.tolerance + 1e-9
        blank = [key for key, reading in zip(keys, readings, strict=True) if reading.detail == "blank"]
        if fits and len(blank) + len(shares) == len(keys):
            for key in blank:
                collected.readings[key][position] = Reading(
                    number=0.0, qualifier="exact", detail="blank_as_zero"
                )
            if blank:
                rows = ", ".join(collected.words[key] for key in blank)
                collected.find("allocation_blank_zero", source, blank[0], rows, whole=True)
        elif not fits:
            given, whole = (f"{amount:,g}{question.unit.ko}" for amount in (total, question.total))
            collected.find("allocation_sum", source, keys[0], whole, value=given, whole=True)
