"""What the workbooks of this room have in common, the form and the one for data entry."""

from __future__ import annotations

import datetime as dt

MADE = dt.datetime(2000, 1, 1)  # a file that is made twice is the same twice
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FONT = {"ko": "맑은 고딕", "en": "Calibri"}
