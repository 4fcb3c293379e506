"""The control file that the awkward inputs are damaged copies of: 60 invented respondents, 8 questions."""

from __future__ import annotations

from typing import Any

from tests.tables.small_survey import survey

TYPES = (
    "All of the Above",
    "Manager",
    "Scientist/Researcher",
    "Software Developer",
    "System Administrator",
    "User Support Staff",
)
SYSTEMS = (
    "CentOS",
    "Red Hat",
    "Ubuntu",
    "macOS",
    "Debian",
    "SuSE",
    "Fedora",
    "Windows Subsystem for Linux (WSL)",
    "Arch",
    "TOSS",
)
HEADING = [
    "respondent_id",
    "submitted",
    "user_type",
    "years",
    "os",
    "quality_docs",
    "quality_spack",
    "helps_most",
]


def options(labels: tuple[str, ...]) -> dict[str, Any]:
    return {f"o{number}": label for number, label in enumerate(labels, start=1)}


def scale() -> dict[str, Any]:
    return {
        "good": "high",
        "points": {
            str(point): word for point, word in enumerate(("bad", "poor", "fair", "good", "great"), 1)
        },
    }


QUESTIONNAIRE = survey(
    {
        "id": "respondent",
        "no": "1",
        "header": "respondent_id",
        "kind": "text",
        "identifier": True,
        "required": True,
    },
    {"id": "submitted", "no": "2", "header": "submitted", "kind": "date", "required": True},
    {
        "id": "user_type",
        "no": "3",
        "header": "user_type",
        "kind": "single",
        "options": options(TYPES),
        "required": True,
    },
    {"id": "years", "no": "4", "header": "years", "kind": "number", "min": 0, "max": 20},
    {
        "id": "os",
        "no": "5",
        "header": "os",
        "kind": "multi",
        "options": options(SYSTEMS) | {"other": {"ko": "Other", "other": True}},
    },
    {"id": "docs", "no": "6", "header": "quality_docs", "kind": "scale", "scale": scale(), "required": True},
    {
        "id": "spack",
        "no": "7",
        "header": "quality_spack",
        "kind": "scale",
        "scale": scale(),
        "required": True,
    },
    {"id": "helps", "no": "8", "header": "helps_most", "kind": "open"},
)


def rows() -> list[list[str]]:
    """The heading and 60 tidy rows."""
    body = [
        [
            f"S{n:04d}",
            f"2022-03-{n % 28 + 1:02d}",
            TYPES[n % 6],
            str(n % 15),
            ", ".join(SYSTEMS[n % 4 : n % 4 + n % 3 + 1]),
            str(n % 5 + 1),
            str(n % 4 + 2),
            f"opinion {n}" if n % 3 else "",
        ]
        for n in range(1, 61)
    ]
    return [list(HEADING), *body]
