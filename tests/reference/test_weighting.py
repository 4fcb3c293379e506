"""Weights fitted to margins, and the variances that follow, against R's survey 4.1.1 (r/weighting.R).

R's `rake` was told to go on until no cell changes by 1e-12; figures of raking are held to 1e-6, as ours end at 1e-10 of
the frame, and all others to 1e-8.
"""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analysis.tables.estimate.design import Design, design
from analysis.tables.estimate.weighting import Fitted, Margin, post_stratify, rake

R = Path(__file__).parent / "r"
FIGURES = json.loads((R / "weighting.json").read_text(encoding="utf-8"))
with (R / "weighting.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def column(name: str, rows: list[dict[str, str]] = ROWS) -> np.ndarray:
    return np.array([row[name] for row in rows])


def numbers(name: str, rows: list[dict[str, str]] = ROWS) -> np.ndarray:
    return np.array([float(row[name] or 0) for row in rows])


def margin(values: np.ndarray, population: dict[str, float]) -> Margin:
    known = list(population)
    return Margin(np.array([known.index(value) for value in values]), np.array([*population.values()], float))


REGION = margin(column("region"), {"A": 400, "B": 350, "C": 200, "D": 50})
MARGINS = (
    REGION,
    margin(column("type"), {"a": 500, "b": 300, "c": 200}),
    margin(column("size"), {"l": 260, "s": 740}),
)
DESIGNS = {
    "equal": design(numbers("one")),
    "weighted": design(numbers("w")),
    "stratified": design(numbers("w"), [column("stratum")], population=[numbers("frame")]),
    "clustered": design(numbers("w"), [column("stratum")], [column("cluster")]),
    "two_stage": design(
        numbers("w"),
        [column("stratum")],
        [column("cluster"), column("id")],
        [numbers("clusters_in_frame"), numbers("persons_in_cluster")],
    ),
}


def fitted(how: str, base: np.ndarray) -> Fitted:
    if how == "post_stratified":
        return post_stratify(base, REGION)
    return rake(base, MARGINS, rule="sweeps" if how == "raked" else "regression")


def estimates(of: Design, rows: list[dict[str, str]] = ROWS) -> dict[str, tuple[float, float]]:
    """Every figure of the script by the linearised scores that textbooks give."""
    y, z, yes = numbers("y", rows), numbers("z", rows), numbers("yes", rows)
    everybody = np.ones(y.size)
    known = (column("y", rows) != "").astype(float)
    small = known * (column("group", rows) == "g1")

    def ratio(top: np.ndarray, bottom: np.ndarray) -> tuple[float, float]:
        below = of.weights @ bottom
        value = of.weights @ top / below
        return value, float(np.sqrt(of.variance(((top - value * bottom) / below)[:, None])[0]))

    return {
        "mean": ratio(y * known, known),
        "total": (of.weights @ (y * known), float(np.sqrt(of.variance((y * known)[:, None])[0]))),
        "domain_mean": ratio(y * small, small),
        "share": ratio(yes, everybody),
        "ratio": ratio(y * known, z * known),
    }


@pytest.mark.parametrize("how", ["raked", "post_stratified", "calibrated"])
@pytest.mark.parametrize("name", DESIGNS)
def test_weights_and_standard_errors_are_those_of_r(name: str, how: str) -> None:
    of, expected = DESIGNS[name], FIGURES[f"{name} {how}"]
    close = 1e-8 if how == "post_stratified" else 1e-6
    fit = fitted(how, of.weights)
    assert fit.converged
    assert fit.weights == pytest.approx(expected["weights"], rel=close)
    found = estimates(replace(of, weights=fit.weights, calibration=fit.calibration))
    for figure, (value, se) in found.items():
        assert value == pytest.approx(expected[figure]["value"], rel=close), figure
        assert se == pytest.approx(expected[figure]["se"], rel=close), figure


def test_cells_of_two_questions_are_post_stratified_as_r_does() -> None:
    rows = [row for row in ROWS if row["region"] != "D"]
    crossed = np.char.add(column("region", rows), column("half", rows))
    cells = margin(crossed, {"Ax": 210, "Ay": 190, "Bx": 170, "By": 180, "Cx": 120, "Cy": 80})
    expected = FIGURES["crossed post_stratified"]
    fit = post_stratify(numbers("w", rows), cells)
    assert fit.weights == pytest.approx(expected["weights"], rel=1e-8)
    found = estimates(design(fit.weights, calibration=fit.calibration), rows)
    for figure, (value, se) in found.items():
        assert (value, se) == pytest.approx((expected[figure]["value"], expected[figure]["se"]), rel=1e-8)
