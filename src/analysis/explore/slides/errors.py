"""What can be wrong with a notebook that is to become slides."""

from __future__ import annotations

from analysis.errors import DureError
from analysis.language import LANGUAGES, message


class SlidesError(DureError):
    """A notebook of which no slides can be made."""


def slides_error(rule: str, cause: Exception | None = None, **hints: object) -> SlidesError:
    """The error in words; cause: what a library said, in a line."""
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    why = " ".join(said.split()) or type(cause).__name__
    return SlidesError(*(message(f"explore.slides.{rule}", one, why=why[:300], **hints) for one in LANGUAGES))
