"""An XLSForm as a workbook: the sheets survey, choices and settings."""

from __future__ import annotations

import io

from analysis.new_workbook import new_workbook
from analysis.questionnaire.to_xlsform import Row, XlsForm


def write_xlsform(form: XlsForm) -> bytes:
    """The content of the .xlsx of a form."""
    content = io.BytesIO()
    book = new_workbook(content, {})
    bold = book.add_format({"bold": True, "bg_color": "#E3EAF2"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for name, rows in (("survey", form.survey), ("choices", form.choices), ("settings", form.settings)):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 2)
        for column, heading in enumerate(_headings(rows)):
            sheet.set_column(column, column, 40 if "::" in heading or heading == "relevant" else 22)
            sheet.write_string(0, column, heading, bold)
            for row, cells in enumerate(rows, start=1):
                if heading in cells:
                    sheet.write_string(row, column, cells[heading], text)
    book.close()
    return content.getvalue()


def _headings(rows: list[Row]) -> list[str]:
    """The columns that anything stands in: type and name first, then the texts, then what steers the form."""
    found = dict.fromkeys(heading for row in rows for heading in row)
    first = ["type", "list_name", "name"]
    return sorted(found, key=lambda heading: (heading not in first, "::" not in heading))
