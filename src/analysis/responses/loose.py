"""Answers in a loose file, read by any questionnaire; and how they were drawn, said when the program is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.questionnaire.load import load_questionnaire
from analysis.questionnaire.questionnaire import Questionnaire, SampleDesign
from analysis.questionnaire.validation import Shape
from analysis.questionnaire.words import Words, said
from analysis.responses.build import build_responses
from analysis.responses.design_columns import DESIGN_RULES
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing

_DESIGN = Shape(SampleDesign)
_SHOWN = 5  # cells that an error names


@dataclass(frozen=True)
class Drawn:
    """How respondents were drawn, as the caller says it: headings as in `SampleDesign`, or the size of the frame.

    What is not said stays as the questionnaire has it.
    """

    weight: str = ""
    strata: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()
    population: tuple[str, ...] = ()
    size: int | None = None

    def __bool__(self) -> bool:
        return self != Drawn()

    def applied(self, questionnaire: Questionnaire) -> Questionnaire:
        """The questionnaire of a probability sample that was drawn so; as it is where nothing is said.

        Raises DureError for stages that do not go together.
        """
        if not self:
            return questionnaire
        sample = questionnaire.sample
        fields = sample.design.model_dump() if sample.design else {}
        fields |= {name: given for name in _HEADINGS if (given := getattr(self, name))}
        if self.size is not None:  # one number for all stands in the place of columns
            fields.pop("population", None)
        design = None
        if any(fields.values()):
            design, problems = _DESIGN.validate(fields, ())
            if problems:
                raise DureError(*(problems[0].words(language) for language in LANGUAGES))
        drawn = {"kind": "probability", "design": design, "as_if_random": False}
        if self.size is not None or self.population:
            drawn["population"] = self.size
        return questionnaire.model_copy(update={"sample": sample.model_copy(update=drawn)})

    def note(self) -> Words:
        """What a table says of it."""
        told = {
            "weight": self.weight,
            "strata": ", ".join(self.strata),
            "cluster": ", ".join(self.cluster),
            "population": ", ".join(self.population) or (f"{self.size:,}" if self.size is not None else ""),
        }
        words = [said(f"table.drawn.{name}", columns=columns) for name, columns in told.items() if columns]
        listed = {language: ", ".join(one.text(language) for one in words) for language in LANGUAGES}
        return said("table.drawn.note", listed=Words(**listed))


_HEADINGS = ("weight", "strata", "cluster", "population")


def read_loose(questionnaire: Path, answers: Sequence[Path], drawn: Drawn | None = None) -> Responses:
    """The responses in these files, each of its rows (or forms) a respondent.

    No register, no list of corrections and no list of what is to be left out belong to them, and nothing is weighted
    to the counts of a frame. Raises QuestionnaireError and IntakeError like `read_survey`, and DureError where it is
    not known of a response how it was drawn: nothing checks such files, so it would be missed in silence.
    """
    read = load_questionnaire(questionnaire)
    sample = read.sample.model_copy(update={"weighting": None})
    responses = build_responses(
        (drawn or Drawn()).applied(read.model_copy(update={"sample": sample})), answers
    )
    if number := int((responses.origin.standing == Standing.UNPLACED).sum()):
        raise DureError(*(_unplaced(responses, number, language) for language in LANGUAGES))
    return responses


def refuse_zero_weights(responses: Responses) -> None:
    """Raises DureError where the weights of all responses that count are 0: nothing can be told by them."""
    columns, counted = responses.design, responses.origin.counted
    if columns is None or columns.weights is None or not counted.any() or columns.weights[counted].any():
        return
    name = responses.questionnaire.sample.design.weight
    raise DureError(*(message("table.weights_none", language, name=name) for language in LANGUAGES))


def _unplaced(responses: Responses, number: int, language: str) -> str:
    """How many, and the first cells that cannot be used, a line each."""
    found = [one for one in responses.findings if one.rule in DESIGN_RULES]
    lines = [
        message(
            f"table.unplaced.{one.rule}", language,
            place=one.place, part=one.part, value=one.value, hint=one.hint,
        )
        for one in found[:_SHOWN]
    ]  # fmt: skip
    return "\n  ".join((message("table.unplaced.head", language, number=f"{number:,}"), *lines))
