"""What JupyterLab is told for our runs, beside the reader's own settings: keys that stay out of the panel, no news.

JupyterLab reads `overrides.json` (defaults of settings) and `page_config.json` (extensions that are left out) from
its folder of application settings; it gets one of its own, and what somebody has set for themselves stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

# Keys of a notebook that act wherever the focus is, but in a field that is typed in: x cuts the cell, the arrows
# leave a list. They shall act where the cell itself has the focus, and not where a widget in it has.
_ANYWHERE = re.compile(r"(?P<within>(?:\.jp-Notebook|\[data-jp-kernel-user\])\S*) :focus(?::not\(:read-write\))?$")
_LEFT_OUT = ("@jupyterlab/extensionmanager-extension", "@jupyterlab/apputils-extension:announcements")


def write_settings(folder: Path, schemas: Path) -> None:
    """Write the two files into `folder`. schemas: where JupyterLab keeps the defaults of its settings."""
    overrides = {
        "@jupyterlab/shortcuts-extension:shortcuts": {"shortcuts": list(_shortcuts(schemas))},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    _write(folder / "overrides.json", overrides)
    _write(folder / "page_config.json", {"disabledExtensions": dict.fromkeys(_LEFT_OUT, True)})


def _shortcuts(schemas: Path) -> Iterator[Mapping[str, Any]]:
    """Each key of a notebook that acts anywhere, switched off, and again where it acts on cells alone."""
    for file in sorted(schemas.glob("@jupyterlab/*/*.json")):
        for shortcut in json.loads(file.read_text(encoding="utf-8")).get("jupyter.lab.shortcuts", ()):
            anywhere = _ANYWHERE.match(shortcut["selector"])
            if anywhere:
                yield {**shortcut, "disabled": True}
                yield {**shortcut, "selector": f"{anywhere['within']} .jp-Cell:focus"}


def _write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
