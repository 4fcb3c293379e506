"""The design of a sample whose weights are fitted to its frame."""

from __future__ import annotations

from dataclasses import replace

from analysis.responses.responses import Responses
from analysis.tables.estimate.design import Design, simple
from analysis.tables.weighting.fitted import WeightingReport, fitted_weights


def weighted_design(
    responses: Responses, drawn: Design | None
) -> tuple[Design | None, WeightingReport | None]:
    """`drawn` with the weights that the questionnaire declares, and a variance that knows of them; as it is where it
    declares none, or nobody answered; and how fitting them went. drawn: None where respondents were drawn one by one with the same chance, or by
    nobody.

    Raises WeightingError like `fitted_weights`.
    """
    sample, n = responses.questionnaire.sample, len(responses.respondents)
    if sample.weighting is None or not n:
        return drawn, None
    if drawn is None:
        drawn = simple(n, None if sample.population is None else max(sample.population, n))
    weights, calibration, report = fitted_weights(responses, responses.margins, drawn.weights)
    return replace(drawn, weights=weights, calibration=calibration), report
