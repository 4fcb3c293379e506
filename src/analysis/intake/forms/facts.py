"""What a form says besides its answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class FormFacts:
    """organisation  whom it was sent to: an id of the register, "" where it does not say
    saved         when it was last saved, in Korea; None where it does not say, or nobody can believe it
    content       tells its file from all others that are not its copies
    untouched     whether nothing was written into it since it was sent, nor beside its cells, while there was
                  anything left to answer
    beside        whether anything stands beside its cells that was not printed there
    """

    organisation: str = ""
    saved: dt.datetime | None = None
    content: str = ""
    untouched: bool = False
    beside: bool = False
