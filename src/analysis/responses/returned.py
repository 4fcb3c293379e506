"""What is to be said of a form that came back: what happened to it on the way, and what stands beside its cells."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from analysis.form.fields import Field, fields_of
from analysis.intake.columns.headings import name_of
from analysis.intake.forms.form_sheet import FormSheet
from analysis.intake.forms.returned import ReturnedForm, Spot
from analysis.intake.forms.stray import Astray
from analysis.intake.sheet import reference
from analysis.language.text import match_key
from analysis.questionnaire.question import PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import NOT_SHOWN, Finding
from analysis.responses.layout import column_findings
from analysis.responses.rules import SEVERITY


def returned_findings(
    form: ReturnedForm, read: FormSheet, questionnaire: Questionnaire, besides: Astray, usual: Container[str]
) -> Iterator[Finding]:
    """read: what `sheet_of_form` made of the form; besides: what is not printed on it; usual: of that what stands on
    most forms."""

    def found(rule: str, **fields: str) -> Finding:
        return Finding(SEVERITY[rule], rule, survey=questionnaire.survey, file=form.file, **fields)

    if form.code is None:
        yield found("form_no_code", value=form.code_text)
    elif not read.current:
        yield found("form_other_version")
    concealed = {field.name for field in read.concealed}
    read_though_hidden = {cell.spot.sheet for cell in form.cells if cell.spot and cell.name in concealed}
    for sheet in form.hidden:
        if sheet not in read_though_hidden:
            yield found("hidden_sheet", sheet=sheet, hint=", ".join(_sheets(form)))
    for sheet in read.copied:
        yield found("form_sheet_copied", sheet=sheet)
    for rule, fields in (
        ("form_cell_lost", read.lost),
        ("form_cell_merged", read.merged),
        ("form_answer_hidden", read.concealed),
    ):
        for key, options in _by_part(fields, read, questionnaire).items():
            name = name_of(questionnaire, key, ", ".join(options))
            no = questionnaire.question(key.question).no
            yield found(rule, value=name, question=no, cell=_place(read, key))
    for key, used, other in read.differing:
        question = questionnaire.question(key.question)
        yield found(
            "form_copies_differ",
            question=question.no,
            cell=used.place,
            value=_shown(question, used.cell.text),
            hint=f"{other.place}: '{_shown(question, other.cell.text)}'",
        )
    for cell in read.strange:
        yield found("form_cell_strange", cell=cell.place, value=cell.cell.text.strip())
    yield from _astray(form, questionnaire, besides, usual)
    told = {field.part.key for field in read.lost}
    yield from column_findings(read.matching, questionnaire, told)


def reworded(
    questionnaire: Questionnaire, several: Sequence[Astray], usual: Container[str]
) -> Iterator[Finding]:
    """That the forms are worded otherwise than they would be now, told once."""
    texts = {
        match_key(one.text): one.text
        for besides in several
        for one, _ in (*besides.changed, *besides.stray, *besides.comments)
        if match_key(one.text) in usual
    }
    if texts:
        rule, example = "form_reworded", next(iter(texts.values()))
        yield Finding(SEVERITY[rule], rule, questionnaire.survey, value=example, hint=f"{len(texts):,}")


def _astray(
    form: ReturnedForm, questionnaire: Questionnaire, besides: Astray, usual: Container[str]
) -> Iterator[Finding]:
    def found(rule: str, spot: Spot, **fields: str) -> Finding:
        about = {"survey": questionnaire.survey, "file": form.file, "sheet": spot.sheet}
        cell = "" if rule == "form_sheet_added" else reference(spot.row, spot.column)
        return Finding(SEVERITY[rule], rule, cell=cell, **about, **fields)

    fields = {field.name: field for field in fields_of(questionnaire)}
    for one in besides.added:
        yield found("form_sheet_added", one.spot, value=one.text)
    for one, before in besides.changed:
        if match_key(one.text) not in usual:
            yield found("form_text_changed", one.spot, value=one.text, hint=before)
    strays = [("form_stray_text", *one) for one in besides.stray]
    strays += [("form_comment", *one) for one in besides.comments]
    for rule, one, nearest in strays:
        if match_key(one.text) in usual:
            continue
        near = fields.get(nearest.name) if nearest else None
        if near is None:
            yield found("form_stray_note", one.spot, value=one.text)
        else:
            key = near.part.key
            question = questionnaire.question(key.question)
            about = {"hint": name_of(questionnaire, key), "question": question.no}
            yield found(rule, one.spot, value=_shown(question, one.text), **about)


def _shown(question: Question, text: str) -> str:
    """What no finding repeats is the contact of a person, in whatever words."""
    return NOT_SHOWN if question.private and not question.identifier else text.strip()


def _sheets(form: ReturnedForm) -> list[str]:
    """The sheets that hold the answers."""
    return list(dict.fromkeys(cell.spot.sheet for cell in form.cells if cell.spot and not cell.hidden))


def _place(read: FormSheet, key: PartKey) -> str:
    """Where the part stands on the form; "" where nothing of it does any more."""
    matching = read.matching
    return matching.sheet.places[matching.columns[key]] if key in matching.columns else ""


def _by_part(
    fields: Sequence[Field], read: FormSheet, questionnaire: Questionnaire
) -> dict[PartKey, list[str]]:
    """The parts of these cells, with the options of those that have a cell an option; a question of which nothing is
    left as a whole."""
    found: dict[PartKey, list[str]] = {}
    for field in fields:
        question = field.part.question
        left = any(part.key in read.matching.columns for part in questionnaire.question(question).parts())
        options = found.setdefault(field.part.key if left else PartKey(question), [])
        if field.option and left:
            options.append(field.option.ko)
        elif field.own_words and left:
            options += [one.ko for one in field.part.answer.options if one.other]  # type: ignore[union-attr]
    return {key: list(dict.fromkeys(options)) for key, options in found.items()}
