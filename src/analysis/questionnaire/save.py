"""A questionnaire put down as its file, without losing what stands there already."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.questionnaire.load import load_questionnaire, questionnaire_of
from analysis.questionnaire.problem import QuestionnaireError
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.source import decode, parse
from analysis.questionnaire.write import HEAD, write_questionnaire
from analysis.whole import write_whole


class Saved(NamedTuple):
    """kept      where the file that stood there is now; None where there was none
    comments  how many lines of it had a comment, which the new one does not have
    """

    kept: Path | None
    comments: int


class NotSaved(DureError):
    """A file that is not written; the message says why and what to do."""

    def __init__(self, rule: str, path: Path, **fields: object) -> None:
        key = f"questionnaire.save.{rule}"
        super().__init__(*(message(key, one, path=path.as_posix(), **fields) for one in LANGUAGES))


def save_questionnaire(
    questionnaire: Questionnaire, path: Path, replace: bool = False, language: str = "ko"
) -> Saved:
    """Write the file of `questionnaire`, its comments in `language`. Raises NotSaved where there is one that is not to
    be replaced or is another survey's or year's; QuestionnaireError where its folder or name says something else."""
    title = message(
        "questionnaire.written.head",
        language,
        title=questionnaire.title.text(language),
        year=questionnaire.year,
    )
    text = write_questionnaire(questionnaire, {HEAD: title})
    if questionnaire_of(path, parse(decode(text.encode("utf-8")))) != questionnaire:
        raise NotSaved("differs", path)
    saved = Saved(None, 0)
    if path.exists():
        old = _replaced(questionnaire, path) if replace else None
        if old is None:
            raise NotSaved("exists", path)
        saved = Saved(keep(path), comment_lines(old))
    write_whole(path, text)
    return saved


def keep(path: Path) -> Path:
    """Copy a file aside, under its name with .bak behind it and a number where there is one; where it is now."""
    aside, number = path.with_name(f"{path.name}.bak"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.bak{number}")
    write_whole(aside, path.read_bytes())
    return aside


def comment_lines(text: str) -> int:
    """How many lines of a questionnaire file have a comment."""
    return sum(line.lstrip().startswith("#") or " #" in line for line in text.splitlines())


def _replaced(questionnaire: Questionnaire, path: Path) -> str:
    """The text that is replaced; NotSaved where it is not the same survey of the same year."""
    try:
        old = load_questionnaire(path)
    except QuestionnaireError:
        raise NotSaved("unreadable", path) from None
    if (old.survey, old.year) != (questionnaire.survey, questionnaire.year):
        raise NotSaved("another", path, survey=old.survey, year=old.year)
    return path.read_text(encoding="utf-8-sig")
