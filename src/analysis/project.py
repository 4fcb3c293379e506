"""Where the project is that somebody works in."""

from __future__ import annotations

from pathlib import Path

EXPLORED = "explored"  # the folder, within the project's, of what the committee keeps for itself; not in git


def project_root() -> Path:
    """The folder with `questionnaires/` at or above the working folder; else the one this program was installed from."""
    here = Path.cwd()
    installed = Path(__file__).resolve().parents[2]
    return next(
        (folder for folder in (here, *here.parents) if (folder / "questionnaires").is_dir()), installed
    )
