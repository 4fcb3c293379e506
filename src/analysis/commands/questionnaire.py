"""`dure questionnaire`: a questionnaire as a workbook, and back; as an XLSForm; what it changed since the year before."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.project import common
from analysis.project import project_root

if TYPE_CHECKING:
    from analysis.questionnaire import Questionnaire


def add(commands: argparse._SubParsersAction) -> None:
    command = commands.add_parser(
        "questionnaire",
        parents=[common()],
        help="make a workbook of a questionnaire, or a questionnaire of a workbook",
    )
    command.add_argument(
        "source", help="a survey, e.g. member_orgs, or a file: .yml, or a workbook that was made of one"
    )
    command.add_argument(
        "--year", type=int, metavar="Y", help="the year of the survey's questionnaire, e.g. 2016"
    )
    command.add_argument("--to", type=Path, metavar="FILE", help="what to make: .xlsx (a workbook) or .yml")
    command.add_argument(
        "--as",
        dest="form",
        choices=("xlsform",),
        help="an XLSForm for KoboToolbox and ODK (with --to FILE.xlsx)",
    )
    command.add_argument(
        "--replace", action="store_true", help="replace an existing file, which stays as .bak"
    )
    command.add_argument(
        "--changes", action="store_true", help="list what is not as in the year that it follows"
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.questionnaire.save import NotSaved

    if options.to is None and not options.changes:
        raise NotSaved("no_target", Path())
    if options.to is not None and options.to.suffix not in (".yml", ".xlsx"):
        raise NotSaved("ending", options.to)
    path, questionnaire = _source(options)
    if options.changes:
        _print_changes(path, questionnaire, options.language)
    if options.to is not None and options.to.suffix == ".xlsx":
        _write_workbook(path, questionnaire, options)
    elif options.to is not None:
        _write_yaml(questionnaire, options)
    return 0


def _source(options: argparse.Namespace) -> tuple[Path, Questionnaire]:
    """The file that is meant, and what it says."""
    from analysis.questionnaire import find_questionnaire, load_questionnaire
    from analysis.questionnaire.save import NotSaved
    from analysis.questionnaire.sheets import read_sheets
    from analysis.questionnaire_book import is_book, read_book

    path = Path(options.source)
    if path.suffix in (".xlsx", ".xlsm"):
        if "survey" in read_sheets(path) and not is_book(path):
            raise NotSaved("is_form", path)
        return path, read_book(path)
    if path.suffix in (".yml", ".yaml"):
        return path, load_questionnaire(path)
    if options.year is None:
        raise NotSaved("no_year", path)
    path = find_questionnaire(project_root(), options.source, options.year)
    return path, load_questionnaire(path)


def _print_changes(path: Path, questionnaire: Questionnaire, language: str) -> None:
    from analysis.language import message
    from analysis.questionnaire.follows import BREAKING, changes
    from analysis.questionnaire.load import FOLDER

    if path.suffix not in (".yml", ".yaml"):  # a workbook may lie anywhere
        path = project_root() / FOLDER / questionnaire.survey / f"{questionnaire.year}.yml"
    found = changes(path, questionnaire)
    if not found:
        print(
            message(
                f"questionnaire.follows.{'none' if questionnaire.follows else 'nothing_followed'}", language
            )
        )
    for change in found:
        print(change.text(language))
        if change.what in BREAKING:
            why = questionnaire.breaks.get(change.question)
            declared = why is not None and message(
                "questionnaire.follows.declared", language, why=why.text(language)
            )
            print(f"  {declared or message('questionnaire.follows.breaks', language)}")


def _write_workbook(path: Path, questionnaire: Questionnaire, options: argparse.Namespace) -> None:
    """The workbook for people, or that for KoboToolbox with what it could not take."""
    from analysis.questionnaire.save import NotSaved, comment_lines, keep
    from analysis.questionnaire.to_xlsform import to_xlsform
    from analysis.questionnaire.to_xlsform_book import write_xlsform
    from analysis.questionnaire_book import write_book
    from analysis.whole import write_whole

    if options.to.exists() and not options.replace:
        raise NotSaved("exists", options.to)
    told: list[str] = []
    if options.form:
        form = to_xlsform(questionnaire)
        content = write_xlsform(form)
        told += [words.text(options.language) for words in form.left_out]
        told += [_said("to_xlsform.aside", options), _said("to_xlsform.download", options)]
    else:
        content = write_book(questionnaire, options.language)
        comments = (
            comment_lines(path.read_text(encoding="utf-8-sig")) if path.suffix in (".yml", ".yaml") else 0
        )
        told += [_said("save.not_carried", options, number=comments)] if comments else []
    if options.to.exists():
        told.append(_said("save.kept", options, path=keep(options.to).as_posix()))
    write_whole(options.to, content)
    print(_said("save.made", options, path=options.to.as_posix()), *told, sep="\n")


def _write_yaml(questionnaire: Questionnaire, options: argparse.Namespace) -> None:
    from analysis.questionnaire.save import NotSaved, save_questionnaire

    if options.form:
        raise NotSaved("only_book", options.to)
    saved = save_questionnaire(questionnaire, options.to, options.replace, options.language)
    print(_said("save.made", options, path=options.to.as_posix()))
    if saved.kept:
        print(_said("save.kept", options, path=saved.kept.as_posix()))
    if saved.comments:
        print(_said("save.lost", options, number=saved.comments))


def _said(key: str, options: argparse.Namespace, **fields: object) -> str:
    from analysis.language import message

    return message(f"questionnaire.{key}", options.language, **fields)
