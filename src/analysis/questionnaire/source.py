"""YAML as it stands in the file: every scalar stays text, every value knows its line.

The model decides what becomes a number, a date or a yes/no, so an option may be called `no`, a printed number
1.10 and a missing code 0. Tags are refused; anchors are allowed as long as what they unfold to stays small.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from analysis.questionnaire.problem import Place, Problem

MAX_BYTES = 1_000_000
MAX_VALUES = 50_000
MAX_DEPTH = 20
PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in "str int float bool null timestamp map seq value".split()
)


Where = int | str  # a line of a file, or a cell of a workbook


class Mapping(dict[str, Any]):
    """A dict that knows the line of each of its keys."""

    def __init__(self, line: Where) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, Where] = {}

    @classmethod
    def on(cls, line: Where, fields: dict[str, Any]) -> Mapping:
        """Fields that stand in one line, as those of a question in a row of a sheet do."""
        made = cls(line)
        made.update(fields)
        made.lines = dict.fromkeys(fields, line)
        return made


class Sequence(list[Any]):
    """A list that knows the line of each of its items."""

    def __init__(self, line: Where) -> None:
        super().__init__()
        self.line = line
        self.lines: list[Where] = []


class SourceError(Exception):
    """The text is no YAML that we read; carries the problems for the QuestionnaireError."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


def decode(content: bytes) -> str:
    """The text of a file, its Hangul composed (files written on a Mac may spell it in parts)."""
    if len(content) > MAX_BYTES:
        raise SourceError(Problem("too_large", hints={"limit": f"{MAX_BYTES // 1_000_000} MB"}))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(Problem("not_utf8", line=content.count(b"\n", 0, error.start) + 1)) from error
    return unicodedata.normalize("NFC", text)


def parse(text: str) -> Mapping:
    """The top level of a questionnaire file; raises SourceError."""
    try:
        root = _composed(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        rule = "tab" if "'\\t'" in str(error.problem) else "not_yaml"
        hints = {"detail": str(error.problem or error.context)}
        raise SourceError(Problem(rule, line=mark.line + 1 if mark else 0, hints=hints)) from error
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        hints = {"code": f"U+{error.character:04X}"}
        raise SourceError(Problem("control_character", line=line, hints=hints)) from error
    except RecursionError as error:
        raise SourceError(Problem("too_deep", hints={"limit": str(MAX_DEPTH)})) from error
    if root is None or root.value == "":
        raise SourceError(Problem("empty_file"))
    if not isinstance(root, MappingNode):
        raise SourceError(Problem("no_fields", line=root.start_mark.line + 1))
    reader = _Reader()
    value = reader.value(root, 0)
    if reader.problems:
        raise SourceError(*reader.problems)
    return value  # type: ignore[no-any-return]  # a mapping node becomes a Mapping


@lru_cache(maxsize=16)
def _composed(text: str) -> Node | None:
    """The nodes of a text, which nobody changes. They take a second, and several rooms read the same questionnaire."""
    return YAML(typ="safe", pure=True).compose(text)


class _Reader:
    """Turns YAML nodes into values, counting them so that no chain of anchors grows without end."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.values = 0

    def value(self, node: Node, depth: int) -> Any:
        line = node.start_mark.line + 1
        self.values += 1
        if depth > MAX_DEPTH:
            raise SourceError(Problem("too_deep", line=line, hints={"limit": str(MAX_DEPTH)}))
        if self.values > MAX_VALUES:
            raise SourceError(Problem("too_many_values", line=line, hints={"limit": f"{MAX_VALUES:,}"}))
        if str(node.tag) not in PLAIN_TAGS:
            self.problems.append(Problem("tag", line=line, hints={"tag": str(node.tag)}))
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, line, depth)
        if isinstance(node, SequenceNode):
            return self._sequence(node, line, depth)
        assert isinstance(node, ScalarNode)
        return None if node.value == "" and node.style is None else str(node.value)

    def _mapping(self, node: MappingNode, line: int, depth: int) -> Mapping:
        mapping = Mapping(line)
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self.problems.append(Problem("key_no_text", line=key_line))
                continue
            key = str(key_node.value)
            if key in mapping:
                hints = {"field": key, "first": str(mapping.lines[key])}
                self.problems.append(Problem("duplicate_key", line=key_line, hints=hints))
                continue
            mapping[key] = self.value(value_node, depth + 1)
            mapping.lines[key] = key_line
        return mapping

    def _sequence(self, node: SequenceNode, line: int, depth: int) -> Sequence:
        sequence = Sequence(line)
        for item in node.value:
            sequence.append(self.value(item, depth + 1))
            sequence.lines.append(item.start_mark.line + 1)
        return sequence


def line_of(root: Any, path: Place) -> Where:
    """The line or cell nearest to `path`; a field that is missing has the line of what it is missing from.

    A number into a mapping is the place of the key, for options are written as `seoul: 서울`.
    """
    line, here = getattr(root, "line", 0), root
    for step in path:
        if isinstance(here, Mapping):
            key = list(here)[step] if isinstance(step, int) and step < len(here) else step
            if key in here:
                line, here = here.lines[key], here[key]
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
            line, here = here.lines[step], here[step]
    return line
