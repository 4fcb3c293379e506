"""What is to be said of a file as a whole: its sheets; columns and questions that did not find each other."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from openpyxl.utils import range_boundaries

from analysis.intake.columns.headings import name_of
from analysis.intake.columns.matching import Matching, Unmatched
from analysis.intake.entry import Entry
from analysis.intake.sheet import AnswerFile, Sheet
from analysis.language.text import has_unseen
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY

_RANGES = 5  # merged ranges that are named


def form_findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """What could not be carried over from the form that the questionnaire was made of."""
    for remark in questionnaire.remarks:
        yield Finding(
            SEVERITY["form_remark"],
            "form_remark",
            survey=questionnaire.survey,
            question=remark.question,
            sheet="XLSForm",
            cell=str(remark.row),
            value=remark.what,
            hint=remark.text,
        )


def layout_findings(
    answers: AnswerFile, read: Sequence[Matching], unread: Sequence[Sheet], questionnaire: Questionnaire
) -> Iterator[Finding]:
    """Sheets that were not read, strange columns, and parts of the questionnaire without a column.

    read, unread: what `choose_sheets` made of the file.
    """

    def found(rule: str, **fields: str) -> Finding:
        return Finding(SEVERITY[rule], rule, survey=questionnaire.survey, file=answers.file, **fields)

    names = ", ".join(matching.sheet.name for matching in read)
    for matching in read[1:]:
        yield found("sheet_also_read", sheet=matching.sheet.name, hint=names)
    for sheet in answers.sheets:
        # the heading of a sheet that is read may have been put together: then it is another Sheet of the same columns
        if not any(sheet.columns is matching.sheet.columns for matching in read):
            rule = "sheet_also_answers" if any(sheet is other for other in unread) else "sheet_not_read"
            yield found(rule, sheet=sheet.name, hint=names)
    for rule, hint in answers.remarks:
        yield found(rule, hint=hint)
    for name in answers.hidden:
        yield found("hidden_sheet", sheet=name, hint=names)
    for matching in read:
        yield from column_findings(matching, questionnaire)


def entry_findings(typed: Sequence[Entry], questionnaire: Questionnaire) -> Iterator[Finding]:
    """What is to be said of a workbook into which papers were typed; of the second entry, where it is not the same as
    of the first."""
    for entry in typed:
        sheet = entry.matching.sheet
        if entry.numbered:
            about = {"file": sheet.file, "sheet": sheet.name, "value": f"{entry.numbered:,}"}
            rule = "entry_rows_numbered"
            yield Finding(SEVERITY[rule], rule, survey=questionnaire.survey, **about)
        if entry.turn == 1:
            yield from column_findings(entry.matching, questionnaire)


def column_findings(
    matching: Matching, questionnaire: Questionnaire, told: Container[PartKey] = ()
) -> Iterator[Finding]:
    """Strange columns of a sheet, and parts of the questionnaire without one; told: those that were told of."""
    sheet = matching.sheet

    def found(rule: str, **fields: str) -> Finding:
        return Finding(SEVERITY[rule], rule, survey=questionnaire.survey, file=sheet.file, **fields)

    if odd := [at for at, heading in enumerate(sheet.heading) if has_unseen(heading)]:
        yield found("heading_unseen_signs", sheet=sheet.name, hint=", ".join(map(sheet.head, odd)))
    if merged := _merged_answers(sheet):
        more = " …" if len(merged) > _RANGES else ""
        yield found(
            "merged_cells",
            sheet=sheet.name,
            cell=merged[0].partition(":")[0],
            hint=", ".join(merged[:_RANGES]) + more,
        )
    for column in matching.unmatched:
        yield found(**_unmatched(sheet, column, questionnaire))
    if matching.tool:
        names = ", ".join(" ".join(sheet.heading[column].split()) for column in matching.tool)
        yield found("tool_columns", sheet=sheet.name, hint=names)
    for key, options in matching.without.items():
        if key in told:
            continue
        about = {"question": questionnaire.question(key.question).no, "value": name_of(questionnaire, key)}
        yield found("option_without_column", sheet=sheet.name, hint=", ".join(options), **about)
    for key in matching.two_is_no:
        about = {"question": questionnaire.question(key.question).no, "value": name_of(questionnaire, key)}
        yield found("two_is_no", sheet=sheet.name, cell=sheet.head(matching.columns[key]), **about)
    # Its answers stand in a column of another heading.
    near = {column.part for column in matching.unmatched if column.part and column.answers}
    for question in questionnaire.questions:
        if PartKey(question.id) in near:
            continue
        keys = [part.key for part in question.parts()]
        absent = [key for key in keys if key not in matching.columns and key not in near and key not in told]
        rule = "required_not_in_file" if question.required else "not_in_file"
        for key in absent[:1] if len(absent) == len(keys) else absent:
            name = name_of(questionnaire, key)
            whole = name.rpartition(" [")[0] if len(absent) == len(keys) > 1 else name
            yield found(rule, sheet=sheet.name, question=question.no, value=whole or name)


def _merged_answers(sheet: Sheet) -> list[str]:
    """The merged ranges that begin among the answers, in columns that the sheet has."""
    if len(sheet) <= sheet.heading_rows:
        return []
    first, last = int(sheet.numbers[sheet.heading_rows]), int(sheet.numbers[-1])
    ranges = ((one, range_boundaries(one)) for one in sheet.merged)
    return [one for one, (left, top, _, _) in ranges if first <= top <= last and left <= len(sheet.columns)]


def _unmatched(sheet: Sheet, column: Unmatched, questionnaire: Questionnaire) -> dict[str, str]:
    """The fields of the finding on a column that belongs to no question: how many answers it would have held."""
    names = [" ".join(name.split()) for name in sheet.names(column.column)] if sheet.by_name else []
    heading = f"{names[0]} ({names[1]})" if len(names) > 1 else " ".join(column.heading.split())
    about = {"sheet": sheet.name, "cell": sheet.head(column.column), "value": heading}
    if not heading:
        cells = sheet.columns[column.column]
        example = cells.at(int(cells.filled.argmax())).text.strip()
        return about | {"rule": "unnamed_column", "value": example, "hint": str(column.answers)}
    if not column.answers:
        return about | {"rule": "unmatched_column_empty"}
    if column.part:
        question = questionnaire.question(column.part.question).no
        about |= {"rule": "unmatched_column_near", "question": question, "part": column.words}
    return {"rule": "unmatched_column"} | about | {"hint": str(column.answers)}
