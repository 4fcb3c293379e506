"""The verb of this room: a file that came back is a form, or it is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from analysis.intake.forms.evidence import content_of
from analysis.intake.forms.hangul_fields import hangul_fields
from analysis.intake.forms.old_workbook_form import read_old_workbook_form
from analysis.intake.forms.open_document_form import read_open_document_form
from analysis.intake.forms.returned import ReturnedForm
from analysis.intake.forms.workbook_form import read_workbook_form
from analysis.intake.readers.sniff import Kind, sniff

_READERS: Mapping[Kind, Callable[[Path], ReturnedForm | None]] = {
    "xlsx": read_workbook_form,
    "xls": read_old_workbook_form,
    "ods": read_open_document_form,
    "hwpx": hangul_fields,
}


def read_form(path: Path) -> ReturnedForm | None:
    """The form that the file is; None for any other file, of which little is read to see that.

    What the file is, its bytes decide. Raises IntakeError like `read_answers`.
    """
    try:
        kind = sniff(path)
    except OSError:
        return None  # as a file of answers it will be refused
    form = _READERS[kind](path) if kind in _READERS else None
    return form and replace(form, content=content_of(path), hangul=kind == "hwpx")
