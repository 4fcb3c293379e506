"""The panel: what is chosen on the left, what comes of it on the right, at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from analysis.errors import DureError, during
from analysis.explore.panel.choices import Choice, questions
from analysis.explore.panel.choosing import Choosing
from analysis.explore.panel.filtering import Filtering
from analysis.explore.panel.keeping import Keeping
from analysis.explore.panel.state import History, State
from analysis.explore.panel.told import wrong
from analysis.explore.query import Query
from analysis.explore.result import Result
from analysis.explore.show import result_html
from analysis.explore.survey import ExploreError, Survey, answered_in, open_survey
from analysis.language import LANGUAGES, message
from analysis.project import project_root
from analysis.questionnaire.load import find_questionnaire, load_questionnaire

Outcome = Result | DureError


class Panel:
    """Widgets by which the surveys of a project are asked. The last line of a notebook's cell shows it.

    root: the project's folder, the one at or above the working folder where none is given. Raises ExploreError where
    no survey was answered.
    """

    def __init__(self, root: Path | str | None = None, language: str = "ko") -> None:
        self.root = Path(root) if root is not None else project_root()
        self.language = language
        self._years = answered_in(self.root)
        if not self._years:
            raise ExploreError(*(message("explore.panel.no_survey", one) for one in LANGUAGES))
        self._surveys: dict[tuple[str, int], Survey] = {}
        self._outcomes: dict[Query, Outcome] = {}
        self.history = History(self._first_of_all())
        self.choosing = Choosing(self._titles(), language, self._change, self._open)
        self.filtering = Filtering(language, self._change)
        self.keeping = Keeping(self.root, language, lambda: self.results)
        self.undo = self._step("undo", History.undo)
        self.redo = self._step("redo", History.redo)
        self.shown = widgets.VBox()
        self._show()

    @property
    def state(self) -> State:
        return self.history.now

    @property
    def results(self) -> tuple[Result, ...]:
        """What is seen, a result for each year that has one."""
        return tuple(one for one in map(self._outcome, self.state.queries) if isinstance(one, Result))

    @cached_property
    def widget(self) -> widgets.Widget:
        """Everything, in the order of reading."""
        style = resources.files(__package__).joinpath("panel.css").read_text(encoding="utf-8")
        chosen = widgets.VBox([self.choosing.box, self.filtering.box])
        bar = widgets.HBox([self.undo, self.redo, *self.keeping.buttons])
        seen = widgets.VBox([bar, self.keeping.told, self.shown, self.keeping.box])
        for name, box in (("chosen", chosen), ("bar", bar), ("seen", seen), ("kept", self.keeping.box)):
            box.add_class(f"dure-{name}")
        whole = widgets.HBox([widgets.HTML(f"<style>{style}</style>", layout={"display": "none"}), chosen, seen])
        whole.add_class("dure-panel")
        return whole

    def _repr_mimebundle_(self, **given: Any) -> Any:
        return self.widget._repr_mimebundle_(**given)

    def _titles(self) -> tuple[Choice, ...]:
        found = []
        for name, years in self._years.items():
            title = load_questionnaire(find_questionnaire(self.root, name, years[-1])).title
            found.append((title.text(self.language), name))
        return tuple(found)

    def _first(self, survey: str) -> State:
        """A survey as it is when it is opened: its last year, its first question."""
        year = self._years[survey][-1]
        questionnaire = self._survey(survey, year).questionnaire
        return State(survey, (year,), questions(questionnaire, self.language)[0][1])

    def _first_of_all(self) -> State:
        """The first survey that can be read; raises what is wrong with the first where none can."""
        errors: list[DureError] = []
        for survey in self._years:
            try:
                return self._first(survey)
            except DureError as error:
                errors.append(error)
        raise errors[0]

    def _open(self, survey: str) -> None:
        try:
            first = self._first(survey)
        except DureError as error:  # what was seen before stays chosen
            self._show()
            self.shown.children = (widgets.HTML(wrong(error.words(self.language))), *self.shown.children)
        else:
            self._change(lambda state: first)

    def _change(self, changed: Callable[[State], State]) -> None:
        self.history = self.history.then(changed(self.state))
        self._show()

    def _step(self, name: str, step: Callable[[History], History]) -> widgets.Button:
        button = widgets.Button(description=message(f"explore.panel.{name}", self.language), icon=name)
        button.add_class("dure-step")

        def pressed(_: widgets.Button) -> None:
            self.history = step(self.history)
            self._show()

        button.on_click(pressed)
        return button

    def _show(self) -> None:
        """Set every widget as the state says."""
        state = self.state
        survey = self._survey(state.survey, max(state.years, default=self._years[state.survey][-1]))
        kinds = self.results[0].chart("").kinds if self.results else ()
        self.choosing.show(state, survey, self._years[state.survey], kinds)
        self.filtering.show(state, survey)
        self.undo.disabled, self.redo.disabled = not self.history.past, not self.history.future
        parts = [self._part(query) for query in state.queries] or [wrong(self._say("no_year"))]
        while len(self.shown.children) < len(parts):
            self.shown.children += (widgets.HTML(),)
        self.shown.children = self.shown.children[: len(parts)]
        for place, part in zip(self.shown.children, parts, strict=True):
            place.value = part

    def _part(self, query: Query) -> str:
        """The HTML of one year."""
        outcome = self._outcome(query)
        if isinstance(outcome, DureError):
            part = wrong(outcome.words(self.language))
        else:
            part = result_html(outcome, scope=f"p{id(self)}-{query.year}-")
        heading = self._say("year", year=query.year) if len(self.state.years) > 1 else ""
        return f'<p class="dure-year">{escape(heading)}</p>{part}' if heading else part

    def _outcome(self, query: Query) -> Outcome:
        """What came of a query; what is wrong with it, where nothing did."""
        if query not in self._outcomes:
            try:
                with during():
                    self._outcomes[query] = self._survey(query.survey, query.year).ask(query)
            except DureError as error:
                self._outcomes[query] = error
        return self._outcomes[query]

    def _survey(self, name: str, year: int) -> Survey:
        if (name, year) not in self._surveys:
            self._surveys[name, year] = open_survey(name, year, self.language, self.root)
        return self._surveys[name, year]

    def _say(self, key: str, **fields: object) -> str:
        return message(f"explore.panel.{key}", self.language, **fields)
