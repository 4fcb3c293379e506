"""The verb that begins a year: its questionnaires, folders, forms, the heads of its ledger, and a list of what to do.

The folders of data/raw are made here on a person's order, with an explanation in each; answers are never written there. What
exists is left alone. All texts are made before the first is written, and every file appears whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import DureError
from analysis.fieldwork.forms_out import EVERYBODY, Order, make_forms
from analysis.fieldwork.start_checklist import checklist
from analysis.fieldwork.start_ledger import ledger_texts
from analysis.fieldwork.start_questionnaire import NextYear, next_year
from analysis.intake.register import Register
from analysis.language import LANGUAGES, message
from analysis.questionnaire.load import FOLDER, find_questionnaire, known_surveys, load_questionnaire
from analysis.questionnaire.words import Words, said
from analysis.responses.read import RAW, register_of
from analysis.whole import write_whole

PROCESSED = Path("data") / "processed"


Tell = Callable[[Words], object]


@dataclass
class Started:
    """What was made and what was there already, as paths within the project; what people should know.

    last            the year that it was begun from
    checklist       where the list of what to do is
    questionnaires  the new ones, by survey
    """

    last: int
    checklist: Path
    questionnaires: dict[str, NextYear] = field(default_factory=dict)
    made: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    told: list[Words] = field(default_factory=list)


def start_year(
    root: Path,
    year: int,
    surveys: Sequence[str] = (),
    last: int | None = None,
    language: str = "ko",
    tell: Tell = lambda words: None,
) -> Started:
    """Begin `year` in the project folder `root`: of these surveys, or of all of the year `last`; without `last` of the
    newest year before that has questionnaires. Texts that people read are in `language`; tell is given what they should
    know while they wait.

    Raises DureError where there is no such year, QuestionnaireError for a questionnaire that is missing or not in order;
    nothing is written then.
    """
    last = _last(root, year) if last is None else last
    if last >= year:
        raise _refusal("not_before", last=last, year=year)
    names = tuple(surveys) or tuple(known_surveys(root, last))
    files = {survey: find_questionnaire(root, survey, last) for survey in names}
    if not files:
        raise _refusal("nothing", last=last)
    register = register_of(root)
    texts = {survey: next_year(path, year, language) for survey, path in files.items()}
    started = Started(last, RAW / str(year) / message("start.file", language))
    for survey, text in texts.items():
        if _put(root, Path(FOLDER, survey, f"{year}.yml"), text.text, started):
            started.questionnaires[survey] = text
    for survey in names:
        title = load_questionnaire(find_questionnaire(root, survey, year)).title
        explained = message("start.readme", language, title=title.text(language), year=year)
        _put(root, RAW / str(year) / survey / "README.txt", explained, started)
    for name, text in ledger_texts(root / RAW / str(last), year, language).items():
        _put(root, RAW / str(year) / name, text, started)
    for survey in names:
        _forms(root, survey, year, register, language, started, tell)
    listed = checklist(started, year, register.files, language)
    _put(root, started.checklist, listed, started)
    return started


def _last(root: Path, year: int) -> int:
    years = {int(path.stem) for path in (root / FOLDER).glob("*/*.yml") if path.stem.isdecimal()}
    before = [one for one in years if one < year]
    if not before:
        raise _refusal("no_year", year=year)
    return max(before)


def _put(root: Path, path: Path, text: str, started: Started) -> bool:
    """Write a file where there is none; whether it was written."""
    if (root / path).exists():
        started.left.append(path)
        return False
    try:
        write_whole(root / path, text)
    except OSError as error:
        raise _refusal("not_written", path=path.as_posix(), why=error.strerror or str(error)) from error
    started.made.append(path)
    return True


def _forms(
    root: Path, survey: str, year: int, register: Register, language: str, started: Started, tell: Tell
) -> None:
    """The forms of a survey in a folder of their own: one for each organisation that it goes to, else a blank one. Where
    they cannot be made, that is told; they can be made later."""
    folder = PROCESSED / str(year) / survey / "forms"
    if (root / folder).exists():
        started.left.append(folder)
        return
    aside = root / folder.with_name(f".forms.{os.getpid()}")
    tell(_of_survey(survey, said("start.forms")))
    to_whom = (EVERYBODY,) if register.frame(survey) else ()
    try:
        order = Order(root, survey, year, aside, organisations=to_whom, language=language)
        for _ in make_forms(order, lambda words: started.told.append(_of_survey(survey, words))):
            pass
        aside.rename(root / folder)
        started.made.append(folder)
    except DureError as error:
        reason = Words(**{one: error.words(one) for one in LANGUAGES})
        started.told.append(_of_survey(survey, reason))
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _of_survey(survey: str, words: Words) -> Words:
    return Words(**{one: f"{survey}: {words.text(one)}" for one in LANGUAGES})


def _refusal(key: str, **fields: object) -> DureError:
    return DureError(*(message(f"start.{key}", language, **fields) for language in LANGUAGES))
