"""The first sheet of a form: what it is for, until when, whom to ask, how to fill it in, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.form.code import CODE
from analysis.form.open_questions import Counted
from analysis.form.plan import FormPlan
from analysis.form.workbook.behind import Behind
from analysis.form.workbook.page import COLUMNS, Page, Span, quoted
from analysis.form.workbook.section import write_status
from analysis.language import day, message

_ALL = Span(0, 1 + COLUMNS)
_LABEL, _TEXT = Span(0, 3), Span(3, COLUMNS - 2)


def write_cover(
    page: Page, plan: FormPlan, behind: Behind, sheets: Sequence[str], opened: Sequence[Counted], name: str,
    known: bool, code: str,
) -> None:  # fmt: skip
    """sheets: the names of those of the sections; opened: how many questions are open in each; name: of the
    organisation it is sent to; known: whether something is filled in already."""
    page.row = 1
    for text, look in _title(plan, name):
        page.write(_ALL, text, look)
        page.next()
    page.next()
    for key, text in _facts(plan):
        page.write(_LABEL, message(f"form.cover.{key}", plan.language), "label")
        page.write(_TEXT, text, "deadline" if key == "deadline" else "text")
        page.next()
    how_to = [message(f"form.cover.how_to.{key}", plan.language) for key in ("boxes", "lists")]
    how_to += plan.how_to
    if known:
        how_to.append(message("form.known_cells", plan.language))
    how_to.append(message("form.cover.how_to.return", plan.language))
    _write_list(page, message("form.cover.how_to.title", plan.language), how_to)
    _write_list(page, message("form.cover.privacy", plan.language), plan.privacy)
    _write_progress(page, plan, sheets, opened)
    page.next(gap=12.0)
    page.write(Span(0, 2), message("form.cover.code", plan.language), "code")
    behind.name(CODE, page.cell(Span(2, COLUMNS - 1), code, page.looks.of("code")))
    page.next()
    page.finish(code)
    total = "+".join(counted.formula for counted in opened)
    write_status(page, f"({total})", sum(counted.value for counted in opened))


def _title(plan: FormPlan, name: str) -> Iterator[tuple[str, str]]:
    year = plan.questionnaire.year
    yield message("form.cover.publisher", plan.language, publisher=plan.publisher, year=year), "publisher"
    yield plan.title, "title"
    if name:
        yield message("form.cover.addressee", plan.language, name=name), "addressee"


def _facts(plan: FormPlan) -> Iterator[tuple[str, str]]:
    """What is known, in the order in which people ask for it."""
    if plan.purpose:
        yield "purpose", plan.purpose
    yield "respondents", plan.respondents
    if plan.as_of:
        yield "as_of", day(plan.as_of, plan.language)
    if plan.deadline:
        until = day(plan.deadline, plan.language, weekday=True)
        yield "deadline", message("form.cover.until", plan.language, day=until)
    if plan.contact:
        yield "contact", plan.contact


def _write_list(page: Page, title: str, sentences: Sequence[str]) -> None:
    page.next(gap=10.0)
    page.write(_ALL, title, "part")
    page.next()
    for sentence in sentences:
        page.write(_ALL, f"· {sentence}", "item")
        page.next()


def _write_progress(page: Page, plan: FormPlan, sheets: Sequence[str], opened: Sequence[Counted]) -> None:
    """A line a section, with the way there and how many questions are open."""
    page.next(gap=10.0)
    spans = (Span(0, 9), Span(9, 2), Span(11, 2))
    heads = ("sections", "questions", "open")
    for span, key in zip(spans, heads, strict=True):
        look = "list_head" if key == "sections" else "count_head"
        page.write(span, message(f"form.cover.{key}", plan.language), look)
    page.next()
    for section, sheet, counted in zip(plan.sections, sheets, opened, strict=True):
        link = page.cell(spans[0], "", page.looks.of("link"))
        page.sheet.write_url(
            link.row, link.column, f"internal:{quoted(sheet)}!A1", page.looks.of("link"), section.title
        )
        count = page.cell(spans[1], "", page.looks.of("count"))
        page.sheet.write_number(count.row, count.column, len(section.blocks), page.looks.of("count"))
        page.formula(spans[2], f"={counted.formula}", counted.value, page.looks.of("count"))
        page.grow(22.0)
        page.next()
