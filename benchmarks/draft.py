"""Measure how much of a questionnaire `dure draft` leaves to a person, and write it to benchmarks/draft.md.

    .venv/bin/python benchmarks/draft.py

Twice: what had to be changed in the drafts of five real surveys before every figure of their expected.json came out
(tests/data/draft_changes.yml, held to by tests/reference/test_draft.py); and how far drafts agree with the
questionnaires that people wrote for the same files, question by question.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RESULTS = ROOT / "benchmarks" / "draft.md"
SAMPLES = ROOT / "data" / "raw" / "2016"


class Agreement(NamedTuple):
    """questions  that a person wrote
    found      of them, those that the draft asks of the same columns
    kind       of those, the ones of the same kind
    options    of those again, the ones with the same options, but for options that nobody chose
    """

    file: str
    questions: int
    found: int
    kind: int
    options: int


def main() -> None:
    text = as_markdown(list(changed()), list(agreements()))
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def changed() -> Iterator[tuple[str, str, int, int, int, int]]:
    """Survey, file, questions, questions changed, lines changed, places to confirm."""
    from tests.reference.drafted import drafted
    from tests.reference.figures import figures
    from tests.reference.test_draft import SOUGHT

    for survey in SOUGHT:
        for file in dict.fromkeys(parameter.values[0]["file"] for parameter in figures(survey)):
            with tempfile.TemporaryDirectory() as folder:
                draft = drafted(survey, file, Path(folder))
            yield survey, file, draft.questions, draft.changed, draft.lines, draft.notes


def agreements() -> Iterator[Agreement]:
    from tests.reference.figures import FIXTURES

    ours = ROOT / "tests" / "data"
    spack = FIXTURES / "spack-gforms"
    for year in (2020, 2022, 2025):
        yield agreement(ours / f"spack_{year}.yml", spack / f"spack-user-survey-{year}-responses.xlsx")
    yield agreement(ours / "flying_2014.yml", FIXTURES / "flying-2014" / "flying-etiquette.csv")
    jupyter = FIXTURES / "jupyter-ux-2015" / "20160115235816-SurveyExport.csv"
    yield agreement(ours / "jupyter_ux_2015.yml", jupyter)
    yield agreement(ours / "rse_uk_2016.yml", FIXTURES / "rse-uk-2016" / "public_data.csv")
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        (answers,) = folder.glob("answers*")
        yield agreement(ROOT / "questionnaires" / folder.name / "2016.yml", answers)


def agreement(written: Path, answers: Path) -> Agreement:
    """How far the draft of a file of answers agrees with the questionnaire that a person wrote for it."""
    from analysis.draft import draft_questionnaire
    from analysis.draft.fit import columns_of
    from analysis.intake.columns.matching import choose_sheets
    from analysis.intake.read import read_answers
    from analysis.questionnaire import load_questionnaire

    read = read_answers(answers)
    by_hand = load_questionnaire(written)
    draft = draft_questionnaire(answers, answers=read).questionnaire
    theirs, ours = (columns_of(choose_sheets(read, one)[0][0]) for one in (by_hand, draft))
    asked = {frozenset(columns): draft.question(question) for question, columns in ours.items()}
    pairs = [
        (by_hand.question(question), asked[frozenset(columns)])
        for question, columns in theirs.items()
        if frozenset(columns) in asked
    ]
    same = [(one, other) for one, other in pairs if kinds(one) == kinds(other)]
    whole = sum(has_no_others(other, one) for one, other in same)
    return Agreement(
        f"{answers.parent.name}/{answers.name}", len(by_hand.questions), len(pairs), len(same), whole
    )


def kinds(question: Any) -> tuple[str, ...]:
    """The kind of a question, and of its cells."""
    return (question.kind, *sorted({part.answer.kind for part in question.parts()}))


def has_no_others(draft: Any, by_hand: Any) -> bool:
    """Whether the draft has no option, point or row that the person had not."""
    theirs = set(labels(by_hand))
    return all(any(text in theirs for text in texts) for texts in label_sets(draft))


def labels(question: Any) -> Iterator[str]:
    for texts in label_sets(question):
        yield from texts


def label_sets(question: Any) -> Iterator[set[str]]:
    """For every option and point all that it is called."""
    from analysis.language.text import match_key

    for part in question.parts():
        scale = getattr(part.answer, "scale", None)
        for option in scale.points if scale else getattr(part.answer, "options", ()):
            yield {match_key(text) for text in (option.ko, option.en, option.header) if text}


def as_markdown(changes: list[tuple[str, str, int, int, int, int]], agreed: list[Agreement]) -> str:
    lines = [
        "# What a draft leaves to a person",
        "",
        "Written by `benchmarks/draft.py`.",
        "",
        "**Changed before every figure of expected.json came out.** Aim: at most one question in ten for Google Forms and",
        "CSV, none for Kobo with its XLSForm. Lines are those of the file without its comments; *to confirm* are the places",
        "that the draft marks as guesses. Kobo: the two respondents that the analysts counted although the form skips them",
        "are the reason why one condition of the form stands in the draft as a comment.",
        "",
        "| survey | file | questions | questions changed | lines changed | to confirm |",
        "|---|---|--:|--:|--:|--:|",
    ]
    lines += [" | ".join(["", *map(str, one), ""]).strip() for one in changes]
    lines += [
        "",
        "**Beside the questionnaires that people wrote for the same files** (English surveys: tests/data; Korean samples:",
        "questionnaires/). *Found*: asked of the same columns. *Same kind*: also the kind of the cells. *Same options*: no",
        "option or point that the person had not; what nobody chose no draft can know.",
        "",
        "| file | questions | found | same kind | same options |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [" | ".join(["", *map(str, one), ""]).strip() for one in agreed]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
