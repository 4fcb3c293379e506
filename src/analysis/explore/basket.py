"""A basket of findings: results that are kept, to be asked again next year, in code or in a small report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from analysis.errors import DureError
from analysis.explore.kept_report import kept_report
from analysis.explore.query import Query
from analysis.explore.result import Result
from analysis.explore.show import TEMPLATE, result_html
from analysis.explore.survey import Survey, open_survey
from analysis.language import LANGUAGES, message
from analysis.questionnaire.words import Words, said
from analysis.report.markup import render
from analysis.whole import write_whole

SCHEMA = 1


class BasketError(DureError):
    """A file that is no basket."""


@dataclass(frozen=True, eq=False)
class Kept:
    """A result in a basket. given: the title that somebody gave it, "" for its own."""

    result: Result
    given: str = ""

    @property
    def title(self) -> str:
        return self.given or self.result.title

    def _repr_html_(self) -> str:
        return result_html(self.result, title=self.given)


@dataclass(frozen=True)
class Lost:
    """A query that has no result any more, and why. given: the title that somebody gave it; title: that, or what it
    was called as long as there was one."""

    query: Query
    given: str
    title: str
    language: str
    why: Words


@dataclass(frozen=True)
class _Asked:
    """What is asked for a basket. given: the title that somebody gave it; title: what it was called."""

    query: Query
    given: str
    language: str
    title: str = ""


class Basket:
    """Results in an order. root: the project whose surveys they are asked of, where that is not the one around the
    working folder. `lost` are queries of a former year, or of a file, that cannot be asked any more."""

    def __init__(self, root: Path | str | None = None) -> None:
        self.root = root
        self.kept: tuple[Kept, ...] = ()
        self.lost: tuple[Lost, ...] = ()

    def keep(self, result: Result, title: str = "") -> Kept:
        """Put a result at the end. title: in place of its own."""
        one = Kept(result, title.strip())
        self.kept = (*self.kept, one)
        return one

    def remove(self, index: int) -> Kept:
        """Take out the one at that place, the first being 0. Raises IndexError."""
        one = self.kept[index]
        self.kept = tuple(other for other in self.kept if other is not one)
        return one

    def move(self, index: int, by: int) -> None:
        """Move the one at that place by so many places (-1: one up), as far as there are any. Raises IndexError."""
        one = self.kept[index]
        others = [other for other in self.kept if other is not one]
        others.insert(max(0, index % len(self.kept) + by), one)
        self.kept = tuple(others)

    def code(self) -> str:
        """A cell of a notebook that gives an equal basket, and runs as it stands."""
        names: dict[tuple[str, int, str], str] = {}
        lines = []
        for one in self.kept:
            query = one.result.query
            key = (query.survey, query.year, one.result.language)
            if key not in names:
                names[key] = f"{query.survey}_{query.year}" + ("" if key[2] == "ko" else f"_{key[2]}")
            asked = query.code().partition(").table(")[2]
            title = f", title={json.dumps(one.given, ensure_ascii=False)}" if one.given else ""
            lines.append(f"basket.keep({names[key]}.table({asked}{title})")
        opened = []
        for (survey, year, language), name in names.items():
            told = "" if language == "ko" else f', language="{language}"'
            opened.append(f'{name} = open_survey("{survey}", {year}{told})')
        imports = ["from analysis import open_survey"] * bool(opened) + ["from analysis.explore.basket import Basket"]
        return "\n".join([*imports, "", *opened, "basket = Basket()", *lines, "basket"])

    def rerun(self, year: int) -> Basket:
        """The same queries asked of another year; what does not exist there any more stands in `lost`."""
        return _answered(self.root, [replace(one, query=replace(one.query, year=year)) for one in self._questions()])

    def save(self, path: Path | str) -> Path:
        """Write the queries to a JSON file (no figure among them), and return it. Raises WriteError."""
        kept = [
            {"title": one.given, "language": one.language, "query": one.query.to_json()} for one in self._questions()
        ]
        data = {"dure": "basket", "schema": SCHEMA, "released": False, "kept": kept}
        write_whole(Path(path), json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        return Path(path)

    @classmethod
    def load(cls, path: Path | str, root: Path | str | None = None) -> Basket:
        """What was saved, asked again; what does not exist any more stands in `lost`. Raises BasketError for a file that
        is not there or is no basket."""
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
            if (data["dure"], data["schema"]) != ("basket", SCHEMA):
                raise ValueError(data["schema"])
            asked = [_Asked(_query(one["query"]), str(one["title"]), _known_language(one["language"])) for one in data["kept"]]
        except (OSError, ValueError, KeyError, TypeError) as error:
            why = f"{type(error).__name__}: {error}"
            told = (message("explore.kept.no_basket", one, file=str(path), why=why) for one in LANGUAGES)
            raise BasketError(*told) from error
        return _answered(root, asked)

    def report(self, folder: Path | str, language: str = "ko") -> tuple[Path, Path]:
        """A small report of what is kept, as a page and a workbook. Raises WriteError."""
        told = [replace(one, result=replace(one.result, language=language)) for one in self.kept]
        lost = [(one.title, one.why.text(language)) for one in self.lost]
        return kept_report([(one.title, one.result) for one in told], lost, Path(folder), language)

    def _questions(self) -> Iterator[_Asked]:
        yield from (_Asked(one.result.query, one.given, one.result.language, one.title) for one in self.kept)
        yield from (_Asked(one.query, one.given, one.language, one.title) for one in self.lost)

    @property
    def _language(self) -> str:
        return next((one.result.language for one in self.kept), "ko")

    def _ipython_display_(self) -> None:
        """In a notebook: the list, then every finding; as slides, one each."""
        from IPython.display import HTML, display

        display(HTML(self._repr_html_()), *self.kept)

    def _repr_html_(self) -> str:
        mark = said("table.unreleased.committee").text(self._language)
        return str(render("basket", self._language, TEMPLATE, basket=self, mark=mark))

    def __repr__(self) -> str:
        mark = said("table.unreleased.committee").text(self._language)
        kept = [f"{place}. {one.title}: {one.result.lead}" for place, one in enumerate(self.kept, start=1)]
        lost = [f"- {one.title}: {one.why.text(self._language)}" for one in self.lost]
        return "\n".join([f"[{mark}]", *kept, *lost])


def _query(given: dict[str, Any]) -> Query:
    """What a file says of a query, which somebody else may have written. Raises TypeError."""
    query = Query(**given)
    for one in fields(query):
        kind = {"year": int, "weights": bool}.get(one.name, str)
        if type(getattr(query, one.name)) is not kind:
            raise TypeError(one.name)
    return query


def _known_language(given: object) -> str:
    if given not in LANGUAGES:
        raise ValueError(given)
    return str(given)


def _answered(root: Path | str | None, asked: Iterable[_Asked]) -> Basket:
    """A basket of the results; a survey is opened once."""
    basket, opened = Basket(root), dict[tuple[str, int, str], Survey]()
    for one in asked:
        key = (one.query.survey, one.query.year, one.language)
        try:
            if key not in opened:
                opened[key] = open_survey(*key, root=root)
            basket.keep(opened[key].ask(one.query), one.given)
        except DureError as error:
            why = Words(**{language: error.words(language) for language in LANGUAGES})
            title = one.given or one.title or one.query.question
            basket.lost = (*basket.lost, Lost(one.query, one.given, title, one.language, why))
    return basket
