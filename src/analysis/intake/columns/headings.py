"""What the column of an answer may be headed, looked up by the heading.

Where a question has rows or columns, they follow in brackets: "A8. 사무국 인력을 적어 주십시오. [상근 / 여]", "A8
[상근] [여]", "C3 [1순위]"; a row's own `header` stands alone. A web form that asks every column of a grid as a
question of its own has the column before the bracket: "A8. 여 [상근]", "C1 - 중요도 [정책]", or a title that the
column declares as its `header`. Where every option of a question has a column, the option follows in brackets or
behind a sign: "A3 [총회]", "A3/총회"; where every choice has one, its number does: "A3_1", "A3 [1번째]". A tool
that knows no labels writes ids, behind the groups they stand in: "group/activities/meeting". What is written under
an option such as 기타 has a column of its own: "A4. 기타(직접 기재)", "A4. 조직유형 [기타]".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from analysis.intake.columns import heading_words as words
from analysis.intake.columns.heading_words import heading_key, inner_key
from analysis.questionnaire.question import Part, PartKey, RankingQuestion
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option


class Claim(NamedTuple):
    """What a column answers: a part; one option of it (a tick, or its rank); or one choice, by its number.

    Where every option of a ranking has a column, the key is that of the question: its parts are the ranks.
    """

    key: PartKey
    option: str = ""
    slot: int = 0


Target = TypeVar("Target", bound=Hashable)

LONGEST = 2_000  # characters; a longer heading is no question with something behind it


@dataclass(frozen=True)
class Headings:
    """The headings of a questionnaire, looked up by what a column says.

    whole    heading → part, for headings that name a part by themselves
    bases    heading → question id, for what stands before a bracket
    sides    the same with a column of the question behind it → question id and column
    inner    (question id, what stands in the bracket) → part
    choices  (question id, what stands in the bracket) → one option of a part
    several  question id → part that may take several options, for questions that are one such part
    ids      heading → question id, for the id itself and declared headings that look like one
    codes    (question id, ids of row, column and option behind it) → what they name
    others   question id → what stands for the column of an option in their own words
    """

    whole: dict[str, PartKey]
    bases: dict[str, str]
    sides: dict[str, tuple[str, str]]
    inner: dict[tuple[str, str], PartKey]
    choices: dict[tuple[str, str], Claim]
    several: dict[str, PartKey]
    ids: dict[str, str]
    codes: dict[tuple[str, str], Claim]
    others: dict[str, frozenset[str]]

    def part(self, heading: str) -> PartKey | None:
        """The part this column answers alone; None where it is none, or where two could be meant."""
        claim = self.claim(heading)
        return claim.key if claim and not claim.option and not claim.slot else None

    def claim(self, heading: str) -> Claim | None:
        """What this column answers; None where it is nothing, or where two could be meant."""
        key = heading_key(heading)
        if (whole := _looked_up(self.whole, key)) is not None:
            return Claim(whole)
        if (named := self.codes.get((self.ids.get(key, ""), ""))) is not None:
            return named
        if len(heading) > LONGEST:
            return None
        base, inner = words.brackets(heading)
        question = _looked_up(self.bases, heading_key(base)) or self.ids.get(heading_key(base))
        if inner and question and (found := self.within(question, "/".join(inner))):
            return Claim(found)
        if side := self.sides.get(words.side_key(base)):
            question, column = side
            found = self.within(question, "/".join([*inner, column]))
            return Claim(found) if found else None
        if inner and question and (choice := self._choice(question, "/".join(inner))):
            return choice
        return self._only(self._cut(heading)) or next(self._path(heading), None)

    def within(self, question: str, text: str) -> PartKey | None:
        """The part of a question that its row or column in brackets names: "상근 / 여"."""
        return self.inner.get((question, inner_key(text)))

    def is_choice(self, question: str, text: str) -> bool:
        """Whether `text` names an option of the question, which may take several."""
        return (question, inner_key(text)) in self.choices

    def companion(self, heading: str) -> str | None:
        """The question whose 기타 (or the like) this column spells out; None where it does not say."""
        key = heading_key(heading)
        for question, names in self.others.items():
            for base in self._bases_of[question]:
                if key.startswith(base) and words.remainder(key[len(base) :]) in names:
                    return question
        step = words.path_of(heading)[-1:]
        question = self.ids.get(heading_key(step[0]).removesuffix("_other")) if step else None
        return question if question in self.others and step[0].casefold().endswith("_other") else None

    def is_bare_other(self, heading: str, question: str) -> bool:
        """Whether the heading says no more than "기타(직접 기재)", which is enough beside the question's own."""
        return words.remainder(heading_key(heading)) in self.others.get(question, frozenset())

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(map(words.side_key, self.whole))

    @cached_property
    def _bases_of(self) -> dict[str, list[str]]:
        bases: dict[str, list[str]] = defaultdict(list)
        for base, question in self.bases.items():
            bases[question].append(base)
        return bases

    def _choice(self, question: str, text: str) -> Claim | None:
        if found := self.choices.get((question, inner_key(text))):
            return found
        slot = words.slot_number(text)
        return Claim(self.several[question], slot=slot) if slot and question in self.several else None

    def _cut(self, heading: str) -> Iterator[Claim]:
        """A row, an option or a choice behind the question: "B5 - 이메일", "A3/총회", "A3_2", "참여한 활동 2"."""
        last = words.numbered(heading)
        for base, behind in (*words.cuts(heading), *([last] if last else [])):
            question = self.bases.get(heading_key(base))
            part = self.within(question, behind) if question else None
            found = Claim(part) if part else self._choice(question or "", behind)
            if found and not (found.slot and self._may_be_a_number(heading, base)):
                yield found

    def _may_be_a_number(self, heading: str, base: str) -> bool:
        """Whether "A3-1" or "A3.1" may be the printed number of a question, be it one that is no longer asked."""
        one_word = not any(map(str.isspace, base.strip()))
        return (one_word and heading[len(base)] != "_") or words.side_key(heading) in self._plain

    def _path(self, heading: str) -> Iterator[Claim]:
        """What a technical name may say, the longest first: in "reasons/members" the option `members` of `reasons`
        goes before a question `members` in a group `reasons`. A form made of the questionnaire writes two underscores
        between question, row and column: "staff__full_time__women"."""
        for name in dict.fromkeys((heading, heading.replace("__", "/"))):
            steps = words.path_of(name)
            for at, step in enumerate(steps):
                question = self.ids.get(heading_key(step))
                if question and (found := self.codes.get((question, inner_key("/".join(steps[at + 1 :]))))):
                    yield found

    @staticmethod
    def _only(claims: Iterable[Claim]) -> Claim | None:
        found = set(claims)
        return found.pop() if len(found) == 1 else None


def headings_of(questionnaire: Questionnaire) -> Headings:
    """Everything the columns of this questionnaire may be headed. What two parts share names neither."""
    declared: list[tuple[str, PartKey]] = []
    whole: list[tuple[str, PartKey]] = []
    bases: list[tuple[str, str]] = []
    sides: list[tuple[str, tuple[str, str]]] = []
    ids: list[tuple[str, str]] = []
    headings = Headings({}, {}, {}, {}, {}, {}, {}, {}, {})
    for question in questionnaire.questions:
        names = [heading_key(name) for name in words.bases(question)]
        bases += [(name, question.id) for name in names]
        sides += [(name, (question.id, column)) for name, column in words.sides(question)]
        ids += [(heading_key(name), question.id) for name in (question.id, *question.headers)]
        parts = question.parts()
        one_column = len({part.column for part in parts}) == 1
        for part in parts:
            key = part.key
            if not (part.row or part.column):
                whole += [(name, key) for name in names]
                declared += [(heading_key(header), key) for header in question.headers]
                headings.codes[question.id, ""] = Claim(key)
            if part.row_words is not None and part.row_words.header and not part.column:
                declared.append((heading_key(part.row_words.header), key))
            for name in words.inner_names(part, one_column):
                headings.inner.setdefault((question.id, inner_key(name)), key)
            for name in words.inner_codes(part):
                headings.codes.setdefault((question.id, inner_key(name)), Claim(key))
            if part.answer.kind == "multi":
                _add_choices(headings, part, key)
                if len(parts) == 1:
                    headings.several[question.id] = key
        if isinstance(question, RankingQuestion):
            asked = Part(question.id, "", "", parts[0].answer)
            _add_choices(headings, asked, PartKey(question.id))
        if names_of_others := {words.remainder(heading_key(name)) for name in words.other_names(question)}:
            headings.others[question.id] = frozenset(names_of_others)
    headings.whole.update({**_unambiguous(whole), **_unambiguous(declared)})
    headings.bases.update(_unambiguous(bases))
    headings.sides.update(_unambiguous(sides))
    headings.ids.update(_unambiguous(ids))
    return headings


def name_of(questionnaire: Questionnaire, key: PartKey, option: str = "") -> str:
    """The heading by which people are told of a part, or of the column of one `option` of it (its words):
    "A8. 사무국 인력을 적어 주십시오. [상근 / 여]"."""
    question = questionnaire.question(key.question)
    row, column = _sides(questionnaire, key)
    if row is not None and row.header and not key.column:
        return row.header
    base = question.header or f"{question.no}. {question.ask.ko}"
    inner = inner_of(questionnaire, key, option)
    if row is not None and column is not None and column.header:
        base, inner = column.header, " / ".join(filter(None, (row.ko, option)))
    return f"{base} [{inner}]" if inner else base


def inner_of(questionnaire: Questionnaire, key: PartKey, option: str = "") -> str:
    """What stands in the brackets of that heading: "상근 / 여"."""
    sides = [one.ko for one in _sides(questionnaire, key) if one is not None]
    return " / ".join(filter(None, (*sides, option)))


def _sides(questionnaire: Questionnaire, key: PartKey) -> tuple[Option | None, Option | None]:
    """The words of the row and of the column that the key names."""
    for part in questionnaire.question(key.question).parts():
        if (part.row, part.column) == (key.row, key.column):
            return part.row_words, part.column_words
    return None, None


def _looked_up(names: dict[str, Target], key: str) -> Target | None:
    """What bears that name. A "?" may be any one sign, for Excel writes one into a CSV file for what CP949 lacks, such
    as "—"; letters and numbers must be the same, and only one may be meant."""
    if key in names or "?" not in key:
        return names.get(key)
    alike = {
        target
        for name, target in names.items()
        if len(name) == len(key)
        and all(
            one == other or (one == "?" and not other.isalnum()) for one, other in zip(key, name, strict=True)
        )
    }
    return alike.pop() if len(alike) == 1 else None


def _add_choices(headings: Headings, part: Part, key: PartKey) -> None:
    for option in part.answer.options:  # type: ignore[union-attr]  # of a part that has options
        claim = Claim(key, option.id)
        for name in words.choice_names(part, option):
            headings.choices.setdefault((part.question, inner_key(name)), claim)
        for name in words.choice_names(part, option, codes=True):
            headings.codes.setdefault((part.question, inner_key(name)), claim)


def _unambiguous(pairs: Iterable[tuple[str, Target]]) -> dict[str, Target]:
    found: dict[str, set[Target]] = defaultdict(set)
    for name, target in pairs:
        found[name].add(target)
    return {name: targets.pop() for name, targets in found.items() if name and len(targets) == 1}
