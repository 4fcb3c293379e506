"""The room where released tables become pages and workbooks, by notebooks that can see nothing else."""

import sys

# Notebooks are validated with jsonschema, which would first build a parser of web addresses: seconds for
# nothing that a notebook holds. To jsonschema that parser is not installed; it must be so before its import.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

from analysis.report.page import Page, PageError, open_page  # noqa: E402

__all__ = ["Page", "PageError", "open_page"]
