"""A notebook → a file of slides."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
from nbformat.reader import NotJSONError

from analysis.explore.save import marked
from analysis.explore.slides.choose import choose
from analysis.explore.slides.deck import deck
from analysis.explore.slides.errors import slides_error
from analysis.explore.slides.executed import executed
from analysis.project import project_root
from analysis.whole import write_whole


def make_slides(notebook: Path, to: Path | None = None, language: str = "ko") -> Path:
    """Write the slides of a notebook and return their file. The notebook is run where it has no outputs, and never
    written.

    to: the file, whose name gains that it is not released; else explored/<notebook>-slides-공개전.html of the project.
    Raises SlidesError for what is no notebook, fails when it is run, or has nothing to show; WriteError.
    """
    try:
        read = nbformat.read(notebook, as_version=4)
    except OSError as error:
        raise slides_error("no_file", error, file=str(notebook)) from error
    except (NotJSONError, nbformat.ValidationError, json.JSONDecodeError, KeyError, AttributeError, ValueError) as error:
        raise slides_error("no_notebook", error, file=str(notebook)) from error
    slides = choose(executed(read, notebook), language, notebook.parent)
    if not slides:
        raise slides_error("nothing", file=str(notebook))
    to = to or project_root() / "explored" / f"{notebook.stem}-slides.html"
    file = to.with_name(f"{marked(to.stem, language)}.html")
    write_whole(file, deck(slides, notebook.stem, language))
    return file
