"""The form as a Hangul document (.hwpx): to print it, or to fill it in there.

Every cell to fill in is a cell of a table that has the name of its field (셀 필드 이름 in Hangul). Those stay with the
cell wherever it is moved, and nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.form.code import CODE, FormCode
from analysis.form.hangul.blocks import block_table
from analysis.form.hangul.look import (
    ABOVE,
    BELOW,
    BESIDE,
    BODY,
    CENTER,
    GREY,
    LABEL,
    NAVY,
    PAGE,
    RIGHT,
    RUNNING,
    SMALL,
    TEXT_BOX,
    WIDTH,
    label_cell,
    wide,
)
from analysis.form.hangul.markup import part, tag, written
from analysis.form.hangul.package import package
from analysis.form.hangul.styles import GOTHIC, MM, Box, Letters, Lines, Styles
from analysis.form.hangul.table import Cell, Paragraph, Row, Table, frame, paragraph, table, texts
from analysis.form.plan import FormPlan
from analysis.language import day, message

_HOLDING = Lines(spacing=100)  # a table
_LABEL = 30.0  # mm


def write_hangul_form(
    plan: FormPlan, code: FormCode, filled: Mapping[str, str] | None = None, organisation: str = ""
) -> bytes:
    """The document; the same form is the same bytes.

    filled        what stands in its cells already, by their names
    organisation  the name of whom it is sent to, "" for a form that anybody may fill in
    """
    styles = Styles()
    body = [*_cover(plan, organisation, bool(filled)), *_questions(plan, filled or {}), *_foot(plan, code)]
    paragraphs = []
    for number, piece in enumerate(body):
        runs = () if number else (_page(plan, code, styles),)
        if isinstance(piece, Table):
            held = tag("hp:run", table(piece, number, styles), tag("hp:t"), charPrIDRef=styles.letters(BODY))
            paragraphs.append(frame(styles.lines(_HOLDING), *runs, held))
        else:
            paragraphs.append(paragraph(piece, styles, *runs))
    section = part("hs:sec", *paragraphs)
    preview = "\r\n".join(filter(None, (plan.publisher, plan.title, plan.purpose)))
    return package(styles.header(), section, plan.title, preview)


def _cover(plan: FormPlan, organisation: str, prefilled: bool) -> Iterator[Paragraph | Table]:
    def say(key: str, **fields: object) -> str:
        return message(f"form.hangul.{key}", plan.language, **fields)

    year = say("year", publisher=plan.publisher, year=plan.questionnaire.year)
    yield Paragraph(((year, Letters(10, colour=GREY, face=GOTHIC)),), Lines("CENTER", after=4))
    title = Letters(20, bold=True, colour=NAVY, face=GOTHIC)
    yield Paragraph(((plan.title, title),), Lines("CENTER", before=2, after=8))
    how_to = [say("how_to.cells"), say("how_to.choices"), *plan.how_to]
    if prefilled:
        how_to.append(say("how_to.filled"))
    rows = {
        "purpose": plan.purpose,
        "organisation" if organisation else "respondents": organisation or plan.respondents,
        "as_of": day(plan.as_of, plan.language) if plan.as_of else "",
        "deadline": say("cover.until", day=day(plan.deadline, plan.language)) if plan.deadline else "",
        "contact": plan.contact,
        "privacy": "\n".join(plan.privacy),
        "how_to": "\n".join(how_to),
    }
    strong = Letters(10.5, bold=True, colour=NAVY, face=GOTHIC)
    letters = {"deadline": strong, "organisation": strong}
    yield Table(
        tuple(
            Row(
                (
                    label_cell(say(f"cover.{key}"), _LABEL),
                    Cell(texts(text, letters.get(key, BODY), Lines(spacing=140)), TEXT_BOX, height=8),
                )
            )
            for key, text in rows.items()
            if text
        ),
        WIDTH,
    )


def _questions(plan: FormPlan, filled: Mapping[str, str]) -> Iterator[Paragraph | Table]:
    for section in plan.sections:
        for number, block in enumerate(section.blocks):
            yield block_table(block, filled, plan.language, "" if number else section.title)


def _foot(plan: FormPlan, code: FormCode) -> Iterator[Paragraph | Table]:
    thanks = message("form.hangul.thanks", plan.language)
    yield Paragraph(((thanks, LABEL),), Lines("CENTER", before=10, after=6, together=True))
    label = message("form.hangul.code", plan.language)
    width = max(70.0, wide(str(code), SMALL) + 6)
    empty = Cell(texts("", SMALL), Box())
    yield Table(
        (
            Row(
                (
                    empty,
                    Cell(texts(label, SMALL, RIGHT), Box(), 24),
                    Cell(texts(str(code), SMALL), TEXT_BOX, width, CODE),
                )
            ),
        ),
        WIDTH,
    )


def _page(plan: FormPlan, code: FormCode, styles: Styles) -> str:
    """The run that the document begins with: paper, margins, and what stands at the head and foot of every page."""
    width, height = (round(length * MM) for length in PAGE)
    beside, above, below, running = (
        round(mm * MM) for mm in (BESIDE, ABOVE - RUNNING, BELOW - RUNNING, RUNNING)
    )
    note = tag("hp:autoNumFormat", type="DIGIT", userChar="", prefixChar="", suffixChar=")", supscript=0)

    def notes(element: str, place: str) -> str:
        return tag(
            element,
            note,
            tag("hp:noteLine", length=-1, type="SOLID", width="0.12 mm", color="#000000"),
            tag("hp:noteSpacing", betweenNotes=283, belowLine=567, aboveLine=850),
            tag("hp:numbering", type="CONTINUOUS", newNum=1),
            tag("hp:placement", place=place, beneathText=0),
        )

    section = tag(
        "hp:secPr",
        tag("hp:grid", lineGrid=0, charGrid=0, wonggojiFormat=0),
        tag("hp:startNum", pageStartsOn="BOTH", page=0, pic=0, tbl=0, equation=0),
        tag("hp:visibility", hideFirstHeader=1, hideFirstFooter=0, hideFirstMasterPage=0, border="SHOW_ALL",
            fill="SHOW_ALL", hideFirstPageNum=0, hideFirstEmptyLine=0, showLineNumber=0),
        tag("hp:lineNumberShape", restartType=0, countBy=0, distance=0, startNumber=0),
        tag("hp:pagePr",
            tag("hp:margin", header=running, footer=running, gutter=0, left=beside, right=beside, top=above,
                bottom=below),
            landscape="WIDELY", width=width, height=height, gutterType="LEFT_ONLY"),
        notes("hp:footNotePr", "EACH_COLUMN"),
        notes("hp:endNotePr", "END_OF_DOCUMENT"),
        id="",
        textDirection="HORIZONTAL",
        spaceColumns=1134,
        tabStop=8000,
        tabStopVal=4000,
        tabStopUnit="HWPUNIT",
        outlineShapeIDRef=1,
        memoShapeIDRef=0,
        textVerticalWidthHead=0,
        masterPageCnt=0,
    )  # fmt: skip
    columns = tag("hp:colPr", id="", type="NEWSPAPER", layout="LEFT", colCount=1, sameSz=1, sameGap=0)
    head = paragraph(Paragraph(((f"{plan.publisher} · {plan.title}", SMALL),), RIGHT), styles)
    return tag(
        "hp:run",
        section,
        tag("hp:ctrl", columns),
        tag("hp:ctrl", _running("hp:header", head, 1)),
        tag("hp:ctrl", _running("hp:footer", _page_number(code, styles), 2)),
        charPrIDRef=0,
    )


def _running(element: str, inner: str, number: int) -> str:
    text = tag(
        "hp:subList",
        inner,
        id="",
        textDirection="HORIZONTAL",
        lineWrap="BREAK",
        vertAlign="BOTTOM" if element == "hp:footer" else "TOP",
        linkListIDRef=0,
        linkListNextIDRef=0,
        textWidth=round(WIDTH * MM),
        textHeight=round(RUNNING * MM),
        hasTextRef=0,
        hasNumRef=0,
    )
    return tag(element, text, id=number, applyPageType="BOTH")


def _page_number(code: FormCode, styles: Styles) -> str:
    """ "member_orgs/2016/4d3698//- · 3" """
    letters = styles.letters(SMALL)
    shape = tag("hp:autoNumFormat", type="DIGIT", userChar="", prefixChar="", suffixChar="", supscript=0)
    number = tag("hp:ctrl", tag("hp:autoNum", shape, num=1, numType="PAGE"))
    return frame(
        styles.lines(CENTER),
        tag("hp:run", tag("hp:t", written(f"{code}  ·  ")), charPrIDRef=letters),
        tag("hp:run", number, charPrIDRef=letters),
    )
