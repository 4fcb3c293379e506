"""What programs leave beside a document while it is open, and what is mailed by mistake in its stead."""

from __future__ import annotations

import re
from collections.abc import Collection

from analysis.language.text import normalise

# Excel: ~$조사표.xlsx; Word and others put ~$ in place of the first two letters; LibreOffice: .~lock.조사표.xlsx#
_LOCK = re.compile(r"~\$(?P<office>.+)|\.~lock\.(?P<libre>.+)#", re.DOTALL)


def locked_documents(names: Collection[str]) -> tuple[str, ...]:
    """The documents of which there is but the lock among the files of these names."""
    locks = {name: found for name in map(normalise, sorted(names)) if (found := _LOCK.fullmatch(name))}
    there = {normalise(name) for name in names} - locks.keys()
    there |= {name[2:] for name in there}
    named = (found["office"] or found["libre"] for found in locks.values())
    return tuple(dict.fromkeys(name for name in named if name not in there))
