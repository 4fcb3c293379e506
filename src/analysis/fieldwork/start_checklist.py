"""The list of what to do when a year has been begun: what was made, what people have to confirm and where, and when what
is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.fieldwork.start_questionnaire import Line, NextYear
from analysis.language import message

if TYPE_CHECKING:
    from analysis.fieldwork.start import Started


def checklist(started: Started, year: int, register: Sequence[str], language: str = "ko") -> str:
    """The list as Markdown; register: the names of its files."""

    def say(key: str, **fields: object) -> str:
        return message(f"start.list.{key}", language, year=year, last=started.last, **fields)

    lines = [say("title"), "", say("about"), "", say("made"), ""]
    lines += [f"- `{path.as_posix()}`" for path in started.made]
    if started.left:
        lines += ["", say("left"), "", *(f"- `{path.as_posix()}`" for path in started.left)]
    lines += ["", say("questionnaires"), ""]
    for survey, text in started.questionnaires.items():
        lines += [*_of_questionnaire(survey, text, year, language), ""]
    lines += [
        say(
            "register",
            files=", ".join(f"`data/raw/{name}`" for name in register) or "`data/raw/organisations.csv`",
        )
    ]
    lines += ["", say("forms"), ""]
    lines += [f"- [ ] {words.text(language)}" for words in started.told]
    lines += ["", say("then")]
    return "\n".join(lines).rstrip() + "\n"


def _of_questionnaire(survey: str, text: NextYear, year: int, language: str) -> Iterator[str]:
    """What is to be confirmed in one questionnaire, by line."""

    def say(key: str, **fields: object) -> str:
        return message(f"start.list.{key}", language, survey=survey, year=year, **fields)

    yield say("questionnaire")
    yield ""
    yield from (say("moved", line=line.number, text=_quoted(line)) for line in text.moved)
    if text.dated:
        yield say("dated")
        for question, lines in groupby(text.dated, key=lambda line: line.question):
            if question:
                numbers = ", ".join(str(line.number) for line in lines)
                yield say("question", question=question, lines=numbers)
            else:
                yield from (say("line", line=line.number, text=_quoted(line)) for line in lines)
    if text.remarks:
        yield say("remarks", lines=", ".join(str(line.number) for line in text.remarks))
    yield say("changes")


def _quoted(line: Line) -> str:
    return "`" + line.text.replace("`", "'") + "`"
