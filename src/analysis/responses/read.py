"""The verb of this room: what a project keeps of a survey (questionnaire, answers, register) is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from analysis.errors import during
from analysis.intake.errors import IntakeError
from analysis.intake.register import Register, read_register
from analysis.questionnaire.load import find_questionnaire, known_surveys, load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.finding import Finding
from analysis.responses.responses import Responses

RAW = Path("data") / "raw"
_NOT_ANSWERS = (".", "~$", "readme")  # hidden files, what Excel leaves beside an open workbook, explanations


def read_survey(root: Path, survey: str, year: int, register: Register | None = None) -> Responses:
    """The responses of `survey` in `year` in the project folder `root`; `register` where it was read already.

    Every file in data/raw/<year>/<survey>/ is read as answers, in the order of their names. Raises
    IntakeError where there are none, QuestionnaireError for a questionnaire that is missing or not in order.
    """
    questionnaire = load_questionnaire(find_questionnaire(root, survey, year))
    files = answer_files(root, survey, year)
    return build_responses(questionnaire, files, register_of(root) if register is None else register)


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
    return read_register(sorted((root / RAW).glob("organisations*.csv")))


def answer_files(root: Path, survey: str, year: int) -> tuple[Path, ...]:
    """The files that came back for a survey, by name; IntakeError where there are none."""
    folder = root / RAW / str(year) / survey
    found = sorted(path for path in folder.glob("*") if path.is_file() and _is_answers(path.name))
    if not found:
        shown = (RAW / str(year) / survey).as_posix()
        raise IntakeError(
            f"{shown}/ 폴더에 응답 파일이 없습니다. 받은 파일(.xlsx 또는 .csv)을 그 폴더에 넣어 주십시오.",
            f"there is no file of answers in {shown}/. Put what came back (.xlsx or .csv) into that folder.",
        )
    return tuple(found)


def _is_answers(name: str) -> bool:
    return not name.lower().startswith(_NOT_ANSWERS)
