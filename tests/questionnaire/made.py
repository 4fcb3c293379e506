"""Questionnaires of every shape, for the round trips of this room: whatever may stand in a file, and fits."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from hypothesis import strategies as st

from analysis.language.text import legible
from analysis.questionnaire import Questionnaire
from analysis.questionnaire.question import KINDS

HOSTILE = [
    "a: b", "a #b", "- a", "yes", "2016", "1.10", "null", "~", "=", "<<", "-", "--- a", "...", "? a", "{a}", "[a]", "&a", "*a",
    "!a", "|", ">", "%", "@a", "`a", "'a'", '"a"', "그는 \"예\"라고: 답", "a\\b", "a:", "끝 ", " 앞", "두  칸", "줄\n바꿈", "줄\n\n바꿈", "\n앞", "끝\n",
    "a\n  b", "# a", "탭\t칸", "=1+1", "+82", "@SUM", "🙂👨‍👩‍👧", "２０１６", "긴 글 " * 40 + "끝", "가" * 300, "dure__a", "가. 나, 다; 라|마/바",
]  # fmt: skip
plain = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=12
)
# Not blank: a text of nothing but spaces, or of signs that nobody sees, is no text in a cell.
texts = (
    st.one_of(st.sampled_from(HOSTILE), plain)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: legible(text).strip())
)
ids = st.from_regex(r"[a-z0-9][a-z0-9_]{0,6}", fullmatch=True)
flags = st.booleans()
days = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 30))
numbers = st.one_of(st.integers(-1000, 10**9).map(float), st.floats(allow_nan=False, allow_infinity=False))


def words(text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"ko": text}, optional={"en": text})


def _label(option: dict[str, Any]) -> str:
    return " ".join(option["ko"].casefold().split())


def options(
    least: int = 1, most: int = 4, exclusive: bool = False, **more: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[Any]]:
    fields = {"en": texts, "other": flags, "header": texts, **more} | (
        {"exclusive": flags} if exclusive else {}
    )
    option = st.fixed_dictionaries({"id": ids, "ko": texts}, optional=fields)
    return st.lists(option, min_size=least, max_size=most, unique_by=(lambda one: one["id"], _label))


@st.composite
def points(draw: st.DrawFn) -> dict[str, Any]:
    labels = draw(st.lists(words(), min_size=2, max_size=5, unique_by=_label))
    numbered = [{"id": str(number), **label} for number, label in enumerate(labels, 1)]
    return {"good": draw(st.sampled_from(["high", "low", "none"])), "points": numbered}


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, Any]:
    least, most = sorted([draw(numbers), draw(numbers)])
    return {"min": least} if draw(flags) else {"min": least, "max": most} if draw(flags) else {}


@st.composite
def answers(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """The fields by which a kind of answer differs from others."""
    made: dict[str, Any] = {"kind": kind}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    if kind == "single":
        made["options"] = draw(options())
        optional = {"ordered": flags}
    elif kind == "multi":
        made["options"] = draw(options(exclusive=True))
        optional = {
            "max_choices": st.integers(1, len(made["options"])),
            "separator": plain.map(lambda t: t[:10]),
        }
    elif kind == "scale":
        made["scale"] = draw(points())
        k = len(made["scale"]["points"])
        optional = {
            "not_applicable": words(),
            "top_box": st.integers(1, max(k - 2, 1)),
            "bottom_box": st.just(1),
        }
    elif kind == "number":
        made |= draw(bounds())
        optional = {"unit": words(), "approximate": flags}
    elif kind == "money":
        made |= {"unit": draw(st.sampled_from(["원", "천원", "만원", "백만원", "억원"])), **draw(bounds())}
        optional = {"approximate": flags}
    elif kind == "date":
        first, last = sorted([draw(days), draw(days)])
        optional = {
            "precision": st.sampled_from(["day", "month", "year"]),
            "min": st.just(first),
            "max": st.just(last),
            "bands": bands(),
        }
    return made | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def bands(draw: st.DrawFn) -> list[dict[str, Any]]:
    spans = draw(options(1, 3))
    cuts = sorted(draw(st.lists(days, min_size=len(spans) - 1, max_size=len(spans) - 1, unique=True)))
    for span, end in zip(spans[:-1], cuts, strict=True):
        span["to"] = end
    for span, end in zip(spans[1:], cuts, strict=True):
        span["from"] = end + dt.timedelta(days=1)
    return spans


@st.composite
def rows(draw: st.DrawFn, reverse: bool) -> dict[str, Any]:
    """Rows, in blocks or not."""
    made = draw(options(1, 4, **({"reverse": flags} if reverse else {})))
    if not draw(flags):
        return {"rows": made}
    groups = draw(options(1, 2))[: len(made)]
    for number, row in enumerate(made):
        row["group"] = groups[number * len(groups) // len(made)]["id"]
    return {"rows": made, "groups": groups}


@st.composite
def questions(draw: st.DrawFn, question_id: str, no: str, sections: list[str]) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    made: dict[str, Any] = {"id": question_id, "no": no, "ask": draw(words()), "kind": kind}
    if sections:
        made["section"] = draw(st.sampled_from(sections))
    if kind == "ranking":
        made["options"] = draw(options(2))
        made["ranks"] = draw(st.integers(2, len(made["options"])))
    elif kind == "allocation":
        made |= {"rows": draw(options())}
        made |= draw(
            st.fixed_dictionaries(
                {}, optional={"unit": words(), "total": numbers.map(abs), "tolerance": numbers.map(abs)}
            )
        )
    elif kind == "importance_performance":
        made |= {"importance": draw(points()), "performance": draw(points()), **draw(rows(False))}
        optional = {
            "not_applicable": words(),
            "performance_label": words(),
            "cut": st.sampled_from(["means", "midpoint"]),
        }
        made |= draw(st.fixed_dictionaries({}, optional=optional))
    elif kind == "grid":
        made |= draw(grids())
    else:
        made |= draw(answers(kind))
        if kind == "number" and draw(flags):
            made |= {"min": 0, "max": 10, "nps": True}
    reasons = st.sampled_from(["no_answer", "dont_know", "refused", "not_applicable", "invalid", "answer"])
    optional = {
        "label": words(),
        "note": words(),
        "required": flags,
        "key": flags,
        "confidential": flags,
        "missing": st.dictionaries(texts, reasons, max_size=2),
        "pii": st.lists(st.sampled_from(["name", "phone", "email"]), max_size=2).map(tuple),
        "export": st.sampled_from(["always", "never"]),
    }
    return made | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def grids(draw: st.DrawFn) -> dict[str, Any]:
    answer = st.sampled_from(["single", "multi", "scale", "number", "money", "date", "text", "open"]).flatmap(
        answers
    )
    own = draw(flags)
    columns = draw(options(1, 2)) if own or draw(flags) else []
    if own:
        for column in columns:
            column["answer"] = draw(answer)
    answered = {} if own and draw(flags) else {"answer": draw(answer)}
    scales = [
        one.get("scale") for one in [*answered.values(), *(column.get("answer", {}) for column in columns)]
    ]
    reverse = any(scale and scale["good"] != "none" for scale in scales) and not own
    made = draw(rows(reverse)) | answered | ({"columns": columns} if columns else {})
    if not columns and made["answer"]["kind"] == "scale" and len(made["rows"]) > 1:
        made["index"] = draw(flags)
    return made


@st.composite
def questionnaires(draw: st.DrawFn, most: int = 4) -> Questionnaire:
    """A whole questionnaire, whose questions are told apart by number and whose headings are."""
    sections = draw(st.lists(st.from_regex(r"[A-Z][0-9]?", fullmatch=True), max_size=2, unique=True))
    names = draw(st.lists(ids, min_size=1, max_size=most, unique=True))
    listed = [draw(questions(name, f"Q{number}", sections)) for number, name in enumerate(names, 1)]
    start, end = sorted([draw(days), draw(days)])
    reasons = st.sampled_from(["no_answer", "dont_know", "refused", "not_applicable", "invalid"])
    optional = {
        "purpose": words(),
        "method": words(),
        "field_period": st.just({"from": start, "to": end}),
        "as_of": days,
        "small_bases": st.fixed_dictionaries(
            {}, optional={"counts_lead": st.integers(0, 100), "no_shares": st.integers(0, 10)}
        ),
        "missing": st.dictionaries(texts, reasons, max_size=2),
        "heading_rows": st.integers(1, 3),
        "encoding": st.sampled_from(["cp1252", "cp949"]),
        "ignore_columns": st.lists(texts, max_size=2).map(tuple),
    }
    made = {
        "survey": draw(ids),
        "year": draw(st.integers(1000, 2999)),
        "title": draw(words()),
        "publisher": draw(words()),
        "respondents": draw(
            st.fixed_dictionaries({"ko": texts, "en": texts, "en_plural": texts}, optional={"counter": texts})
        ),
        "sample": draw(samples(listed)),
        "sections": [{"id": section, **draw(words())} for section in sections],
        "banners": draw(banners(listed)),
        "questions": [_without_shared_headings(question) for question in listed],
    }
    return Questionnaire.model_validate(made | draw(st.fixed_dictionaries({}, optional=optional)))


@st.composite
def samples(draw: st.DrawFn, listed: list[dict[str, Any]]) -> dict[str, Any]:
    """Of any kind; of a probability sample perhaps how it was drawn, in up to three stages; perhaps weighted."""
    kind = draw(st.sampled_from(["census", "probability", "self_selected"]))
    optional = {"population": st.integers(1, 10**6), "note": words()}
    optional |= {"as_if_random": flags} if kind == "self_selected" else {}
    made = {"kind": kind, **draw(st.fixed_dictionaries({}, optional=optional))}
    if kind == "probability" and draw(flags):
        cluster = draw(st.lists(texts, max_size=2).map(tuple))
        by_stage = st.lists(texts, max_size=len(cluster) + 1).map(tuple)
        made["design"] = {"weight": draw(texts), "cluster": cluster, "strata": draw(by_stage)}
        made["design"] |= {"population": draw(by_stage)}
    if (single := [question["id"] for question in listed if question["kind"] == "single"]) and draw(flags):
        optional = {
            "method": st.sampled_from(["rake", "post_stratify"]),
            "max_ratio": st.floats(1, 100),
        }
        made["weighting"] = {"by": single, **draw(st.fixed_dictionaries({}, optional=optional))}
    return made


@st.composite
def banners(draw: st.DrawFn, listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """At most one, of a question with options."""
    able = [question for question in listed if question["kind"] in ("single", "multi")]
    if not able or not draw(flags):
        return []
    by = draw(st.sampled_from(able))
    known = [option["id"] for option in by["options"]]
    levels = draw(options(1, len(known)))
    for number, level in enumerate(levels):
        level["of"] = tuple(known[number :: len(levels)])
    audience = st.lists(
        st.sampled_from(["secretariat", "committee", "members", "public"]), unique=True, min_size=1
    )
    fields = {"label": words(), "for": audience.map(tuple), "levels": st.just(levels)}
    return [{"id": draw(ids), "by": by["id"], **draw(st.fixed_dictionaries({}, optional=fields))}]


def _without_shared_headings(question: dict[str, Any]) -> dict[str, Any]:
    """A heading names one row or column in the whole questionnaire; the drawn ones may not."""
    for field in ("rows", "columns"):
        for one in question.get(field, []):
            if one.pop("header", None):
                one["header"] = f"{question['no']} {field} {one['id']}: #"
    return question
