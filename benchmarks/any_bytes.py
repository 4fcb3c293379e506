"""Read ten thousand damaged files and write what became of them to benchmarks/any_bytes.md.

    .venv/bin/python benchmarks/any_bytes.py [NUMBER]

Files of every kind are cut, flipped, shuffled, joined or made up, from one seed a file. Each must give responses or one
error in words. They are read in processes of their own, many one after the other, so that a crash of a library is seen
and counted too.
"""

from __future__ import annotations

import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RESULTS = ROOT / "benchmarks" / "any_bytes.md"
NUMBER, AT_A_TIME = 10_000, 500


def main() -> None:
    if sys.argv[1:2] == ["--read"]:
        read_all(int(sys.argv[2]), int(sys.argv[3]))
        return
    number = int(sys.argv[1]) if sys.argv[1:] else NUMBER
    lines: list[str] = []
    begun, seed = time.perf_counter(), 0
    while seed < number:
        upto = min(seed + AT_A_TIME, number)
        command = [sys.executable, __file__, "--read", str(seed), str(upto)]
        ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        told = ended.stdout.splitlines()
        lines += told
        if ended.returncode:  # the file after the last that was told
            lines.append(f"{seed + len(told)}\tcrash {ended.returncode}\t0\t")
            upto = seed + len(told) + 1
        seed = upto
    whole = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    text = as_markdown([line.split("\t") for line in lines], whole, peak)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def read_all(first: int, upto: int) -> None:
    """Read the files of these seeds; a line each: seed, what became of it, seconds, what it was."""
    from analysis.intake import IntakeError
    from tests.bad_input.any_bytes import damaged
    from tests.bad_input.control import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers"
        for seed in range(first, upto):
            what, content = damaged(random.Random(seed))
            path.write_bytes(content)
            begun = time.perf_counter()
            try:
                read(path)
                became = "responses"
            except IntakeError:
                became = "an error in words"
            except BaseException as error:  # a library's panic need not be an Exception
                became = f"{type(error).__name__}: {error}".replace("\t", " ").replace("\n", " ")[:100]
            print(seed, became, f"{time.perf_counter() - begun:.3f}", what, sep="\t", flush=True)


def as_markdown(found: list[list[str]], whole: float, peak: int) -> str:
    became = Counter(one[1] for one in found)
    accidents = Counter((one[3], one[1]) for one in found)
    slowest = sorted(found, key=lambda one: -float(one[2]))[:3]
    good = ("responses", "an error in words")
    other = [f"- seed {seed}: {end} ({what})" for seed, end, _, what in found if end not in good]
    return "\n".join([
        "# Any bytes",
        "",
        f"Written by `benchmarks/any_bytes.py` on {time.strftime('%Y-%m-%d')}. Python {platform.python_version()}, "
        f"{platform.system()}, {os.cpu_count()} cores.",
        "",
        f"{len(found):,} files, in {whole:,.0f} s and at most {peak:,} MiB: " + ", ".join(
            f"{number:,} × {end}" for end, number in became.most_common()
        ) + ".",
        f"Anything else, or a crash: {len(other)}.",
        *other,
        "",
        "Slowest: " + "; ".join(f"{what}, {float(seconds):.2f} s (seed {seed})" for seed, _, seconds, what in slowest) + ".",
        "",
        "| accident and kind | responses | an error in words |",
        "|---|--:|--:|",
        *(
            f"| {what} | {accidents[what, good[0]]:,} | {accidents[what, good[1]]:,} |"
            for what in sorted({one[3] for one in found if one[3]})
        ),
        "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
