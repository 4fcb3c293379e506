"""Reads an XLSForm (KoboToolbox, ODK): its questions become those of a questionnaire.

What is on the form and cannot be carried over (repeated groups, calculations, conditions that compare two answers, …) is
told in remarks, never lost in silence. The answers of such a form hold codes: an option's code is its `header`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from analysis.questionnaire.problem import Problem, QuestionnaireError
from analysis.questionnaire.questionnaire import Remark
from analysis.questionnaire.routing import RESERVED
from analysis.questionnaire.source import Mapping, Sequence
from analysis.questionnaire.xlsform_book import Line, read_book
from analysis.questionnaire.xlsform_expression import NotExpressible
from analysis.questionnaire.xlsform_logic import Asked, condition, limits
from analysis.questionnaire.xlsform_words import Languages, id_of, unique

KINDS = {"integer": "number", "decimal": "number", "range": "number", "date": "date", "text": "text"}
KINDS |= {"select_one": "single", "select_multiple": "multi"}
# What a device writes down by itself, and what is shown and not asked: columns without a question.
SILENT = frozenset(
    "start end today deviceid username phonenumber subscriberid simserial email audit start-geopoint note".split()
)
# Columns that the server adds.
ADDED = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
    "_tags", "_index", "meta/instanceID", "formhub/uuid",
)  # fmt: skip
_BRACKET = re.compile(r"(?P<side>begin|end)[_ ](?P<what>group|repeat)")
_SELECT = re.compile(r"\Aselect (one|multiple)\b")
MOST_SECTIONS = 26


class Form(NamedTuple):
    """What a form gives a questionnaire: its fields (sections, ignore_columns, questions, and a title where the form
    has one) as a questionnaire file would have them, and what could not be carried over."""

    fields: Mapping
    remarks: tuple[Remark, ...]


@dataclass
class _Group:
    """A group that is open: its name, whether it repeats, and when it is asked."""

    name: str
    repeats: bool
    relevant: str


@dataclass
class _Reading:
    """One pass over a form."""

    languages: Languages
    lists: dict[str, list[Line]]
    questions: Sequence = field(default_factory=lambda: Sequence(1))
    sections: Mapping = field(default_factory=lambda: Mapping(1))
    ignored: list[str] = field(default_factory=lambda: [*ADDED])
    remarks: list[Remark] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    groups: list[_Group] = field(default_factory=list)
    section: str = ""

    def remark(self, what: str, line: Line, text: str) -> None:
        name = line.cells.get("name", "")
        self.remarks.append(Remark(row=line.number, question=name, what=what, text=text))

    def line(self, line: Line) -> None:
        """A row of the survey sheet."""
        written = " ".join(line.cells.get("type", "").split())
        kind, _, rest = _SELECT.sub(r"select_\1", written).partition(" ")
        if bracket := _BRACKET.fullmatch(written):
            self.group(bracket["side"] == "begin", bracket["what"] == "repeat", line)
        elif any(group.repeats for group in self.groups) or kind in SILENT:
            self.ignored += self.headings(line)
        elif kind in KINDS:
            self.question(kind, rest, line)
        elif kind:
            self.ignored += self.headings(line)
            self.remark("type", line, written)

    def group(self, begins: bool, repeats: bool, line: Line) -> None:
        if not begins:
            if self.groups:
                self.groups.pop()
            self.section = self.section if self.groups else ""
            return
        if repeats:
            self.remark("type", line, line.cells["type"])
        elif not self.groups and len(self.sections) < MOST_SECTIONS:
            self.section = chr(ord("A") + len(self.sections))
            words = self.languages.words(line.cells, "label", line.cells.get("name", "-"))
            self.sections[self.section] = words
            self.sections.lines[self.section] = line.number
        self.groups.append(_Group(line.cells.get("name", ""), repeats, line.cells.get("relevant", "")))

    def headings(self, line: Line) -> list[str]:
        """What the column of a question may be headed: its name, or the groups that it is in before it."""
        name = line.cells.get("name", "")
        within = "/".join([*(group.name for group in self.groups if group.name), name])
        return list(dict.fromkeys([name, within])) if name else []

    def question(self, kind: str, rest: str, line: Line) -> None:
        cells = line.cells
        name = cells.get("name", "")
        found: dict[str, Any] = {
            "id": unique(id_of(name), {asked.id for asked in self.asked.values()} | RESERVED),
            "no": name,
            "section": self.section,
            "kind": KINDS[kind],
            "ask": self.languages.words(cells, "label", name),
            "header": self.headings(line),
        }
        if kind == "text" and "multiline" in cells.get("appearance", ""):
            found["kind"] = "open"
        if note := self.languages.words(cells, "hint", ""):
            found["note"] = note
        codes: dict[str, str] = {}
        if found["kind"] in ("single", "multi"):
            list_name, _, more = rest.partition(" ")
            options = self.options(list_name, "or_other" in more, line)
            if not options:
                self.ignored += self.headings(line)
                self.remark("type", line, cells["type"])
                return
            codes = {option["header"]: option_id for option_id, option in options.items()}
            found["options"] = options
            if found["kind"] == "multi":
                found["separator"] = " "
        everywhere_clear = self.asked_if(found, line)
        if everywhere_clear and cells.get("required", "").lower() in ("yes", "true", "true()"):
            found["required"] = True
        self.constrain(found, codes, kind, line)
        for column in ("calculation", "choice_filter"):
            if column in cells:
                self.remark(column, line, cells[column])
        self.asked[name] = Asked(found["id"], found["kind"], codes)
        self.add(found, line)
        if kind.startswith("select") and "or_other" in rest:
            self.own_words(found, line)

    def add(self, fields: dict[str, Any], line: Line) -> None:
        self.questions.append(Mapping.on(line.number, fields))
        self.questions.lines.append(line.number)

    def own_words(self, question: dict[str, Any], line: Line) -> None:
        """The column in which a form of "or_other" has what was written."""
        names = [f"{heading}_other" for heading in question["header"]]
        taken = {asked.id for asked in self.asked.values()}
        fields = {
            "id": unique(f"{question['id']}_other", taken),
            "no": names[0],
            "section": self.section,
            "kind": "text",
            "ask": {
                "ko": f"{question['ask']['ko']} - 기타",
                "en": f"{question['ask'].get('en', names[0])} - other",
            },
            "header": names,
        }
        self.asked[names[0]] = Asked(fields["id"], "text", {})
        self.add(fields, line)

    def asked_if(self, found: dict[str, Any], line: Line) -> bool:
        """Sets `ask_if` from the question's own condition and those of its groups; False where one was left out."""
        written, whole = [], True
        for text in [*(group.relevant for group in self.groups), line.cells.get("relevant", "")]:
            if text:
                try:
                    written.append(condition(text, self.asked))
                except NotExpressible:
                    whole = False
                    self.remark("relevant", line, text)
        if written:
            alone = len(written) == 1
            found["ask_if"] = " and ".join(
                one if alone or " or " not in one else f"({one})" for one in written
            )
        return whole

    def constrain(self, found: dict[str, Any], codes: dict[str, str], kind: str, line: Line) -> None:
        text = line.cells.get("constraint", "")
        if not text:
            return
        try:
            limit = limits(text, kind == "integer")
            numbers = limit.least is not None or limit.most is not None
            unfit = numbers and found["kind"] != "number" or limit.choices and found["kind"] != "multi"
            alone = [code for code in limit.alone if code in codes]
            if unfit or (limit.alone and not alone):
                raise NotExpressible(text)
        except NotExpressible:
            self.remark("constraint", line, text)
            return
        limited = {"min": limit.least, "max": limit.most, "max_choices": limit.choices}
        found |= {name: value for name, value in limited.items() if value is not None}
        for code in alone if found["kind"] == "multi" else ():
            found["options"][codes[code]]["exclusive"] = True

    def options(self, list_name: str, or_other: bool, line: Line) -> Mapping:
        """The options of a list by id; their labels told apart where two are the same."""
        options = Mapping(line.number)
        labels: set[str] = set()
        codes: set[str] = set()
        for choice in self.lists.get(list_name, ()):
            code = choice.cells.get("name") or choice.cells.get("value", "")
            if not code or code in codes:
                self.remark("choices", line, f"{list_name}: {code or '-'}")
                continue
            codes.add(code)
            words = self.languages.words(choice.cells, "label", code)
            label = " ".join(words["ko"].casefold().split())
            if label in labels:
                words = {language: f"{text} ({code})" for language, text in words.items()}
                self.remark("choices", line, words["ko"])
            labels.add(label)
            option_id = unique(id_of(code), RESERVED.union(options))
            options[option_id] = {**words, "header": code}
            options.lines[option_id] = choice.number
        if or_other and options and "other" not in codes:
            options["other"] = {"ko": "기타", "en": "Other", "header": "other"}
            options.lines["other"] = line.number
        return options


def read_form(path: Path) -> Form:
    """The questions of an XLSForm. Raises QuestionnaireError for a workbook that is none."""
    book = read_book(path)
    if "survey" not in book:
        raise QuestionnaireError(path, [Problem("form_no_survey")])
    settings = next((line.cells for line in book.get("settings", ())), {})
    lists: dict[str, list[Line]] = {}
    for line in book.get("choices", ()):
        lists.setdefault(line.cells.get("list_name") or line.cells.get("list name", ""), []).append(line)
    reading = _Reading(Languages(settings.get("default_language", "")), lists)
    for line in book["survey"]:
        reading.line(line)
    if not reading.questions:
        raise QuestionnaireError(path, [Problem("form_no_survey")])
    fields = Mapping.on(
        1, {"sections": reading.sections, "ignore_columns": reading.ignored, "questions": reading.questions}
    )
    if title := settings.get("form_title"):
        fields["title"], fields.lines["title"] = title, 1
    return Form(fields, tuple(reading.remarks))
