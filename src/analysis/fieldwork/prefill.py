"""What is known of an organisation already, to be confirmed: facts that it gave last time, and its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from analysis.errors import DureError
from analysis.fieldwork.written import texts_of
from analysis.intake.register import Register
from analysis.language.text import one_line
from analysis.questionnaire.load import FOLDER
from analysis.questionnaire.question import PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Words, said
from analysis.responses.read import RAW, answer_files, read_survey
from analysis.responses.reading import Reading
from analysis.responses.responses import Responses

# Numbers change every year, and one that stands there already invites a lazy yes.
_STABLE = ("single", "multi", "date", "text")

Filled = Mapping[str, Mapping[str, str]]


def prefilled(
    root: Path,
    questionnaire: Questionnaire,
    register: Register,
    tell: Callable[[Words], object] = lambda words: None,
) -> Filled:
    """The texts of cells (`Field.name`) that are filled in when the form is sent, by the organisation's id.

    They come from the newest earlier year of the survey that has answers and a questionnaire: answers of the
    organisation itself that counted, to questions that identify it or by which members know each other (`key`), of
    the same id and kind then and now. What this year's form cannot say stays blank, and so does what was said in
    confidence or is about a person. Where nothing was answered, the organisation's name is that of the register.

    tell  is given what people should know: which year the facts are of; or why there are but names
    """
    filled = {
        organisation.id: _name(questionnaire, organisation.name) for organisation in register.organisations
    }
    year = _last_answered(root, questionnaire)
    if year is None:
        return filled
    try:
        last = read_survey(root, questionnaire.survey, year, register)
    except DureError as error:
        reasons = {language: one_line(error.words(language)) for language in ("ko", "en")}
        tell(said("fieldwork.prefill.unread", year=year, reason=Words(**reasons)))
        return filled
    known = {organisation: _facts(last, at, questionnaire) for organisation, at in _places(last).items()}
    tell(said("fieldwork.prefill.invented" if last.invented else "fieldwork.prefill.of_year", year=year))
    return {organisation: names | known.get(organisation, {}) for organisation, names in filled.items()}


def _last_answered(root: Path, questionnaire: Questionnaire) -> int | None:
    """The newest year before this one with answers and a questionnaire."""
    survey = questionnaire.survey
    years = (path.stem for path in (root / FOLDER / survey).glob("*.yml"))
    earlier = sorted((int(year) for year in years if year.isdecimal()), reverse=True)
    return next(
        (year for year in earlier if year < questionnaire.year and _has_answers(root, survey, year)), None
    )


def _has_answers(root: Path, survey: str, year: int) -> bool:
    if not (root / RAW / str(year) / survey).is_dir():
        return False
    try:
        return bool(answer_files(root, survey, year))
    except DureError:
        return False


def _places(responses: Responses) -> dict[str, int]:
    """The response of every respondent that counts."""
    counted = responses.origin.counted.tolist()
    names = responses.origin.respondent.to_pylist()
    return {name: at for at, name in enumerate(names) if counted[at]}


def _facts(last: Responses, at: int, questionnaire: Questionnaire) -> dict[str, str]:
    """What the respondent at that place may be asked to confirm, in the cells of this year's form."""
    facts: dict[PartKey, Reading] = {}
    for question in questionnaire.questions:
        key = PartKey(question.id)
        if question.id not in last.questionnaire or not _is_fact(question):
            continue
        if last.questionnaire.question(question.id).kind != question.kind:
            continue
        reading = last.answers[key].at(at)
        if reading.answered and _still_offered(reading, question):
            facts[key] = reading
    return texts_of(questionnaire, facts)


def _is_fact(question: Question) -> bool:
    if question.pii or question.confidential or question.kind not in _STABLE:
        return False
    return question.identifier or (question.key and question.export == "always")


def _still_offered(reading: Reading, question: Question) -> bool:
    """Whether all that was chosen is there to be chosen: half of several would be another answer."""
    return set(reading.codes) <= {option.id for option in getattr(question, "options", ())}


def _name(questionnaire: Questionnaire, name: str) -> dict[str, str]:
    """The organisation's name in the cell of the question that asks for it."""
    identifier = next((question for question in questionnaire.questions if question.identifier), None)
    if identifier is None or identifier.kind != "text":
        return {}
    return texts_of(questionnaire, {PartKey(identifier.id): Reading(text=name)})
