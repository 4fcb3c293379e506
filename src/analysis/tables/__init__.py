"""The room where every statistic is computed, once: the Table, and one builder for each kind of question."""

from analysis.tables.cell import Cell, Label
from analysis.tables.table import Table

__all__ = ["Cell", "Label", "Table"]
