"""What things are called in an XLSForm that is made of a questionnaire: answers, options, texts in two languages."""

from __future__ import annotations

from analysis.language import message
from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.question import Part
from analysis.questionnaire.to_xlsform_logic import PLAIN, options_of
from analysis.questionnaire.words import Option, Words

LANGUAGES = {"ko": "한국어 (ko)", "en": "English (en)"}
KO = LANGUAGES["ko"]
Row = dict[str, str]


def code(part: Part, option: Option) -> str:
    """What stands for an option in the answers: its declared code where it can be one, else its id, or the place of a
    point and of an option whose id is a number, for a number is read as the printed one."""
    others = {one.id for one in options_of(part) if one is not option}
    others |= {one.header for one in options_of(part) if one is not option and one.header}
    if option.header and PLAIN.match(option.header) and option.header not in others:
        return option.header
    if option.id.isdigit():
        return str(options_of(part).index(option) + 1)
    return option.id


def named(name: str) -> str:
    return f"q_{name}" if name[0].isdigit() else name


def both(column: str, words: Words | None) -> Row:
    """A text in both languages; in English the Korean one where there is no other."""
    return {f"{column}::{LANGUAGES[one]}": words.text(one) for one in LANGUAGES} if words else {}


def cell_label(part: Part) -> Words:
    sides = [side for side in (part.row_words, part.column_words) if side is not None]
    return Words(**{one: " · ".join(side.text(one) for side in sides) for one in LANGUAGES})


def unit_hint(answer: Number | Money) -> Words | None:
    unit = answer.unit if isinstance(answer, Number) else Words(ko=answer.unit, en=f"{answer.won:,} won")
    if not unit.ko:
        return None
    return Words(
        **{one: message("questionnaire.to_xlsform.unit", one, unit=unit.text(one)) for one in LANGUAGES}
    )


def joined(note: Words | None, unit: Words | None) -> Words | None:
    said = [words for words in (note, unit) if words]
    return Words(**{one: "\n".join(words.text(one) for words in said) for one in LANGUAGES}) if said else None
