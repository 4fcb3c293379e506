"""What can be wrong with words."""

from __future__ import annotations

from analysis.errors import DureError


class LanguageError(DureError):
    """A message, a language or a pair of particles that does not exist."""
