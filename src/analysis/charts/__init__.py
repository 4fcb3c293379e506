"""The room where a Table becomes a figure: marks chosen by its kind, each showing a cell, none computed
here."""

from analysis.charts.drawing import Drawing, draw, kinds_for

__all__ = ["Drawing", "draw", "kinds_for"]
