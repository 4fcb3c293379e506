"""The ground of a questionnaire: words in two languages, and lists of things that carry an id."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from analysis.language import LANGUAGES, message
from analysis.language.text import legible

OURS = "questionnaire."  # what the type of an error begins with that our own validators raise
ID = re.compile(r"[a-z0-9][a-z0-9_]*\Z")


def wrong(rule: str, **hints: object) -> PydanticCustomError:
    """What a validator raises: `rule` names the message "questionnaire.<rule>", the hints fill it."""
    filled = {name: str(hint) for name, hint in hints.items()}
    return PydanticCustomError(f"{OURS}{rule}", rule, filled)  # type: ignore[arg-type]


def _check_id(value: str) -> str:
    if not ID.match(value):
        raise wrong("not_an_id", value=value)
    return value


Id = Annotated[str, AfterValidator(_check_id)]


Legible = Annotated[str, AfterValidator(legible)]


class Model(BaseModel):
    """Frozen, and strict about names: a misspelt field is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Words(Model):
    """A text in Korean (required) and English (optional), without signs that are obeyed and not seen."""

    ko: Legible
    en: Legible | None = None

    def text(self, language: str) -> str:
        """The text in `language` ("ko" or "en"); Korean where there is no English."""
        return (self.en if language == "en" else None) or self.ko


def said(key: str, **fields: object) -> Words:
    """The message `key` of the catalogue in both languages; a field that is Words is given in each."""
    korean, english = (
        message(
            key,
            language,
            **{
                name: field.text(language) if isinstance(field, Words) else field
                for name, field in fields.items()
            },
        )
        for language in LANGUAGES
    )
    return Words(ko=korean, en=english)


def as_words(value: Any) -> Any:
    """A bare text is Korean: `title: 회원단체 현황조사` is `title: {ko: 회원단체 현황조사}`."""
    return {"ko": value} if isinstance(value, str) else value


def as_tuple(value: Any) -> Any:
    """A bare text is a list of one."""
    return (value,) if isinstance(value, str) else value


Text = Annotated[Words, BeforeValidator(as_words)]


class Option(Words):
    """One thing of a list: an answer option, a row of a grid, a point of a scale, a section.

    other      the respondent may write in words of their own
    exclusive  cannot be chosen together with another option
    header     a row's own column heading in the answers file, where it differs from the label
    """

    id: Id
    other: bool = False
    exclusive: bool = False
    header: str | None = None


def as_list(value: Any) -> Any:
    """`{seoul: 서울, busan: {ko: 부산}}` becomes a list of options, in the order written."""
    if not isinstance(value, dict):
        return value
    items = ((key, as_words(item)) for key, item in value.items())
    return [{"id": str(key), **item} if isinstance(item, dict) else item for key, item in items]


def _all_different(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """No id twice; no two labels that an answer could not tell apart."""
    ids: set[str] = set()
    labels: dict[str, str] = {}
    for option in options:
        if option.id in ids:
            raise wrong("two_ids", id=option.id)
        ids.add(option.id)
        label = " ".join(option.ko.casefold().split())
        if label in labels:
            raise wrong("two_labels", label=option.ko, first=labels[label], second=option.id)
        labels[label] = option.id
    return options


Options = Annotated[tuple[Option, ...], BeforeValidator(as_list), AfterValidator(_all_different)]
