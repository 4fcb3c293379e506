"""Columns of text below each other in a terminal, where a Hangul syllable is two columns wide."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.questionnaire.write_scalar import width

WIDEST = 44  # columns of the words of a line; longer ones are cut
Line = tuple[str, ...]


def cut(text: str) -> str:
    """A text that is too long, with … at its end."""
    while width(text) > WIDEST:
        text = text[:-2].rstrip() + "…"
    return text


def widths_of(lines: Sequence[Line]) -> list[int]:
    """Of lines with as many cells each: how wide each column is."""
    return [max(width(line[at]) for line in lines) for at in range(len(lines[0]))]


def aligned(line: Line, widths: Sequence[int], words: int) -> str:
    """The first `words` cells begin at the left, the others, which are numbers, end at the right."""
    cells = [
        text + " " * (room - width(text)) if at < words else " " * (room - width(text)) + text
        for at, (text, room) in enumerate(zip(line, widths, strict=True))
    ]
    return ("  " + "  ".join(cells)).rstrip()
