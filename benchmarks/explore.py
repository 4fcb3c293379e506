"""Measure how long it takes from choosing to a drawn chart, and write it to benchmarks/explore.md.

    .venv/bin/python benchmarks/explore.py

Every question of the three surveys that ship, alone, by each banner and by a filter; and of a made survey of 1,000,000
respondents and 40 questions. Measured is what the panel does after a choice: the table, the chart for wide and narrow
screens, the sentence, and the HTML of it all. Surveys are open already. The yardstick, measured in the same run, is
what pandas and matplotlib take for a cross table and its bars as SVG.
"""

from __future__ import annotations

import gc
import io
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import compress, product
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.explore.questions_shown import askable
from analysis.explore.show import result_html
from analysis.explore.survey import Survey, answered_in, open_survey
from analysis.intake.sheet import nothing
from analysis.questionnaire.question import Part, PartKey
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.origin import AnswerSheet, Origin
from analysis.responses.reading import BLANK, Reading
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # for the large survey's questionnaire

RESULTS = ROOT / "benchmarks" / "explore.md"
RESPONDENTS = 1_000_000
AIM, AIM_LARGE = 0.3, 1.5  # seconds
FILTERS = {
    "member_orgs": "region is seoul",
    "intermediary": "scope is regional",
    "coop_basic_plan": "operating is running",
}
REPEATS = 7  # of the yardstick


@dataclass(frozen=True)
class Choice:
    """A choice and the seconds from it to the drawn chart; of the first, the survey's answers are sorted, too."""

    question: str
    by: str
    where: str
    seconds: float


def main() -> None:
    surveys = {name: open_survey(name, root=ROOT) for name in answered_in(ROOT)}
    drawn(surveys["member_orgs"], "outlook", "", "")  # the first call loads what it needs
    rows = []
    for name, survey in surveys.items():
        groups = ("", *(banner.id for banner in survey.questionnaire.banners))
        measured = list(choices(survey, groups, ("", FILTERS[name])))
        rows.append((survey.questionnaire.title.ko, len(survey._responses.respondents), measured))
    small = yardstick(frame(14))
    measured = list(choices(Survey(made()), ("", "c1", "d1"), ("", "c2 is r0")))
    rows.append(("1,000,000 × 40", RESPONDENTS, measured))
    text = as_markdown(rows, small, yardstick(frame(RESPONDENTS)))
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def choices(survey: Survey, groups: Sequence[str], filters: Sequence[str]) -> Iterator[Choice]:
    by_question = {banner.id: banner.by for banner in survey.questionnaire.banners}
    for question, by, where in product(askable(survey.questionnaire), groups, filters):
        if question.id != by_question.get(by, by):
            chosen = (question.id, by, where)
            yield Choice(*chosen, seconds(partial(drawn, survey, *chosen)))


def drawn(survey: Survey, question: str, by: str, where: str) -> str:
    result = survey.table(question, by, where)
    _ = result.chart().drawing
    return result_html(result)


def frame(n: int) -> pd.DataFrame:
    chance = np.random.default_rng(2016)
    return pd.DataFrame({
        name: pd.Categorical.from_codes(chance.integers(0, number, n), list("abcdefgh")[:number])
        for name, number in (("question", 5), ("group", 8))
    })  # fmt: skip


def yardstick(given: pd.DataFrame) -> float:
    """Seconds for shares by group and their bars as SVG; the median of several, after one to warm up."""
    from matplotlib.figure import Figure

    def shares_and_bars() -> None:
        shares = pd.crosstab(given["question"], given["group"], normalize="columns")
        axes = Figure(figsize=(7, 4)).subplots()
        shares.T.plot.barh(ax=axes)
        axes.figure.savefig(io.BytesIO(), format="svg")

    return statistics.median([seconds(shares_and_bars) for _ in range(REPEATS + 1)][1:])


def seconds(work: Callable[[], object]) -> float:
    """Of processor time, of all threads: other work on the machine is not to be seen in it."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def made() -> Responses:
    """The survey of `large_file.py`, from a seed and not by way of a file."""
    from benchmarks.large_file import questionnaire

    form, chance = questionnaire(), np.random.default_rng(20161123)
    columns = {part.key: column(part, chance) for part in form.parts()}
    people = pa.array([f"row-{at}" for at in range(RESPONDENTS)])
    origin = Origin(
        people,
        np.full(RESPONDENTS, Standing.COUNTED, np.int8),
        (AnswerSheet("", "", {}),),
        np.zeros(RESPONDENTS, np.int32),
        np.arange(2, RESPONDENTS + 2, dtype=np.int32),
    )
    raw: dict[PartKey, object] = dict.fromkeys(columns, nothing(RESPONDENTS))
    return Responses(form, origin, columns, raw)  # type: ignore[arg-type]


def column(part: Part, chance: np.random.Generator) -> AnswerColumn:
    """Answers to a part, by chance; one in twenty has none."""
    plain, listed = {}, [BLANK]
    match part.answer.kind:
        case "number":
            plain = {"number": chance.integers(0, 100_000, RESPONDENTS).astype(float)}
        case "open" | "text":
            plain = {"text": pa.array([f"의견 {at}" for at in range(RESPONDENTS)])}
        case "date":
            days = np.datetime_as_string(np.datetime64("2012-12-01") + np.arange(1500)).tolist()
            listed += [Reading(start=day, end=day, precision="day") for day in days]
        case "multi":
            ids = [option.id for option in part.answer.choices]
            chosen = product((False, True), repeat=len(ids))
            listed += [Reading(code="|".join(compress(ids, among))) for among in chosen if any(among)]
        case "scale":
            listed += [Reading(code=point.id, number=float(point.id)) for point in part.answer.choices]
        case _:
            listed += [Reading(code=option.id) for option in part.answer.choices]
    if plain:
        which = np.arange(RESPONDENTS, dtype=np.int32)
        which[chance.random(RESPONDENTS) < 0.05] = RESPONDENTS
        return AnswerColumn(which, listed, plain)
    which = chance.integers(1, len(listed), RESPONDENTS, dtype=np.int32)
    which[chance.random(RESPONDENTS) < 0.05] = 0
    return AnswerColumn(which, listed)


def as_markdown(rows: list[tuple[str, int, list[Choice]]], small: float, large: float) -> str:
    lines = []
    for title, n, made_choices in rows:
        first, *later = made_choices
        taken = sorted(choice.seconds for choice in later)
        median, p95 = statistics.median(taken), taken[int(len(taken) * 0.95)]
        worst = max(later, key=lambda choice: choice.seconds)
        measure = large if n == RESPONDENTS else small
        named = " ".join(filter(None, (worst.question, worst.by and f"by {worst.by}", worst.where)))
        lines.append(
            f"| {title} | {n:,} | {len(made_choices)} | {first.seconds:.2f} | {median * 1000:.0f} | {p95 * 1000:.0f} | "
            f"{worst.seconds * 1000:.0f} ({named}) | {median / measure:.2f} | {p95 / measure:.2f} |"
        )
    table = "\n".join(lines)
    return f"""# From choosing to a drawn chart

Written by `benchmarks/explore.py` on {date.today()}. Python {platform.python_version()}, pandas {pd.__version__},
{platform.system()}, {os.cpu_count()} processors. Seconds of processor time, of all threads; surveys are open already.

Every question that may be asked, alone and by each banner (of the large survey: by a question of eight options and one of
five that go together), with and without a filter: the table, both drawings, the sentence and the HTML. The first
choice of a survey, which sorts its answers, stands by itself. One yardstick is `pandas.crosstab` of five options by eight
groups and matplotlib's bars of it as SVG, of as many respondents, in the same run: {small * 1000:.0f} ms for 14,
{large * 1000:.0f} ms for 1,000,000.

| survey | respondents | choices | first: s | median: ms | 95%: ms | worst: ms | median: yardsticks | 95%: yardsticks |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
{table}

Aim: {AIM * 1000:.0f} ms for the three surveys, {AIM_LARGE} s for 1,000,000 respondents.
"""


if __name__ == "__main__":
    main()
