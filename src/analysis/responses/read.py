"""The verb of this room: what a project keeps of a survey (questionnaire, answers, register) is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from analysis.errors import DureError, Unexpected, during
from analysis.intake.corrections import correction_lists, is_correction_list, read_corrections
from analysis.intake.errors import IntakeError, NothingCame
from analysis.intake.leave_out import is_leave_out, read_leave_out
from analysis.intake.lock_files import locked_documents
from analysis.intake.margins import is_margin_list, margin_lists, read_margins
from analysis.intake.register import Register, read_register
from analysis.language.text import normalise, one_line
from analysis.questionnaire.load import find_questionnaire, known_surveys, load_questionnaire
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.build import responses_of
from analysis.responses.finding import Finding
from analysis.responses.opening import Unreadable, open_files, refuse
from analysis.responses.responses import Responses
from analysis.responses.rules import SEVERITY
from analysis.responses.trend import trend_findings

DATA = Path("data")
RAW = DATA / "raw"
_NOT_ANSWERS = (".", "~$", "readme")  # hidden files, what Excel leaves beside an open workbook, explanations
_TEXT_AND_NUMBER = re.compile(r"([^0-9]*)([0-9]*)")
Further = Callable[[Responses, str], Iterable[Finding]]
_OF_WINDOWS = ("thumbs.db", "desktop.ini")  # what the system leaves in a folder without being asked


def read_survey(
    root: Path,
    survey: str,
    year: int,
    register: Register | None = None,
    questionnaire: Questionnaire | None = None,
) -> Responses:
    """The responses of `survey` in `year` in the project folder `root`; `register` where it was read already,
    `questionnaire` where it is not to be that of the project as it stands.

    Every file in data/raw/<year>/<survey>/ is read as answers, in the order of their names, but for the list of
    rows that are not to count (leave_out.csv); a folder in it is not read, which is a finding. Raises IntakeError
    where there are none, or, naming all of them, where some cannot be read; QuestionnaireError for a questionnaire
    that is missing or not in order.
    """
    responses, unreadable = read_what_can_be(root, survey, year, register, questionnaire)
    refuse(unreadable)
    assert responses is not None  # there are files, and all of them were read
    return responses


def check_survey(
    root: Path,
    survey: str,
    year: int,
    register: Register | None = None,
    language: str = "ko",
    further: Further | None = None,
) -> tuple[Finding, ...]:
    """Everything wrong or doubtful in a survey's answers. A file that cannot be read is a finding, said in
    `language`; `further` finds what only later rooms can, where the lists of the frame can be read. Raises like `read_survey` where there are no files or the questionnaire is not in order."""
    responses, unreadable = read_what_can_be(root, survey, year, register)
    refused = tuple(
        Finding(
            SEVERITY["unreadable_file"],
            "unreadable_file",
            survey,
            file=one_line(file),  # a name may hold letters that cannot be written
            hint=error.words(language).removeprefix(f"{one_line(file)}: "),
        )
        for file, error in unreadable
    )
    found = responses.findings if responses else ()
    if further and responses and not any(is_margin_list(Path(file)) for file, _ in unreadable):
        found = (*further(responses, language), *found)
    return (*refused, *found)


def read_what_can_be(
    root: Path,
    survey: str,
    year: int,
    register: Register | None = None,
    questionnaire: Questionnaire | None = None,
) -> tuple[Responses | None, tuple[Unreadable, ...]]:
    """The responses in the files that can be read, None where none can; and the others. Raises like `read_survey`
    where there are no files or the questionnaire is not in order."""
    questionnaire = questionnaire or load_questionnaire(find_questionnaire(root, survey, year))
    refused: list[Unreadable] = []
    files, lists, corrections, margins = [], [], [], []
    found = answer_files(root, survey, year)
    beside = root / RAW / str(year)
    for path in (*found, *correction_lists(beside, survey), *margin_lists(beside, survey)):
        try:
            _refuse_strangers(root, path)
            if path not in found:
                if is_margin_list(path):
                    margins += read_margins(path)
                else:
                    corrections += read_corrections(path)
            elif is_correction_list(path) or is_margin_list(path):
                raise _misplaced(path, survey, year)
            elif is_leave_out(path):
                lists += read_leave_out(path)
            else:
                files.append(path)
        except IntakeError as error:
            refused.append(Unreadable(path.name, error))
    register = register_of(root) if register is None else register
    opened, unreadable = open_files(questionnaire, files)
    everything = (*refused, *unreadable)
    if not opened:
        return None, everything
    responses = responses_of(questionnaire, opened, register, lists, corrections)
    before = [
        *_inner_folders(root, survey, year),
        *_lists_of_no_survey(root, survey, year),
        *_locks_alone(root, survey, year),
    ]
    findings = (*before, *responses.findings)
    return replace(responses, findings=findings, margins=tuple(margins)), everything


def answered_surveys(root: Path, year: int) -> tuple[str, ...]:
    """The surveys of a year that have a questionnaire and a folder of answers, by name."""
    return tuple(survey for survey in known_surveys(root, year) if (root / RAW / str(year) / survey).is_dir())


def surveys_to_read(root: Path, year: int, surveys: Iterable[str] = ()) -> tuple[str, ...]:
    """These surveys, or all of the year that were answered. Raises IntakeError where there are none."""
    names = tuple(surveys) or answered_surveys(root, year)
    if not names:
        shown = (RAW / str(year)).as_posix()
        raise IntakeError(
            f"{year}년에는 읽을 조사가 없습니다. 받은 파일은 {shown}/<조사 이름>/에, 질문지는 "
            f"questionnaires/<조사 이름>/{year}.yml에 둡니다.",
            f"there is no survey to read in {year}. Answers go into {shown}/<survey>/, "
            f"the questionnaire into questionnaires/<survey>/{year}.yml.",
        )
    return names


def check(
    root: Path,
    year: int,
    surveys: Iterable[str] = (),
    language: str = "ko",
    further: Further | None = None,
) -> dict[str, tuple[Finding, ...]]:
    """Everything wrong or doubtful in a year's answers, survey by survey: of these, or of all that were answered.

    language: of what files and surveys that cannot be read have to say. further: see `check_survey`. A survey that cannot be read is a finding
    beside others, and an error alone. Raises IntakeError where none was answered.
    """
    names = surveys_to_read(root, year, surveys)
    register = register_of(root)
    found: dict[str, tuple[Finding, ...]] = {}
    for survey in names:
        try:
            with during(survey):
                found[survey] = check_survey(root, survey, year, register, language, further)
        except NothingCame:
            folder = (RAW / str(year) / survey).as_posix()
            found[survey] = (Finding(SEVERITY["nothing_came"], "nothing_came", survey, value=f"{folder}/"),)
        except Unexpected:
            raise
        except DureError as error:
            if len(names) == 1:
                raise
            said = one_line(error.words(language))
            found[survey] = (Finding(SEVERITY["survey_not_read"], "survey_not_read", survey, hint=said),)
            continue
        found[survey] = (*trend_findings(find_questionnaire(root, survey, year), language), *found[survey])
    return found


def register_of(root: Path) -> Register:
    """The register of a project: data/raw/organisations*.csv together; empty where there is none."""
    found = sorted((root / RAW).glob("organisations*.csv"))
    for path in found:
        _refuse_strangers(root, path)
    return read_register(found)


def answer_files(root: Path, survey: str, year: int) -> tuple[Path, ...]:
    """The files that came back for a survey, by name, of whatever kind they turn out to be; and the list of what
    is to be left out.

    Explanations (README), hidden files and what programs leave beside theirs are not among them. Raises
    IntakeError where nothing came back.
    """
    found = [path for path in _entries(root, survey, year) if not path.is_dir()]
    if all(map(is_leave_out, found)):
        shown = (RAW / str(year) / survey).as_posix()
        if locks := _locks_alone(root, survey, year):
            raise IntakeError(
                f"{shown}/ 폴더에 응답 파일이 없습니다. {locks[0].text('ko')}",
                f"there is no file of answers in {shown}/. {locks[0].text('en')}",
            )
        raise NothingCame(
            f"{shown}/ 폴더에 응답 파일이 없습니다. 받은 파일(.xlsx, .csv 등)을 그 폴더에 넣어 주십시오.",
            f"there is no file of answers in {shown}/. Put what came back (.xlsx, .csv, …) into that folder.",
        )
    return tuple(found)


def _entries(root: Path, survey: str, year: int) -> list[Path]:
    """By name, numbers as numbers: what came in October (10월) after what came in September (9월)."""
    entries = (root / RAW / str(year) / survey).glob("*")
    return sorted((path for path in entries if _is_answers(path.name)), key=_natural)


def _natural(path: Path) -> tuple[list[tuple[str, int]], str]:
    name = normalise(path.name)
    return [(text, int(number or 0)) for text, number in _TEXT_AND_NUMBER.findall(name)], path.name


def _is_answers(name: str) -> bool:
    return not name.lower().startswith(_NOT_ANSWERS) and name.lower() not in _OF_WINDOWS


def _inner_folders(root: Path, survey: str, year: int) -> list[Finding]:
    """A finding for each folder among the files: answers in it would be missed in silence."""
    return [
        Finding(SEVERITY["folder_not_read"], "folder_not_read", survey, value=path.name)
        for path in _entries(root, survey, year)
        if path.is_dir()
    ]


def _locks_alone(root: Path, survey: str, year: int) -> list[Finding]:
    """A finding for each document of which only the lock came that its program keeps beside it."""
    names = [path.name for path in (root / RAW / str(year) / survey).glob("*")]
    return [
        Finding(SEVERITY["lock_file_only"], "lock_file_only", survey, value=one_line(name))
        for name in locked_documents(names)
    ]


def _lists_of_no_survey(root: Path, survey: str, year: int) -> list[Finding]:
    """A finding for each list that bears the name of no survey: it would be missed in silence."""
    known = known_surveys(root, year)
    return [
        Finding(SEVERITY[rule], rule, survey, file=path.name, value=path.name)
        for path in sorted((root / RAW / str(year)).glob("*"))
        for is_list, rule in (
            (is_correction_list, "corrections_of_no_survey"),
            (is_margin_list, "margins_of_no_survey"),
        )
        if is_list(path) and _is_answers(path.name) and path.name.partition(".")[0].lower() not in known
    ]


def _misplaced(path: Path, survey: str, year: int) -> IntakeError:
    corrections = is_correction_list(path)
    to = f"{(RAW / str(year)).as_posix()}/{survey}.{'corrections' if corrections else 'margins'}.csv"
    korean = "고친 답의 목록은" if corrections else "모집단의 수를 적은 목록은"
    english = "a list of corrections" if corrections else "a list of the counts of the frame"
    return _refusal(
        path,
        f"{korean} 이 폴더가 아니라 {to}에 둡니다. 옮겨 주십시오",
        f"{english} does not lie in this folder but is {to}. Move it there",
    )


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
