"""The questions of a draft while they are being made to fit: which columns, and under which names they are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.draft.grouping import Column, Group, one
from analysis.draft.options import is_other
from analysis.draft.questions import Asking, Fields, fields_of
from analysis.draft.scales import FoundScale
from analysis.draft.wording import Wording, is_number_alone, question_id, wording
from analysis.intake.columns.heading_words import heading_key
from analysis.intake.sheet import Sheet
from analysis.questionnaire.question import KINDS, Question
from analysis.questionnaire.words import Words

_LONGEST_OTHER = 60  # characters of "기타" and what asks to write there
_WRITABLE = ("single", "multi")


@dataclass(frozen=True)
class Plan:
    """One question to be made.

    own_words  the column beside it in which 기타 is spelt out
    headed     whether the headings of its columns are declared, for its wording alone did not find them
    variable   what the file calls it, where that is a name and no wording
    """

    group: Group
    fields: Fields
    own_words: Column | None = None
    headed: bool = False
    variable: str = ""

    @property
    def columns(self) -> set[int]:
        return self.group.columns() | ({self.own_words.at} if self.own_words else set())


@dataclass(frozen=True)
class Named:
    """A question that was made, with its plan."""

    question: Question
    plan: Plan


def plans_of(sheet: Sheet, groups: Sequence[Group]) -> list[Plan]:
    """A plan for every group, columns of own words with the question that they belong to."""
    beside = _own_words(groups)
    spoken = {column.at for column in beside.values()}
    left = [group for group in groups if group.columns() - spoken]
    found = _read(sheet, left, beside, ())
    scales = tuple(dict.fromkeys(scale for plan in found for scale in plan.fields.scales if not scale.added))
    return _read(sheet, left, beside, scales) if scales else found


def _read(
    sheet: Sheet, groups: Iterable[Group], beside: dict[int, Column], scales: tuple[FoundScale, ...]
) -> list[Plan]:
    plans: list[Plan] = []
    for group in groups:
        own = beside.get(group.first)
        fields = fields_of(group, Asking(sheet, scales, own is not None))
        parts = (group,) if fields else group.apart()
        for part in parts:
            its = fields or fields_of(part, Asking(sheet, scales))
            assert its is not None  # a column alone is always a question
            writable = own is not None and its.kind in _WRITABLE and bool(fields)
            plans.append(Plan(part, its, own if writable else None))
            if own is not None and not writable:
                plans.append(alone(sheet, own))
                own = None
    return plans


def alone(sheet: Sheet, column: Column) -> Plan:
    """A column as a question of its own."""
    group = one(column)
    fields = fields_of(group, Asking(sheet))
    assert fields is not None
    return Plan(group, fields)


def _own_words(groups: Sequence[Group]) -> dict[int, Column]:
    """For the first column of a question the column in which its 기타 is spelt out: "A4. 기타(직접 기재)", "A4. … [기타]", or
    no more than "기타" immediately to the right."""
    numbers: dict[str, int] = {}
    bases: dict[str, int] = {}
    found: dict[int, Column] = {}
    before: Group | None = None
    for group in groups:
        column = group.items[0].column
        asked = wording(group.base)
        behind = _question_before(group.base, bases)
        at = None
        if group.shape == "one" and behind is not None:
            at = behind
        elif group.shape == "one" and is_other(asked.text):
            right = before is not None and max(before.columns()) == column.at - 1
            at = numbers.get(asked.number) if asked.number else before.first if right and before else None
        if at is not None and at not in found:
            found[at] = column
            continue
        before = group
        numbers.setdefault(asked.number, group.first)
        bases[heading_key(group.base)] = group.first
    return found


def _question_before(heading: str, bases: Mapping[str, int]) -> int | None:
    """The first column of the question whose heading this one repeats, with no more behind it than 기타. bases: the
    heading of every question so far → its first column."""
    key = heading_key(heading)
    for end in range(max(1, len(key) - _LONGEST_OTHER), len(key)):
        if key[:end] in bases and is_other(key[end:].strip("[]()-–:_/ ")):
            return bases[key[:end]]
    return None


def named(plans: Sequence[Plan]) -> list[Named]:
    """The questions, each with a name and a printed number of its own."""
    made: list[Named] = []
    ids: dict[str, None] = {}
    taken = {_key(_asked(plan).number) for plan in plans}
    used: set[str] = set()
    for position, plan in enumerate(plans, start=1):
        asked = _asked(plan)
        number = asked.number
        if not number or _key(number) in used:
            number = next(one for at in range(position, 10**9) if _key(one := f"Q{at}") not in taken)
        used.add(_key(number))
        taken.add(_key(number))
        name = question_id(Wording(plan.variable, "") if plan.variable else asked, position, ids)
        ids[name] = None
        fields = _headed(plan, plan.fields.fields) | {"id": name, "no": number, "ask": Words(ko=asked.text)}
        for field in fields.keys() & {"rows", "columns"}:  # each kind of question has its own model of them
            fields[field] = [dict(one) for one in fields[field]]
        made.append(Named(KINDS[plan.fields.kind].model_validate(fields), plan))
    return made


def _asked(plan: Plan) -> Wording:
    heading = plan.group.base
    if plan.variable:
        return Wording(plan.variable, heading)
    return Wording(heading.rstrip(".):"), heading) if is_number_alone(heading) else wording(heading)


def _key(number: str) -> str:
    return "".join(number.casefold().split())


def _headed(plan: Plan, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the headings of the file declared, where they have to be."""
    if not plan.headed:
        return {**fields}
    by_row = {item.row: item.column.heading for item in plan.group.items}
    rows = fields.get("rows", ())
    if rows and plan.group.sides == [""]:
        return fields | {"rows": tuple(row.model_copy(update={"header": by_row[row.ko]}) for row in rows)}
    return fields | {"header": (plan.group.base,)}


def mended(sheet: Sheet, plan: Plan) -> list[Plan]:
    """Another way to say which columns a question has, after the last one did not find them; none where there is no
    other."""
    if not plan.headed:
        return [replace(plan, headed=True)]
    if plan.own_words:
        return [replace(plan, own_words=None), replace(alone(sheet, plan.own_words), headed=True)]
    if plan.group.shape != "one":
        return [replace(alone(sheet, part.items[0].column), headed=True) for part in plan.group.apart()]
    return []
