"""The widgets by which answers are filtered: options that are ticked, or a condition that is written."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from analysis.errors import DureError
from analysis.explore.panel.choices import answers, filter_of, options
from analysis.explore.panel.choosing import Change, offer
from analysis.explore.panel.state import State
from analysis.explore.panel.told import hint, wrong
from analysis.explore.survey import Survey
from analysis.explore.where import read_where
from analysis.language import message


class Filtering:
    """`box` holds the widgets. change is called with what a filter makes of a state."""

    def __init__(self, language: str, change: Change) -> None:
        self.language, self._change = language, change
        self.question = widgets.Dropdown(description=self._say("question"))
        self.heading = widgets.HTML()
        self.ticks = widgets.VBox(layout=widgets.Layout(display="none"))
        self.ticks.add_class("dure-ticks")
        self.add = widgets.Button(description=self._say("add"), disabled=True)
        self.text = widgets.Text(
            description=self._say("text"), placeholder=self._say("text_hint"), continuous_update=False
        )
        self.wrong = widgets.HTML()
        self.active = widgets.VBox()
        title = widgets.HTML(f"<strong>{escape(self._say('title'))}</strong>")
        self.box = widgets.VBox(
            [title, self.active, self.question, self.heading, self.ticks, self.add, self.text, self.wrong]
        )
        self._opened: Survey | None = None
        self.question.observe(lambda event: self._list_options(event["new"]), names="value")
        self.add.on_click(lambda button: self._add_ticked())
        self.text.observe(lambda event: self._add_written(event["new"]), names="value")

    def show(self, state: State, survey: Survey) -> None:
        """The filters of the state, each with a button that removes it, and what else can be filtered by."""
        if survey is not self._opened:
            self._opened = survey
            found = answers(survey.questionnaire, self.language)
            offer(self.question, ((self._say("nothing"), ""), *found), "")
            self._list_options("")
            self._set_text("")
        self.active.children = [self._removal(at, text) for at, text in enumerate(state.filters)] or [
            widgets.HTML(hint(self._say("none")))
        ]

    def _removal(self, at: int, text: str) -> widgets.Button:
        button = widgets.Button(description=self._say("remove", where=self._words(text)), icon="times")
        button.add_class("dure-removal")

        def remove(_: widgets.Button) -> None:
            self._change(lambda state: state.without_filter(at))
            self.question.focus()  # the button that had it is gone

        button.on_click(remove)
        return button

    def _words(self, text: str) -> str:
        """A filter in words; as it was written, where the year that is open has no such question."""
        assert self._opened is not None
        try:
            return read_where(text, self._opened.questionnaire).words.text(self.language)
        except DureError:
            return text

    def _list_options(self, name: str) -> None:
        """A box to tick for each option of what was chosen."""
        ticks = []
        label = next((label for label, known in self.question.options if known == name), "")
        if name and self._opened is not None:
            for words, id_ in options(self._opened.questionnaire, self.language, name):
                tick = widgets.Checkbox(description=words, value=False, indent=False)
                tick.option = id_
                tick.observe(lambda event: self._count_ticks(), names="value")
                ticks.append(tick)
        self.heading.value = escape(self._say("options", name=label)) if name else ""
        self.ticks.children = ticks
        self.ticks.layout.display = "flex" if ticks else "none"
        self._count_ticks()

    def _count_ticks(self) -> None:
        self.add.disabled = not self._ticked()

    def _ticked(self) -> tuple[str, ...]:
        return tuple(tick.option for tick in self.ticks.children if tick.value)

    def _add_ticked(self) -> None:
        self._add(filter_of(self.question.value, self._ticked()))
        self.question.value = ""
        self.question.focus()

    def _add_written(self, text: str) -> None:
        """What was written, once it can be read; else it stays with what is wrong about it."""
        if not text.strip():
            self.wrong.value = ""
            return
        try:
            self._add(text)
        except DureError as error:
            self.wrong.value = wrong(error.words(self.language))
            return
        self._set_text("")

    def _add(self, text: str) -> None:
        assert self._opened is not None
        read = read_where(text, self._opened.questionnaire).text
        self._change(lambda state: state.with_filter(read))

    def _set_text(self, text: str) -> None:
        self.text.value, self.wrong.value = text, ""

    def _say(self, key: str, **fields: object) -> str:
        return message(f"explore.panel.filter.{key}", self.language, **fields)
