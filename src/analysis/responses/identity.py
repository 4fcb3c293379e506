"""Who answered: the rows of the files become respondents, by the register where there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.intake.columns.matching import Matching
from analysis.intake.leave_out import LeaveOut
from analysis.intake.register import NameMatch, Register, name_key
from analysis.intake.sheet import SheetColumn
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.identical import first_alike
from analysis.responses.leave_out import leave_out
from analysis.responses.log import Log
from analysis.responses.no_names import is_total, names_nobody
from analysis.responses.previews import previews
from analysis.responses.rules import SEVERITY
from analysis.responses.sessions import close_sessions
from analysis.responses.sources import Mask, Sources, sources_of
from analysis.responses.standing import Standing
from analysis.responses.values.missing import absence

Said = Callable[[int], str]  # of each respondent
_PLAIN_ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*[0-9]$"  # "R0001": no word for a missing name, no legal form in it
_MANY_ALIKE, _SHARE_ALIKE = (
    20,
    0.05,
)  # rows, and share of the rows, up to which those alike are told one by one
_SUGGESTED = 1_000  # different unknown names for which near ones are looked for: it takes its time
_MANY = 20_000  # different names from which those are not looked at one by one


def identify(
    matchings: Sequence[Matching],
    questionnaire: Questionnaire,
    register: Register,
    log: Log,
    to_leave_out: Sequence[LeaveOut] = (),
) -> Sources:
    """A respondent for every row of answers, in file order; what is odd about who they are goes into `log`.

    A respondent is the organisation of the register whose name stands in the identifying question, else the
    row of the file ("row-7"; with several files "2-row-7").

    In this order responses are left out: those on the secretariat's list, those that were broken off where the
    questionnaire says so, those that answer nothing but a name, and of an organisation that answered twice all but
    the last response (the last one that came to the end, where that is known).
    """
    naming = _Naming(questionnaire, sources_of(matchings), log)
    persons = naming.persons(register)
    sources = naming.sources
    leave_out(sources, to_leave_out, log)
    keys = [part.key for part in questionnaire.parts()]
    telling = _telling(keys, questionnaire)
    empty = ~_any_filled(sources, telling)
    close_sessions(sources, questionnaire, empty, log)
    empty &= sources.counted
    sources.standing[empty] = Standing.EMPTY
    naming.tell("nothing_answered", empty)
    naming.tell_strange_names()
    _replace(naming, persons, telling)
    naming.tell("preview_response", previews(sources) & sources.counted)
    _tell_alike(naming, keys)
    _silent(naming, register)
    return sources


def _replace(naming: _Naming, persons: NDArray[np.intp], telling: Sequence[PartKey]) -> None:
    """Of a person's responses one counts. What only an earlier one had is lost to the statistics: that is told."""
    sources = naming.sources
    kept = _kept(persons, sources)[persons]
    rows = np.arange(len(sources))
    replaced = sources.counted & (persons > 0) & (kept != rows)
    sources.standing[replaced] = Standing.REPLACED
    naming.tell("respondent_twice", replaced, lambda at: sources.line(int(kept[at]), at))
    earlier = np.flatnonzero(replaced & (kept > rows))
    has, lost = np.zeros(len(sources), dtype=int), np.zeros(len(sources), dtype=int)
    for key in telling if len(earlier) else ():
        filled = sources.cells(key)[0].filled
        has[earlier] += filled[kept[earlier]]
        lost[earlier] += filled[earlier] & ~filled[kept[earlier]]
    naming.tell("answers_replaced", lost > 0, lambda at: f"{lost[at]:,}", lambda at: f"{has[at]:,}")


def _telling(keys: Sequence[PartKey], questionnaire: Questionnaire) -> list[PartKey]:
    """The parts that answer something: all but the respondent's name and how the response ended."""
    other = {question.id for question in questionnaire.questions if question.identifier}
    if questionnaire.sessions:
        other.add(questionnaire.sessions.question)
    return [key for key in keys if key.question not in other] or list(keys)


def _kept(persons: NDArray[np.intp], sources: Sources) -> NDArray[np.intp]:
    """For every person the response that counts: the last, before it the last that was not broken off."""
    kept = np.zeros(int(persons.max(initial=0)) + 1, dtype=np.intp)
    for chosen in (sources.counted & sources.broken_off, sources.counted & ~sources.broken_off):
        at = np.flatnonzero(chosen)
        kept[persons[at]] = at
    return kept


class _Naming:
    """The question that identifies the respondents, if there is one."""

    def __init__(self, questionnaire: Questionnaire, sources: Sources, log: Log) -> None:
        question = next((question for question in questionnaire.questions if question.identifier), None)
        self.no = question.no if question else ""
        self.key = PartKey(question.id if question else "")
        self.sources = sources
        self.log = log
        self.unknown: dict[
            int, str
        ] = {}  # different names that the register has not, with those that are near
        self.totals: list[int] = []

    def persons(self, register: Register) -> NDArray[np.intp]:
        """For every respondent a number that tells one from another, 0 for those who gave no name.

        Gives those of the register their id.
        """
        cells, _ = self.sources.cells(self.key)
        persons, number_of = _plain_ids(cells, register)
        ids: dict[int, str] = {}
        for at in np.flatnonzero(persons < 0).tolist():
            text = cells.texts[at].as_py().strip()
            name = "" if not text or absence(text, "text") else text
            match = register.match(name, suggest=len(self.unknown) < _SUGGESTED) if name else NameMatch("")
            nobody = not match.id and names_nobody(name)
            persons[at] = number_of(match.id or name_key(name)) if name and not nobody else 0
            if match.id:
                ids[at] = match.id
            elif is_total(name):
                self.totals.append(at)
            elif name and register.organisations:
                self.unknown[at] = ", ".join(match.near)
        if ids:
            own = np.isin(cells.which, list(ids))
            names = self.sources.respondent.to_numpy(zero_copy_only=False)
            names[own] = [ids[at] for at in cells.which[own].tolist()]
            self.sources = replace(self.sources, respondent=pa.array(names, pa.string()))
        return persons[cells.which]

    def tell_strange_names(self) -> None:
        """Names that are not in the register, and those that seem to be no name but the head of a sum; of the
        responses that count."""
        cells, _ = self.sources.cells(self.key)
        for rule, places in (
            ("total_row", self.totals),
            ("not_in_register_near", [at for at, near in self.unknown.items() if near]),
            ("not_in_register", [at for at, near in self.unknown.items() if not near]),
        ):
            here = np.isin(cells.which, places) & self.sources.counted
            self.tell(rule, here, lambda at: self.unknown.get(int(cells.which[at]), ""))

    def tell(self, rule: str, where: Mask, hint: Said = lambda at: "", value: Said | None = None) -> None:
        at = np.flatnonzero(where)
        self.log.tell(rule, self.no, at.tolist(), lambda one: self._found(rule, one, hint, value))

    def _found(self, rule: str, at: int, hint: Said, value: Said | None) -> Finding:
        """A finding about a respondent, at the cell of its name, else at the beginning of its row."""
        sources = self.sources
        sheet = sources.matchings[sources.sheet[at]].sheet
        return Finding(
            SEVERITY[rule],
            rule,
            survey=self.log.survey,
            respondent=sources.respondent[at].as_py(),
            question=self.no,
            file=sheet.file,
            sheet=sheet.name,
            cell=sources.reference(self.key, at) or sheet.reference(int(sources.number[at]), 0),
            value=value(at) if value else sources.cell(self.key, at).text.strip(),
            hint=hint(at),
        )


def _plain_ids(cells: SheetColumn, register: Register) -> tuple[NDArray[np.intp], Callable[[str], int]]:
    """A number for every name that is but a code, -1 for those that have to be looked at; and what numbers these."""
    persons = np.full(len(cells.texts), -1, dtype=np.intp)
    codes = pa.array([], pa.string())
    if len(cells.texts) > _MANY and not register.organisations:
        plain = pc.match_substring_regex(cells.texts, _PLAIN_ID)
        keys = pc.utf8_lower(cells.texts.filter(plain)).dictionary_encode()
        persons[plain.to_numpy(zero_copy_only=False)] = keys.indices.to_numpy() + 1
        codes = keys.dictionary
    numbers: dict[str, int] = {}

    def number_of(key: str) -> int:
        if not numbers:
            numbers.update(zip(codes.to_pylist(), range(1, len(codes) + 1), strict=True))
        return numbers.setdefault(key, len(numbers) + 1)

    return persons, number_of


def _any_filled(sources: Sources, keys: Sequence[PartKey]) -> Mask:
    filled = np.zeros(len(sources), dtype=bool)
    for key in keys:
        if filled.all():
            break
        filled |= sources.cells(key)[0].filled
    return filled


def _tell_alike(naming: _Naming, keys: Sequence[PartKey]) -> None:
    """Rows that repeat another one in everything. Where many do, the answers are too few to tell people apart (or
    a file was put together twice): that is told once."""
    sources = naming.sources
    first = first_alike(sources, keys)
    again = first != np.arange(len(sources))
    number, counted = int(again.sum()), int(sources.counted.sum())
    if number <= max(_MANY_ALIKE, counted * _SHARE_ALIKE):
        naming.tell("identical_rows", again, lambda at: sources.line(int(first[at]), at))
        return
    files = ", ".join(matching.sheet.file for matching in sources.matchings)
    numbers = {"value": f"{number:,}", "hint": f"{counted:,}"}
    rule = "identical_rows_many"
    naming.log.add([Finding(SEVERITY[rule], rule, survey=naming.log.survey, file=files, **numbers)])


def _silent(naming: _Naming, register: Register) -> None:
    """Organisations that should have answered and did not, and the other way round."""
    frame = {organisation.id: organisation for organisation in register.frame(naming.log.survey)}
    if not frame:
        return
    known = {organisation.id for organisation in register.organisations}
    names = naming.sources.respondent.to_pylist()
    counted = np.flatnonzero(naming.sources.counted).tolist()
    answered = {names[at] for at in counted}
    stranger = np.zeros(len(names), dtype=bool)
    stranger[[at for at in counted if names[at] in known and names[at] not in frame]] = True
    naming.tell("not_in_frame", stranger)
    silent = [organisation for organisation in frame.values() if organisation.id not in answered]
    sent = _sent_in_vain(naming.sources)
    came = np.zeros(len(names), dtype=bool)
    came[[sent[organisation.id] for organisation in silent if organisation.id in sent]] = True
    naming.tell("response_not_counted", came)
    silent = [organisation for organisation in silent if organisation.id not in sent]
    naming.log.tell(
        "no_response",
        "",
        range(len(silent)),
        lambda at: Finding(
            SEVERITY["no_response"],
            "no_response",
            survey=naming.log.survey,
            respondent=silent[at].id,
            file=", ".join(register.files),
            value=silent[at].name,
        ),
    )


def _sent_in_vain(sources: Sources) -> dict[str, int]:
    """The last response of every respondent that was broken off or is on the list, and does not count."""
    vain = ~sources.counted & (sources.broken_off | (sources.standing == Standing.LEFT_OUT))
    names = sources.respondent.to_pylist()
    return {names[at]: at for at in np.flatnonzero(vain).tolist()}
