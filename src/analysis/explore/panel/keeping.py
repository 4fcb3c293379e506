"""The widgets that keep what is seen: as files, and in a basket of findings."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

import ipywidgets as widgets

from analysis.errors import DureError, during
from analysis.explore.basket import Basket
from analysis.explore.panel.told import done, hint, wrong
from analysis.explore.result import Result
from analysis.explore.save import save
from analysis.language import message
from analysis.project import EXPLORED

KINDS = ("png", "svg", "csv", "xlsx")
_BASKET, _UNREAD = "basket.json", "basket.unread.json"


class Keeping:
    """`buttons` save and keep what is seen, `told` says what came of it, `box` holds the basket.

    results gives what is seen at the moment; files go to the folder `explored` of root.
    """

    def __init__(self, root: Path, language: str, results: Callable[[], tuple[Result, ...]]) -> None:
        self.folder, self.root, self.language, self._results = root / EXPLORED, root, language, results
        self.save = {kind: self._button(self._say("save", kind=kind.upper()), self._saver(kind)) for kind in KINDS}
        self.keep = self._button(self._say("keep"), self._keep, icon="plus")
        self.buttons = (self.keep, *self.save.values())
        self.told = widgets.HTML()
        self.heading, self.kept = widgets.HTML(), widgets.VBox()
        self.report = self._button(self._say("report"), self._report)
        self.code = widgets.Textarea(description=self._say("code"), rows=8)
        self.box = widgets.VBox([self.heading, self.kept, self.report, self.code])
        self.basket = self._kept_before()
        self._show()

    def _kept_before(self) -> Basket:
        file = self.folder / _BASKET
        try:
            return Basket.load(file, self.root) if file.is_file() else Basket(self.root)
        except DureError as error:
            aside = file.replace(file.with_name(_UNREAD))  # what is kept from now on must not take its place
            why = error.words(self.language)
            self.told.value = wrong(self._say("unread", file=aside.name, why=why))
            return Basket(self.root)

    def _saver(self, kind: str) -> Callable[[], None]:
        def run() -> None:
            results = self._results()
            if self._some(results):
                self._tell_files(save(result, self.folder, kind) for result in results)

        return run

    def _keep(self) -> None:
        results = self._results()
        if self._some(results):
            there = {one.result.query for one in self.basket.kept}
            for result in results:
                if result.query not in there:
                    self.basket.keep(result)
            self._changed()
            self.told.value = done(self._say("kept", title=" · ".join(dict.fromkeys(one.title for one in results))))

    def _report(self) -> None:
        self._tell_files(self.basket.report(self.folder, self.language))

    def _removal(self, at: int, title: str) -> widgets.Button:
        def remove() -> None:
            self.basket.remove(at)
            self._changed()
            self.told.value = done(self._say("removed", title=title))
            self.keep.focus()  # the button that had it is gone

        return self._button(self._say("remove", title=title), remove, icon="times", kind="dure-removal")

    def _changed(self) -> None:
        self.basket.save(self.folder / _BASKET)
        self._show()

    def _show(self) -> None:
        kept = self.basket.kept
        title = f"<strong>{escape(self._say('basket', n=len(kept)))}</strong>"
        self.heading.value = title + hint("" if kept else self._say("empty"))
        self.kept.children = [
            *(self._removal(at, one.title) for at, one in enumerate(kept)),
            *(widgets.HTML(hint(f"{one.title}: {one.why.text(self.language)}")) for one in self.basket.lost),
        ]
        self.report.layout.display = self.code.layout.display = None if kept else "none"
        self.code.value = self.basket.code() if kept else ""

    def _some(self, results: tuple[Result, ...]) -> bool:
        if not results:
            self.told.value = wrong(self._say("nothing"))
        return bool(results)

    def _button(self, words: str, run: Callable[[], None], icon: str = "", kind: str = "") -> widgets.Button:
        button = widgets.Button(description=words, icon=icon)
        if kind:
            button.add_class(kind)

        def pressed(_: widgets.Button) -> None:
            try:
                with during():
                    run()
            except DureError as error:
                self.told.value = wrong(error.words(self.language))

        button.on_click(pressed)
        return button

    def _tell_files(self, files: Iterable[Path]) -> None:
        self.told.value = done(self._say("saved"), "".join(f" {_download(file)}" for file in files))

    def _say(self, key: str, **fields: object) -> str:
        return message(f"explore.panel.keep.{key}", self.language, **fields)


def _download(file: Path) -> str:
    """A link that holds the file itself, so that it works wherever the notebook is shown."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    name = escape(file.name)
    return f'<a href="data:{kind};base64,{data}" download="{name}">{name}</a>'
