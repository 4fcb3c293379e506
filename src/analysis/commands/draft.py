"""`dure draft`: a first questionnaire from somebody's answers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.commands.project import common


def add(commands: argparse._SubParsersAction) -> None:
    draft = commands.add_parser(
        "draft", parents=[common()], help="make a first questionnaire from a file of answers, to be confirmed"
    )
    draft.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="answers (.csv, .xlsx, .ods, .sav, …), or an XLSForm without answers",
    )
    draft.add_argument(
        "--to", type=Path, metavar="FILE.yml", help="write it there; an existing file is left alone"
    )
    draft.add_argument(
        "--form", type=Path, metavar="XLSFORM.xlsx", help="the XLSForm that was answered: nothing is guessed"
    )
    draft.add_argument(
        "--survey", default="", metavar="S", help="id of the survey (default: from --to, or the file's name)"
    )
    draft.add_argument(
        "--year", type=int, help="year of the survey (default: from --to, or when responses came)"
    )
    draft.add_argument(
        "--encoding", default="", metavar="E", help="of text that is neither UTF-8 nor CP949, e.g. cp1252"
    )
    draft.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.language import message
    from analysis.responses.tried_draft import tried_draft
    from analysis.whole import write_whole

    survey, year = _names(options)
    if options.to and options.to.exists():
        _refuse_existing(options.to)
    draft = tried_draft(options.file, survey, year, options.encoding, options.form)
    text = draft.text(options.language)
    _check_loads(text, options.file.name)
    told = {"questions": len(draft.questionnaire.questions), "guesses": len(draft.notes)}
    if options.to is None:
        print(text, end="")
        print(message("draft.printed", options.language, **told), file=sys.stderr)
    else:
        write_whole(options.to, text)
        print(message("draft.done", options.language, to=options.to, **told))
    return 0


def _names(options: argparse.Namespace) -> tuple[str, int | None]:
    """The survey and the year, of questionnaires/<survey>/<year>.yml where they are not given."""
    survey, year = options.survey, options.year
    if options.to and options.to.resolve().parent.parent.name == "questionnaires":
        survey = survey or options.to.resolve().parent.name
        year = year or (int(options.to.stem) if options.to.stem.isdigit() else None)
    return survey, year


def _refuse_existing(path: Path) -> None:
    from analysis.draft import DraftError

    raise DraftError(
        f"{path}: 이미 있는 파일이라 쓰지 않았습니다. --to에 다른 이름을 적거나 그 파일을 옮겨 주십시오.",
        f"{path}: there is such a file already, and it was left alone. Give --to another name, or move it away.",
    )


def _check_loads(text: str, file: str) -> None:
    """Raise DraftError where the questionnaire would be too large to be read, or its name is none."""
    import tempfile

    from analysis.draft import DraftError
    from analysis.questionnaire import QuestionnaireError, load_questionnaire

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.yml"
        path.write_text(text, encoding="utf-8")
        try:
            load_questionnaire(path)
        except QuestionnaireError as error:
            raise DraftError(
                f"{file}: 조사표로 쓸 수 없습니다. {error.words('ko')}",
                f"{file}: no questionnaire can be made of it. {error.words('en')}",
            ) from error
