"""The room of the panel: widgets by which somebody who writes no code asks the surveys in JupyterLab."""

from analysis.explore.panel.panel import Panel

__all__ = ["Panel"]
