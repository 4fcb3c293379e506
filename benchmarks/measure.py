"""Measure the main job and write what was measured to benchmarks/results.md.

    .venv/bin/python benchmarks/measure.py

Times on different machines do not compare, so each is also given as a multiple of something everybody has: the same
interpreter importing pandas and matplotlib, measured in the same run.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results.md"
YARDSTICK = [sys.executable, "-c", "import pandas, matplotlib.figure"]
REPEATS = 7


def main() -> None:
    yardstick_cpu, yardstick_wall = cost(YARDSTICK)
    help_cpu, _ = cost([str(Path(sys.executable).with_name("dure")), "--help"])
    stages, whole = run_stages()
    RESULTS.write_text(as_markdown(yardstick_cpu, yardstick_wall, help_cpu, stages, whole), encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


def cost(command: list[str]) -> tuple[float, float]:
    """Median CPU seconds (user and system) and wall-clock seconds of a command over several runs, after one to warm up."""
    cpu, wall = [], []
    for attempt in range(REPEATS + 1):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if attempt:
            wall.append(time.perf_counter() - begun)
            cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(cpu), statistics.median(wall)


def run_stages() -> tuple[dict[tuple[str, str], float], float]:
    """Seconds by (stage, survey) of `dure report 2016` in a copy of the project's inputs, and of all of it."""
    from analysis.pipeline import Order, report
    from analysis.progress import Progress

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("questionnaires", "notebooks", "data"):
            (root / name).mkdir()
            for source in (ROOT / name).rglob("*"):
                if source.is_file() and "processed" not in source.parts:
                    target = root / name / source.relative_to(ROOT / name)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(source.read_bytes())
        progress, begun = Progress(quiet=True), time.perf_counter()
        errors = report(Order(root, 2016, audiences=("committee", "members")), progress)
        whole = time.perf_counter() - begun
    for error in errors:
        raise error
    return progress.seconds, whole


def as_markdown(
    yardstick_cpu: float,
    yardstick_wall: float,
    help_cpu: float,
    stages: dict[tuple[str, str], float],
    whole: float,
) -> str:
    lines = [
        "# What was measured",
        "",
        "Written by `benchmarks/measure.py`. One yardstick is the same interpreter importing pandas and matplotlib, in the",
        f"same run: {yardstick_cpu:.2f} s CPU, {yardstick_wall:.2f} s by the clock.",
        "",
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.",
        "",
        f"- `dure --help`: {help_cpu:.3f} s CPU, {help_cpu / yardstick_cpu:.2f} yardsticks (aim: under 0.3 s).",
        f"- `dure report 2016`, both editions, inside the process: {whole:.1f} s, {whole / yardstick_wall:.1f} yardsticks.",
        "",
        "| stage | survey | seconds | share of the run | yardsticks |",
        "|---|---|--:|--:|--:|",
    ]
    for (stage, survey), seconds in stages.items():
        share = f"{seconds / whole:.0%}"
        lines.append(
            f"| {stage} | {survey or '(all)'} | {seconds:.2f} | {share} | {seconds / yardstick_wall:.1f} |"
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
