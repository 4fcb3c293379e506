"""The room where released tables become pages and workbooks, by notebooks that can see nothing else."""

from analysis.report.page import Page, PageError, open_page

__all__ = ["Page", "PageError", "open_page"]
