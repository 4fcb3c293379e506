"""The room that decides what an audience may see: coarsening, suppression, rounding, and a last look for leaks.

Notebooks import `Bundle` from here and nothing else; the stage (`survey.release`) is loaded by those who run it.
"""

from analysis.release.bundle import Bundle, BundleError, Section

__all__ = ["Bundle", "BundleError", "Section"]
