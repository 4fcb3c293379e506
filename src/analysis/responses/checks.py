"""Answers that do not go together. What is doubtful stays as it was given wherever that is possible:

too many choices          all of them stay
"none of these" and some  the choices stay, "none of these" is set aside
one option ranked twice   stays at its better rank, the other rank has no usable answer
shares that miss the sum  stay; where they reach it without the empty rows, those are 0
words of somebody trying  stay; the response is pointed out ("테스트", "asdf")
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import reduce

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.language.text import match_key
from analysis.questionnaire.answer import Multi
from analysis.questionnaire.question import AllocationQuestion, Part, PartKey, RankingQuestion
from analysis.responses.answer_column import Mask
from analysis.responses.collected import Collected
from analysis.responses.reading import Reading, absent

_MISSING = ("no_answer", "dont_know", "refused")
_TRIAL_SHORTER = 20  # letters
_TRIAL_BEGINS = r"^\s*([테시aAㅁ]|[tT]\s*[eE])"
_TRIAL = re.compile(
    r"(?:(?:테스트|test)(?:중|용|응답|입력|조합|단체|기관|센터|입니다)?|시험(?:응답|입력)|asdf|ㅁㄴㅇㄹ)\d*[.!~]*"
)


def check_answers(collected: Collected) -> None:
    """Compare the answers of every respondent with one another, part after part of the questionnaire."""
    _check_words(collected)
    for question in collected.questionnaire.questions:
        for part in question.parts():
            if part.answer.kind == "multi":
                _check_choices(collected, part, part.answer)
        if isinstance(question, RankingQuestion):
            _check_ranking(collected, question)
        elif isinstance(question, AllocationQuestion):
            _check_allocation(collected, question)


def check_required(collected: Collected) -> None:
    """Required answers that are missing, of those who came to the end. To be called after the routing: what was not
    asked is not missing; nor is the name of those whom the code of their form names."""
    to_the_end = ~collected.sources.broken_off
    who = collected.sources.respondent
    named = [at for at, form in collected.sources.forms() if who[at].as_py() == form.organisation]
    for question in collected.questionnaire.questions:
        if question.required:
            for key in collected.keys(question.id):
                missing = collected.answers[key].where(lambda reason: np.isin(reason, _MISSING), "reason")
                missing[named if question.identifier else []] = False
                collected.find("required_missing", missing & to_the_end, key)


def _check_choices(collected: Collected, part: Part, answer: Multi) -> None:
    key = part.key
    column = collected.answers[key]
    exclusive = {option.id: option.ko for option in answer.options if option.exclusive}
    mixed = column.has(lambda reading: _without(reading, exclusive) is not reading)
    collected.find(
        "exclusive_with_others",
        mixed,
        key,
        lambda at: ", ".join(exclusive[code] for code in column.at(at).codes if code in exclusive),
    )
    column.change(lambda reading: _without(reading, exclusive))
    if most := answer.max_choices:
        too_many = column.has(lambda reading: len(reading.codes) > most)
        collected.find("too_many_choices", too_many, key, str(most))


def _without(reading: Reading, exclusive: Container[str]) -> Reading:
    """The reading without the options that exclude others, where there are others."""
    kept = [code for code in reading.codes if code not in exclusive]
    if not kept or len(kept) == len(reading.codes):
        return reading
    return replace(reading, code="|".join(kept), detail="exclusive_set_aside")


def _check_words(collected: Collected) -> None:
    """Point out, once, who seems to have tried the form."""
    told = np.zeros(len(collected.sources), dtype=bool)
    for part in collected.questionnaire.parts():
        if part.answer.kind in ("text", "open"):
            key = part.key
            trial = collected.answers[key].where(_trial, "text") & ~told
            collected.find("trial_response", trial, key)
            told |= trial


def _trial(texts: NDArray[np.object_]) -> Mask:
    """Of many texts only those are looked at closely that are short and hold one of the words."""
    array = pa.array(texts, pa.string())
    near = pc.and_(
        pc.less(pc.utf8_length(array), _TRIAL_SHORTER), pc.match_substring_regex(array, _TRIAL_BEGINS)
    ).to_numpy(zero_copy_only=False)
    near[near] = [_TRIAL.fullmatch(match_key(text)) is not None for text in texts[near].tolist()]
    return near


def _check_ranking(collected: Collected, question: RankingQuestion) -> None:
    keys = collected.keys(question.id)
    labels = {option.id: option.ko for option in question.options}
    options = [
        option.id for option in question.options if not option.other
    ]  # two words of one's own may differ
    chosen = [collected.answers[key].of("code") for key in keys]
    for position, key in enumerate(keys):
        again = reduce(np.logical_or, (chosen[position] == better for better in chosen[:position]), np.False_)
        again = again & np.isin(chosen[position], options)
        if again.any():
            codes = chosen[position]
            collected.find("option_twice", again, key, lambda at, codes=codes: labels[str(codes[at])])
            collected.answers[key].put(again, absent("invalid", "option_twice"))
            chosen[position] = np.where(again, "", codes)


def _check_allocation(collected: Collected, question: AllocationQuestion) -> None:
    keys = collected.keys(question.id)
    shares = np.array([collected.answers[key].of("number") for key in keys])
    blank = np.array([collected.answers[key].where(is_blank, "detail") for key in keys])
    given = ~np.isnan(shares)
    total = np.nansum(shares, axis=0)
    fits = np.abs(total - question.total) <= question.tolerance + 1e-9
    full = given.any(axis=0) & fits & ((given | blank).all(axis=0))
    fill_with_zeros(collected, keys, blank & full, "allocation_blank_zero")
    unit = question.unit.ko
    collected.find(
        "allocation_sum",
        given.any(axis=0) & ~fits,
        keys[0],
        f"{question.total:,g}{unit}",
        value=lambda at: f"{total[at]:,g}{unit}",
        whole=True,
    )


def is_blank(detail: NDArray[np.str_]) -> Mask:
    return detail == "blank"


def fill_with_zeros(
    collected: Collected, keys: Sequence[PartKey], blank: NDArray[np.bool_], rule: str
) -> None:
    """Make 0 of the cells left `blank` (key × respondent) by those whose other cells add up already."""

    def rows(at: int) -> str:
        return ", ".join(collected.words[key] for key, empty in zip(keys, blank[:, at], strict=True) if empty)

    first = blank.argmax(axis=0)
    for position, key in enumerate(keys):
        collected.find(rule, blank.any(axis=0) & (first == position), key, rows, whole=True)
    for key, empty in zip(keys, blank, strict=True):
        if empty.any():
            collected.answers[key].put(empty, Reading(number=0.0, qualifier="exact", detail="blank_as_zero"))
