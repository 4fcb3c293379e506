"""Measure how long a very large file of answers takes, and write it to benchmarks/large_file.md.

    .venv/bin/python benchmarks/large_file.py

A CSV file of 1,000,000 respondents and 40 columns, made from a seed, is read, typed and checked. The yardstick is what
pyarrow takes to do no more than read its cells as text. Each run is a process of its own; the two take turns.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "large_file.md"
RESPONDENTS = 1_000_000
STEP = 20_000  # respondents that are written at a time
REPEATS = 3
AIM, AIM_MEMORY = 4, 4096  # times the yardstick; MiB

POINTS = ["매우 불만족", "불만족", "보통", "만족", "매우 만족"]
REGIONS = ["서울", "경기", "부산", "대구", "인천", "광주", "대전", "울산"]
SERVICES = ["교육", "상담, 컨설팅(세무, 노무)", "판로", "네트워크", "기타"]

_YARDSTICK = """
import sys, time, pyarrow, pyarrow.csv
names = pyarrow.csv.open_csv(sys.argv[1]).schema.names
begun = time.perf_counter()
text = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pyarrow.string()), strings_can_be_null=False)
table = pyarrow.csv.read_csv(sys.argv[1], convert_options=text)
print(time.perf_counter() - begun, table.num_rows, 0)
"""
_OURS = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from benchmarks.large_file import questionnaire
from analysis.responses.build import build_responses
form = questionnaire()
begun = time.perf_counter()
responses = build_responses(form, [Path(sys.argv[1])])
print(time.perf_counter() - begun, len(responses.respondents), sum(f.alike for f in responses.findings))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines())
        size = path.stat().st_size / 2**20
        runs: dict[str, list[tuple[float, float, str]]] = {"pyarrow": [], "dure": []}
        for _ in range(REPEATS):
            runs["pyarrow"].append(measured(_YARDSTICK, path))
            runs["dure"].append(measured(_OURS, path))
    text = as_markdown(size, runs)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def questionnaire():
    """The form that asks for the 40 columns."""
    from analysis.questionnaire.questionnaire import Questionnaire

    scale = {"good": "high", "points": {str(at): {"ko": ko} for at, ko in enumerate(POINTS, start=1)}}
    regions = {f"r{at}": {"ko": ko} for at, ko in enumerate(REGIONS)}
    services = {f"s{at}": {"ko": ko, "other": ko == "기타"} for at, ko in enumerate(SERVICES)}
    questions = [
        {"no": "A1", "kind": "text", "identifier": True},
        *({"no": f"B{n}", "kind": "scale", "scale": scale, "required": n == 1} for n in range(1, 25)),
        *({"no": f"C{n}", "kind": "single", "options": regions} for n in range(1, 7)),
        *({"no": f"D{n}", "kind": "multi", "options": services, "max_choices": 4} for n in range(1, 5)),
        *({"no": f"E{n}", "kind": "number", "min": 0} for n in range(1, 4)),
        {"no": "F1", "kind": "date"},
        {"no": "G1", "kind": "open"},
    ]
    return Questionnaire.model_validate(
        {
            "survey": "large",
            "year": 2016,
            "title": "큰 조사",
            "publisher": "연합회",
            "respondents": {"ko": "응답자", "en": "respondent", "en_plural": "respondents"},
            "sample": {"kind": "self_selected"},
            "questions": [
                {"id": q["no"].lower(), "ask": f"{q['no']} 문항", "section": ""} | q for q in questions
            ],
        }
    )


def lines() -> Iterator[str]:
    """The file, line by line: what would be ambiguous is quoted, as spreadsheets do."""
    chance = np.random.default_rng(20161122)
    several = [
        ", ".join(name for at, name in enumerate(SERVICES) if chosen >> at & 1) for chosen in range(32)
    ]
    several = [f'"{text}"' if "," in text else text for text in several]
    days = [str(np.datetime64("2012-12-01") + day) for day in range(1500)]
    yield ",".join(question.no for question in questionnaire().questions) + "\n"
    for start in range(0, RESPONDENTS, STEP):
        columns = [[f"R{at:07d}" for at in range(start, start + STEP)]]
        for words, number in (([*POINTS, ""], 24), ([*REGIONS], 6), (several, 4)):
            for _ in range(number):
                columns.append([words[at] for at in chance.integers(0, len(words), STEP).tolist()])
        for _ in range(3):
            columns.append(list(map(str, chance.integers(0, 100_000, STEP).tolist())))
        columns.append([days[at] for at in chance.integers(0, len(days), STEP).tolist()])
        columns.append([f"의견 {at} 입니다" if at % 3 == 0 else "" for at in range(start, start + STEP)])
        yield from (",".join(record) + "\n" for record in zip(*columns, strict=True))


def measured(program: str, path: Path) -> tuple[float, float, str]:
    """Seconds, peak memory in MiB, and how many respondents and findings there were."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path), str(ROOT)], stdout=subprocess.PIPE, text=True
    )
    said = process.stdout.read().split() if process.stdout else []
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the measured process ended with {status}")
    peak = used.ru_maxrss / 1024 if sys.platform != "darwin" else used.ru_maxrss / 2**20
    return float(said[0]), peak, f"{int(said[1]):,} respondents, {int(said[2]):,} findings"


def as_markdown(size: float, runs: dict[str, list[tuple[float, float, str]]]) -> str:
    seconds = {name: statistics.median(run[0] for run in each) for name, each in runs.items()}
    memory = {name: max(run[1] for run in each) for name, each in runs.items()}
    ratio = seconds["dure"] / seconds["pyarrow"]
    rows = "\n".join(
        f"| {name} | {', '.join(f'{run[0]:.1f}' for run in each)} | {seconds[name]:.1f} | {memory[name]:,.0f} |"
        for name, each in runs.items()
    )
    return f"""# A very large file

Written by `benchmarks/large_file.py` on {time.strftime("%Y-%m-%d")}. Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.

A CSV file of {RESPONDENTS:,} × 40 cells, {size:,.0f} MiB: an id, 24 scales, 6 single and 4 multiple choices, 3 numbers, a
date and an opinion. *pyarrow* reads its cells as text; *dure* reads, types and checks the answers
({runs["dure"][0][2]}).

| | seconds of each run | median | peak MiB |
|---|---|--:|--:|
{rows}

**{ratio:.1f} times** what pyarrow takes (aim: at most {AIM}); {memory["dure"]:,.0f} MiB (aim: under {AIM_MEMORY:,}).
"""


if __name__ == "__main__":
    main()
