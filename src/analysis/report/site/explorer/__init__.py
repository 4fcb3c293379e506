"""The room of explore.html: one file in which a reader asks the released tables of a year, and of the years before.

    bundles ─data─▶ every released cell as compact JSON ─explore_page─▶ explore.html ─read_data─▶ the same cells
"""

from analysis.report.site.explorer.explore_page import write_explorer

__all__ = ["write_explorer"]
