"""Forms of the survey of support organisations as they are sent, and as they come back filled in.

They are the real ones with a question of every sort; the others are more of the same, and tests are quicker without.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import start
from analysis.fieldwork.written import texts_of
from analysis.form.code import code_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import FormPlan, plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.register import Register
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.question import PartKey
from analysis.responses.build import build_responses, responses_of
from analysis.responses.finding import Finding
from analysis.responses.opening import open_files, refuse
from analysis.responses.read import read_survey, register_of
from analysis.responses.reading import Reading
from analysis.responses.responses import Responses

Texts = Mapping[str, str]
QUESTIONS = ("A1", "A2", "A4", "A5", "B1", "B2", "F1", "F2", "F4", "F5", "F6")
WHO, NAME = "gulttuksae", "굴뚝새사회적경제지원센터"


@cache
def whole_questionnaire() -> Questionnaire:
    return load_questionnaire(start.ROOT / "questionnaires" / "intermediary" / "2016.yml")


@cache
def questionnaire() -> Questionnaire:
    asked = whole_questionnaire()
    kept = [one for one in asked.questions if one.no in QUESTIONS]
    sections = [section for section in asked.sections if any(one.section == section.id for one in kept)]
    banners = [one for one in asked.banners if any(one.by == question.id for question in kept)]
    return asked.model_copy(
        update={"questions": tuple(kept), "sections": tuple(sections), "banners": tuple(banners)}
    )


@cache
def plan() -> FormPlan:
    return plan_of(questionnaire())


@cache
def register() -> Register:
    return register_of(start.ROOT)


@cache
def sample() -> Responses:
    """The sample's answers of 21 organisations, as they were typed into one file."""
    return read_survey(start.ROOT, "intermediary", 2016, register())


def counted(responses: Responses) -> dict[str, int]:
    """The organisations whose responses count, with the position of each."""
    who = responses.origin.respondent.to_pylist()
    return {who[at]: at for at, counts in enumerate(responses.origin.counted.tolist()) if counts}


@cache
def answers() -> dict[str, dict[str, str]]:
    """What they answered, as texts of the form's cells."""
    return {who: texts_of(questionnaire(), of(sample(), at)) for who, at in counted(sample()).items()}


def form(
    typed: Texts | None = None,
    sent: Texts | None = None,
    organisation: str = WHO,
    asked: FormPlan | None = None,
) -> bytes:
    """The workbook that was sent to an organisation with `sent` filled in, and comes back with `typed` as well."""
    asked, sent = asked or plan(), sent or {}
    everything = {**sent, **(typed or {})}
    name = next((one.name for one in register().organisations if one.id == organisation), "")
    content = write_form(asked, everything, organisation, name)
    before, after = (str(code_of(asked.questionnaire, organisation, texts)) for texts in (everything, sent))
    return replaced(content, before, after)


def hangul_form(typed: Texts, known: Texts | None = None) -> bytes:
    """The Hangul document that was sent with `known` filled in, and comes back with `typed`."""
    return write_hangul_form(plan(), code_of(questionnaire(), WHO, known), typed, NAME)


def replaced(content: bytes, old: str, new: str) -> bytes:
    """The archive with another text in all its parts."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            after.writestr(part.filename, before.read(part).replace(old.encode(), new.encode()))
    return file.getvalue()


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def read(*files: Path) -> Responses:
    return build_responses(questionnaire(), files, register())


def read_each(files: Iterable[Path]) -> dict[str, Responses]:
    """Every file as if it had come alone, by its name without the ending."""
    files = list(files)
    opened, unreadable = open_files(questionnaire(), files)
    refuse(unreadable)
    return {
        file.stem: responses_of(questionnaire(), [one], register())
        for file, one in zip(files, opened, strict=True)
    }


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """What was told of the form: rule and question. What the sample's own answers give rise to is left out."""
    forms = (
        "form_",
        "hidden_",
        "not_in_",
        "option_",
        "nothing_",
        "required_",
        "lock_",
        "tick_",
        "several_",
        "too_",
    )
    return sorted((one.rule, one.question) for one in findings if one.rule.startswith(forms))


def the_only(findings: Sequence[Finding], rule: str) -> Finding:
    (found,) = [one for one in findings if one.rule == rule]
    return found


def of(responses: Responses, at: int = 0) -> dict[PartKey, Reading]:
    """What one respondent answered, in file order; without what was doubtful about it."""
    fields = (
        "code",
        "number",
        "low",
        "high",
        "qualifier",
        "start",
        "end",
        "precision",
        "text",
        "reason",
        "detail",
    )
    return {
        key: Reading(**{field: getattr(column.at(at), field) for field in fields})
        for key, column in responses.answers.items()
    }
