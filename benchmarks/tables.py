"""Measure how long tables with intervals and tests take, and write it to benchmarks/tables.md.

    .venv/bin/python benchmarks/tables.py

90 questions by 4 banners, 500 respondents, made from a seed and read from a CSV file. The yardstick is what pandas
takes for the bare shares of the same 360 tables. Both run in one process, in turns; reading is not measured.
"""

from __future__ import annotations

import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from analysis.tables.build import build_tables

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "tables.md"
QUESTIONS, BANNERS, RESPONDENTS = 90, 4, 500
OPTIONS, LEVELS = "abcde", "wxyz"
REPEATS = 7
AIM = 0.25  # of the yardstick

SIMPLE = {"kind": "probability", "population": 10_615}
WEIGHTED = {"kind": "probability", "design": {"weight": "w", "strata": "s"}}
CLUSTERED = {"kind": "probability", "design": {"weight": "w", "strata": "s", "cluster": "c"}}
SAMPLES = {
    "a simple random sample of 10,615": SIMPLE,
    "weights and 5 strata": WEIGHTED,
    "weights, 5 strata and 60 clusters": CLUSTERED,
}


def main() -> None:
    frame = answers()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        frame.to_csv(path, index=False)
        responses = {name: read(path, sample) for name, sample in SAMPLES.items()}
    for given in responses.values():
        build_tables(given)  # the first call loads what it needs
    yardstick, ours = [], {name: [] for name in SAMPLES}
    for _ in range(REPEATS):
        for name, given in responses.items():
            yardstick.append(crosstabs(frame))
            ours[name].append(seconds(lambda given=given: build_tables(given)))
    tables = len(build_tables(next(iter(responses.values()))))
    medians = {name: statistics.median(times) for name, times in ours.items()}
    text = report(statistics.median(yardstick), medians, tables)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def report(yardstick: float, ours: dict[str, float], tables: int) -> str:
    lines = "\n".join(f"| {name} | {taken:.2f} | {taken / yardstick:.2f} |" for name, taken in ours.items())
    return f"""# Tables with intervals and tests

Written by `benchmarks/tables.py` on {date.today()}. Python {platform.python_version()}, pandas {pd.__version__},
{platform.system()}, {os.cpu_count()} processors. Seconds of processor time, medians of {REPEATS} runs in turns, in one process.

{QUESTIONS} questions by {BANNERS} banners, {RESPONDENTS} respondents, {len(OPTIONS)} options, {len(LEVELS)} levels. pandas makes the bare
shares of the {QUESTIONS * BANNERS} tables: `pandas.crosstab(question, banner, normalize="columns")`, {yardstick:.2f} s. `build_tables` makes those tables with
counts, bases, shares, standard errors, intervals, tests, adjusted p-values, effects, letters and words, and the
{tables - QUESTIONS * BANNERS} others that a survey has: each question alone, and the banners' questions by each other.

| sample | seconds | of pandas' time |
|---|--:|--:|
{lines}

Aim: under {AIM}.
"""


def answers() -> pd.DataFrame:
    """Letters as a survey's file has them, a weight, a stratum and a cluster."""
    random = np.random.default_rng(2016)
    cluster = random.integers(0, 60, RESPONDENTS)
    columns = {f"q{at}": random.choice(list(OPTIONS), RESPONDENTS) for at in range(QUESTIONS)}
    columns |= {f"b{at}": random.choice(list(LEVELS), RESPONDENTS) for at in range(BANNERS)}
    columns |= {"w": random.uniform(5, 40, RESPONDENTS).round(3), "s": cluster % 5, "c": cluster}
    return pd.DataFrame(columns)


def read(path: Path, sample: dict[str, object]) -> Responses:
    def single(name: str, options: str) -> dict[str, object]:
        return {"id": name, "no": name, "ask": name, "kind": "single", "options": {o: o for o in options}}

    form = Questionnaire.model_validate({
        "survey": "large", "year": 2016, "title": "조사", "publisher": "연대회의",
        "respondents": {"ko": "조합", "en": "co-operative", "en_plural": "co-operatives"}, "sample": sample,
        "questions": [
            *(single(f"q{at}", OPTIONS) for at in range(QUESTIONS)),
            *(single(f"b{at}", LEVELS) for at in range(BANNERS)),
        ],
        "banners": [{"id": f"by{at}", "by": f"b{at}"} for at in range(BANNERS)],
        "ignore_columns": ["w", "s", "c"] if "design" not in sample else [],
    })  # fmt: skip
    return build_responses(form, [path])


def crosstabs(frame: pd.DataFrame) -> float:
    def all_of_them() -> None:
        for question in range(QUESTIONS):
            for banner in range(BANNERS):
                pd.crosstab(frame[f"q{question}"], frame[f"b{banner}"], normalize="columns")

    return seconds(all_of_them)


def seconds(work: Callable[[], object]) -> float:
    """Of processor time, of all threads."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
