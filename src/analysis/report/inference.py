"""What the boxes of a page say of the sample: how many answered, what that lets the figures say, and why no more."""

from __future__ import annotations

from analysis.language import counted, message, percent
from analysis.narrative.scope import counts_lead
from analysis.narrative.tested import test_name
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.tables import draws
from analysis.tables.estimate.response_rate import Dispositions, response_rate

DRAWS = {"rank_test_simulated": draws.RANK_TEST, "fisher_simulated": draws.FISHER}


def population_words(bundle: Bundle, language: str) -> list[str]:
    """Of how many those are that answered, and the response rate; what is wrong with the number, or why there is none."""
    sample = bundle.facts.get("sample") or {}
    population = sample.get("population")
    if not population:
        return [] if sample.get("note") else [_say(language, "overview.no_population")]
    if _is_too_small(bundle, population):
        return [_say(language, "overview.population_small", **_both(bundle, population, language))]
    told = _say(language, "overview.population", population=_units(bundle, population, language))
    return [told, *filter(None, [response_rate_words(bundle, language)])]


def response_rate_words(bundle: Bundle, language: str) -> str:
    """ "응답률(AAPOR RR1) 66.7%(21개 중 14개)"; "" where the sample was not drawn from a frame, or its size is unknown."""
    sample, n = bundle.facts.get("sample") or {}, bundle.n_respondents
    population = sample.get("population")
    if sample.get("kind") != "census" or not population or not n or n > population:
        return ""
    # Where those who broke off count, how many of n they are is not kept: RR2 is of the sum.
    name = "RR2" if bundle.facts.get("partial_counted") else "RR1"
    rate = response_rate(name, Dispositions.of_frame(population, n))
    return _say(
        language, "overview.response_rate", name=rate.name, rate=percent(rate.answered, rate.asked),
        n=_units(bundle, n, language), population=_units(bundle, population, language),
    )  # fmt: skip


def inference_words(bundle: Bundle, language: str) -> list[str]:
    """Whether there are intervals, by which rules and on which assumptions; where there are none, why."""
    sample, inference = bundle.facts.get("sample") or {}, bundle.facts.get("inference") or {}
    situation = inference.get("situation") or sample.get("kind")
    if not situation:
        return []
    told: list[str] = []
    population = inference.get("population")
    if population and _is_too_small(bundle, population):
        told.append(
            _say(language, "methods.interval_population_small", **_both(bundle, population, language))
        )
        if situation == "census":
            return [*told, _say(language, "methods.interval_not_told")]
    untested = [_say(language, "methods.untested")] if any(table.group for table in bundle.tables) else []
    if situation == "census":
        return [_say(language, "methods.interval_all" if population else "methods.interval_census",
                     population=_units(bundle, population or 0, language)), *untested]  # fmt: skip
    if situation == "self_selected":
        weighted = "_weighted" if inference.get("weighted") else ""
        return [*told, _say(language, f"methods.interval_self_selected{weighted}"), *untested]
    if situation == "frame":
        n = bundle.n_respondents or 0
        rest = _units(bundle, (population or 0) - n, language)
        fields = _both(bundle, population or 0, language)
        told.append(_say(language, "methods.interval_frame", rest=rest, **fields))
    elif sample.get("as_if_random"):
        told.append(_say(language, "methods.interval_as_if_random"))
    else:
        told.append(_say(language, "methods.interval_probability", design=_design(bundle, language)))
    if "confidence" in inference:
        told.append(_say(
            language, "methods.interval_rules", level=_percent(inference["confidence"]),
            shares=message(f"tables.interval.{inference['shares']}", language),
            means=_say(language, f"methods.rule_{inference['means']}"),
            quantiles=_say(language, f"methods.rule_{inference['quantiles']}"),
        ))  # fmt: skip
    if inference.get("df") is not None and bundle.facts.get("drawn"):
        told.append(_say(language, "methods.interval_df", df=f"{inference['df']:,}"))
    told.append(_correction(bundle, population, language))
    if situation == "frame":
        told.append(_say(language, "methods.interval_assumed"))
    return told


def _correction(bundle: Bundle, population: int | None, language: str) -> str:
    """Whether the variance knows how much of the whole was drawn. Of a sample of clusters one size of the whole does
    not tell how many clusters there are."""
    drawn = bundle.facts.get("drawn")
    if not (drawn["population"] if drawn else population):
        return _say(language, "methods.interval_no_population")
    if not population:
        return _say(language, "methods.interval_sizes")
    return _say(language, "methods.interval_population", population=_units(bundle, population, language))


def weighting_words(bundle: Bundle, language: str) -> list[str]:
    """To what the answers are weighted, and what that costs; nothing where they are not."""
    inference, sample = bundle.facts.get("inference") or {}, bundle.facts.get("sample") or {}
    if not inference.get("weighted"):
        return []
    told, by = [], bundle.facts.get("weighted_by")
    if by:
        names = ", ".join(f"‘{Words(**words).text(language)}’" for words in by)
        weighting = sample.get("weighting") or {}
        told.append(_say(language, f"methods.weighting_{weighting.get('method', 'rake')}", by=names))
        if population := inference.get("population"):
            words = _units(bundle, population, language)
            told.append(_say(language, "methods.weighting_population", population=words))
        if limit := weighting.get("max_ratio"):
            told.append(_say(language, "methods.weighting_limit", ratio=f"{limit:g}"))
    else:
        told.append(_say(language, "methods.weighting_drawn"))
    if inference.get("effective_n") is not None:
        told.append(_say(language, "methods.weighting_spread", n=f"{inference['effective_n']:,.0f}"))
    return told


def comparison_words(bundle: Bundle, language: str) -> list[str]:
    """When it is said that groups differ; nothing where no test is shown."""
    tested = (table for table in bundle.tables if any(cell.stat == "p_adjusted" for cell in table.cells))
    table = next(tested, None)
    if table is None:
        return []
    return [_say(language, "methods.comparison_text", alpha=_percent(table.facts["comparison"]["alpha"]))]


def reading_words(bundle: Bundle, language: str) -> list[str]:
    """In plain words how to read an interval, a test and its effect; nothing of what is not shown."""
    told: list[str] = []
    level = (bundle.facts.get("inference") or {}).get("confidence")
    if level is not None:
        told.append(_say(language, "methods.reading_interval", level=_percent(level)))
    tests = {
        cell.rule: cell for table in bundle.tables for cell in table.cells if cell.stat == "p" and cell.shown
    }
    if not tests:
        return told
    told += [_say(language, f"methods.reading_{name}") for name in ("p", "none")]
    told.append(_say(language, "methods.reading_effect", few=counts_lead(bundle.tables[0])))
    for rule, orders in DRAWS.items():
        if rule in tests:
            test = test_name(tests[rule], language)
            told.append(_say(language, "methods.reading_simulated", test=test, draws=f"{orders:,}"))
    return told


def small_bases_words(bundle: Bundle, language: str) -> list[str]:
    small = bundle.facts.get("small_bases")
    if not small:
        return []
    keys = [("counts_lead", "methods.small_counts"), ("no_shares", "methods.small_no_shares")]
    return [_say(language, key, few=small[name]) for name, key in keys if small[name] > 1]


def _design(bundle: Bundle, language: str) -> str:
    """ "층화, 군집 2단계, 가중": what the answers' columns say of the drawing; that it was a simple one otherwise."""
    drawn = bundle.facts.get("drawn")
    if not drawn:
        return _say(language, "methods.design_simple")
    parts = [name for name in ("strata", "clusters", "weights", "population") if drawn.get(name)]
    words = [_say(language, f"methods.design_{name}", n=drawn["clusters"]) for name in parts]
    return ", ".join(words) or _say(language, "methods.design_simple")


def _is_too_small(bundle: Bundle, population: int) -> bool:
    """More answered than the population is said to have."""
    return (bundle.n_respondents or 0) > population


def _both(bundle: Bundle, population: int, language: str) -> dict[str, str]:
    """The population and how many answered."""
    n = bundle.n_respondents or 0
    return {"population": _units(bundle, population, language), "n": _units(bundle, n, language)}


def _percent(share: float) -> str:
    return format(round(share * 100, 6), "g")


def _units(bundle: Bundle, n: int, language: str) -> str:
    counter = (bundle.facts.get("respondents") or {}).get("counter", "")
    return counted(n, counter) if language == "ko" else f"{n:,}"


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
