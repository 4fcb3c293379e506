"""Run a report's notebook behind the wall and write its page.

    bundles, commentary ─copied─▶ a working folder ─papermill─▶ executed notebook ─nbconvert─▶ one .html

Kernels are processes, so threads are enough to run several at a time.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from analysis.errors import DureError
from analysis.language import message
from analysis.report.assemble import assemble
from analysis.report.commentary import read_commentary
from analysis.report.kernel import LIBRARIES
from analysis.report.page import COMMENTARY, RELEASED
from analysis.report.wall import VARIABLE, Wall
from analysis.whole import write_whole

SECONDS_A_CELL = 300
KERNEL_LOG = "kernel.log"
_USES_LIBRARIES = re.compile(r"^(?!\s*from analysis\.report import open_page\s*$).*(?:import|%)", re.MULTILINE)

logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what goes wrong is told by ReportError


class ReportError(DureError):
    """A report that could not be made. The one made before, if any, is still in its place.

    to: where its page would stand
    """

    exit_code = 3
    to: Path | None = None


@dataclass(frozen=True)
class Report:
    """One page to make.

    bundles     the released files its notebook may read; the first one is what the page is about
    forbidden   folders the notebook may not reach: the project's data, reports and history
    parameters  year, audience, language (and survey, for the notebook of any survey)
    """

    name: str
    notebook: Path
    bundles: tuple[Path, ...]
    parameters: Mapping[str, Any]
    to: Path
    commentary: Path | None = None
    forbidden: tuple[Path, ...] = field(default=())

    @property
    def language(self) -> str:
        return str(self.parameters.get("language", "ko"))


def make_report(report: Report) -> Path:
    """Make one page, whole or not at all, and return its path. Raises ReportError."""
    shared = Path(tempfile.mkdtemp(prefix="dure-"))
    try:
        return _make(report, shared)
    finally:
        shutil.rmtree(shared, ignore_errors=True)


def make_reports(reports: Sequence[Report], jobs: int | None = None) -> tuple[ReportError, ...]:
    """Make several pages, `jobs` at a time (None: as many as cores). Returns what went wrong with which;
    all others are made.

    Progress goes to standard error: a bar on a terminal, a line a page elsewhere.
    """
    shared = Path(tempfile.mkdtemp(prefix="dure-"))
    errors: list[ReportError] = []
    try:
        with ThreadPoolExecutor(max_workers=jobs or os.cpu_count() or 1) as pool:
            futures = {pool.submit(_make, report, shared): report for report in reports}
            for future in _with_progress(as_completed(futures), len(reports)):
                try:
                    made = future.result()
                except ReportError as error:
                    errors.append(error)
                else:
                    _say(message("report.run.made", futures[future].language, file=str(made)))
    finally:
        shutil.rmtree(shared, ignore_errors=True)
    return tuple(errors)


def _make(report: Report, shared: Path) -> Path:
    """shared: holds the working folders of everything that runs at this time, each hidden from the others."""
    try:
        write_whole(report.to, assemble(_executed(report, shared), report.language))
        return report.to
    except ReportError:
        raise
    except Exception as error:  # whatever it is, it is the fault of one report; the others are still made
        raise _failed(report, error) from error


def _executed(report: Report, shared: Path) -> nbformat.NotebookNode:
    work = Path(tempfile.mkdtemp(dir=shared))
    released = work / RELEASED
    released.mkdir()
    for bundle in report.bundles:
        shutil.copyfile(bundle, released / f"{bundle.parent.name}.json")
    if report.commentary is not None and report.commentary.exists():
        written = read_commentary(report.commentary)
        (work / COMMENTARY).write_text(written.model_dump_json(), encoding="utf-8")
    prepared = _prepare(report)
    return _execute(report, prepared, work, Wall((*report.forbidden, shared), (work,)))


def _prepare(report: Report) -> nbformat.NotebookNode:
    """The notebook without output, and without prose of another language (cells tagged "ko" or "en")."""
    notebook = nbformat.read(report.notebook, as_version=4)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if not (tags := {"ko", "en"} & set(cell.metadata.get("tags", ()))) or report.language in tags
    ]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def _execute(
    report: Report, notebook: nbformat.NotebookNode, work: Path, wall: Wall
) -> nbformat.NotebookNode:
    source = work / "report.ipynb"
    nbformat.write(notebook, source)
    try:
        return papermill.execute_notebook(
            source,
            None,
            parameters=dict(report.parameters),
            kernel_name="python3",
            language="python",
            progress_bar=False,
            execution_timeout=SECONDS_A_CELL,
            kernel_manager_class=_walled_kernel(work, wall, _uses_libraries(notebook)),
            resources={"metadata": {"path": str(work)}},
        )
    except PapermillExecutionError as error:
        raise _failed(report, f"{error.ename}: {error.evalue}", _heading(notebook, error.source)) from error
    except RuntimeError as error:  # the kernel died; what it said last is nearer to the cause
        said = (work / KERNEL_LOG).read_text(encoding="utf-8", errors="replace").split("\n")
        raise _failed(report, next((line for line in reversed(said) if line.strip()), str(error))) from error


def _uses_libraries(notebook: nbformat.NotebookNode) -> bool:
    """Whether a cell may import more than its page: libraries that look outside have to be loaded before the wall is
    up, and a page that needs none should not wait for them."""
    return any(cell.cell_type == "code" and _USES_LIBRARIES.search(cell.source) for cell in notebook.cells)


def _walled_kernel(work: Path, wall: Wall, libraries: bool) -> type[AsyncKernelManager]:
    """A manager whose kernel is ours, in whatever environment; nothing has to be installed for it."""
    environment = {
        LIBRARIES: "1" if libraries else "",
        VARIABLE: wall.to_text(),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "IPYTHONDIR": str(work / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(work),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(work)),
    }
    argv = [sys.executable, "-m", "analysis.report.kernel", "-f", "{connection_file}"]

    class WalledKernelManager(AsyncKernelManager):
        connection_file = str(work / "kernel.json")

        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(argv=argv, env=environment, display_name="Dure", language="python")

        async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]
            with (work / KERNEL_LOG).open("wb") as log:
                await AsyncKernelManager.start_kernel(self, **options, stdout=log, stderr=log)

    return WalledKernelManager


def _failed(report: Report, cause: str | Exception, heading: str = "") -> ReportError:
    """Two lines: which report, in whose edition, under which heading; and why."""
    if isinstance(cause, Exception):
        cause = str(cause) if isinstance(cause, DureError) else f"{type(cause).__name__}: {cause}"
    fields = {"report": report.name, "audience": report.parameters.get("audience", ""), "heading": heading}
    key = "failed_under" if heading else "failed"
    error = ReportError(*(
        message(f"report.run.{key}", language, **fields) + "\n"
        + message("report.run.cause", language, cause=" ".join(str(cause).split()))
        for language in ("ko", "en")
    ))  # fmt: skip
    error.to = report.to
    return error


def _heading(notebook: nbformat.NotebookNode, source: str) -> str:
    """The heading under which the cell stands."""
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = next(
                (line.lstrip("# ") for line in cell.source.splitlines() if line.startswith("#")), heading
            )
        elif cell.source == source:
            break
    return heading


def _with_progress(steps: Iterable[Any], total: int) -> Iterable[Any]:
    return tqdm(steps, total=total, unit="", leave=False, disable=not sys.stderr.isatty())


def _say(text: str) -> None:
    tqdm.write(text, file=sys.stderr)
