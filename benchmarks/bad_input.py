"""Measure the worst of the bad inputs and write what was measured to benchmarks/bad_input.md.

    .venv/bin/python benchmarks/bad_input.py

Each file is checked in a process of its own, whose time and largest memory are taken from the system; the first line is
the control, which says what the program takes by itself.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RESULTS = ROOT / "benchmarks" / "bad_input.md"
AIM_SECONDS, AIM_MEMORY = 10, 500  # MiB
SHOWN = 10

_CHECK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.bad_input.control import read
from analysis.intake import IntakeError
try:
    print(len(read(Path(sys.argv[1])).respondents), "respondents")
except IntakeError as error:
    print(error.words("en"))
"""


def main() -> None:
    from tests.bad_input import statistics_files, test_safety, texts, workbooks

    control = "00_control.xlsx"
    files = {**texts.FILES, **workbooks.FILES, **statistics_files.FILES}
    files |= {f"{case}.xlsx": make for case, make in test_safety.TOO_MUCH.items()}
    files["ragged.csv"] = ragged
    files["long_cells_in_every_column.csv"] = long_cells
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, make in files.items():
            path = Path(folder) / name
            path.write_bytes(make())
            measured[name] = run(path)
            path.unlink()
    worst = sorted(
        measured, key=lambda name: -max(measured[name][0] / AIM_SECONDS, measured[name][1] / AIM_MEMORY)
    )
    text = as_markdown(len(files), [control, *worst[:SHOWN]], measured)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def ragged() -> bytes:
    """A heading of 4,000 columns, and rows of one cell as long as the bound on cells allows."""
    return (",".join(f"c{n}" for n in range(4_000)) + "\n" + "x\n" * 14_000).encode()


def long_cells() -> bytes:
    """Every cell of the control as long as a cell may be, where a number is asked for and where an option is."""
    from tests.bad_input.control import down, rows, text

    cells = [
        cell for column in "BCDEFG" for cell in down(column, ["1천만 " * 21_000 + str(n) for n in range(8)])
    ]
    return text(rows(*cells)).encode()


def run(path: Path) -> tuple[float, float, str]:
    """CPU seconds, which other work on the machine does not change, peak memory in MiB, and what was said."""
    process = subprocess.Popen(
        [sys.executable, "-c", _CHECK, str(path), str(ROOT)], stdout=subprocess.PIPE, text=True
    )
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{path.name}: the measured process ended with {status}")
    peak = used.ru_maxrss / 1024 if sys.platform != "darwin" else used.ru_maxrss / 2**20
    return used.ru_utime + used.ru_stime, peak, said.strip()


def as_markdown(number: int, names: list[str], measured: dict[str, tuple[float, float, str]]) -> str:
    head = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores."
    lines = [
        "# The worst of the bad inputs",
        "",
        f"Written by `benchmarks/bad_input.py` on {time.strftime('%Y-%m-%d')}. {head}",
        "",
        f"The worst {SHOWN} of {number} files, each read in a process of its own, its start included (aim: "
        f"{AIM_SECONDS} s, {AIM_MEMORY} MiB). The first line is a good file of 60 respondents.",
        "",
        "| file | CPU seconds | peak MiB | what is said |",
        "|---|--:|--:|---|",
    ]
    for name in names:
        seconds, peak, said = measured[name]
        short = said.removeprefix(f"{name}: ").replace("|", "/")[:90]
        lines.append(f"| {name} | {seconds:.1f} | {peak:,.0f} | {short} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
