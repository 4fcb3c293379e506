"""A survey that is open for questions: `open_survey("member_orgs").table("overall_satisfaction", by="region")`.

Everything it gives is marked as not released: nothing is hidden in it, and nothing of it has passed the gate.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from analysis.errors import DureError
from analysis.explore.conditions import Filter
from analysis.explore.empty import why_empty, without_empty_levels
from analysis.explore.findings_shown import Findings
from analysis.explore.query import SHOWS, Query, Show
from analysis.explore.questions import AskedQuestion, Questions
from analysis.explore.questions_shown import survey_facts, survey_html
from analysis.explore.result import Result
from analysis.explore.where import Where, read_where
from analysis.intake.errors import IntakeError
from analysis.language import LANGUAGES, message
from analysis.project import project_root
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.questionnaire.names import banner_named, no_such, question_named
from analysis.questionnaire.questionnaire import Banner, Questionnaire
from analysis.questionnaire.words import Words, said
from analysis.responses.read import RAW, read_survey
from analysis.responses.responses import Responses
from analysis.responses.store import FILES, read_responses
from analysis.tables.answers import QuestionAnswers, answers_by_question
from analysis.tables.build import build_table
from analysis.tables.sampling import Sampling, sampling_of
from analysis.tables.table import Table


class ExploreError(DureError):
    """Something that cannot be asked of a survey."""


def open_survey(name: str, year: int | None = None, language: str = "ko", root: Path | str | None = None) -> Survey:
    """The survey `name` of the project (at or above the working folder, or at `root`); the last year that was answered
    where none is given.

    Answers are read from data/raw; where these are not here, from what `dure report` kept in data/processed. Raises
    ExploreError for a survey or year that is not there, and whatever reading the answers raises.
    """
    folder = Path(root) if root is not None else project_root()
    years = answered_years(folder, name)
    if year is None and years:
        year = years[-1]
    if year not in years:
        _refuse_missing(folder, name, year, years)
    if "IPython" in sys.modules:  # else nobody completes names
        from analysis.explore.in_ipython import settle_in

        settle_in()
    return Survey(_read(folder, name, year), language)


def answered_years(root: Path, survey: str) -> tuple[int, ...]:
    """The years in which a survey has a questionnaire and answers, the first one first."""
    years = {int(file.stem) for file in (root / "questionnaires" / survey).glob("*.yml") if file.stem.isdecimal()}
    return tuple(sorted(year for year in years if _is_raw(root, survey, year) or _is_kept(root, survey, year)))


def answered_in(root: Path) -> dict[str, tuple[int, ...]]:
    """By survey the years in which it was answered; surveys without answers are left out."""
    names = sorted(folder.name for folder in (root / "questionnaires").iterdir() if folder.is_dir())
    return {name: years for name in names if (years := answered_years(root, name))}


@dataclass(frozen=True, eq=False, repr=False)  # its answers are nothing to be printed
class Survey:
    """A survey in a year. `language` is what results are told in; `questions` are those
    that may be asked, by their names."""

    _responses: Responses  # of a name that no tab key completes: they name respondents
    language: str = "ko"
    questions: Questions = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "questions", Questions(self.questionnaire, self.language))

    @property
    def questionnaire(self) -> Questionnaire:
        return self._responses.questionnaire

    @property
    def name(self) -> str:
        return self.questionnaire.survey

    @property
    def year(self) -> int:
        return self.questionnaire.year

    @property
    def findings(self) -> Findings:
        """What was wrong or doubtful in the files of answers, without the answers."""
        return Findings(self._responses.findings, self.language)

    def table(
        self,
        question: str | AskedQuestion,
        by: str | AskedQuestion = "",
        where: str | Filter = "",
        weights: bool = True,
        show: Show = "",
        chart: str = "",
    ) -> Result:
        """The answers to a question, counted; as `Query` says.

        question and by are ids, printed numbers or labels, or come from `questions`, as `where` may. Raises NoSuchName,
        WhereError, RoutingError, ExploreError, and TableError for a question that names its respondents.
        """
        asked = question_named(self.questionnaire, str(question))
        banner = banner_named(self.questionnaire, str(by)) if by else None
        if banner and banner.by == asked.id:
            _refuse("by_itself", name=asked.label)
        if show not in SHOWS:
            no_such("show", show, {one: Words(ko=one) for one in SHOWS if one})
        chosen = read_where(str(where), self.questionnaire) if str(where) else None
        query = Query(
            self.name, self.year, asked.id, banner.id if banner else "", chosen.text if chosen else "", weights,
            show, chart,
        )  # fmt: skip
        return self._result(query, banner, chosen)

    def __repr__(self) -> str:
        title = self.questionnaire.title.text(self.language)
        return " · ".join((title, *survey_facts(self._responses, self.language)))

    def _repr_html_(self) -> str:
        return survey_html(self._responses, self.language)

    def ask(self, query: Query) -> Result:
        """The result of a query of this survey, whatever year it was made for."""
        return self.table(query.question, query.by, query.where, query.weights, query.show, query.chart)

    def _result(self, query: Query, banner: Banner | None, chosen: Where | None) -> Result:
        sampling, answers = self._weighted if query.weights else self._plain
        within = chosen.within(answers) if chosen else None
        table = build_table(self._responses, query.question, banner, sampling, answers, within)
        table = self._marked(table, query, chosen, within.chosen.sum() if within else None)
        empty = why_empty(table, self.questionnaire, answers, chosen, within)
        result = Result(query, table, self.language, chosen.words if chosen else None, empty)
        result.chart()  # refused here, where it is asked for, and not where it is looked at
        return result

    def _marked(self, table: Table, query: Query, chosen: Where | None, n: int | None) -> Table:
        """With what is to be said of it wherever it goes: it is not released, whom it leaves out, what leads."""
        before = [said("table.unreleased.committee")]
        before += [said("table.invented")] if self._responses.invented else []
        facts = dict(table.facts)
        base = table.base
        if chosen is not None:
            before.append(said("explore.filtered", where=chosen.words))
            base = said("explore.base", base=table.base, where=chosen.words)
            facts["n_respondents"] = int(n or 0)
        if not query.weights and self.is_weighted:
            before.append(said("explore.unweighted"))
        table, left_out = without_empty_levels(table)
        if left_out:
            listed = Words(**{one: ", ".join(words.text(one) for words in left_out) for one in LANGUAGES})
            before.append(said("explore.empty_levels", levels=listed))
        if query.show:
            least = {"count": 10**9, "share": 0}[query.show]
            facts["small_bases"] = {**facts["small_bases"], "counts_lead": least}
        return replace(table, base=base, notes=(*before, *table.notes), facts=facts, quotes=())

    @property
    def is_weighted(self) -> bool:
        """Its respondents do not all weigh the same."""
        return self._weighted[0].weighted

    @cached_property
    def _weighted(self) -> tuple[Sampling, Mapping[str, QuestionAnswers]]:
        sampling = sampling_of(self._responses)
        return sampling, answers_by_question(self._responses, sampling)

    @cached_property
    def _plain(self) -> tuple[Sampling, Mapping[str, QuestionAnswers]]:
        """Every respondent counts once: what they said, and of nobody else."""
        if not self.is_weighted:
            return self._weighted
        drawn = self._weighted[0]
        sampling = replace(
            drawn, situation="self_selected", drawn=None, weighted=False, exact=False, simply=False, notes=()
        )
        return sampling, answers_by_question(self._responses, sampling)


def _read(root: Path, name: str, year: int) -> Responses:
    if _is_raw(root, name, year):
        try:
            return read_survey(root, name, year)
        except IntakeError:  # which names files and quotes cells, and so tells of respondents
            _refuse("unreadable", survey=name, year=year)
    questionnaire = load_questionnaire(find_questionnaire(root, name, year))
    return read_responses(_kept(root, name, year), questionnaire)


def _is_raw(root: Path, name: str, year: int) -> bool:
    return (root / RAW / str(year) / name).is_dir()


def _is_kept(root: Path, name: str, year: int) -> bool:
    return (_kept(root, name, year) / FILES[0]).is_file()


def _kept(root: Path, name: str, year: int) -> Path:
    return root / "data" / "processed" / str(year) / name


def _refuse_missing(root: Path, name: str, year: int | None, years: tuple[int, ...]) -> None:
    surveys = answered_in(root)
    if name not in surveys:
        no_such("survey", name, {one: _title(root, one, of[-1]) for one, of in surveys.items()})
    _refuse("no_year", survey=name, year=year, years=", ".join(map(str, years)))


def _title(root: Path, survey: str, year: int) -> Words:
    return load_questionnaire(find_questionnaire(root, survey, year)).title


def _refuse(rule: str, **hints: object) -> NoReturn:
    told = (
        message(
            f"explore.{rule}",
            language,
            **{name: hint.text(language) if isinstance(hint, Words) else hint for name, hint in hints.items()},
        )
        for language in LANGUAGES
    )
    raise ExploreError(*told) from None
