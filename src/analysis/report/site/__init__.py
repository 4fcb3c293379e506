"""The room that makes a site of an edition: its data files, the contents of each year, and the pages that lead to
the reports.

    reports/<audience>/index.html            the years (index.en.html in English)
    reports/<audience>/2016/index.html       the year's findings and reports
    reports/<audience>/2016/data/            contents.json, datapackage.json, and three CSVs for each report:
                                             its cells, questions and words
"""

from analysis.report.site.edition import write_edition

__all__ = ["write_edition"]
