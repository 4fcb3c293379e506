"""How fitting weights went, as text for a terminal; a Hangul syllable is two columns wide."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.commands.text_columns import Line, aligned, cut, widths_of
from analysis.language import half_up, message, percent, thousands
from analysis.language.text import one_line
from analysis.responses.responses import Responses
from analysis.tables.estimate.response_rate import coverage
from analysis.tables.weighting.check import differences
from analysis.tables.weighting.fitted import CategoryFit, WeightingReport

_COLUMNS = ("respondents", "population", "rate", "before", "wanted", "after")


def weight_text(responses: Responses, report: WeightingReport, language: str) -> str:
    """The margins before and after, whether they were met, the spread of the weights; ends with a line break."""
    return "\n".join(_lines(responses, report, language)) + "\n"


def _lines(responses: Responses, report: WeightingReport, language: str) -> Iterator[str]:
    questionnaire = responses.questionnaire
    counter = questionnaire.respondents.counter
    yield _say(
        "head" if report.counted else "head_shares", language,
        title=one_line(questionnaire.title.text(language)), year=questionnaire.year, counter=counter,
        n=f"{len(responses.respondents):,}{counter if language == 'ko' else ''}",
        population=_number(report.population),
    )  # fmt: skip
    method = _say(report.weighting.method, language)
    if report.weighting.max_ratio:
        method = _say("capped", language, method=method, ratio=f"{report.weighting.max_ratio:g}")
    yield method
    named = {"rate": "share_of_frame"} if questionnaire.sample.kind == "self_selected" else {}
    heads = ("", *(_say(named.get(name, name), language) for name in _COLUMNS))
    blocks = [
        (margin.label.text(language), [_line(one, language) for one in margin.categories])
        for margin in report.margins
    ]
    widths = widths_of([heads, *(line for _, of_block in blocks for line in of_block)])
    yield ""
    yield aligned(heads, widths, 1)
    for label, of_block in blocks:
        yield f"■ {one_line(label)}"
        yield from (aligned(line, widths, 1) for line in of_block)
    yield ""
    yield from _how_it_went(report, language)
    if questionnaire.sample.kind == "self_selected":
        yield f"- {_say('volunteers', language)}"
    yield from (f"- {one_line(remark.text(language))}" for remark in report.remarks)


def _line(one: CategoryFit, language: str) -> Line:
    label = one_line(one.label.text(language)) if one.label else _say("unknown", language)
    shares = (f"{percent(share, 1)}%" for share in (one.before, one.wanted, one.after))
    population = "" if one.population is None else _number(one.population)
    return (cut(label), f"{one.respondents:,}", population, _rate(one), *shares)


def _rate(one: CategoryFit) -> str:
    """How many of the category's frame answered; "" where that is not known, or more answered than there are."""
    if one.population is None or one.population != int(one.population) or one.respondents > one.population:
        return ""
    if not one.population:
        return ""
    return f"{percent(coverage([int(one.population)], [one.respondents]).rate[0], 1)}%"


def _how_it_went(report: WeightingReport, language: str) -> Iterator[str]:
    if report.converged:
        yield _say("converged", language, sweeps=report.sweeps)
    else:
        apart = differences(report, language)
        yield _say("not_converged", language, sweeps=report.sweeps, differences=apart)
    if report.weighting.max_ratio:
        yield _say("trimmed", language, number=f"{report.trimmed:,}")
    after = report.after
    yield _say(
        "spread", language, smallest=_figures(after.smallest), mean=_figures(after.mean),
        largest=_figures(after.largest), ratio=half_up(after.ratio, 2), cv=half_up(after.cv, 3),
    )  # fmt: skip
    yield _say(
        "effective", language, after=half_up(after.effective_n, 1), n=f"{after.n:,}",
        before=half_up(report.before.effective_n, 1), effect=half_up(after.effect, 2),
    )  # fmt: skip


def _figures(value: float) -> str:
    """Four figures, without an exponent."""
    return thousands(value) if value >= 1000 else f"{value:.4g}" if value >= 1e-4 else f"{value:.6f}"


def _number(value: float) -> str:
    return thousands(value, 0 if value == int(value) else 1)


def _say(key: str, language: str, **fields: object) -> str:
    return message(f"weight.text.{key}", language, **fields)
