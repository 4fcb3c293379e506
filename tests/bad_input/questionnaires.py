"""Questionnaires: damaged and hostile ones. Made where they are read, never kept."""

from __future__ import annotations

from collections.abc import Callable

from tests.bad_input.control import QUESTIONNAIRE_FILE

CONTROL = QUESTIONNAIRE_FILE.read_text(encoding="utf-8")
TAG = '!!python/object/apply:os.system ["touch yaml_pwned"]'
INCOME = """\
  - id: income
    no: A9
    section: A
    kind: number
    ask: 소득
    header: income
    required: yes
"""
NORWAY = ["yes", "no", "on", "off", "null", "~", "012", "0o14", "1e3", "2016-03-01", "1.10", "Oui"]
CHOICE = """\
  - id: words
    no: A9
    section: A
    kind: single
    ask: 낱말
    header: words
    options:
"""


def changed(old: str, new: str) -> str:
    assert CONTROL.count(old) == 1, old
    return CONTROL.replace(old, new)


FILES: dict[str, Callable[[], str]] = {
    "00_control_codebook.yaml": lambda: CONTROL,
    "y02_python_tag.yaml": lambda: changed("title:\n", f"title: {TAG}\nsub:\n"),
    "y03_duplicate_keys.yaml": lambda: changed("    min: 0\n", "    min: 0\n    max: 40\n"),
    "y05_norway.yaml": lambda: (
        CONTROL + CHOICE + "".join(f"      o{n}: {word}\n" for n, word in enumerate(NORWAY))
    ),
    "y07_absent_column.yaml": lambda: CONTROL + INCOME,
    "y08_min_gt_max.yaml": lambda: changed("    min: 0\n", "    min: 40\n"),
    "y10_empty.yaml": lambda: "",
}
