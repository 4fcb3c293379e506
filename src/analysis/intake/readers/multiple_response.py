"""Multiple-response sets of SPSS: several variables that are the answers to one question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyreadstat import metadata_container


def further_titles(about: metadata_container) -> dict[str, list[str]]:
    """For the variables of sets, what a form would have called them: "교육 분야 [판로]", where every option has a
    variable; "교육 분야 [1]", where the first choice has one, the second, …

    The set's label stands before its name. A variable of several sets has titles of each.
    """
    titles: dict[str, list[str]] = {}
    for name, mr_set in about.mr_sets.items():
        variables = [variable for variable in mr_set["variable_list"] if variable in about.column_names]
        inner = _options(about, variables, mr_set["counted_value"]) if mr_set["is_dichotomy"] else {}
        for number, variable in enumerate(variables, start=1):
            for base in filter(None, (mr_set["label"], name)):
                titles.setdefault(variable, []).extend(
                    f"{base} [{text}]" for text in inner.get(variable, [str(number)])
                )
    return titles


def _options(about: metadata_container, variables: Sequence[str], counted: object) -> dict[str, list[str]]:
    """What the option of each variable is called: by the label of the variable, and by the label of the value that
    is counted, where it differs from variable to variable."""
    of_values = [about.variable_value_labels.get(variable, {}).get(counted, "") for variable in variables]
    apart = len(set(of_values)) == len(of_values) > 1
    return {
        variable: [text for text in (about.column_names_to_labels[variable], apart and of_value) if text]
        or [variable]
        for variable, of_value in zip(variables, of_values, strict=True)
    }


def ticks(about: metadata_container) -> dict[str, str]:
    """For the variables that stand for an option each, the value that says it was chosen."""
    return {
        variable: str(mr_set["counted_value"])
        for mr_set in about.mr_sets.values()
        if mr_set["is_dichotomy"]
        and mr_set["counted_value"] is not None  # None: a word, which says so itself
        for variable in mr_set["variable_list"]
    }
