"""A questionnaire as the rows of its workbook: what stands in which column, as texts of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.write_fields import fields_of_file
from analysis.questionnaire_book.layout import SHEETS

Row = dict[str, Any]  # by name of the column: a text, or a list of them
_LISTS = ("options", "rows", "groups", "bands")
_BARE = frozenset(("ko", "question"))  # a text alone is this part of what it stands for


def rows_of(questionnaire: Questionnaire) -> dict[str, list[Row]]:
    """The rows of every sheet, by name of the sheet. That about the survey has one."""
    fields = fields_of_file(questionnaire).fields
    rows: dict[str, list[Row]] = {sheet: [] for sheet in SHEETS}
    names = _Names(fields, rows)
    rows["survey"] = [fields]
    rows["sections"] = [*_items(fields.get("sections", {}))]
    rows["missing"] = [*_missing("", fields)]
    for question in fields["questions"]:
        rows["missing"] += _missing(question["id"], question)
        rows["questions"].append(names.named(question, question["id"]) | _why(fields, question["id"]))
    for banner in fields.get("banners", ()):
        rows["banners"].append(banner)
        rows["levels"] += _items(banner.get("levels", {}), banner=banner["id"])
    rows["remarks"] = fields.get("remarks", [])
    return rows


def at(row: Mapping[str, Any], column: str) -> Any:
    """What stands in a column of a row; None where nothing does."""
    if column in row:
        return row[column]
    value: Any = row
    for step in column.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif step not in _BARE:
            return None
    return value


class _Names:
    """Every list and scale stands on a sheet of its own, under a name by which the rows of questions call it."""

    def __init__(self, fields: Mapping[str, Any], rows: dict[str, list[Row]]) -> None:
        self.rows = rows
        self.taken = {*fields.get("lists", ())}
        for name, items in fields.get("lists", {}).items():
            rows["lists"] += _items(items, list=name)
        for name, scale in fields.get("scales", {}).items():
            rows["scales"] += _items(scale["points"], scale=name, good=scale["good"])

    def named(self, cell: Mapping[str, Any], name: str) -> Row:
        """A question, or the answer of a column: names in place of its lists. The answer of the cells of a table
        stands in the columns in which other questions have theirs."""
        row = dict(cell)
        if "answer" in row:
            answer = row.pop("answer")
            row |= answer | {"kind": row["kind"], "answer.kind": answer["kind"]}
        for field in _LISTS:
            if isinstance(row.get(field), dict):
                row[field] = self.listed(row[field], name if field == "options" else f"{name}_{field}")
        if "columns" in row:
            columns, row["columns"] = row["columns"], name
            for item in _items(columns, list=name):
                answer = item.pop("answer", {})
                self.rows["columns"].append(item | self.named(answer, f"{name}_{item['id']}"))
        return row

    def listed(self, items: Mapping[str, Any], name: str) -> str:
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        self.rows["lists"] += _items(items, list=name)
        return name


def _items(items: Mapping[str, Any], **more: str) -> Iterator[Row]:
    """The items of a list, a row each."""
    for name, item in items.items():
        yield {**more, "id": name, **({"ko": item} if isinstance(item, str) else item)}


def _missing(question: str, fields: Mapping[str, Any]) -> Iterator[Row]:
    for word, reason in fields.get("missing", {}).items():
        yield {"question": question, "word": word, "reason": reason}


def _why(fields: Mapping[str, Any], question: str) -> Row:
    """Why the question's trend ends, where it does."""
    return {"breaks": why} if (why := fields.get("breaks", {}).get(question)) else {}
