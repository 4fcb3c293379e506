"""What stands under the title of a figure: whom it is about, how they were asked, and what is counted.

    회원단체 14개 · 하나만 고름 · 점 하나가 회원단체 하나
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.charts.marks import Bar, Mark, Units
from analysis.charts.view import View
from analysis.narrative.scope import asked

SHARES = ("single", "multi", "scale", "date", "ranking")
OF_THE_LEDGER = ("events", "accounts")
OTHER_COUNTS = ("meetings", "claims")  # of the ledger, which are no events
BETWEEN = " · "


def subtitle(view: View, marks: Sequence[Mark]) -> str:
    """Of a figure made of these marks. What a table does not tell is left out."""
    said = (_base(view), _how(view), _group(view), _counted(view, marks))
    return BETWEEN.join(part for part in said if part)


def _group(view: View) -> str:
    words = (view.table.facts.get("group") or {}).get(view.language, "") if view.table.group else ""
    return words if view.language == "ko" else words[:1].lower() + words[1:]  # no sentence begins here


def _base(view: View) -> str:
    if view.table.kind in OF_THE_LEDGER:
        return view.table.base.text(view.language)
    them = asked(view.table, view.language)
    return them.text if them else ""


def _how(view: View) -> str:
    """How the question was to be answered."""
    facts, kind = view.table.facts, view.table.kind
    if kind == "multi" and facts.get("max_choices"):
        return view.say("asked.multi_most", n=facts["max_choices"])
    if kind == "ranking":
        return view.say("asked.ranking", n=facts.get("ranks") or 1)
    if kind == "grid" and facts.get("cell_kind") != "scale":
        return view.say(f"asked.grid_{facts.get('cell_kind')}" if facts.get("unit") else "asked.grid")
    points = facts.get("points")
    if kind in ("scale", "grid", "importance_performance") and not points:
        return view.say(f"asked.{kind}_nameless")
    if kind in OF_THE_LEDGER:
        return ""
    return view.say("asked.grid_scale" if kind == "grid" else f"asked.{kind}", points=points)


def _counted(view: View, marks: Sequence[Mark]) -> str:
    """What one mark is, or what the marks measure."""
    kind, noun = view.table.kind, (view.table.facts.get("respondents") or {}).get(view.language, "")
    if kind == "grid" and view.table.facts.get("unit"):
        return view.say("counted_as.median")
    if kind == "accounts" or view.table.question in OTHER_COUNTS:
        return ""
    if not view.few:
        return view.say("counted_as.share") if kind in SHARES else ""
    shapes = {mark.shape for mark in marks if isinstance(mark, Units) and len(mark.at) > 1}
    if kind == "multi" and any(isinstance(mark, Bar) for mark in marks):
        shapes = {"cell"}
    shape = next((shape for shape in ("dot", "square", "cell") if shape in shapes), "")
    return view.say(f"counted_as.{shape}", noun=noun) if shape and noun else ""
