"""What stands around the figures: the cover, the boxes about survey and method, the footer."""

from __future__ import annotations

import datetime as dt
import string
from functools import partial
from typing import Any

from markupsafe import Markup

from analysis import narrative
from analysis.language import day, message, period
from analysis.narrative import Figure, Sentence, show_cell
from analysis.release import Bundle
from analysis.report.cover_art import cover_art
from analysis.report.inference import (
    comparison_words,
    inference_words,
    population_words,
    reading_words,
    small_bases_words,
    weighting_words,
)
from analysis.report.markup import parted, render
from analysis.report.place import file_name

TELLING = ("scale", "importance_performance", "ranking", "multi", "single")  # what tells much, the most first
MOST_TELLING = 5

Facts = list[tuple[str, list[str | Sentence]]]


def head(bundle: Bundle, language: str) -> dict[str, Any]:
    """What the page must know of itself, whatever the notebook shows."""
    say = partial(_say, language)
    title = title_of(bundle, language)
    edition = say(f"edition.{bundle.audience}")
    publisher = bundle.publisher.text(language)
    return {
        "title": title,
        "publisher": publisher,
        "invented": bundle.invented,
        "edition": edition,
        "description": say("cover.description", publisher=publisher, title=title, edition=edition),
    }


def title_of(bundle: Bundle, language: str) -> str:
    """Such as "2016 회원단체 현황조사": the year leads, unless the title has it."""
    title = bundle.title.text(language)
    return title if str(bundle.year) in title else f"{bundle.year} {title}"


def cover(bundle: Bundle, language: str, question: str, lead: str) -> Markup:
    say = partial(_say, language)
    facts = [
        ("field_period", _field_period(bundle, language)),
        ("answered", _respondents(bundle, language)),
        *_presented(bundle, language),
        ("events", _counted(bundle, "base", "", language)),
        ("dated", _counted(bundle, "count", "dated", language)),
        ("as_of", _date(bundle.facts.get("as_of"), language)),
        ("publisher", parted(bundle.publisher.text(language))),
    ]
    shown = {
        "kick": say("cover.kick_year" if _is_ledger(bundle) else "cover.kick_survey", year=bundle.year),
        "title": title_of(bundle, language),
        "lead": lead,
        "art": cover_art(bundle, question, language) if question else "",
        "facts": [(say(f"cover.{name}"), value) for name, value in facts if value],
    }
    return render("cover", language, cover=shown)


def finding(bundle: Bundle, question: str, language: str) -> str:
    """What was found, as a sentence that can stand alone."""
    return narrative.lead(bundle.table(question), language).text


def telling(bundle: Bundle) -> tuple[str, ...]:
    """The questions that tell most, without characteristics: one of each section, then others until there are
    enough; judgements before choices."""
    best: list[tuple[bool, int, str]] = []  # whether its section has a better one, its kind's place, its name
    for section in bundle.sections:
        tables = [bundle.table(question) for question in section.questions]
        ranked = sorted(
            (TELLING.index(table.kind), at, table.question)
            for at, table in enumerate(tables)
            if table.kind in TELLING and not table.facts.get("key")
        )
        best += [(place > 0, kind, question) for place, (kind, _, question) in enumerate(ranked)]
    chosen = sorted(best, key=lambda one: one[:2])[:MOST_TELLING]
    return tuple(question for _, _, question in sorted(chosen, key=lambda one: one[1]))


def overview(bundle: Bundle, language: str) -> Facts:
    say = partial(_say, language)
    as_of = _date(bundle.facts.get("as_of"), language)
    when = " ".join(
        filter(None, [_field_period(bundle, language), as_of and say("overview.as_of", date=as_of)])
    )
    answered: list[str | Sentence] = [_joined(say("overview.n", n="{n}"), n=_respondents(bundle, language))]
    answered += population_words(bundle, language)
    content = ", ".join(
        say("overview.questions", section=section.words.text(language), n=len(section.questions))
        for section in bundle.sections
    )
    rows: list[tuple[str, list[str | Sentence]]] = [
        ("purpose", [bundle.purpose.text(language)] if bundle.purpose else []),
        ("respondents", [_whom(bundle, language)]),
        ("method", [bundle.method.text(language)] if bundle.method else []),
        ("field_period", [when] if when else []),
        ("answered", answered),
        ("content", [content] if content else []),
        ("publisher", [bundle.publisher.text(language)]),
    ]
    return [(say(f"overview.{name}"), values) for name, values in rows if values]


def methods(bundle: Bundle, language: str) -> Facts:
    say = partial(_say, language)
    kind = (bundle.facts.get("sample") or {}).get("kind")
    corrected = bundle.facts.get("corrected", 0)
    rows: list[tuple[str, list[str | Sentence]]] = [
        ("invented", [say("methods.invented_text")] if bundle.invented else []),
        ("ledger", [say("methods.ledger_text")] if _is_ledger(bundle) else []),
        ("check", [say("methods.check_text")] if _is_ledger(bundle) else []),
        ("base", [say("methods.base_text")] if kind else []),
        ("absent", [say("methods.absent_text")] if kind else []),
        ("corrected", [say("methods.corrected_text", n=f"{corrected:,}")] if corrected else []),
        ("interval", [*inference_words(bundle, language)]),
        ("weighting", [*weighting_words(bundle, language)]),
        ("comparison", [*comparison_words(bundle, language)]),
        ("reading", [*reading_words(bundle, language)]),
        ("small", [*small_bases_words(bundle, language)]),
        ("rounding", [say("methods.rounding_text")]),
        ("score", [say("methods.score_text")] if any(t.get("score100") for t in bundle.tables) else []),
        ("protection", [words.text(language) for words in bundle.protection]),
        ("signs", [say("methods.signs_text")]),
        ("path", [say("methods.path_text")]),
    ]
    return [(say(f"methods.{name}"), values) for name, values in rows if values]


def footer(bundle: Bundle, language: str) -> Markup:
    say = partial(_say, language)
    data = say("footer.data_invented") if bundle.invented else title_of(bundle, language)
    facts = [
        (say("footer.data"), [data]),
        (say("footer.edition"), [say(f"edition.{bundle.audience}")]),
        (say("footer.check"), [f"dure verify reports/{bundle.audience}/{bundle.year}"]),
    ]
    index = file_name("index", "html", language)
    return render(
        "footer", language, facts=facts, heading=say("footer.title"), home=say("footer.home"), index=index
    )


def _respondents(bundle: Bundle, language: str) -> Figure | str:
    """How many answered, tied to a base that counts them all where there is one."""
    for table in bundle.tables:
        base = table.get("base")
        if base is not None and base.shown and base.value == bundle.n_respondents:
            return show_cell(table, base, language)
    return "" if bundle.n_respondents is None else str(bundle.n_respondents)


def _counted(bundle: Bundle, stat: str, item: str, language: str) -> Figure | str:
    """A count of the ledger's events; "" for a survey."""
    if not _is_ledger(bundle):
        return ""
    table = bundle.table("events_by_month")
    cell = table.get(stat, item)
    return show_cell(table, cell, language) if cell else ""


def _presented(bundle: Bundle, language: str) -> list[tuple[str, Markup]]:
    """When and where an annual report was presented."""
    told = bundle.facts.get("presented") or {}
    return [("presented" if name == "when" else name, parted(words[language])) for name, words in told.items() if words]


def _is_ledger(bundle: Bundle) -> bool:
    return "events" in bundle.records


def _whom(bundle: Bundle, language: str) -> str:
    respondents, sample = bundle.facts.get("respondents") or {}, bundle.facts.get("sample") or {}
    who = respondents.get("ko" if language == "ko" else "en_plural", "")
    kind = _say(language, f"sample.{sample['kind']}") if "kind" in sample else ""
    note = sample.get("note") or {}
    text = ". ".join(filter(None, [f"{who} ({kind})" if kind else who, note.get(language) or note.get("ko")]))
    return text[:1].upper() + text[1:]


def _field_period(bundle: Bundle, language: str) -> str:
    given = bundle.facts.get("field_period")
    return period(*map(dt.date.fromisoformat, given), language) if given else ""


def _date(given: str | None, language: str) -> str:
    return day(dt.date.fromisoformat(given), language) if given else ""


def _joined(text: str, **fields: str | Figure) -> Sentence:
    """A message with one number in it, kept as a figure."""
    parts: list[str | Figure] = []
    for literal, name, _, _ in string.Formatter().parse(text):
        parts += [literal, *([fields[name]] if name else [])]
    return Sentence(tuple(part for part in parts if part != ""))


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
