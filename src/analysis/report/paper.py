"""What stands in the margins of a sheet of paper: the report's title and the chapter above, the edition and its
warning below. How it looks, and the page number, are in css/print.css."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.report.outline import Chapter

RUNS_ON = 2  # a chapter of so few blocks begins on the sheet on which the one before it ends


def paper(title: str, foot: str, chapters: Sequence[Chapter] = ()) -> str:
    """The rules of the sheets of a page. foot: the edition, and that answers are invented.

    What stands above can only change where a sheet begins; chapters that share sheets are named together there.
    """
    rules = [f"@page{{@top-left{{content:{quoted(title)}}}@bottom-left{{content:{quoted(foot)}}}}}"]
    sharing: list[list[Chapter]] = []
    for chapter in filter(lambda one: one.title, chapters):
        if sharing and len(chapter.blocks) <= RUNS_ON:
            sharing[-1].append(chapter)
        else:
            sharing.append([chapter])
    for at, some in enumerate(sharing):
        heading = " · ".join(f"{one.numeral}. {one.title}" if one.numeral else one.title for one in some)
        rules.append(f"@page sheets-{at}{{@top-right{{content:{quoted(heading)}}}}}")
        rules.append(",".join(f"#{one.id}" for one in some) + f"{{page:sheets-{at}}}")
        rules += [f"@media print{{#{one.id}{{padding-top:8mm}}}}" for one in some[1:]]
    if sharing:
        rules.append(f"body>.wrap>footer{{page:sheets-{len(sharing) - 1}}}")  # below the last chapter
    return "\n".join(rules)


def quoted(text: str) -> str:
    """A CSS string; whatever could end it or the stylesheet is written by its number."""
    return '"' + "".join(c if c.isalnum() or c in " .,:·()-" else f"\\{ord(c):x} " for c in text) + '"'
