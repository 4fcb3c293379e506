"""The widgets by which survey, years, question, group and manner of showing are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from analysis.explore.panel.choices import Choice, groups, questions
from analysis.explore.panel.state import State
from analysis.explore.panel.told import done, hint
from analysis.explore.survey import Survey
from analysis.language import message

_SHOWS = (("as_reported", ""), ("count", "count"), ("share", "share"))
_LINES = 12  # of the list of questions

Change = Callable[[Callable[[State], State]], None]


class Choosing:
    """`box` holds the widgets, in the order of reading. change is called with what a choice makes of a state,
    open_first with the name of a survey."""

    def __init__(
        self, surveys: tuple[Choice, ...], language: str, change: Change, open_first: Callable[[str], None]
    ) -> None:
        self.language = language
        self.survey = widgets.Dropdown(options=surveys, description=self._say("survey"))
        self.years = widgets.SelectMultiple(description=self._say("years"))
        self.years_hint = widgets.HTML()
        self.search = widgets.Text(description=self._say("search"), placeholder=self._say("search_hint"))
        self.found = widgets.HTML()
        self.question = widgets.Select(description=self._say("question"), rows=_LINES)
        self.group = widgets.Dropdown(description=self._say("group"))
        shows = [(self._say(f"shows.{name}"), show) for name, show in _SHOWS]
        self.show_as = widgets.Dropdown(options=shows, description=self._say("show"))
        self.chart = widgets.Dropdown(description=self._say("chart"))
        self.weights = widgets.Checkbox(description=self._say("weights"), indent=False)
        self.weights_hint = widgets.HTML()
        self.box = widgets.VBox(
            [
                self.survey, self.years, self.years_hint, self.search, self.found, self.question, self.group,
                self.show_as, self.chart, self.weights, self.weights_hint,
            ]
        )  # fmt: skip
        self._opened: Survey | None = None
        self._asked = ""
        self._showing = False

        def heard(widget: widgets.Widget, told: Callable[[Any], None]) -> None:
            widget.observe(lambda event: None if self._showing else told(event["new"]), names="value")

        def on(widget: widgets.Widget, changed: Callable[[State, Any], State]) -> None:
            heard(widget, lambda value: change(lambda state: changed(state, value)))

        heard(self.survey, open_first)
        heard(self.search, lambda sought: self._sought())
        on(self.years, lambda state, years: replace(state, years=tuple(sorted(years))))
        on(self.question, lambda state, question: state.with_question(question) if question else state)
        on(self.group, lambda state, group: replace(state, by=group))
        on(self.show_as, lambda state, show: replace(state, show=show))
        on(self.chart, lambda state, chart: replace(state, chart=chart))
        on(self.weights, lambda state, weights: replace(state, weights=weights))

    def show(self, state: State, survey: Survey, years: tuple[int, ...], kinds: tuple[str, ...]) -> None:
        """Set every widget as the state says; years: that can be chosen, kinds: of figures."""
        other = self._opened is not None and self._opened.name != survey.name
        self._opened, self._asked = survey, state.question
        with self._quietly():
            self.search.value = "" if other else self.search.value  # which would hide the other's questions
            self._show(state, survey, years, kinds)

    def _show(self, state: State, survey: Survey, years: tuple[int, ...], kinds: tuple[str, ...]) -> None:
        self.survey.value = state.survey
        offer(self.years, tuple((str(year), year) for year in years), state.years)
        self.years.rows = max(2, len(years))  # with one, it looks like another kind of list
        self.years_hint.value = hint(self._say("years_hint") if len(years) > 1 else "")
        self._list_questions()
        offer(self.group, groups(survey.questionnaire, self.language, state.question), state.by)
        self.show_as.value = state.show
        names = {kind: self._say(f"charts.{kind or 'usual'}") for kind in kinds} or {"": self._say("charts.none")}
        offer(self.chart, tuple((name, kind) for kind, name in names.items()), state.chart)
        self.chart.disabled = len(names) < 2
        self.weights.value = state.weights and survey.is_weighted
        self.weights.disabled = not survey.is_weighted
        self.weights_hint.value = hint("" if survey.is_weighted else self._say("no_weights"))

    def _sought(self) -> None:
        with self._quietly():
            self._list_questions()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What is set meanwhile is no choice of anybody's."""
        self._showing = True
        try:
            yield
        finally:
            self._showing = False

    def _list_questions(self) -> None:
        """The questions that are sought, the chosen one marked where it is among them."""
        assert self._opened is not None  # `show` is called before anybody types
        sought = self.search.value
        found = questions(self._opened.questionnaire, self.language, sought)
        asked = self._asked if self._asked in {id_ for _, id_ in found} else None
        offer(self.question, found, asked)
        told = message("explore.panel.found", self.language, n=len(found))
        if not found:
            told = message("explore.panel.none_found", self.language, text=sought.strip())
        self.found.value = done(told)

    def _say(self, key: str) -> str:
        return message(f"explore.panel.{key}", self.language)


def offer(widget: widgets.Widget, options: tuple, value: object) -> None:
    """Give a list its options and mark one, in one message; nothing is sent where nothing changes."""
    with widget.hold_sync():
        if tuple(widget.options) != options:
            widget.options = options
        widget.value = value
