"""Measure the main job and write what was measured to benchmarks/results.md.

    .venv/bin/python benchmarks/measure.py

Times on different machines do not compare, so each is also given as a multiple of something everybody has: the same
interpreter importing pandas and matplotlib, measured in the same run.
"""

from __future__ import annotations

import gzip
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RESULTS = ROOT / "benchmarks" / "results.md"
YARDSTICK = [sys.executable, "-c", "import pandas, matplotlib.figure"]
REPEATS = 7


@dataclass(frozen=True)
class Run:
    """What `dure report 2016` took. seconds by (stage, survey); own, kernels: CPU seconds of this process and of the
    notebooks' kernels; pages: bytes of each, as they are and as a server packs them."""

    seconds: dict[tuple[str, str], float]
    whole: float
    own: float
    kernels: float
    pages: dict[str, tuple[int, int]]


def main() -> None:
    yardstick_cpu, yardstick_wall = cost(YARDSTICK)
    help_cpu, _ = cost([str(Path(sys.executable).with_name("dure")), "--help"])
    text = as_markdown(yardstick_cpu, yardstick_wall, help_cpu, report_run())
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


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


def report_run() -> Run:
    """`dure report 2016`, both editions, from nothing: in a copy of the project's inputs."""
    from analysis.pipeline import Order, report
    from analysis.progress import Progress
    from tests.project import copy_inputs

    with tempfile.TemporaryDirectory() as folder:
        root = copy_inputs(Path(folder))
        progress, begun = Progress(quiet=True), time.perf_counter()
        before = cpu_seconds()
        errors = report(Order(root, 2016, audiences=("committee", "members")), progress)
        whole = time.perf_counter() - begun
        own, kernels = (now - then for now, then in zip(cpu_seconds(), before, strict=True))
        pages = {
            path.relative_to(root / "reports").as_posix(): (
                path.stat().st_size,
                len(gzip.compress(path.read_bytes())),
            )
            for path in sorted((root / "reports").rglob("*.html"))
        }
    for error in errors:
        raise error
    return Run(progress.seconds, whole, own, kernels, pages)


def cpu_seconds() -> tuple[float, float]:
    """Of this process, and of those it started and waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, children = (usage.ru_utime + usage.ru_stime for usage in usages)
    return own, children


def as_markdown(yardstick_cpu: float, yardstick_wall: float, help_cpu: float, run: Run) -> str:
    cpu = run.own + run.kernels
    lines = [
        "# What was measured",
        "",
        "Written by `benchmarks/measure.py`. One yardstick is the same interpreter importing pandas and matplotlib, in the",
        f"same run: {yardstick_cpu:.2f} s CPU, {yardstick_wall:.2f} s by the clock.",
        "",
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.",
        "",
        f"- `dure --help`: {help_cpu:.3f} s CPU, {help_cpu / yardstick_cpu:.2f} yardsticks (aim: under 0.3 s).",
        f"- `dure report 2016`, both editions, from nothing: {run.whole:.1f} s, {run.whole / yardstick_wall:.1f} yardsticks"
        " (aim: under 60 s on two cores).",
        f"- Its CPU: {cpu:.1f} s, {cpu / yardstick_cpu:.1f} yardsticks; {run.kernels / cpu:.0%} of it in the notebooks' "
        "kernels, the rest in the process that reads, counts, protects and puts pages together.",
        "",
        "| stage | survey | seconds | share of the run | yardsticks |",
        "|---|---|--:|--:|--:|",
    ]
    for (stage, survey), seconds in run.seconds.items():
        share = f"{seconds / run.whole:.0%}"
        lines.append(
            f"| {stage} | {survey or '(all)'} | {seconds:.2f} | {share} | {seconds / yardstick_wall:.1f} |"
        )
    lines += ["", "| page | KB | KB as a server sends it |", "|---|--:|--:|"]
    lines += [
        f"| {page} | {size / 1000:.0f} | {packed / 1000:.0f} |" for page, (size, packed) in run.pages.items()
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
