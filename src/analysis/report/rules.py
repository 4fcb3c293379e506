"""The rules of the stylesheet that a page has something for: a survey needs none of the accounts', an index few of
the figures'."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_STATED = re.compile(r"\[[^\]]*\]|\([^()]*\)")  # attributes, and choices in brackets


def rules_used(css: str, html: str) -> str:
    """The rules without selectors of a class or id that the page does not have, nor its script the word. css: without
    comments; rules in a query stay in it, and a query of none is left out."""
    words = frozenset(re.findall(r"[A-Za-z_][\w-]*", html))
    return "".join(_kept(css, words))


def _kept(css: str, words: frozenset[str]) -> Iterator[str]:
    for head, body in _blocks(css):
        if head.startswith("@media") or head.startswith("@container") or head.startswith("@supports"):
            inner = "".join(_kept(body, words))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            used = [one for one in _selectors(head) if words.issuperset(_NAME.findall(_STATED.sub("", one)))]
            if used:
                yield f"{','.join(used)}{{{body}}}"


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """(head, body) of every rule and every query, in order."""
    start = at = depth = 0
    begins = 0
    for at, sign in enumerate(css):
        if sign == "{":
            depth += 1
            if depth == 1:
                begins = at
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:begins].strip(), css[begins + 1 : at]
                start = at + 1


def _selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma within brackets parts none."""
    return re.split(r",(?![^()]*\))", head)
