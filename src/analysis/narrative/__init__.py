"""The room where a Table becomes sentences: what was found, in words, with every number tied to its cell."""

from analysis.narrative.accounts import of_year as accounts_of_year
from analysis.narrative.alternative import alt_text, alt_title
from analysis.narrative.figure import Figure, show_cell, unit_of
from analysis.narrative.narrative import headline, hidden, lead, sentences, with_capital
from analysis.narrative.sentence import Sentence

__all__ = ["Figure", "Sentence", "accounts_of_year", "alt_text", "alt_title", "headline", "hidden", "lead", "sentences", "show_cell", "unit_of", "with_capital"]
