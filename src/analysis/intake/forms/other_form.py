"""Forms that are not of the survey and the year that is read: they are refused, and said to be what they are."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.form.code import FormCode
from analysis.form.fields import Field
from analysis.intake.errors import IntakeError
from analysis.intake.forms.returned import ReturnedForm
from analysis.questionnaire.questionnaire import Questionnaire


def refuse_other_form(form: ReturnedForm, questionnaire: Questionnaire, fields: Sequence[Field]) -> None:
    """Raise IntakeError for a form whose code names another survey or year; and, where it has no code, for one most
    of whose cells are not of this questionnaire."""
    code = form.code
    if code and (code.survey, code.year) != (questionnaire.survey, questionnaire.year):
        raise _other(form.file, code, questionnaire)
    names = {cell.name for cell in form.cells}
    if not names:
        raise IntakeError(
            f"{form.file}: 서식에서 답을 적는 시트가 모두 지워졌습니다. 보낸 곳에 서식 파일을 그대로 다시 보내 달라고 해 주십시오.",
            f"{form.file}: all sheets of the form that hold answers were deleted. Ask for the form's own file again.",
        )
    known = names & {field.name for field in fields}
    if not known or (code is None and len(known) * 2 < len(names)):
        title = questionnaire.title.ko
        raise IntakeError(
            f"{form.file}: '{title}'의 서식이 아닙니다(칸 {len(names)}개 가운데 이 조사의 것은 {len(known)}개). 어느 조사의 서식인지 보고 그 "
            "조사의 폴더로 옮겨 주십시오.",
            f"{form.file}: this is no form of this survey ('{questionnaire.title.text('en')}'): of its {len(names)} "
            f"cells {len(known)} belong to it. See which survey it is of and move it to the folder of that survey.",
        )


def _other(file: str, code: FormCode, questionnaire: Questionnaire) -> IntakeError:
    folder = f"data/raw/{code.year}/{code.survey}/"
    if code.survey == questionnaire.survey:
        return IntakeError(
            f"{file}: {code.year}년 서식입니다. 지금 읽는 것은 {questionnaire.year}년 조사입니다. {code.year}년 답이면 {folder} 폴더로 "
            f"옮기고, 올해 답을 지난 서식에 적은 것이면 {questionnaire.year}년 서식을 보내 다시 받아 주십시오.",
            f"{file}: this is the form of {code.year}, and the survey that is read is of {questionnaire.year}. If these "
            f"are answers of {code.year}, move it to {folder}; if this year's were written into the old form, send the "
            f"form of {questionnaire.year} and ask again.",
        )
    return IntakeError(
        f"{file}: 다른 조사('{code.survey}', {code.year}년)의 서식입니다. {folder} 폴더로 옮겨 주십시오. 그 서식을 잘못 보낸 것이면 이 "
        "조사의 서식을 보내 다시 받아 주십시오.",
        f"{file}: this is the form of another survey ('{code.survey}', {code.year}). Move it to {folder}; if the wrong "
        "form was sent, send the form of this survey and ask again.",
    )
