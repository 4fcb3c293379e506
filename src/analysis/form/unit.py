"""The units of a form: what stands beside the cell of a number, and amounts in it."""

from __future__ import annotations

from analysis.language import message, thousands
from analysis.questionnaire.answer import Money, Number


def unit_of(answer: object, language: str) -> str:
    """What stands beside the cell of a number; "" where nothing does."""
    match answer:
        case Money():
            return message(f"form.won.{answer.won}", language)
        case Number():
            return answer.unit.text(language)
    return ""


def thousands_of(number: float) -> str:
    """1200 as "1,200", 0.5 as "0.5"."""
    return thousands(number) if number == int(number) else f"{number:,g}"


def amount_in_unit(number: float, answer: object, language: str) -> str:
    """ "5,000천원" of an amount in won, "3명"; in English "3 people"."""
    own = number / answer.won if isinstance(answer, Money) else number
    gap = " " if language == "en" else ""
    return f"{thousands_of(own)}{gap}{unit_of(answer, language)}".rstrip()
