"""The register: which organisations there are, what they are called, and which surveys go to them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.readers.delimited import read_delimited
from analysis.intake.sheet import Row, cell_at, reference
from analysis.language.text import match_key

# The legal form is written before or after a name, or left out: no two members differ by it alone.
_LEGAL_FORM = re.compile(
    r"\A(?:\((?:사|재|주|유|사단|재단)\)|사단법인|재단법인|비영리법인|비영리민간단체|주식회사|유한회사)"
    r"|(?:\((?:사|재|주|유|사단|재단)\)|주식회사|유한회사)\Z"
)
_HEADING = "id,name,short,region,contact,email,phone,frames"
_ALIKE = 0.8  # share of letters in common from which a name is suggested (difflib's ratio)
_LIST = re.compile(r"\s*[|;]\s*")


@dataclass(frozen=True)
class Organisation:
    """id is for all time; name, the full one; short, other names it goes by; frames, the surveys it gets."""

    id: str
    name: str
    short: tuple[str, ...] = ()
    region: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    frames: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.short)


@dataclass(frozen=True)
class NameMatch:
    """id is "" where no organisation has that name, or more than one; near then lists who may be meant."""

    id: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    organisations: tuple[Organisation, ...] = ()
    files: tuple[str, ...] = ()

    def frame(self, survey: str) -> tuple[Organisation, ...]:
        """The organisations a survey is sent to."""
        return tuple(organisation for organisation in self.organisations if survey in organisation.frames)

    def secrets(self) -> tuple[str, ...]:
        """Names and contacts on file: what must not stand in anything that leaves the secretariat."""
        told = (
            text
            for organisation in self.organisations
            for text in (*organisation.names, organisation.contact, organisation.email, organisation.phone)
        )
        return tuple(dict.fromkeys(filter(None, told)))

    def match(self, name: str, suggest: bool = True) -> NameMatch:
        """The organisation of that full or short name; a name that is only nearly right is not taken.

        Blanks, width and legal forms such as (사) make no difference. suggest: look for names that are nearly right,
        which takes milliseconds in a long register.
        """
        key = name_key(name)
        owners = self._owners.get(key, ())
        if len(owners) == 1:
            return NameMatch(owners[0].id)
        if owners:
            return NameMatch("", tuple(owner.name for owner in owners))
        if not suggest:
            return NameMatch("")
        close = difflib.get_close_matches(key, self._owners, n=3, cutoff=_ALIKE)
        inside = [
            other
            for other in self._owners
            if len(key) >= 2 and (key in other or (len(other) > 2 and other in key))
        ]
        near = dict.fromkeys(owner.name for other in [*close, *inside] for owner in self._owners[other])
        return NameMatch("", tuple(near)[:3])

    @cached_property
    def _owners(self) -> dict[str, tuple[Organisation, ...]]:
        found: dict[str, dict[str, Organisation]] = {}
        for organisation in self.organisations:
            for name in organisation.names:
                found.setdefault(name_key(name), {})[organisation.id] = organisation
        return {key: tuple(owners.values()) for key, owners in found.items() if key}


def name_key(name: str) -> str:
    """What is left of an organisation's name once blanks, width and legal form are set aside."""
    key = match_key(name)
    bare = _LEGAL_FORM.sub("", key)
    return bare or key


def read_register(paths: Iterable[Path]) -> Register:
    """The organisations of all files together.

    Columns: id and name; optionally short and frames (several parted by "|"), region, contact, email, phone.
    Others are left alone. Raises IntakeError for a missing column or name and for an id that occurs twice.
    """
    paths = tuple(paths)
    organisations: dict[str, Organisation] = {}
    for path in paths:
        (sheet,) = read_delimited(path).sheets
        columns = {heading.strip().lower(): column for column, heading in enumerate(sheet.heading)}
        for required in ("id", "name"):
            if required not in columns:
                raise IntakeError(
                    f"{path.name}: '{required}' 열이 없습니다. 첫 줄은 {_HEADING}입니다.",
                    f"{path.name}: there is no column '{required}'. The first row is {_HEADING}.",
                )
        for row in sheet.body:
            organisation = _organisation(path, row, columns)
            if organisation.id in organisations:
                cell = reference(row.number, columns["id"])
                raise IntakeError(
                    f"{path.name} › {cell}: id '{organisation.id}'이(가) 두 번 나옵니다.",
                    f"{path.name} › {cell}: the id '{organisation.id}' occurs twice.",
                )
            organisations[organisation.id] = organisation
    return Register(tuple(organisations.values()), tuple(path.name for path in paths))


def _organisation(path: Path, row: Row, columns: dict[str, int]) -> Organisation:
    texts = {name: cell_at(row, column).text.strip() for name, column in columns.items()}
    if not texts["id"] or not texts["name"]:
        raise IntakeError(
            f"{path.name}: {row.number}번째 줄에 id 또는 name이 비어 있습니다.",
            f"{path.name}: row {row.number} lacks its id or name.",
        )
    lists = {name: tuple(filter(None, _LIST.split(texts.get(name, "")))) for name in ("short", "frames")}
    single = {name: texts.get(name, "") for name in ("region", "contact", "email", "phone")}
    return Organisation(texts["id"], texts["name"], **lists, **single)
