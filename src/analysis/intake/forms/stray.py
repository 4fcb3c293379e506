"""What stands on a form beside its cells and is not printed there: perhaps an answer, in the wrong place."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.form.code import read_code
from analysis.intake.forms.printed import SOMEBODY, Printed, by_sheet, names_by_sheet
from analysis.intake.forms.returned import FormCell, LooseText, ReturnedForm, Spot
from analysis.language.text import match_key

_ALIKE = 0.7  # share of letters in common from which a text is taken for a printed one that was changed
_WITHIN = 4  # letters from which a printed text is no unit, and is looked for within others
_MANY = 200  # texts on a sheet that are not printed, beyond which none is taken for a printed one: it takes its time
_SAME_SHEET = 0.2  # share of the texts in common from which a sheet without cells is that of the form


@dataclass
class Astray:
    """stray    texts that the form does not print, each with the nearest cell to fill in; None on a sheet without
    changed  texts that were printed otherwise, each with what was printed
    added    sheets that the form does not have, each with the first text on it
    comments what is pinned to cells or stands in text boxes, as the stray ones
    """

    stray: list[tuple[LooseText, FormCell | None]] = field(default_factory=list)
    changed: list[tuple[LooseText, str]] = field(default_factory=list)
    added: list[LooseText] = field(default_factory=list)
    comments: list[tuple[LooseText, FormCell | None]] = field(default_factory=list)


def astray(form: ReturnedForm, prints: Sequence[Printed]) -> Astray:
    """What is not printed on the form; `prints`: the form in each of its languages and kinds, one of which is meant,
    with one of its covers."""
    keys = {match_key(one.text) for one in form.loose}
    alike = [printed for printed in prints if printed.hangul == form.hangul]
    mostly = (printed for printed in alike if 2 * len(printed.keys & keys) > len(keys))
    meant = next(mostly, None) or max(alike, key=lambda printed: len(printed.keys & keys))
    return _compare(form, max(meant.covers, key=lambda printed: len(printed.keys & keys)))


def comments_on(form: ReturnedForm) -> list[tuple[LooseText, FormCell | None]]:
    """What is pinned to cells or stands in text boxes, each with the cell it is most likely about."""
    return [(one, _nearest(one.spot, form)) for one in form.comments]


def usual_texts(several: Sequence[Astray]) -> frozenset[str]:
    """What stands in at least half of several forms and is printed in none, as it is compared: the form was worded
    otherwise when it was sent. No two respondents write the same beside their cells."""
    counted: Counter[str] = Counter()
    for one in several:
        texts = [text for text, _ in (*one.stray, *one.changed, *one.comments)]
        counted.update({match_key(text.text) for text in texts})
    return frozenset(key for key, number in counted.items() if number > 1 and 2 * number >= len(several))


def is_written_beside(besides: Astray, usual: Container[str]) -> bool:
    """Whether somebody wrote on the form outside its cells; usual: what stands on most forms (`usual_texts`).

    Of printed texts that are others now those count that something was added to: the rest was reworded.
    """
    added = (text for text, before in besides.changed if match_key(before) in match_key(text.text))
    texts = (*(text for text, _ in (*besides.stray, *besides.comments)), *besides.added, *added)
    return any(match_key(text.text) not in usual for text in texts)


def _compare(form: ReturnedForm, printed: Printed) -> Astray:
    found = Astray()
    names = names_by_sheet(form)
    for sheet, texts in by_sheet(form.loose).items():
        own = names.get(sheet, {})
        twin = _twin(own, texts, printed)
        if not twin:
            found.added.append(texts[0])
            continue
        texts = [one for one in texts if not read_code(one.text)]
        before = printed.names.get(twin, {})
        if form.formulas is None:
            formulas = (spot for spot in printed.form.formulas or () if spot.sheet == twin)
            results = set(_moved(formulas, before, own))
            texts = [one for one in texts if (one.spot.row, one.spot.column) not in results]
        surplus, missing = _difference(texts, twin, printed)
        long = [one for one in missing if len(match_key(one.text)) >= _WITHIN]  # over a unit stands an answer
        stood = dict(zip(_moved((one.spot for one in long), before, own), long, strict=True))
        for one in surplus:
            here = stood.get((one.spot.row, one.spot.column))
            was = here.text if here else _changed(one.text, long) if len(surplus) <= _MANY else ""
            if was:
                found.changed.append((one, was))
            else:
                found.stray.append((one, _nearest(one.spot, form)))
    return found


def _twin(names: Mapping[str, Spot], texts: Sequence[LooseText], printed: Printed) -> str:
    """The sheet of the form that a sheet is, by whatever name; "" where it is none of them."""
    if names:
        return max(printed.names, key=lambda sheet: len(printed.names[sheet].keys() & names.keys()))
    keys = {match_key(one.text) for one in texts}
    alike = {sheet: len(counted.keys() & keys) for sheet, counted in printed.texts.items()}
    best = max(alike, key=alike.__getitem__)
    return best if alike[best] >= _SAME_SHEET * len(printed.texts[best]) else ""


def _moved(
    spots: Iterable[Spot], before: Mapping[str, Spot], now: Mapping[str, Spot]
) -> list[tuple[int, int]]:
    """Where cells of the printed sheet are now: they moved with the cell above them that has a name.

    before, now: where the named cells of the sheet are, as it is printed and as it came back
    """
    pairs = sorted((spot.row, now[name].row) for name, spot in before.items() if name in now)
    places = []
    for spot in spots:
        above = [came - printed for printed, came in pairs if printed <= spot.row]
        places.append((spot.row + (above[-1] if above else 0), spot.column))
    return places


def _difference(
    texts: Sequence[LooseText], twin: str, printed: Printed
) -> tuple[list[LooseText], list[LooseText]]:
    """The texts that stand there more often than they are printed, those in a place of their own first; and the
    printed ones that do not stand there."""
    left = Counter(printed.texts[twin])
    before = {(match_key(one.text), one.spot.row, one.spot.column) for one in printed.spots[twin]}
    surplus = []
    in_place = sorted(
        texts, key=lambda one: (match_key(one.text), one.spot.row, one.spot.column) not in before
    )
    for one in in_place:
        key = match_key(one.text)
        if left[key]:
            left[key] -= 1
        elif key not in left or key in printed.choices or key.isdecimal():
            surplus.append(one)  # else a label that was copied with its row
    for one in _addressed(printed, twin):
        left[match_key(one.text)] = 0
        start, _, end = match_key(one.text).partition(SOMEBODY)
        for other in surplus:
            key = match_key(other.text)
            whole = bool(start or end) or (other.spot.row, other.spot.column) == (
                one.spot.row,
                one.spot.column,
            )
            if whole and key.startswith(start) and key.endswith(end):
                surplus.remove(other)
                break
    missing = [one for one in printed.spots[twin] if left[match_key(one.text)]]
    return sorted(surplus, key=lambda one: one.spot), missing


def _addressed(printed: Printed, twin: str) -> list[LooseText]:
    """The printed texts that say to whom the form was sent."""
    return [one for one in printed.spots[twin] if SOMEBODY in one.text]


def _changed(text: str, missing: Sequence[LooseText]) -> str:
    """The printed text that this one was made of; "" where there is none."""
    key = match_key(text)
    keys = {match_key(one.text): one.text for one in missing}
    for before in keys:
        if len(key) >= _WITHIN and (before in key or key in before):
            return keys[before]
    close = difflib.get_close_matches(key, keys, n=1, cutoff=_ALIKE)
    return keys[close[0]] if close and len(key) >= _WITHIN else ""


def _nearest(spot: Spot, form: ReturnedForm) -> FormCell | None:
    """The cell in the same row, else the one above, else the one below."""
    here = [cell for cell in form.cells if cell.spot and cell.spot.sheet == spot.sheet]

    def far(cell: FormCell) -> tuple[bool, int, int]:
        assert cell.spot is not None
        down = spot.row - cell.spot.row
        return down < 0, abs(down), abs(cell.spot.column - spot.column)

    return min(here, key=far, default=None)
