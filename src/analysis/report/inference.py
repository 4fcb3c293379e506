"""What the boxes of a page say of the sample: how many answered, what that lets the figures say, and why no more."""

from __future__ import annotations

from analysis.language import counted, message, percent
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.tables.estimate.response_rate import Dispositions, response_rate


def response_rate_words(bundle: Bundle, language: str) -> str:
    """ "응답률(AAPOR RR1) 66.7%(21개 중 14개)"; "" where the sample was not drawn from a frame, or its size is unknown."""
    sample, n = bundle.facts.get("sample") or {}, bundle.n_respondents
    population = sample.get("population")
    if sample.get("kind") != "census" or not population or not n or n > population:
        return ""
    rate = response_rate("RR1", Dispositions.of_frame(population, n))
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
    if situation == "census":
        return [_say(language, "methods.interval_all" if population else "methods.interval_census",
                     population=_units(bundle, population or 0, language))]  # fmt: skip
    if situation == "self_selected":
        return [_say(language, "methods.interval_self_selected")]
    if situation == "frame":
        told.append(_say(
            language, "methods.interval_frame", population=_units(bundle, population or 0, language),
            n=_units(bundle, bundle.n_respondents or 0, language),
        ))  # fmt: skip
    elif sample.get("as_if_random"):
        told.append(_say(language, "methods.interval_as_if_random"))
    else:
        told.append(_say(language, "methods.interval_probability", design=_design(bundle, language)))
    if "confidence" in inference:
        level = format(round(inference["confidence"] * 100, 6), "g")
        rule = message(f"tables.interval.{inference['shares']}", language)
        told.append(_say(language, "methods.interval_rules", level=level, rule=rule))
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
        method = (sample.get("weighting") or {}).get("method", "rake")
        told.append(_say(language, f"methods.weighting_{method}", by=names))
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
    told = table.facts["comparison"]
    return [_say(language, "methods.comparison_text", alpha=format(round(told["alpha"] * 100, 6), "g"))]


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


def _units(bundle: Bundle, n: int, language: str) -> str:
    counter = (bundle.facts.get("respondents") or {}).get("counter", "")
    return counted(n, counter) if language == "ko" else f"{n:,}"


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
