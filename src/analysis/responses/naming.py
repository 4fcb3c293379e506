"""The question that says who answered: names become respondents, by the register where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.intake.register import NameMatch, Register, name_key
from analysis.intake.sheet import SheetColumn
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.log import Log
from analysis.responses.no_names import is_total, names_nobody
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Mask, Sources
from analysis.responses.values.missing import absence

Said = Callable[[int], str]  # of each respondent
_PLAIN_ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*[0-9]$"  # "R0001": no word for a missing name, no legal form in it
_SUGGESTED = 1_000  # different unknown names for which near ones are looked for: it takes its time
_MANY = 20_000  # different names from which those are not looked at one by one


class Naming:
    """The question that identifies the respondents, if there is one.

    unknown  of the different names those that the register has not, with those that are near
    totals   those that seem to be the head of a sum
    by_code  what is to be told of respondents whose form was sent to somebody: rule, position, to whom
    """

    def __init__(self, questionnaire: Questionnaire, sources: Sources, log: Log) -> None:
        question = next((question for question in questionnaire.questions if question.identifier), None)
        self.questionnaire = questionnaire
        self.no = question.no if question else ""
        self.key = PartKey(question.id if question else "")
        self.sources = sources
        self.log = log
        self.unknown: dict[int, str] = {}
        self.totals: list[int] = []
        self.by_code: dict[str, dict[int, str]] = defaultdict(dict)

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
        own = np.isin(cells.which, list(ids))
        found = dict(
            zip(np.flatnonzero(own).tolist(), (ids[at] for at in cells.which[own].tolist()), strict=True)
        )
        of_respondent = persons[cells.which]
        if self.no:
            for at, organisation in self._sent_to(register, found, of_respondent):
                found[at] = organisation
                of_respondent[at] = number_of(organisation)
        if found:
            names = self.sources.respondent.to_numpy(zero_copy_only=False)
            names[list(found)] = list(found.values())
            self.sources = replace(self.sources, respondent=pa.array(names, pa.string()))
        return of_respondent

    def _sent_to(
        self, register: Register, found: Mapping[int, str], persons: NDArray[np.intp]
    ) -> Iterator[tuple[int, str]]:
        """Respondents whom the code of their form names, where they do not: they left the name out, or wrote one
        that the register does not have and that is like theirs.

        Any other name goes before the code: forms are passed on, and who filled one in knows best who they are.
        """
        cells, _ = self.sources.cells(self.key)
        name_of = {organisation.id: organisation.name for organisation in register.organisations}
        for at, form in self.sources.forms():
            if form.organisation not in name_of or found.get(at) == form.organisation:
                continue
            name, position = name_of[form.organisation], int(cells.which[at])
            if not persons[at]:
                rule = "form_named_by_code"
            elif name in self.unknown.get(position, "").split(", "):
                rule = "form_name_near_code"
                del self.unknown[position]
            else:
                self.by_code["form_sent_to_other"][at] = name
                continue
            self.by_code[rule][at] = name
            yield at, form.organisation

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
        for rule, names in self.by_code.items():
            here = np.isin(np.arange(len(self.sources)), list(names)) & self.sources.counted
            self.tell(rule, here, names.__getitem__)

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
