"""What a respondent is to be asked: the findings that are theirs to settle, each as a question of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from analysis.fieldwork.ask.beside import answered_beside
from analysis.fieldwork.ask.rules import GRAVITY
from analysis.fieldwork.ask.settled import Settled
from analysis.fieldwork.ask.words import (
    inner_of,
    name_of_question,
    options_asked,
    part_of,
    precision_asked,
    quoted,
    unit_asked,
)
from analysis.intake.columns.headings import inner_of as inner_on_form
from analysis.intake.personal import masked
from analysis.language import message
from analysis.language.text import normalise
from analysis.questionnaire.question import PartKey, Question
from analysis.questionnaire.routing import parse
from analysis.responses.finding import Finding
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing

_NAMES_ANOTHER = ("sum_differs", "sum_in_other_unit", "not_equal", "equal_in_other_unit", "date_order")
_REPLACED = ("answers_replaced", "form_answers_replaced")
_NEW = re.compile(r"'(.*?)' \(.*\)", re.DOTALL)  # of corrected: 'what is right' (why; who; date)
_OTHER = re.compile(r".*?: ('.*')", re.DOTALL)  # of form_copies_differ: the place: 'what stands there'
_CELLS = 10  # cells of a sum that are quoted
_BY_OTHERS = re.compile("조사자|면접원")  # in the title of a part of the form that is not the respondent's


@dataclass(frozen=True)
class Item:
    """One thing to ask.

    order    its place in the questionnaire
    text     the question as it stands in the note, without its number
    keys     the answers that the reply will put right
    """

    gravity: int
    order: int
    text: str
    keys: tuple[PartKey, ...]


def may_be_asked(question: Question, responses: Responses) -> bool:
    """Whether the respondent is the one to ask. Not who they are, nor how to reach them, nor what an interviewer
    wrote down."""
    by_others = any(
        section.id == question.section and _BY_OTHERS.search(section.ko)
        for section in responses.questionnaire.sections
    )
    return not (question.identifier or by_others or (question.private and not question.required))


def items(responses: Responses, language: str) -> dict[int, list[Item]]:
    """What the findings give to ask, by the position of the response that counts, or of the form that only has something
    beside its cells."""
    asking, settled = _Asking(responses, language), Settled(responses)
    found: dict[int, dict[Item, None]] = defaultdict(dict)  # what two findings ask alike is asked once
    for finding in responses.findings:
        if finding.rule in _REPLACED:
            for at in asking.whose(finding, PartKey("")):
                found[at].update(dict.fromkeys(asking.replaced(finding, at, settled.keys(at))))
        elif finding.rule in GRAVITY and (key := asking.key_of(finding)):
            for at in asking.whose(finding, key):
                item = asking.item(finding, key, at)
                if not settled.hides(finding.rule, at, item.keys):
                    found[at][item] = None
    return {at: list(of_respondent) for at, of_respondent in found.items()}


class _Asking:
    def __init__(self, responses: Responses, language: str) -> None:
        self.responses = responses
        self.questionnaire = responses.questionnaire
        self.language = language
        origin = responses.origin
        names = origin.respondent.to_pylist()
        self._asked = {names[at]: at for at in np.flatnonzero(origin.counted).tolist()}
        self._asked |= answered_beside(responses)
        self._earlier = defaultdict(list)
        for at in np.flatnonzero(origin.standing == Standing.REPLACED).tolist():
            self._earlier[names[at]].append(at)
        self._respondents = names
        self._corrected = {
            (finding.respondent, finding.question, finding.part): found[1]
            for finding in responses.findings
            if finding.rule == "corrected" and (found := _NEW.fullmatch(finding.hint))
        }
        self._order = {question.id: at for at, question in enumerate(self.questionnaire.questions)}
        self._questions = {
            question.no: question
            for question in self.questionnaire.questions
            if may_be_asked(question, responses)
        }

    def key_of(self, finding: Finding) -> PartKey | None:
        """The part that a finding is about; of the whole question its id alone; None where it is not to be asked."""
        question = self._questions.get(finding.question)
        if question is None:
            return None
        parts = question.parts()
        for part in parts:
            if finding.part and finding.part == inner_on_form(self.questionnaire, part.key):
                return part.key
        return parts[0].key if len(parts) == 1 else PartKey(question.id)

    def whose(self, finding: Finding, key: PartKey) -> Iterator[int]:
        """The responses that a finding is about. One that stands for many alike names none, and what is said of a
        form as a whole is its only respondent's."""
        if finding.respondent:
            if finding.respondent in self._asked:
                yield self._asked[finding.respondent]
        elif finding.alike > 1 and key in self.responses.answers:
            column, raw = self.responses.answers[key], self.responses.raw[key]
            for at in self._asked.values():
                doubts = {doubt.rule for doubt in column.at(at).doubts}
                if finding.rule in doubts and normalise(masked(raw.at(at).text)) == normalise(finding.value):
                    yield at
        else:
            sheets = self.responses.origin.sheets
            for at in self._asked.values():
                sheet = sheets[self.responses.origin.sheet[at]]
                if sheet.a_form and sheet.file == finding.file:
                    yield at

    def item(self, finding: Finding, key: PartKey, at: int) -> Item:
        part = part_of(self.questionnaire, key)
        question = self.questionnaire.question(key.question)
        whole = key not in self.responses.answers
        said = message(
            f"ask.item.{finding.rule}",
            self.language,
            value=quoted(finding.value),
            hint=self._hint(finding),
            unit=unit_asked(part, self.language),
            options=options_asked(part, self.language),
            precision=precision_asked(part, self.language),
            when=self._decided_by(question, key, at),
            cells=self._cells(question, at) if whole else "",
        )
        name = self._name(key)
        keys = tuple(one.key for one in question.parts()) if whole else (key,)
        return Item(GRAVITY[finding.rule], self._order[key.question], f"{name}: {said}", keys)

    def replaced(self, finding: Finding, at: int, settled: Collection[PartKey]) -> Iterator[Item]:
        """The answers that only an earlier response of the same respondent has, and that are not settled."""
        raw = self.responses.raw
        lines, keys = [], []
        for part in self.questionnaire.parts():
            question = self.questionnaire.question(part.question)
            if part.key in settled or question.no not in self._questions or raw[part.key].at(at).text.strip():
                continue
            given = self.responses.answers[part.key]
            earlier = [one for one in self._earlier[self._respondents[at]] if given.at(one).answered]
            if written := [raw[part.key].at(one).text for one in earlier]:
                said = {"question": self._name(part.key), "value": quoted(masked(written[-1]))}
                lines.append(message("ask.earlier", self.language, **said))
                keys.append(part.key)
        if lines:
            said = message(f"ask.item.{finding.rule}", self.language)
            yield Item(GRAVITY[finding.rule], -1, "\n".join((said, *lines)), tuple(keys))

    def _decided_by(self, question: Question, key: PartKey, at: int) -> str:
        """The answers by which this one was not to be given: "A6 운영 형태에 ‘직영’"."""
        column = next((one for one in getattr(question, "columns", ()) if one.id == key.column), None)
        if column is not None and column.ask_if:
            names = [(key.question, key.row, atom.name.question) for atom in parse(column.ask_if).atoms()]
        elif question.ask_if:
            names = [atom.name[:3] for atom in parse(question.ask_if).atoms()]
        else:
            names = []
        return ", ".join(self._decision(PartKey(*name), at) for name in dict.fromkeys(names))

    def _decision(self, named: PartKey, at: int) -> str:
        """A cell, or all that a condition names by the question, its rows or its columns."""
        keys = [
            key
            for key in self.responses.answers
            if all(a in ("", b) for a, b in zip(named, key, strict=True))
        ]
        value = ", ".join(dict.fromkeys(filter(None, (self._written(key, at) for key in keys))))
        return message(
            "ask.decided",
            self.language,
            question=self._name(named),
            value=value or message("ask.nothing", self.language),
        )

    def _name(self, key: PartKey) -> str:
        inner = (
            inner_of(part_of(self.questionnaire, key), self.language) if key in self.responses.answers else ""
        )
        return name_of_question(self.questionnaire.question(key.question), self.language, inner)

    def _written(self, key: PartKey, at: int) -> str:
        """What was answered, in the respondent's words; where it was put right since, what was right."""
        no = self.questionnaire.question(key.question).no
        respondent = self._respondents[at]
        corrected = self._corrected.get((respondent, no, inner_on_form(self.questionnaire, key)))
        return quoted(masked(self.responses.raw[key].at(at).text) if corrected is None else corrected)

    def _cells(self, question: Question, at: int) -> str:
        """What was written into the cells of a question, one after the other; "" where they are many."""
        cells = [(inner_of(part, self.language), self._written(part.key, at)) for part in question.parts()]
        shown = [f"{inner} {text}" for inner, text in cells if text]
        return message("ask.given", self.language, cells=", ".join(shown)) if len(shown) <= _CELLS else ""

    def _hint(self, finding: Finding) -> str:
        """What fills {hint}: of some findings only the part that is meant for people outside; of those that name
        another answer, its question in words too."""
        if finding.rule == "form_copies_differ":
            found = _OTHER.fullmatch(finding.hint)
            return (found[1] if found else finding.hint).strip("'")
        if finding.rule in _NAMES_ANOTHER:
            for part in self.questionnaire.parts():
                no = self.questionnaire.question(part.question).no
                inner = inner_on_form(self.questionnaire, part.key)
                name = f"{no} [{inner}] " if inner else f"{no} "
                if finding.hint.startswith(name):
                    return f"{self._name(part.key)} ‘{finding.hint.removeprefix(name)}’"
        return finding.hint
