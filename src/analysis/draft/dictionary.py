"""Data files of SPSS and Stata, which say themselves what their variables are: nothing of it has to be guessed.

Labels are the wording, value labels the options in the order of their codes, multiple-response sets the questions that
take several. What no value label tells is made out as from any other file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.draft.absent import is_absent, reason_of
from analysis.draft.cells import Cells
from analysis.draft.grouping import Column, Group, Item, one
from analysis.draft.notes import Note
from analysis.draft.options import named
from analysis.draft.plan import Plan
from analysis.draft.questions import Asking, Fields, fields_of
from analysis.draft.scales import FoundScale, scale_of
from analysis.draft.wording import tidy
from analysis.intake.readers.sniff import sniff
from analysis.intake.readers.statistical import dictionary_of
from analysis.intake.sheet import Sheet
from analysis.language.text import match_key
from analysis.questionnaire.answer import Points, Scale, Single
from analysis.questionnaire.question import Reason
from analysis.questionnaire.words import Option

if TYPE_CHECKING:
    from pyreadstat import metadata_container

_KINDS = ("sav", "dta")


def has_dictionary(path: Path) -> bool:
    """Whether a file says itself what its variables are."""
    return sniff(path) in _KINDS


def plans_of_dictionary(path: Path, sheet: Sheet, columns: Sequence[Column], encoding: str) -> list[Plan]:
    """The questions that the variables of a file answer, in its order."""
    about = dictionary_of(path, sniff(path), encoding)  # type: ignore[arg-type]  # has_dictionary saw to it
    by_variable = {sheet.titles[column.at][0]: column for column in columns}
    plans: list[tuple[int, Plan]] = []
    taken: set[str] = set()
    for set_name, mr_set in about.mr_sets.items():
        variables = [name for name in mr_set["variable_list"] if name in by_variable and name not in taken]
        if len(variables) > 1:
            taken.update(variables)
            plan = _of_set(about, set_name, mr_set, [by_variable[name] for name in variables], variables)
            plans.append((plan.group.first, plan))
    for name, column in by_variable.items():
        if name not in taken:
            plans.append((column.at, _of_variable(about, name, column, sheet)))
    return [plan for _, plan in sorted(plans, key=lambda pair: pair[0])]


def _of_set(
    about: metadata_container,
    name: str,
    mr_set: Mapping[str, Any],
    columns: Sequence[Column],
    variables: Sequence[str],
) -> Plan:
    """A multiple-response set: a variable for every option, or for every choice."""
    base = tidy(mr_set["label"] or name)
    if mr_set["is_dichotomy"]:
        labels = [tidy(about.column_names_to_labels[variable] or variable) for variable in variables]
        options = tuple(named(list(_apart(labels, variables))))
    else:
        codes = {
            code: label
            for variable in variables
            for code, label in about.variable_value_labels.get(variable, {}).items()
        }
        labels = [
            tidy(label) for code, label in sorted(codes.items()) if not _is_missing(about, variables[0], code)
        ]
        options = tuple(named(list(dict.fromkeys(labels))))
    items = tuple(Item(column, str(number)) for number, column in enumerate(columns, start=1))
    return Plan(
        Group("several", base, items),
        Fields({"kind": "multi", "options": options}),
        variable=name.lstrip("$"),
    )


def _of_variable(about: metadata_container, name: str, column: Column, sheet: Sheet) -> Plan:
    label = tidy(about.column_names_to_labels[name] or name)
    column = column._replace(heading=label)
    group = one(column)
    values = {code: tidy(text) for code, text in about.variable_value_labels.get(name, {}).items()}
    options = {
        code: text
        for code, text in sorted(values.items(), key=lambda pair: (isinstance(pair[0], str), pair[0]))
        if not _is_missing(about, name, code) and not is_absent(text)
    }
    fields = _labelled(options, column.cells, about.variable_measure.get(name, "")) if options else None
    if fields is None:
        fields = fields_of(group, Asking(sheet))
        assert fields is not None  # a column alone is always a question
    missing = dict(_missing(about, name, values))
    if missing:
        fields = Fields(
            {**fields.fields, "missing": fields.fields.get("missing", {}) | missing},
            fields.notes,
            fields.scales,
        )
    return Plan(group, fields, variable=name)


def _labelled(values: Mapping[Any, str], cells: Cells, measure: str) -> Fields | None:
    """One of the labelled values; None where labels stand only at some numbers of a range (0 "none", 99 "or more")."""
    labels = list(_apart(list(values.values()), [str(code) for code in values]))
    known = set(map(match_key, labels))
    strange = sum(count for text, count in cells.texts.items() if match_key(text) not in known)
    if len(labels) < 2 or strange * 10 > cells.filled:
        return None
    codes = [int(code) for code in values if isinstance(code, (int, float))]
    found = scale_of(labels)
    if found and not found.added and codes == list(range(1, len(labels) + 1)) and measure != "nominal":
        return _scale(labels, found)
    return Fields(dict(Single(kind="single", options=tuple(named(labels)), ordered=measure == "ordinal")))


def _scale(labels: Sequence[str], found: FoundScale) -> Fields | None:
    """A scale in the order of its codes, whichever end comes first."""
    turned = list(found.points) == list(reversed(labels))
    good = {"high": "low", "low": "high"}.get(found.good, found.good) if turned else found.good
    if not turned and list(found.points) != list(labels):
        return Fields(dict(Single(kind="single", options=tuple(named(labels)), ordered=True)))
    points = tuple(Option(id=str(at), ko=label) for at, label in enumerate(labels, start=1))
    answer = Scale(kind="scale", scale=Points(good=good, points=points))  # type: ignore[arg-type]
    return Fields(dict(answer), (Note(("scale", "good"), f"good_{good}"),))


def _apart(labels: Sequence[str], codes: Sequence[str]) -> Iterator[str]:
    """Labels, with their codes where two are the same."""
    keys = [match_key(label) for label in labels]
    for label, key, code in zip(labels, keys, codes, strict=True):
        yield f"{label} ({code})" if not label or keys.count(key) > 1 else label


def _is_missing(about: metadata_container, name: str, code: Any) -> bool:
    if isinstance(code, str) and about.readstat_variable_types.get(name) != "string":
        return True  # .a to .z of Stata
    return any(
        type(bounds["lo"]) is type(code) and bounds["lo"] <= code <= bounds["hi"]
        for bounds in about.missing_ranges.get(name, ())
    )


def _missing(about: metadata_container, name: str, values: Mapping[Any, str]) -> Iterator[tuple[str, Reason]]:
    """What the file declares to be no answer, or labels so."""
    for code, label in values.items():
        if label and (_is_missing(about, name, code) or is_absent(label)):
            yield label, reason_of(label) or "no_answer"
