"""The verb of this room: what a project keeps of a survey (questionnaire, answers, register) is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from analysis.errors import during
from analysis.intake.errors import IntakeError
from analysis.intake.leave_out import LeaveOut, is_leave_out, read_leave_out
from analysis.intake.register import Register, read_register
from analysis.questionnaire.load import find_questionnaire, known_surveys, load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.finding import Finding
from analysis.responses.responses import Responses
from analysis.responses.rules import SEVERITY

DATA = Path("data")
RAW = DATA / "raw"
_NOT_ANSWERS = (".", "~$", "readme")  # hidden files, what Excel leaves beside an open workbook, explanations
_OF_WINDOWS = ("thumbs.db", "desktop.ini")  # what the system leaves in a folder without being asked


def read_survey(root: Path, survey: str, year: int, register: Register | None = None) -> Responses:
    """The responses of `survey` in `year` in the project folder `root`; `register` where it was read already.

    Every file in data/raw/<year>/<survey>/ is read as answers, in the order of their names, but for the list of
    rows that are not to count (leave_out.csv); a folder in it is not read, which is a finding. Raises IntakeError where there are none or one of them cannot be read,
    QuestionnaireError for a questionnaire that is missing or not in order.
    """
    questionnaire = load_questionnaire(find_questionnaire(root, survey, year))
    files = answer_files(root, survey, year)
    register = register_of(root) if register is None else register
    responses = build_responses(questionnaire, files, register, _to_leave_out(root, survey, year))
    inner = _inner_folders(root, survey, year)
    return replace(responses, findings=(*inner, *responses.findings)) if inner else responses


def answered_surveys(root: Path, year: int) -> tuple[str, ...]:
    """The surveys of a year that have a questionnaire and a folder of answers, by name."""
    return tuple(survey for survey in known_surveys(root, year) if (root / RAW / str(year) / survey).is_dir())


def check(root: Path, year: int, surveys: Iterable[str] = ()) -> list[Finding]:
    """Everything wrong or doubtful in a year's answers: of these surveys, or of all that were answered.

    Raises IntakeError where none was.
    """
    names = tuple(surveys) or answered_surveys(root, year)
    if not names:
        shown = (RAW / str(year)).as_posix()
        raise IntakeError(
            f"{year}년에는 읽을 조사가 없습니다. 받은 파일은 {shown}/<조사 이름>/에, 질문지는 "
            f"questionnaires/<조사 이름>/{year}.yml에 둡니다.",
            f"there is no survey to read in {year}. Answers go into {shown}/<survey>/, "
            f"the questionnaire into questionnaires/<survey>/{year}.yml.",
        )
    register = register_of(root)
    found: list[Finding] = []
    for survey in names:
        with during(survey):
            found += read_survey(root, survey, year, register).findings
    return found


def register_of(root: Path) -> Register:
    """The register of a project: data/raw/organisations*.csv together; empty where there is none."""
    found = sorted((root / RAW).glob("organisations*.csv"))
    for path in found:
        _refuse_strangers(root, path)
    return read_register(found)


def answer_files(root: Path, survey: str, year: int) -> tuple[Path, ...]:
    """The files that came back for a survey, by name, of whatever kind they turn out to be.

    Left out are explanations (README), hidden files and what programs leave beside theirs. Raises IntakeError
    where there are none, and for what lies there but is no file of this project.
    """
    found = [path for path in _entries(root, survey, year) if not path.is_dir() and not is_leave_out(path)]
    for path in found:
        _refuse_strangers(root, path)
    if not found:
        shown = (RAW / str(year) / survey).as_posix()
        raise IntakeError(
            f"{shown}/ 폴더에 응답 파일이 없습니다. 받은 파일(.xlsx, .csv 등)을 그 폴더에 넣어 주십시오.",
            f"there is no file of answers in {shown}/. Put what came back (.xlsx, .csv, …) into that folder.",
        )
    return tuple(found)


def _to_leave_out(root: Path, survey: str, year: int) -> list[LeaveOut]:
    """What the secretariat's list beside the answers says is not to count; nothing where there is no list."""
    lines: list[LeaveOut] = []
    for path in _entries(root, survey, year):
        if is_leave_out(path) and not path.is_dir():
            _refuse_strangers(root, path)
            lines += read_leave_out(path)
    return lines


def _entries(root: Path, survey: str, year: int) -> list[Path]:
    return sorted(path for path in (root / RAW / str(year) / survey).glob("*") if _is_answers(path.name))


def _is_answers(name: str) -> bool:
    return not name.lower().startswith(_NOT_ANSWERS) and name.lower() not in _OF_WINDOWS


def _inner_folders(root: Path, survey: str, year: int) -> list[Finding]:
    """A finding for each folder among the files: answers in it would be missed in silence."""
    return [
        Finding(SEVERITY["folder_not_read"], "folder_not_read", survey, value=path.name)
        for path in _entries(root, survey, year)
        if path.is_dir()
    ]


def _refuse_strangers(root: Path, path: Path) -> None:
    """Refuse what is no file of the project's own. What a link outside of data/ leads to would be published."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        raise _refusal(
            path,
            "파일 이름의 글자가 깨져 있습니다. 이름을 바꾸어 주십시오",
            "the letters of its name are broken. Rename it",
        ) from None
    if not path.is_file():
        raise _refusal(
            path,
            "열 수 있는 파일이 아닙니다(끊어진 링크 등). 지우거나 파일로 바꾸어 주십시오",
            "this is no file that can be opened (a broken link or the like). Remove it, or put the file here",
        )
    if not path.resolve().is_relative_to((root / DATA).resolve()):
        raise _refusal(
            path,
            f"{DATA.name} 폴더 밖에 있는 파일을 가리키는 링크라서 읽지 않았습니다. 그 파일이 맞다면 이 폴더에 복사해 주십시오",
            f"not read, for it is a link to a file outside of {DATA.name}/. "
            "If that is the file you mean, copy it into this folder",
        )


def _refusal(path: Path, korean: str, english: str) -> IntakeError:
    return IntakeError(f"{path.name}: {korean}.", f"{path.name}: {english}.")
