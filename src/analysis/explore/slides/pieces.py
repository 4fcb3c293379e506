"""What of a cell stands on a slide: its prose, or what its code put out, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from nbformat import NotebookNode

from analysis.explore.show import CLASS
from analysis.language import message
from analysis.report.outline import prose_html

WIDGET = "application/vnd.jupyter.widget-view+json"
_DROPPED = re.compile(rf"<script\b.*?</script\s*>|<style>\s*\.{CLASS}\b.*?</style>", re.DOTALL | re.IGNORECASE)
_BEFORE_SVG = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """result: it is something to be seen by itself, such as a figure or a table. step: it is seen after a key."""

    html: str
    result: bool = False
    step: bool = False

    def as_step(self) -> Piece:
        return replace(self, step=True)


def prose(source: str, cell: NotebookNode, folder: Path) -> Piece:
    """Markdown; HTML in it stays text. Pictures come into the file."""
    pictures = {"embed_images": True, "path": str(folder)} if "![" in source else {}
    return Piece(prose_html(source, attachments=cell.get("attachments", {}), **pictures))


def outputs(cell: NotebookNode, language: str) -> Iterator[Piece]:
    """What the code put out, but for warnings and progress (stderr)."""
    for output in cell.get("outputs", ()):
        match output.output_type:
            case "stream" if output.name == "stdout":
                yield Piece(f"<pre>{escape(output.text)}</pre>")
            case "error":
                yield Piece(f"<pre>{escape(output.ename)}</pre>")  # its words may quote answers
            case "display_data" | "execute_result":
                piece = _shown(output.data, cell, language)
                if piece is not None:
                    yield piece


def _shown(data: NotebookNode, cell: NotebookNode, language: str) -> Piece | None:
    """The richest form that a page can show."""
    if WIDGET in data:
        return Piece(f"<p>{escape(message('explore.slides.widget', language))}</p>")
    if "text/html" in data:
        html = _DROPPED.sub("", data["text/html"])
        return Piece(html.replace("<th></th>", "<td></td>"), result=True)  # a corner of pandas, which heads nothing
    if "image/svg+xml" in data:
        return Piece(_BEFORE_SVG.sub("", _DROPPED.sub("", data["image/svg+xml"]), count=1), result=True)
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            words = cell.metadata.get("alt") or message("explore.slides.picture", language)
            coded = "".join(data[kind].split())
            return Piece(f'<img src="data:{kind};base64,{escape(coded)}" alt="{escape(str(words))}">', result=True)
    if "text/markdown" in data:
        return Piece(prose_html(data["text/markdown"]))
    if "text/plain" in data:
        return Piece(f"<pre>{escape(data['text/plain'])}</pre>")
    return None
