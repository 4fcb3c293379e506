"""The room where every statistic is computed, once: the Table, and one builder for each kind of question."""

from analysis.tables.table import Cell, Label, Table

__all__ = ["Cell", "Label", "Table"]
