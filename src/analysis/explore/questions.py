"""The questions of a survey by name: `survey.questions.region`, whose names a notebook completes.

    survey.table(survey.questions.dues_level, by=survey.questions.region)
    survey.questions.region.options.seoul
    survey.questions.staff.rows.full_time.columns.women > 0

Questions that name their respondents are not among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from keyword import iskeyword
from typing import Generic, NoReturn, TypeVar

from analysis.explore.conditions import Compared
from analysis.explore.questions_shown import (
    askable,
    option_line,
    question_html,
    question_line,
    questions_html,
)
from analysis.language import LANGUAGES, message
from analysis.questionnaire.names import NoSuchName, no_such, question_named
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option, Words
from analysis.tables.banner import refuse_private

Named = TypeVar("Named")


class NoSuchAttribute(NoSuchName, AttributeError):
    """Nothing of that name, for those who look whether there is: `hasattr`, notebooks."""


class Names(Generic[Named]):
    """Things by their ids: as attributes, in square brackets, or one after the other in the form's order."""

    def __init__(
        self, kind: str, things: Mapping[str, Named], words: Mapping[str, Words], of: str = ""
    ) -> None:
        # Attributes of its own, so that every notebook completes them. An option may be called "raise" or "1".
        self.__dict__.update({id_: thing for id_, thing in things.items() if _is_word(id_)})
        self._kind, self._things, self._words, self._of = kind, things, words, of

    def __getattr__(self, name: str) -> Named:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._missing(name)
        except NoSuchName as error:
            found = NoSuchAttribute(error.args[0], error.english)
            found.names = error.names
            raise found from None

    def __getitem__(self, name: object) -> Named:
        return self._things[str(name)] if str(name) in self._things else self._missing(str(name))

    def _missing(self, name: str) -> Named:
        """What is called so in another way; raises NoSuchName where nothing is."""
        for id_, words in self._words.items():
            if name in (words.ko, words.en):
                return self._things[id_]
        if not self._things:
            _none(self._kind, self._of)
        no_such(self._kind, name, self._words, of=self._of)

    def __iter__(self) -> Iterator[Named]:
        return iter(self._things.values())

    def __len__(self) -> int:
        return len(self._things)

    def __contains__(self, name: object) -> bool:
        return str(name) in self._things

    def __dir__(self) -> list[str]:
        return list(filter(_is_word, self._things))

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._things)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self))


def _is_word(name: str) -> bool:
    return name.isidentifier() and not iskeyword(name)


def _none(kind: str, of: str) -> NoReturn:
    raise NoSuchName(*(message(f"explore.questions.no_{kind}s", language, of=of) for language in LANGUAGES))


class Choice:
    """An option of a question: accepted wherever its id is."""

    def __init__(self, option: Option, language: str) -> None:
        self._option, self._language = option, language

    def __str__(self) -> str:
        return self._option.id

    def __repr__(self) -> str:
        return option_line(self._option, self._language)


class Asked(Compared):
    """A question, or one row or column of it: accepted wherever its id is, and compared in filters."""

    def __init__(
        self, name: str, words: Words, parts: tuple[Part, ...], questionnaire: Questionnaire, language: str
    ) -> None:
        super().__init__(name, questionnaire, language)
        self._words, self._parts = words, parts

    @cached_property
    def options(self) -> Names[Choice]:
        """What can be answered; nothing where that is a number or words, or another thing in each part."""
        each = {getattr(part.answer, "choices", ()) for part in self._parts}
        options = {option.id: option for option in each.pop()} if len(each) == 1 else {}
        choices = {id_: Choice(option, self._language) for id_, option in options.items()}
        return Names("option", choices, options, of=self._words.ko)

    @cached_property
    def rows(self) -> Names[Asked]:
        return self._split("row")

    @cached_property
    def columns(self) -> Names[Asked]:
        """The columns of a row; the ranks of a ranking. Where there are rows, they come first."""
        return self._split("column")

    def _split(self, axis: str) -> Names[Asked]:
        named = {words.id: words for part in self._parts if (words := getattr(part, f"{axis}_words"))}
        if axis == "column" and len({part.row for part in self._parts}) > 1:
            named = {}
        things = {
            id_: Asked(
                f"{self}.{id_}",
                words,
                tuple(part for part in self._parts if getattr(part, axis) == id_),
                self._questionnaire,
                self._language,
            )
            for id_, words in named.items()
        }
        return Names("row", things, named, of=self._words.ko)

    def __repr__(self) -> str:
        return f"{self}: {self._words.text(self._language)}"


class AskedQuestion(Asked):
    """A question that may be asked. Shows its wording, its options and who is asked."""

    def __init__(self, question: Question, questionnaire: Questionnaire, language: str) -> None:
        super().__init__(question.id, question.label, question.parts(), questionnaire, language)
        self._question = question

    def __repr__(self) -> str:
        return question_line(self._question, self._language)

    def _repr_html_(self) -> str:
        return question_html(self._question, self._questionnaire, self._language)


class Questions(Names[AskedQuestion]):
    """The questions that may be asked; in square brackets also by printed number or words, as everywhere."""

    def __init__(self, questionnaire: Questionnaire, language: str = "ko") -> None:
        asked = askable(questionnaire)
        things = {one.id: AskedQuestion(one, questionnaire, language) for one in asked}
        super().__init__("question", things, {one.id: one.label for one in asked})
        self._questionnaire, self._language = questionnaire, language

    def _missing(self, name: str) -> AskedQuestion:
        found = question_named(self._questionnaire, name)
        refuse_private(found)
        return self._things[found.id]

    def _repr_html_(self) -> str:
        return questions_html(self._questionnaire, self._language)
