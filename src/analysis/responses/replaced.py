"""Of a respondent's responses one counts: the last, before it the last that was not broken off.

Which is the last, the order of the files and their rows says. Forms say themselves when they were saved: where all
responses of somebody are forms that do, the one saved last counts, whatever its file is called.

Who finds a mistake after the form was sent often sends another with nothing in it but what is to be mended. That one
would lose all other answers. So of several forms one that has less than half the answers of the fullest does not count
for being the last: the last of the fuller ones does, and what the later one says otherwise is told as an error, to be
put into the list of corrections. Of forms that are about as full the later is the whole answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.intake.columns.headings import inner_of
from analysis.intake.forms.facts import FormFacts
from analysis.questionnaire.question import PartKey
from analysis.responses.finding import NOT_SHOWN
from analysis.responses.naming import Naming
from analysis.responses.sources import Sources
from analysis.responses.standing import Standing


def replace_earlier(naming: Naming, persons: NDArray[np.intp], telling: Sequence[PartKey]) -> None:
    """Take the others out of the count and say why. What only an earlier one had is lost to the statistics: that is
    told.

    persons  for every respondent a number that tells one from another, 0 for those who gave no name
    telling  the parts that answer something
    """
    sources = naming.sources
    forms = dict(sources.forms())
    last = _last(persons, sources)
    several = _several_forms(persons, sources, forms)
    by_time = [person for person, rows in several.items() if _are_timed(rows, forms)]
    full = _answers(sources, telling, [at for rows in several.values() for at in rows])
    smaller = np.zeros(len(sources), dtype=bool)
    for person, sent in several.items():
        if person in by_time:
            sent.sort(key=lambda at: (forms[at].saved, at))
        last[person] = next(at for at in reversed(sent) if 2 * full[at] >= max(full[sent]))
        smaller[sent[sent.index(last[person]) + 1 :]] = True
    kept = last[persons]
    rows = np.arange(len(sources))
    replaced = sources.counted & (persons > 0) & (kept != rows)
    sources.standing[replaced] = Standing.REPLACED
    line = {at: sources.line(int(kept[at]), at) for at in np.flatnonzero(replaced).tolist()}
    line |= {at: sources.matchings[sources.sheet[kept[at]]].sheet.file for at in line if kept[at] in forms}
    of_form, same = np.zeros(len(sources), dtype=bool), np.zeros(len(sources), dtype=bool)
    for at in line if forms else ():
        one, other = forms.get(at), forms.get(int(kept[at]))
        of_form[at] = bool(one or other)
        same[at] = bool(one and other and one.content == other.content)
    timed = replaced & ~smaller & np.isin(persons, by_time)
    naming.tell("respondent_twice", replaced & ~of_form, line.__getitem__)
    naming.tell("form_same_file", same, line.__getitem__)
    naming.tell(
        "form_twice", timed & ~same, lambda at: f"{line[at]}({_times(forms[at], forms[int(kept[at])])})"
    )
    naming.tell("form_twice_by_name", of_form & ~timed & ~smaller & ~same, line.__getitem__)
    naming.tell(
        "form_later_smaller",
        smaller,
        line.__getitem__,
        lambda at: _otherwise(naming, telling, at, int(kept[at])),
    )
    earlier = np.flatnonzero(replaced & ~smaller & (timed | (kept > rows)))
    has, lost = np.zeros(len(sources), dtype=int), np.zeros(len(sources), dtype=int)
    for key in telling if len(earlier) else ():
        filled = sources.cells(key)[0].filled
        has[earlier] += filled[kept[earlier]]
        lost[earlier] += filled[earlier] & ~filled[kept[earlier]]
    for rule, where in (("answers_replaced", ~of_form), ("form_answers_replaced", of_form)):
        naming.tell(rule, (lost > 0) & where, lambda at: f"{lost[at]:,}", lambda at: f"{has[at]:,}")


def _last(persons: NDArray[np.intp], sources: Sources) -> NDArray[np.intp]:
    """For every person the last response in the order of files and rows."""
    last = np.zeros(int(persons.max(initial=0)) + 1, dtype=np.intp)
    for chosen in (sources.counted & sources.broken_off, sources.counted & ~sources.broken_off):
        at = np.flatnonzero(chosen)
        last[persons[at]] = at
    return last


def _several_forms(
    persons: NDArray[np.intp], sources: Sources, forms: Mapping[int, FormFacts]
) -> dict[int, list[int]]:
    """The forms of every person who sent several, and nothing else, none of them broken off."""
    sent: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(sources.counted & (persons > 0)).tolist() if forms else ():
        sent[int(persons[at])].append(at)
    return {
        person: rows
        for person, rows in sent.items()
        if len(rows) > 1 and all(at in forms and not sources.broken_off[at] for at in rows)
    }


def _are_timed(rows: Sequence[int], forms: Mapping[int, FormFacts]) -> bool:
    """Whether all say when they were saved, and not at the same time."""
    times = {forms[at].saved for at in rows}
    return None not in times and len(times) > 1


def _answers(sources: Sources, telling: Sequence[PartKey], rows: Sequence[int]) -> NDArray[np.intp]:
    """How many parts are answered by each of the responses `rows`; 0 for all others."""
    number = np.zeros(len(sources), dtype=np.intp)
    for key in telling if rows else ():
        number[rows] += sources.cells(key)[0].filled[rows]
    return number


def _otherwise(naming: Naming, telling: Sequence[PartKey], at: int, kept: int) -> str:
    """What a form says and the one that counts does not: "Q3 '13', Q7 [정규직 / 현원] '5'"."""
    said = []
    for key in telling:
        text, other = (naming.sources.cell(key, one).text.strip() for one in (at, kept))
        if text and text != other:
            question = naming.questionnaire.question(key.question)
            inner = inner_of(naming.questionnaire, key)
            name = f"{question.no} [{inner}]" if inner else question.no
            said.append(f"{name} '{NOT_SHOWN if question.private else text}'")
    return ", ".join(said)


def _times(earlier: FormFacts, later: FormFacts) -> str:
    """When they were saved; nobody asks for seconds."""
    return " → ".join(f"{form.saved:%Y-%m-%d %H:%M}" for form in (earlier, later))
