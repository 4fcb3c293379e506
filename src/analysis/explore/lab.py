"""JupyterLab on a working copy of the explore notebook, with the panel standing there when the browser opens it.

It listens on this machine alone, asks for its token, and takes its settings from `lab_settings`.
"""

from __future__ import annotations

import re
import secrets
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import analysis.report  # noqa: F401  (before nbformat and what it validates with: seconds of every process)

# isort: split
import nbformat
import zmq
from jupyter_core.utils import ensure_async
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.sign import NotebookNotary

from analysis.errors import DureError
from analysis.explore.lab_settings import write_settings
from analysis.language import LANGUAGES, message
from analysis.project import EXPLORED
from analysis.whole import write_whole

_ORIGINAL = "notebooks/explore.ipynb"
_PANEL = re.compile(r"from analysis\.explore\.panel import Panel\s+Panel\([^()]*\)\s*")  # the cell that shows it
_PATIENCE = 120  # seconds until a panel that does not come is left to the reader


class LabError(DureError):
    """JupyterLab cannot be started."""


def working_copy(root: Path, language: str) -> Path:
    """The notebook that is worked in, copied where it is not there yet: explored/explore.ipynb, in English
    explored/explore.en.ipynb. Raises LabError where there is nothing to copy."""
    copy = root / EXPLORED / ("explore.ipynb" if language == "ko" else f"explore.{language}.ipynb")
    if not copy.is_file():
        write_whole(copy, original(root, language))
    return copy


def original(root: Path, language: str) -> str:
    """The notebook as it comes with the program, in JSON, its panel in the language. Raises LabError."""
    file = root / _ORIGINAL
    if not file.is_file():
        raise LabError(*(message("explore.panel.lab.no_notebook", one, path=_ORIGINAL) for one in LANGUAGES))
    text = file.read_text(encoding="utf-8")
    return text if language == "ko" else text.replace("Panel()", f"Panel(language='{language}')")


def run_lab(root: Path, language: str, tell: Callable[[str], None], browser: bool = True) -> None:
    """Start JupyterLab on the notebook and stay until it is stopped. tell: says where it is; browser: open one."""
    notebook = working_copy(root, language)
    with tempfile.TemporaryDirectory(prefix="dure-lab-") as settings:
        tell(message("explore.panel.lab.starting", language))
        server = _server(root, notebook, Path(settings))

        async def begin() -> None:
            with suppress(Exception):  # the notebook opens all the same, and says which button runs it
                await _run_panel(server, notebook, original(root, language))
            page = server.connection_url.rstrip("/") + _address(root, notebook)
            tell(message("explore.panel.lab.started", language))
            tell(f"  {page}?token={server.identity_provider.token}")
            tell(message("explore.panel.lab.stop", language))
            if browser:
                server.launch_browser()

        # It would ask in English whether it was meant, or leave the kernel to itself.
        signal.signal(signal.SIGINT, lambda *_: server.stop(from_signal=True))
        server.io_loop.add_callback(begin)
        server.start()


def _server(root: Path, notebook: Path, settings: Path) -> ServerApp:
    """The server, listening and not yet started."""
    given = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.allow_remote_access": "False",
        "IdentityProvider.token": secrets.token_hex(24),
        "ServerApp.root_dir": str(root),
        "ServerApp.open_browser": "False",  # which `run_lab` does, once there is something to see
        "ServerApp.allow_root": "True",  # in containers nobody is anything else
        "ServerApp.log_level": "ERROR",
        "LabApp.log_level": "ERROR",
        "KernelManager.transport_encryption": "auto" if zmq.has("curve") else "disabled",
        "LabApp.default_url": _address(root, notebook),
        "LabApp.app_settings_dir": str(settings),
        "LabApp.extension_manager": "readonly",
        "LabApp.news_url": "None",
    }
    # Answers and what was made for others are no reading for the committee: they are not listed.
    hidden = [f"--ContentsManager.hide_globs={name}" for name in ("data", "secretariat", "__pycache__", "*.pyc")]
    server = LabApp.initialize_server([*(f"--{name}={value}" for name, value in given.items()), *hidden])
    lab = next(iter(server.extension_manager.extension_apps["jupyterlab"]))
    write_settings(settings, Path(lab.schemas_dir))
    return server


def _address(root: Path, notebook: Path) -> str:
    """The notebook alone, without the tabs of other days."""
    return f"/doc/tree/{notebook.relative_to(root).as_posix()}"


def cell_to_run(
    notebook: nbformat.NotebookNode, as_it_came: nbformat.NotebookNode, notary: NotebookNotary
) -> int | None:
    """The place of the cell that shows the panel; None where it cannot be run unasked.

    Somebody else may have made the notebook: no other code is run, and since JupyterLab believes a notebook as a whole,
    nothing is but in one that it believes already, or that is as it came.
    """
    cells = list(enumerate(notebook.cells))
    place = next((at for at, cell in cells if cell.cell_type == "code" and _PANEL.fullmatch(cell.source)), None)
    same = [cell.source for _, cell in cells] == [cell.source for cell in as_it_came.cells]
    others = any(cell.get("outputs") for at, cell in cells if at != place)
    return place if (same and not others) or notary.check_signature(notebook) else None


async def _run_panel(server: ServerApp, path: Path, as_it_came: str) -> None:
    """Run the panel's cell in the session that the notebook will be opened in, so that nobody needs to press a key."""
    notebook = nbformat.read(path, as_version=4)
    notary = server.contents_manager.notary
    at = cell_to_run(notebook, nbformat.reads(as_it_came, as_version=4), notary)
    if at is None:
        return
    notebook.cells[at].outputs = []  # of the kernel of another day
    place = path.relative_to(server.root_dir).as_posix()
    session = await server.session_manager.create_session(
        path=place, name=path.name, type="notebook", kernel_name="python3"
    )
    kernel = server.kernel_manager.get_kernel(session["kernel"]["id"])
    client = kernel.client()
    client.start_channels()
    try:
        await ensure_async(client.wait_for_ready(timeout=_PATIENCE))
        runner = NotebookClient(notebook, km=kernel, timeout=_PATIENCE)
        runner.kc = client
        await runner.async_execute_cell(notebook.cells[at], at)
    except CellExecutionError:
        pass  # what is wrong stands below the cell
    finally:
        client.stop_channels()
    write_whole(path, nbformat.writes(notebook) + "\n")
    notary.sign(notebook)
