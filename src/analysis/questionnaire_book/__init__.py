"""The room where a questionnaire is a workbook, for those who will not edit YAML: written, and read back."""

from analysis.questionnaire_book.read import is_book, read_book
from analysis.questionnaire_book.write import write_book

__all__ = ["is_book", "read_book", "write_book"]
