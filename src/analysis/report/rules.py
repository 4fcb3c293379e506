"""The rules of the stylesheet that a page has something for: a survey needs none of the accounts', an index few of
the figures'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import tinycss2
from tinycss2.ast import AtRule, HashToken, IdentToken, LiteralToken, Node, QualifiedRule

_HELD = ("media", "container", "supports")  # what is in them is rules of their own


@dataclass(frozen=True)
class _Selector:
    """names: the classes and ids that the page must have; of choices in brackets (`:is(.a,.b)`) it need have none."""

    text: str
    names: frozenset[str]


@dataclass(frozen=True)
class _Rule:
    """head: what stands before its braces. selectors: of a rule; inner: of a query; neither: it always stays."""

    head: str
    body: str = ""
    selectors: tuple[_Selector, ...] = ()
    inner: tuple[_Rule, ...] = ()


def rules_used(css: str, html: str) -> str:
    """The rules without selectors of a class or id that the page does not have, nor its script the word. Rules in a
    query stay in it, and a query of none is left out."""
    words = frozenset(re.findall(r"[A-Za-z_][\w-]*", html))
    return "".join(_kept(_rules(css), words))


def _kept(rules: Iterable[_Rule], words: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.inner:
            inner = "".join(_kept(rule.inner, words))
            if inner:
                yield f"{rule.head}{{{inner}}}"
        elif used := [one.text for one in rule.selectors if one.names <= words]:
            yield f"{','.join(used)}{{{rule.body}}}"
        elif not rule.selectors:
            yield f"{rule.head}{{{rule.body}}}"


@cache
def _rules(css: str) -> tuple[_Rule, ...]:
    return tuple(map(_read, tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _read(rule: Node) -> _Rule:
    match rule:
        case QualifiedRule():
            selectors = tuple(map(_selector, _parted(rule.prelude)))
            return _Rule("", _text(rule.content), selectors)
        case AtRule() if rule.lower_at_keyword in _HELD:
            inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            return _Rule(f"@{rule.at_keyword}{_text(rule.prelude, ends=False)}", inner=tuple(map(_read, inner)))
        case AtRule():
            return _Rule(f"@{rule.at_keyword}{_text(rule.prelude, ends=False)}", _text(rule.content))
    raise ValueError(f"not a rule of a stylesheet: {tinycss2.serialize([rule])}")


def _parted(prelude: list[Node]) -> Iterator[list[Node]]:
    """The selectors of a rule."""
    one: list[Node] = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _selector(tokens: list[Node]) -> _Selector:
    names = {token.value for token in tokens if isinstance(token, HashToken)}
    for before, token in zip(tokens, tokens[1:], strict=False):
        if isinstance(token, IdentToken) and isinstance(before, LiteralToken) and before == ".":
            names.add(token.value)
    return _Selector(_text(tokens), frozenset(names))


def _text(tokens: list[Node], ends: bool = True) -> str:
    text = tinycss2.serialize(tokens)
    return text.strip() if ends else text.rstrip()
