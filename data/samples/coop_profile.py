"""What kind of co-operative a respondent of the sample is: section S of the survey on the Basic Plan."""

from __future__ import annotations

import datetime as dt

from .coop_answers import Answers, choose, several, some
from .dice import Dice

LEGAL_TYPES = {
    "general": 0.69, "social": 0.175, "federation": 0.025, "social_federation": 0.008, "other_act": 0.06,
    "preparing": 0.027, "other": 0.015,
}  # fmt: skip
MEMBERSHIP = {
    "general": {"producers": 0.62, "workers": 0.09, "consumers": 0.06, "multi_stakeholder": 0.23},
    "social": {"multi_stakeholder": 0.86, "workers": 0.06, "none": 0.08},
    "other_act": {"consumers": 0.75, "none": 0.25},
    "": {"producers": 0.4, "multi_stakeholder": 0.2, "none": 0.4},
}
REGIONS = {
    "seoul": 0.215, "gyeonggi": 0.155, "incheon": 0.03, "busan": 0.06, "daegu": 0.05, "ulsan": 0.022,
    "gyeongbuk": 0.045, "gyeongnam": 0.05, "gwangju": 0.065, "jeonbuk": 0.07, "jeonnam": 0.045,
    "daejeon": 0.045,
    "sejong": 0.01, "chungbuk": 0.03, "chungnam": 0.038, "gangwon": 0.05, "jeju": 0.02,
}  # fmt: skip
INDUSTRIES = {
    "general": {
        "farming": 0.15, "manufacturing": 0.11, "trade": 0.2, "food_lodging": 0.07, "education": 0.13,
        "health_welfare": 0.03, "arts_sports": 0.09, "information": 0.08, "facilities": 0.04,
        "transport": 0.02,
        "housing": 0.03, "other": 0.05,
    },
    "social": {
        "education": 0.27, "health_welfare": 0.36, "facilities": 0.13, "arts_sports": 0.08,
        "food_lodging": 0.05,
        "manufacturing": 0.03, "housing": 0.03, "other": 0.05,
    },
    "other_act": {"trade": 0.55, "farming": 0.15, "health_welfare": 0.2, "other": 0.1},
}  # fmt: skip
RUNNING = {"general": 0.67, "social": 0.85, "other_act": 0.99, "preparing": 0.0, "other": 0.5}
INACTIVE = {"business_model": 0.34, "members": 0.12, "funds": 0.34, "disagreement": 0.1, "permits": 0.1}


def profile(dice: Dice, answers: Answers) -> str:
    """Draw the section; returns the legal type, "" for the rare ones."""
    legal = dice.pick(LEGAL_TYPES)
    kind = legal if legal in MEMBERSHIP else ""
    choose(dice, answers, "legal_type", legal)
    answers.put("membership_type", dice.pick(MEMBERSHIP[kind]))
    answers.put("region", dice.pick(REGIONS))
    founded = _founded(dice, kind)
    if legal != "preparing":
        answers.put("founded", founded.strftime("%Y-%m"))
    running = dice.chance(RUNNING.get(legal, 0.75) - (0.2 if founded.year == 2016 else 0.0))
    stopped = {"not_started": 1.0} if legal == "preparing" else (
        {"suspended": 0.2, "not_started": 0.8} if founded.year == 2016
        else {"suspended": 0.62, "not_started": 0.24, "closing": 0.14}
    )  # fmt: skip
    answers.put("operating", "running" if running else dice.pick(stopped))
    if not running:
        several(dice, answers, "inactive_reasons", some(dice, INACTIVE, 1 + dice.chance(0.55)))
    choose(dice, answers, "industry", dice.pick(INDUSTRIES.get(kind, INDUSTRIES["general"])))
    _size(dice, answers, kind, running, founded)
    choose(dice, answers, "position", dice.pick(
        {"chair": 0.47, "board": 0.2, "executive": 0.21, "staff": 0.1, "other": 0.02}
    ))  # fmt: skip
    return kind


def _founded(dice: Dice, kind: str) -> dt.date:
    if kind == "other_act":
        return dt.date(int(dice.between(1972, 2012)), int(dice.between(1, 13)), 1)
    year = int(dice.pick({"2012": 0.02, "2013": 0.33, "2014": 0.26, "2015": 0.25, "2016": 0.14}))
    months = {2012: (12, 13), 2016: (1, 8)}.get(year, (1, 13))
    return dt.date(year, int(dice.between(*months)), 1)


def _size(dice: Dice, answers: Answers, kind: str, running: bool, founded: dt.date) -> None:
    """Members, capital, sales and paid workers: most are small, a few very large."""
    size = dice.normal() + 0.12 * (2016 - founded.year if kind != "other_act" else 3)
    middle = {"social": 34.0, "other_act": 2600.0, "": 22.0}.get(kind, 11.0)
    members = max(5, round(middle * 2.5 ** (size + 0.6 * dice.normal())))
    each = dice.between(8, 120) * {"social": 0.7, "other_act": 0.12}.get(kind, 1.0)
    answers.put("members", members)
    answers.put("capital", _rounded(max(5.0, members * each)))
    workers = 0
    if running:
        sales = {"social": 9000.0, "other_act": 210000.0}.get(kind, 4200.0) * 3.2 ** (
            size + 0.7 * dice.normal()
        )
        answers.put("sales", _rounded(sales))
        workers = int(
            sales / {"social": 3600.0, "other_act": 16000.0}.get(kind, 5200.0) + dice.between(0, 1.1)
        )
    answers.put("employees", workers)


def _rounded(amount: float) -> int:
    """As people round: 1,234 is 1,200 to them."""
    step = 1
    while amount / step >= 100:
        step *= 10
    return round(amount / step) * step
