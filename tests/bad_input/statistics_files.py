"""Files of SPSS: damaged and awkward ones. Made where they are read, never kept."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat

from tests.bad_input.control import HEADING, QUESTIONNAIRE, rows

NO_ANSWER = 9
SCALE = {
    float(at): point.ko for at, point in enumerate(QUESTIONNAIRE.question("quality_docs").scale.points, 1)
}


def sav(scores: list[float] | None = None) -> bytes:
    """The control as SPSS keeps it: scales as numbers with labels, 9 declared to be no answer, 3 without a label."""
    frame = pd.DataFrame(rows()[1:], columns=HEADING)
    for name in ("years", "quality_docs", "quality_spack"):
        frame[name] = frame[name].astype(float)
    if scores:
        frame.loc[: len(scores) - 1, "quality_docs"] = scores
    labels = {point: words for point, words in SCALE.items() if point != 3} | {float(NO_ANSWER): "No answer"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "control.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            variable_value_labels={"quality_docs": labels, "quality_spack": SCALE},
            missing_ranges={"quality_docs": [NO_ANSWER]},
        )
        return path.read_bytes()


FILES: dict[str, Callable[[], bytes]] = {
    "s01_truncated.sav": lambda: (whole := sav())[: len(whole) // 2],
    "s03_user_missing.sav": lambda: sav([9.0, 9.0, 9.0]),
}
