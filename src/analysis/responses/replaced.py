"""Of a respondent's responses one counts: the last, before it the last that was not broken off.

Which is the last, the order of the files and their rows says. Forms say themselves when they were saved: where all
responses of somebody are forms that do, the one saved last counts, whatever its file is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.intake.forms.facts import FormFacts
from analysis.questionnaire.question import PartKey
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
    by_time = _saved_last(persons, sources, forms)
    for person, at in by_time.items():
        last[person] = at
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
    timed = replaced & np.isin(persons, list(by_time))
    naming.tell("respondent_twice", replaced & ~of_form, line.__getitem__)
    naming.tell("form_same_file", same, line.__getitem__)
    naming.tell(
        "form_twice", timed & ~same, lambda at: f"{line[at]}({_times(forms[at], forms[int(kept[at])])})"
    )
    naming.tell("form_twice_by_name", of_form & ~timed & ~same, line.__getitem__)
    earlier = np.flatnonzero(replaced & (timed | (kept > rows)))
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


def _saved_last(
    persons: NDArray[np.intp], sources: Sources, forms: Mapping[int, FormFacts]
) -> dict[int, int]:
    """The same of the persons who sent nothing but forms, by the time they were saved, where that differs."""
    sent: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(sources.counted & (persons > 0)).tolist() if forms else ():
        sent[int(persons[at])].append(at)
    last = {}
    for person, rows in sent.items():
        times = {at: forms[at].saved for at in rows if at in forms}
        if len(times) == len(rows) and None not in times.values() and len(set(times.values())) > 1:
            last[person] = max(rows, key=lambda at: (times[at], at))  # type: ignore[arg-type, return-value]
    return last


def _times(earlier: FormFacts, later: FormFacts) -> str:
    """When they were saved; nobody asks for seconds."""
    return " → ".join(f"{form.saved:%Y-%m-%d %H:%M}" for form in (earlier, later))
