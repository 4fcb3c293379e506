"""The options of a question, from what respondents chose: which are options, and which are somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.draft.notes import Note, listed
from analysis.draft.scales import point_number
from analysis.draft.wording import item_id
from analysis.intake.columns.heading_words import heading_key, remainder
from analysis.language.text import match_key
from analysis.questionnaire.words import Option

_ALL_ARE_OPTIONS = 12  # different answers up to which also a single respondent's is taken for an option
_FEW_RESPONDENTS = 30  # below, it says nothing that an answer was given once
_OTHER = frozenset(("기타", "그외", "그밖", "그밖에", "기타의견", "other", "others", "otheranswer"))
_WRITE_IN = re.compile(r"[\s\-–:(\[]*write[\s-]*in[)\]]*\Z", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:기타|그 ?외|그 ?밖에?|others?)\s*(?:[:：=]\s*|\(\s*(?!직접|구체|please|specify))\S.*", re.IGNORECASE
)
_ASKS_FOR_WORDS = re.compile(r"직접|기재|기입|구체|적어|specify|write|explain", re.IGNORECASE)
_YES = frozenset(match_key(word) for word in ("예", "네", "그렇다", "있음", "있다", "yes", "true", "y"))
_NO = frozenset(
    match_key(word) for word in ("아니오", "아니요", "아니다", "없음", "없다", "no", "false", "n")
)
OTHER = Option(id="other", ko="기타", en="Other", other=True)


class Chosen(NamedTuple):
    """options  those of the question, one of them for words of one's own where somebody wrote such
    notes    what is to be confirmed, at places of the question
    """

    options: tuple[Option, ...]
    notes: tuple[Note, ...]


def is_other(label: str) -> bool:
    """Whether an option's label says that it is for what is not listed: "기타(직접 기재)", "Other - Write In"."""
    return remainder(heading_key(_WRITE_IN.sub("", label))) in _OTHER


def is_words_behind_other(label: str) -> bool:
    """Whether an answer is 기타 with somebody's words: "기타: 감사역"."""
    return _BEHIND.fullmatch(label) is not None


def yes_or_no(label: str) -> bool | None:
    """True of 예, False of 아니오, None of anything else."""
    key = match_key(label)
    return True if key in _YES else False if key in _NO else None


def chosen(
    counts: Mapping[str, int],
    filled: int,
    often: int,
    rest: Mapping[str, int] | None = None,
    written: bool = False,
) -> Chosen:
    """The options among answers.

    counts   answer → how often it was given, the most frequent first
    often    how often an answer is given that is more than somebody's own words
    rest     answers that are known to be somebody's own words
    written  whether words of one's own stand in a column beside
    """
    behind = [label for label in counts if is_words_behind_other(label)]
    own = [label for label in (rest or {}) if not is_other(label)] + behind
    plain = {label: count for label, count in counts.items() if label not in behind}
    notes: list[Note] = []
    numbers = [label for label in (*plain, *own) if point_number(label) is not None]
    worded = sum(label not in numbers for label in plain)
    given = sum(plain.get(label, 0) for label in numbers)
    if numbers and len(numbers) * 2 <= worded and given * 5 <= filled:
        notes.append(Note(("options",), "by_number", {"examples": listed(numbers)}))
        own = [label for label in own if label not in numbers]
        plain = {label: count for label, count in plain.items() if label not in numbers}
    if len(plain) > _ALL_ARE_OPTIONS and filled >= _FEW_RESPONDENTS:
        own += [label for label, count in plain.items() if count < often]
        plain = {label: count for label, count in plain.items() if count >= often}
    box = next((label for label in [*plain, *(rest or {})] if is_other(label)), "")
    labels = [label for label in plain if label != box]
    options = list(named(labels))
    if box or own or written:
        takes_words = bool(own or written or _ASKS_FOR_WORDS.search(box))
        taken = {option.id for option in options}
        name = "other" if "other" not in taken else item_id(box or OTHER.ko, len(options) + 1, "opt", taken)
        words = Option(id=name, ko=box, other=takes_words) if box else OTHER.model_copy(update={"id": name})
        options.append(words)
    if own and not behind:
        notes.append(Note(("options",), "own_words", {"count": len(own), "examples": listed(own)}))
    return Chosen(tuple(options), tuple(notes))


def named(labels: Sequence[str], what: str = "opt") -> Iterable[Option]:
    """Options with these labels, in this order; 예 goes before 아니오."""
    if len(labels) == 2 and {yes_or_no(label) for label in labels} == {True, False}:
        by_meaning = sorted(labels, key=lambda label: not yes_or_no(label))
        return [Option(id=name, ko=label) for name, label in zip(("yes", "no"), by_meaning, strict=True)]
    made: dict[str, Option] = {}
    for position, label in enumerate(labels, start=1):
        name = item_id(label, position, what, made)
        made[name] = Option(id=name, ko=label)
    return made.values()
