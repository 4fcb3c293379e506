"""What is printed on a form as it is sent, sheet by sheet: known by making one."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from analysis.form.code import code_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.forms.hangul_fields import fields_in
from analysis.intake.forms.returned import LooseText, ReturnedForm, Spot
from analysis.intake.forms.workbook_form import form_in
from analysis.language.text import match_key
from analysis.questionnaire.questionnaire import Questionnaire

SOMEBODY = "\u2603"  # stands where the form says to whom it was sent; no name holds it

Cover = Literal["anybody", "somebody", "known"]


class Printed:
    """The form of a questionnaire in one language and of one kind, with all that may stand on it.

    hangul  whether it is the Hangul document; else the workbook
    cover   whom it is sent to: to "anybody", to "somebody", or to somebody of whom every answer is "known"
    """

    def __init__(
        self, questionnaire: Questionnaire, language: str, hangul: bool = False, cover: Cover = "known"
    ) -> None:
        self.questionnaire, self.language, self.hangul, self.cover = questionnaire, language, hangul, cover

    @cached_property
    def covers(self) -> tuple[Printed, ...]:
        """The same form with every cover that differs in what is printed: those of the Hangul document do."""
        others: tuple[Cover, ...] = ("somebody", "anybody") if self.hangul else ()
        return (self, *(Printed(self.questionnaire, self.language, self.hangul, cover) for cover in others))

    @cached_property
    def form(self) -> ReturnedForm:
        """The form as it would come back."""
        plan = plan_of(self.questionnaire, self.language)
        known = dict.fromkeys((field.name for field in plan.fields), SOMEBODY) if self.cover == "known" else {}
        name = "" if self.cover == "anybody" else SOMEBODY
        if self.hangul:
            content = write_hangul_form(plan, code_of(self.questionnaire), known, name)
        else:
            content = write_form(plan, known, name=name)
        read = fields_in if self.hangul else form_in
        form = read(io.BytesIO(content), "", len(content))
        assert form is not None  # its cells have names
        return form

    @cached_property
    def choices(self) -> frozenset[str]:
        """What may be chosen: printed, and yet perhaps an answer."""
        cells = plan_of(self.questionnaire, self.language).cells
        named = (cell.field.option.text(self.language) for cell in cells if cell.field.option)
        return frozenset(map(match_key, (*named, *(text for cell in cells for text in cell.choices))))

    @cached_property
    def texts(self) -> Mapping[str, Counter[str]]:
        """Of every sheet the texts, as they are compared, with how often each stands there."""
        return {sheet: Counter(match_key(one.text) for one in texts) for sheet, texts in self.spots.items()}

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(key for texts in self.texts.values() for key in texts)

    @cached_property
    def spots(self) -> Mapping[str, list[LooseText]]:
        return by_sheet(self.form.loose)

    @cached_property
    def names(self) -> Mapping[str, dict[str, Spot]]:
        return names_by_sheet(self.form)


def by_sheet(loose: Iterable[LooseText]) -> dict[str, list[LooseText]]:
    found: dict[str, list[LooseText]] = defaultdict(list)
    for one in loose:
        found[one.spot.sheet].append(one)
    return found


def names_by_sheet(form: ReturnedForm) -> dict[str, dict[str, Spot]]:
    """Of every sheet the names of its cells, with where each stands."""
    found: dict[str, dict[str, Spot]] = defaultdict(dict)
    for cell in form.cells:
        if cell.spot:
            found[cell.spot.sheet][cell.name] = cell.spot
    return found
