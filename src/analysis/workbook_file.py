"""The one way in which a workbook (.xlsx) that came from outside is opened."""

from __future__ import annotations

from openpyxl.packaging.relationship import Relationship
from openpyxl.reader.excel import ExcelReader
from openpyxl.reader.strings import read_string_table
from openpyxl.workbook import Workbook
from openpyxl.workbook.child import _WorkbookChild
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml.constants import SHARED_STRINGS

from analysis.zipped import TEXT, Archive, Part, Refused, check_part


def open_workbook(archive: Archive, results: bool = True) -> Workbook:
    """The workbook, whose sheets are read row by row. `archive.sheets` says what was seen of each on the way.

    results  whether a cell holds the result of its formula and not the formula

    Raises Refused, and whatever the library raises over damage. Links to other files stay shut; sheets that are one
    chart hold no answers and are left out.
    """
    assert archive.fp is not None
    reader = _Reader(archive.fp, read_only=True, data_only=results, keep_links=False)
    reader.archive = archive
    reader.read()
    return reader.wb


class _Reader(ExcelReader):
    archive: Archive

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            name = part.PartName[1:]
            check_part(self.archive, name, TEXT)
            with self.archive.raw(name) as content:
                self.shared_strings = read_string_table(content)

    def read_chartsheet(self, sheet: _WorkbookChild, rel: Relationship) -> None:
        pass


def check_order(archive: Archive, sheet: ReadOnlyWorksheet) -> Part:
    """What was seen of the sheet. Refused where a row or a cell comes twice or behind its place in the file: the
    library leaves it out, or takes one for the other."""
    part = archive.sheets[sheet._worksheet_path]
    if part.disorder:
        place = f"{sheet.title} › {part.disorder}"
        raise Refused(
            f"{place}: 행이나 칸이 파일 안에 차례대로 있지 않거나 두 번 있어, 내용을 잃지 않으려고 읽지 않았습니다. "
            "엑셀에서 열어 빠진 것이 없는지 보고 다시 저장해 주십시오.",
            f"{place}: not read, lest something be lost, for rows or cells are not in order in the file or come "
            "twice. Open it in Excel, see that nothing is missing, and save it again.",
        )
    return part
