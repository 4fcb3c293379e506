"""What can keep a file from becoming a questionnaire, beside what keeps it from being read at all."""

from __future__ import annotations

from analysis.errors import DureError


class DraftError(DureError):
    """A file of which no questionnaire can be made, or a place where it cannot be put."""
