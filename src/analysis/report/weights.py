"""Which letters of a page are bold, worked out from its stylesheet as a browser does, so that the embedded bold font
holds no others.

It knows what our own rules use: elements, classes, ids and attributes, inside each other. What depends on more (a
state, a place among siblings) is taken for true: a letter too many does no harm, one too few would be an empty box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

REGULAR, BOLD = 400, 700
ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))  # numbers, which a script may show anywhere
_USUAL = "h1,h2,h3,h4,h5,h6,b,strong,th{font-weight:700}"  # of every browser
_NOT_SHOWN = ("style", "script")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_WEIGHT = re.compile(r"(?:^|;)\s*(?:font-weight:\s*|font:\s*(?:[a-z]+\s+)*)(bold|normal|[1-9]00)\b")
_COMPOUND = re.compile(r"[.#]?[\w-]+|\[[^\]]*\]|\*")


@dataclass(frozen=True)
class _Element:
    tag: str
    classes: frozenset[str] = frozenset()
    id: str = ""
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Selector:
    """Compounds from the outermost to the element itself, as their simple parts."""

    compounds: tuple[tuple[str, ...], ...]
    bold: bool
    strength: tuple[int, int, int, int]

    def matches(self, element: _Element, inside: list[_Open]) -> bool:
        """Its last compound is the element, the others are some around it, in order."""
        *outer, own = self.compounds
        if not _fits(element, own):
            return False
        around = (each.element for each in reversed(inside))
        return all(any(_fits(each, compound) for each in around) for compound in reversed(outer))


def letters_by_weight(html: str, css: str) -> dict[int, str]:
    """The letters that a page shows, each once, by the weight of the font that must have them: all of them in the
    regular one, which a script may use for any, and those that are bold in the bold one."""
    reader = _Reader(_selectors(css))
    reader.feed(html)
    reader.close()
    bold = reader.bold | (reader.shown & ALWAYS)
    return {REGULAR: "".join(sorted(reader.shown)), BOLD: "".join(sorted(bold))}


class _Place(NamedTuple):
    """Where in the page an element can be, as far as the rules tell places apart."""

    number: int
    rule: _Selector | None  # the strongest that matches there


@dataclass
class _Open:
    element: _Element
    place: _Place
    bold: bool
    shown: bool


class _Reader(HTMLParser):
    def __init__(self, selectors: tuple[_Selector, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self.by_last: dict[str, list[_Selector]] = {}  # by a part of the last compound
        for selector in selectors:
            self.by_last.setdefault(selector.compounds[-1][-1], []).append(selector)
        self.told_apart = {part for selector in selectors for compound in selector.compounds for part in compound}
        self.names = {_attribute(part) for part in self.told_apart if part[0] == "["}
        self.places: dict[tuple[int, _Element], _Place] = {}  # most elements are like one before, and where it was
        self.open: list[_Open] = []
        self.shown: set[str] = set()
        self.bold: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        element = self._element(tag, told)
        place = self._place(element)
        bold = self.open[-1].bold if self.open else False
        if "font-weight" in told:
            bold = told["font-weight"] == str(BOLD)
        if place.rule is not None:
            bold = place.rule.bold
        shown = tag not in _NOT_SHOWN and (self.open[-1].shown if self.open else True)
        if tag not in _VOID:
            self.open.append(_Open(element, place, bold, shown))

    def _element(self, tag: str, told: dict[str, str]) -> _Element:
        """What of it some rule asks for."""
        classes = frozenset(name for name in told.get("class", "").split() if f".{name}" in self.told_apart)
        id = told.get("id", "")
        names = frozenset(name for name in told if name in self.names)
        return _Element(tag, classes, id if f"#{id}" in self.told_apart else "", names)

    def _place(self, element: _Element) -> _Place:
        key = (self.open[-1].place.number if self.open else 0, element)
        if key not in self.places:
            found = [rule for rule in self._candidates(element) if rule.matches(element, self.open)]
            rule = max(found, key=lambda selector: selector.strength, default=None)
            self.places[key] = _Place(len(self.places) + 1, rule)
        return self.places[key]

    def _candidates(self, element: _Element) -> Iterator[_Selector]:
        parts = ("*", element.tag, f"#{element.id}", *(f".{name}" for name in element.classes))
        for part in (*parts, *(part for part in self.by_last if part[0] == "[")):
            yield from self.by_last.get(part, ())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An empty element has no letters."""

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].element.tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1].shown:
            self.shown.update(data)
            if self.open and self.open[-1].bold:
                self.bold.update(data)


@cache
def _selectors(css: str) -> tuple[_Selector, ...]:
    """The rules that tell a weight. Of those that hold in print or at some widths only, the bold ones."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    sometimes = _blocks(css)
    found = []
    for at, rule in enumerate(_RULE.finditer(_USUAL + css)):
        weight = _WEIGHT.search(rule[2])
        if weight is None:
            continue
        bold = weight[1] in ("bold", "600", "700", "800", "900")
        place = rule.start() - len(_USUAL)
        if not bold and any(start <= place < end for start, end in sometimes):
            continue
        for words in rule[1].split(","):
            compounds = _compounds(words)
            if compounds:
                found.append(_Selector(compounds, bold, _strength(compounds, at)))
    return tuple(found)


def _blocks(css: str) -> list[tuple[int, int]]:
    """Where blocks of rules under a condition begin and end."""
    found = []
    for start in re.finditer(r"@(?:media|container|supports)[^{]*\{", css):
        depth, at = 1, start.end()
        while depth and at < len(css):
            depth += {"{": 1, "}": -1}.get(css[at], 0)
            at += 1
        found.append((start.start(), at))
    return found


def _compounds(words: str) -> tuple[tuple[str, ...], ...]:
    """ "details.table > summary" is (("details", ".table"), ("summary",)); of siblings the last one is told, of what is
    drawn before or after an element nothing."""
    words = words.split("{")[-1].strip()
    if "::" in words or words.startswith("@"):
        return ()
    words = re.sub(r"[^\s>]+\s*[+~]\s*", "", words)
    words = re.sub(r":[\w-]+(\([^)]*\))?", "", words)
    return tuple(tuple(_COMPOUND.findall(one)) or ("*",) for one in re.split(r"[\s>]+", words) if one)


def _strength(compounds: tuple[tuple[str, ...], ...], at: int) -> tuple[int, int, int, int]:
    parts = [part for compound in compounds for part in compound]
    ids, classes = sum(part[0] == "#" for part in parts), sum(part[0] in ".[" for part in parts)
    return (ids, classes, sum(part[0] not in "#.[*" for part in parts), at)


def _fits(element: _Element, compound: tuple[str, ...]) -> bool:
    return all(_is(element, part) for part in compound)


def _is(element: _Element, part: str) -> bool:
    if part[0] == ".":
        return part[1:] in element.classes
    if part[0] == "#":
        return part[1:] == element.id
    if part[0] == "[":
        return _attribute(part) in element.names
    return part in ("*", element.tag)


def _attribute(part: str) -> str:
    """ "open" of "[open]", "data-cell" of "[data-cell=x]"."""
    return re.match(r"\[([\w-]+)", part)[1]  # type: ignore[index]
