"""The room of the ledger: a year's events, and the counts that its report claims, checked against them."""

from analysis.ledger.books import check_books
from analysis.ledger.bundle import SURVEY, release
from analysis.ledger.errors import LedgerError
from analysis.ledger.ledger import Ledger, read
from analysis.ledger.tables import build_tables

__all__ = ["SURVEY", "Ledger", "LedgerError", "build_tables", "check_books", "read", "release"]
