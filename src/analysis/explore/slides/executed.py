"""A notebook with its outputs: as it was saved, or, where it was saved without, run in memory."""

from __future__ import annotations

import sys
from copy import deepcopy
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from analysis.explore.slides.errors import slides_error

SECONDS_A_CELL = 300


class _Kernel(AsyncKernelManager):
    """The Python that this program runs in; nothing has to be installed for it."""

    @property
    def kernel_spec(self) -> KernelSpec:
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=ERROR"]
        return KernelSpec(argv=argv, display_name="Dure", language="python")


def executed(notebook: NotebookNode, path: Path) -> NotebookNode:
    """The notebook itself where each of its cells was run; else a copy that is run in its folder. Raises SlidesError,
    which names the heading above the cell that failed."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if all(cell.execution_count is not None or cell.outputs for cell in cells):
        return notebook
    copy = deepcopy(notebook)
    client = NotebookClient(
        copy,
        timeout=SECONDS_A_CELL,
        kernel_manager_class=_Kernel,
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        heading = _heading(copy)
        told = ValueError(f"{error.ename}: {error.evalue}")
        raise slides_error("failed_under" if heading else "failed", told, file=str(path), heading=heading) from error
    except (CellTimeoutError, DeadKernelError) as error:
        raise slides_error("failed", error, file=str(path)) from error
    return copy


def _heading(notebook: NotebookNode) -> str:
    """The heading above the cell that failed."""
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            lines = [line for line in cell.source.splitlines() if line.startswith("#")]
            heading = lines[-1].lstrip("# ") if lines else heading
        elif any(output.output_type == "error" for output in cell.get("outputs", ())):
            return heading
    return heading
