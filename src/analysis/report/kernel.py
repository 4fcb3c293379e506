"""The kernel in which report notebooks run: an ordinary ipykernel behind the wall.

    python -m analysis.report.kernel -f connection.json

It is started by `run.py`, which says in an environment variable what is on the other side; the variable is
deleted before the first cell runs. Everything that itself needs what the wall forbids (fonts are listed with
a program, C functions are looked up by name) is loaded first; for a notebook that only calls its page, that is little.
"""

from __future__ import annotations

import os
import sys

from analysis.report.wall import Wall

LIBRARIES = "DURE_LIBRARIES"  # the variable that is set where a notebook's cells use libraries of their own


def main(arguments: list[str]) -> None:
    wall = Wall.from_environment()
    from ipykernel.kernelapp import IPKernelApp

    # The history would be an sqlite file, read and written by C code that no hook sees.
    kernel = IPKernelApp.instance()
    kernel.initialize([*arguments, "--HistoryManager.enabled=False", "--log-level=CRITICAL"])
    _load_what_looks_outside(libraries=os.environ.pop(LIBRARIES, "") != "")
    wall.raise_hook()
    kernel.start()


def _load_what_looks_outside(libraries: bool) -> None:
    import ctypes.util  # noqa: F401
    import platform

    platform.uname()
    if libraries:
        import matplotlib.font_manager  # noqa: F401
        import numpy  # noqa: F401


if __name__ == "__main__":
    main(sys.argv[1:])
