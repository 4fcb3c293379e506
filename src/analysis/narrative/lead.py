"""The finding as one full sentence, for people who read only the summary, a list of news or a link preview."""

from __future__ import annotations

from analysis.narrative.figure import Figure
from analysis.narrative.scope import asked, asked_noun
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table
from analysis.tables.address import parse_address

# How a sentence takes up the title of its question, by kind: "설립 시기는", "만족도에 대해", "떠나는 이유로는".
TOPICS = {
    "single": "of",
    "date": "of",
    "number": "of",
    "money": "of",
    "multi": "as",
    "ranking": "as",
    "scale": "about",
    "open": "about",
    "text": "about",
}


def full_sentence(table: Table, finding: Sentence, language: str, titled: bool = False) -> Sentence:
    """The finding said again in full, with its respondents. titled: the title of the question stands beside it."""
    topic: Field = ""
    if not titled and table.kind != "events":  # these say themselves what was counted
        how = "about" if finding.key.startswith("none.") else TOPICS.get(table.kind, "within")
        topic = compose(f"lead.topic.{how}", language, title=table.title.text(language))
    fields = {name: _in_full(table, name, field, language) for name, field in finding.fields.items()}
    return compose(f"lead.{finding.key}", language, **{**fields, "topic": topic})


def _in_full(table: Table, name: str, field: Field, language: str) -> Field:
    """A part with whom it is of; a net by its two points; what is left out as the sentence begins."""
    if not isinstance(field, Sentence):
        return field
    if name == "hidden" and field.key:
        return compose(f"lead.{field.key}", language, **field.fields)
    if field.key == "net.label" and "," not in _text(field.fields["further"]):
        return compose("lead.net.label", language, **field.fields)
    if name != "part" or not field.key.startswith(("part.", "weighted.")):
        return field
    count = next(part for part in field.parts if isinstance(part, Figure))
    row, whole = parse_address(count.address)[4][1], field.fields.get("n", "")
    if isinstance(whole, Sentence):  # "질문을 받은 5개": the noun says it, too
        whole = whole.fields["who"]
    noun = asked_noun(table, language, one=isinstance(whole, Figure) and whole.value == 1)
    who = asked(table, language, row) or noun
    return compose(f"lead.{field.key}", language, **{**field.fields, "n": whole, "noun": noun, "who": who})


def _text(field: Field) -> str:
    return field if isinstance(field, str) else field.text
