"""The files that came back are opened: what of them holds answers, what is to be said of each, which cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from analysis.intake.columns.matching import Matching, choose_sheets
from analysis.intake.columns.of_design import refuse_without_design
from analysis.intake.entry import entries, no_first_entry
from analysis.intake.errors import IntakeError
from analysis.intake.forms.form_sheet import FormSheet, sheet_of_form
from analysis.intake.forms.lost_names import refuse_lost_names
from analysis.intake.forms.printed import Printed
from analysis.intake.forms.read_form import read_form
from analysis.intake.forms.returned import ReturnedForm
from analysis.intake.forms.stray import Astray, astray, comments_on, is_written_beside, usual_texts
from analysis.intake.read import read_answers
from analysis.language import LANGUAGES
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.chosen import labels_of
from analysis.responses.finding import Finding
from analysis.responses.layout import entry_findings, layout_findings
from analysis.responses.returned import returned_findings, reworded


class Opened(NamedTuple):
    """A file that can be read: its sheets of answers, and what is to be said of it as a whole.

    second  papers that were typed in once more: no answers, but what the first entry is compared with
    """

    matchings: tuple[Matching, ...]
    findings: tuple[Finding, ...]
    second: tuple[Matching, ...] = ()


class Unreadable(NamedTuple):
    """A file that cannot, and why."""

    file: str
    error: IntakeError


def open_files(
    questionnaire: Questionnaire, files: Iterable[Path]
) -> tuple[tuple[Opened, ...], tuple[Unreadable, ...]]:
    """The files that can be read, and those that cannot: one of them hides no other."""
    known = _known_words(questionnaire)
    prints = [Printed(questionnaire, language, hangul) for hangul in (False, True) for language in LANGUAGES]
    found: list[Opened | _OpenForm] = []
    unreadable = []
    for path in files:
        try:
            one = _open_form(path, questionnaire, prints) or _open_answers(path, questionnaire, known)
            _refuse_without_design(one, questionnaire)
            found.append(one)
        except IntakeError as error:
            unreadable.append(Unreadable(path.name, error))
    opened = list(_with_findings(found, questionnaire))
    if not any(matching.serial is not None for file in opened for matching in file.matchings):
        alone = [file for file in opened if file.second]
        names = [file.second[0].sheet.file for file in alone]
        unreadable += [Unreadable(name, no_first_entry(name)) for name in names]
        opened = [file for file in opened if not file.second]
    return tuple(opened), tuple(unreadable)


class _OpenForm(NamedTuple):
    """A form that one respondent filled in; besides: what stands on it and is not printed there."""

    form: ReturnedForm
    read: FormSheet
    besides: Astray


def _open_form(path: Path, questionnaire: Questionnaire, prints: Sequence[Printed]) -> _OpenForm | None:
    """None for any file that is no form."""
    form = read_form(path)
    if form is None:
        return None
    read = sheet_of_form(form, questionnaire)
    besides = astray(form, prints) if read.current and form.loose else Astray()
    besides.comments = comments_on(form)
    return _OpenForm(form, read, besides)


def _with_findings(found: Sequence[Opened | _OpenForm], questionnaire: Questionnaire) -> Iterator[Opened]:
    """Forms are compared with each other before anything is said of one of them."""
    besides = [one.besides for one in found if isinstance(one, _OpenForm)]
    usual = usual_texts(besides)
    once = tuple(reworded(questionnaire, besides, usual))
    for one in found:
        if isinstance(one, _OpenForm):
            said = returned_findings(one.form, one.read, questionnaire, one.besides, usual)
            yield Opened((_with_beside(one, usual),), (*once, *said))
            once = ()
        else:
            yield one


def _with_beside(form: _OpenForm, usual: Container[str]) -> Matching:
    """The answers of the form, which is not untouched where anything was written beside its cells."""
    matching = form.read.matching
    if matching.form is None or not is_written_beside(form.besides, usual):
        return matching
    return replace(matching, form=replace(matching.form, untouched=False, beside=True))


def _open_answers(path: Path, questionnaire: Questionnaire, known: Collection[str]) -> Opened:
    answers = read_answers(path, known, questionnaire.encoding)
    if typed := entries(answers, questionnaire):
        first, second = (tuple(one.matching for one in typed if one.turn == turn) for turn in (1, 2))
        return Opened(first, tuple(entry_findings(typed, questionnaire)), second)
    try:
        read, unread = choose_sheets(answers, questionnaire)
    except IntakeError:
        refuse_lost_names(answers, questionnaire)
        raise
    return Opened(read, tuple(layout_findings(answers, read, unread, questionnaire)))


def _refuse_without_design(one: Opened | _OpenForm, questionnaire: Questionnaire) -> None:
    """A response of which nobody knows how it was drawn has no place in an estimate."""
    if drawn := questionnaire.sample.design:
        for matching in [one.read.matching] if isinstance(one, _OpenForm) else one.matchings:
            refuse_without_design(matching, drawn.headings)


def refuse(unreadable: Sequence[Unreadable]) -> None:
    """Raise one IntakeError that names all of these files, if there are any.

    A report without them would lack answers, and nobody would see that it does.
    """
    if len(unreadable) == 1:
        raise unreadable[0].error
    if unreadable:
        said = {
            language: " / ".join(
                f"({at}) {one.error.words(language)}" for at, one in enumerate(unreadable, 1)
            )
            for language in ("ko", "en")
        }
        raise IntakeError(
            f"읽을 수 없는 파일이 {len(unreadable)}개 있습니다. {said['ko']}",
            f"{len(unreadable)} files cannot be read. {said['en']}",
        )


def _known_words(questionnaire: Questionnaire) -> frozenset[str]:
    """Wordings, headings and options: what a file of answers in the right encoding is full of."""
    words = {text for question in questionnaire.questions for text in (question.ask.ko, *question.headers)}
    for part in questionnaire.parts():
        words.update(labels_of(getattr(part.answer, "options", ())))
    return frozenset(words)
