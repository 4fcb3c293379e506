"""The errors a person gets to read.

    DureError                exit 2   the call, a file or a questionnaire is not as it should be
     ├─ <Room>Error…                  each room derives its own, beside the code that raises them
     └─ Unexpected           exit 3   a fault of the program itself, met while doing something

An error says in one or two lines what is wrong, where, and what to do. It is worded in Korean, with English
where it was given, and keeps its words, its class and its place when it crosses from one process to another.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager


class DureError(Exception):
    """Something a person can mend. `where` is the way to it: ("tables", "member_orgs", "satisfaction")."""

    exit_code = 2

    def __init__(self, message: str, english: str = "") -> None:
        super().__init__(message)
        self.english = english
        self.where: tuple[str, ...] = ()

    def words(self, language: str = "ko") -> str:
        """The message in `language` ("ko" or "en"; Korean where no English was given), led by its place."""
        text = self.english if language == "en" and self.english else self.args[0]
        return f"{' › '.join(self.where)}: {text}" if self.where else text

    def __str__(self) -> str:
        return self.words()

    def _render_traceback_(self) -> list[str]:
        """What notebooks show in place of a traceback: the message, in both languages where it has both."""
        return list(dict.fromkeys((self.words("ko"), self.words("en"))))

    def __reduce__(self) -> tuple:
        # Exception would call the class with `args`; subclasses take arguments of their own.
        return _revive, (type(self), self.args, self.__dict__)


class Unexpected(DureError):
    """A fault of ours. The error itself is chained as the cause."""

    exit_code = 3

    def _render_traceback_(self) -> list[str]:
        # A notebook has no --debug: whoever mends it needs to see where it happened.
        return [*super()._render_traceback_(), *traceback.format_exception(self)]


@contextmanager
def during(*where: str) -> Iterator[None]:
    """Let an error that passes through here say where it happened: a stage, a survey, a question.

    A DureError stays what it is and gains the place; any other error becomes an `Unexpected` caused by it.
    """
    try:
        yield
    except DureError as error:
        error.where = (*where, *error.where)
        raise
    except Exception as error:
        name = f"{type(error).__name__}: {error}"
        fault = Unexpected(
            f"예상하지 못한 문제로 멈췄습니다 ({name})", f"stopped by a fault of ours ({name})"
        )
        fault.where = where
        raise fault from error


def _revive(kind: type[DureError], args: tuple, fields: dict) -> DureError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(fields)
    return error
