"""A questionnaire as an XLSForm, for KoboToolbox and ODK; what such a form cannot ask is told.

Everything is called by its id, the cells of a table by question, row and column with two underscores between, so that the
answers that are downloaded ("XML values and headers") are read without another line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from analysis.language import message
from analysis.questionnaire.answer import Date, Money, Multi, Number, Scale, Single, Written
from analysis.questionnaire.question import (
    AllocationQuestion,
    GridQuestion,
    ImportancePerformanceQuestion,
    Part,
    PartKey,
    Question,
    RankingQuestion,
)
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.to_xlsform_logic import Logic, beside, constraint, options_of
from analysis.questionnaire.to_xlsform_words import (
    KO,
    LANGUAGES,
    Row,
    both,
    cell_label,
    code,
    joined,
    named,
    unit_hint,
)
from analysis.questionnaire.words import Words
from analysis.questionnaire.xlsform_words import unique

_OF_FORMS = frozenset(("single", "multi", "number", "date", "text", "open"))
_APPEARANCE = {"year": "year", "month": "month-year", "day": ""}


class XlsForm(NamedTuple):
    """The rows of the sheets of an XLSForm, and what it could not take, as sentences by language."""

    survey: list[Row]
    choices: list[Row]
    settings: list[Row]
    left_out: list[Words]


def to_xlsform(questionnaire: Questionnaire) -> XlsForm:
    """The form of a questionnaire."""
    writing = _Writing(questionnaire)
    for question in questionnaire.questions:
        writing.section_of(question)
        writing.question(question)
    writing.end_section()
    writing.tell_kinds()
    settings = {
        "form_title": questionnaire.title.ko,
        "form_id": f"{questionnaire.survey}_{questionnaire.year}",
        "version": str(questionnaire.year),
        "default_language": KO,
    }
    return XlsForm(writing.rows, writing.choices, [settings], writing.left_out)


@dataclass
class _Writing:
    """One pass over the questions."""

    questionnaire: Questionnaire
    rows: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)
    left_out: list[Words] = field(default_factory=list)
    lists: dict[str, str] = field(default_factory=dict)
    section: str = ""

    def __post_init__(self) -> None:
        self.parts = {part.key: part for part in self.questionnaire.parts()}
        self.names: dict[PartKey, str] = {}
        for key in self.parts:
            self.names[key] = unique(named("__".join(filter(None, key))), {*self.names.values()})
        self.logic = Logic(self.parts, self.names, code)

    def row(
        self, kind: str, name: str, label: Words | None = None, hint: Words | None = None, **more: str
    ) -> None:
        texts = {**both("label", label), **both("hint", hint)}
        self.rows.append(
            {"type": kind, "name": name, **texts, **{column: text for column, text in more.items() if text}}
        )

    def leave_out(self, question: Question, what: str, **fields: str) -> None:
        texts = (message(f"questionnaire.to_xlsform.{what}", language, **fields) for language in LANGUAGES)
        name = f"{question.id}({question.no})"
        said = (
            message("questionnaire.in_question", one, question=name, text=text)
            for one, text in zip(LANGUAGES, texts, strict=True)
        )
        self.left_out.append(Words(**dict(zip(LANGUAGES, said, strict=True))))

    def section_of(self, question: Question) -> None:
        """A section is a group; questions of none stand outside."""
        if question.section == self.section:
            return
        self.end_section()
        if question.section:
            words = next(one for one in self.questionnaire.sections if one.id == question.section)
            name = self.free(f"section_{question.section.lower()}")
            self.row(
                "begin_group",
                name,
                Words(ko=f"{words.id}. {words.ko}", en=words.en and f"{words.id}. {words.en}"),
            )
        self.section = question.section

    def end_section(self) -> None:
        if self.section:
            self.rows.append({"type": "end_group"})
        self.section = ""

    def free(self, name: str) -> str:
        """A name for what is no answer, which nothing else has."""
        return unique(named(name), {*self.names.values(), *(row.get("name", "") for row in self.rows)})

    def question(self, question: Question) -> None:
        relevant = self.logic.relevant(question.ask_if) if question.ask_if else ""
        label = Words(
            ko=f"{question.no}. {question.ask.ko}", en=question.ask.en and f"{question.no}. {question.ask.en}"
        )
        self.tell(question)
        parts = question.parts()
        if len(parts) == 1 and not (parts[0].row or parts[0].column):
            self.part(parts[0], label, question, relevant, question.note)
            self.own_words(question)
            return
        group = self.free(f"{question.id}__all")
        self.row("begin_group", group, label, relevant=relevant, appearance="field-list")
        if question.note:
            self.row("note", self.free(f"{group}__note"), question.note)
        block = ""
        for part in parts:
            if isinstance(question, GridQuestion | ImportancePerformanceQuestion):
                block = self.block(question, part, block)
            self.part(part, cell_label(part), question, self.within(question, part), None)
        self.own_words(question)
        self.rows.append({"type": "end_group"})

    def block(self, question: GridQuestion | ImportancePerformanceQuestion, part: Part, block: str) -> str:
        """The words of a block of rows, above its first row."""
        group = next(
            (group for group in question.row_groups if any(row.id == part.row for row in group.rows)), None
        )
        if group and group.words.id != block:
            self.row("note", self.free(f"{question.id}__{group.words.id}__note"), group.words)
        return group.words.id if group else ""

    def within(self, question: Question, part: Part) -> str:
        """When a cell is asked, where the column has a condition of its own."""
        columns = question.columns if isinstance(question, GridQuestion) else ()
        condition = next((column.ask_if for column in columns if column.id == part.column), None)
        return self.logic.relevant(condition, part.key) if condition else ""

    def part(self, part: Part, label: Words, question: Question, relevant: str, note: Words | None) -> None:
        """One answer."""
        answer, name = part.answer, self.names[part.key]
        more: dict[str, str] = {"relevant": relevant, "constraint": self.constraint(question, part)}
        if question.required:
            more["required"] = "yes"
        kind, hint = "text", note
        match answer:
            case Single() | Scale():
                kind = f"select_one {self.listed(part, name)}"
            case Multi():
                kind = f"select_multiple {self.listed(part, name)}"
            case Number() | Money():
                kind, hint = "decimal", joined(note, unit_hint(answer))
            case Date():
                kind, more["appearance"] = "date", _APPEARANCE[answer.precision]
            case Written(kind="open"):
                more["appearance"] = "multiline"
        if more["constraint"]:
            more |= both("constraint_message", self.asked(question, answer))
        self.row(kind, name, label, hint, **more)

    def own_words(self, question: Question) -> None:
        """One line in which 기타 and the like are spelt out, where one of them is chosen."""
        others = [(part, option) for part in question.parts() for option in options_of(part) if option.other]
        if not others:
            return
        if isinstance(question, GridQuestion):
            self.leave_out(question, "own_words", option=others[0][1].ko)
            return
        chosen = (f"selected(${{{self.names[part.key]}}}, '{code(part, option)}')" for part, option in others)
        self.row("text", self.free(f"{question.id}_other"), others[0][1], relevant=" or ".join(chosen))

    def listed(self, part: Part, name: str) -> str:
        """The name of the list of choices; those alike are one."""
        rows = [{"name": code(part, option), **both("label", option)} for option in options_of(part)]
        if isinstance(part.answer, Scale) and part.answer.not_applicable:
            rows.append(
                {"name": beside(part.answer.not_applicable), **both("label", part.answer.not_applicable)}
            )
        found = self.lists.setdefault(repr(rows), name)
        if found == name:
            self.choices += [{"list_name": name, **row} for row in rows]
        return found

    def constraint(self, question: Question, part: Part) -> str:
        """What the answer has to fulfil, alone and beside those before it."""
        if isinstance(question, RankingQuestion):
            before = [
                key
                for key in self.parts
                if key.question == question.id and int(key.column) < int(part.column)
            ]
            return " and ".join(f". != ${{{self.names[key]}}}" for key in before)
        if isinstance(question, AllocationQuestion) and part.row == question.rows[-1].id:
            others = [
                f"coalesce(${{{self.names[PartKey(question.id, row.id)]}}}, 0)" for row in question.rows[:-1]
            ]
            total = " + ".join([".", *others])
            low, high = question.total - question.tolerance, question.total + question.tolerance
            return f". >= 0 and {total} >= {low:g} and {total} <= {high:g}"
        alone = [code(part, option) for option in options_of(part) if option.exclusive]
        after = getattr(question, "after", None)
        return constraint(part.answer, alone, self.names[PartKey(after)] if after else "")

    def asked(self, question: Question, answer: Any) -> Words:
        """What the form says where an answer does not do."""
        what = question.kind if question.kind in ("ranking", "allocation") else answer.kind
        fields = (
            {"total": f"{question.total:g}{question.unit.ko}"}
            if isinstance(question, AllocationQuestion)
            else {}
        )
        return Words(
            **{one: message(f"questionnaire.to_xlsform.must.{what}", one, **fields) for one in LANGUAGES}
        )

    def tell_kinds(self) -> None:
        """Which questions are of no kind that a form has, and come back as others where somebody reads the form and
        not the questionnaire."""
        names = [f"{one.id}({one.no})" for one in self.questionnaire.questions if one.kind not in _OF_FORMS]
        if names:
            key, told = "questionnaire.to_xlsform.kinds", ", ".join(names)
            self.left_out.append(Words(**{one: message(key, one, questions=told) for one in LANGUAGES}))

    def tell(self, question: Question) -> None:
        """What holds of the answers and the form does not see to."""
        kinds = {getattr(part.answer, "approximate", False) for part in question.parts()}
        if True in kinds:
            self.leave_out(question, "approximate")
        for what in ("equals", "adds_up_to"):
            if fits := getattr(question, what, None):
                self.leave_out(question, "fits", other=fits.question)
        if question.id[0].isdigit():
            self.leave_out(question, "digit", name=self.names[question.parts()[0].key])
