"""The folder of the notes: put in place of an earlier one by renaming, whole or not at all.

It remembers what was written into it. A file that somebody has changed since, or put there, is theirs: it stays, and
where a new one would stand in its place nothing is done.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import DureError
from analysis.language import LANGUAGES, message

_WRITTEN = ".dure_ask.json"  # the files that were written, with a digest of each


def write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write these files into `folder`, and take away what an earlier call wrote and nobody changed.

    Raises DureError where the folder holds nothing but others' files, where a changed file would be lost, and where
    the system refuses; then nothing has changed.
    """
    theirs = _theirs(folder)
    if lost := sorted(name for name in theirs if name in contents):
        raise _refusal("edited", folder, files=", ".join(lost))
    fresh, old = (folder.with_name(f".{folder.name}.{os.getpid()}{end}") for end in ("", ".old"))
    try:
        fresh.mkdir(parents=True)
        for name in theirs:
            _copy(folder / name, fresh / name)
        for name, content in contents.items():
            (fresh / name).write_bytes(content)
        written = {name: _digest(content) for name, content in contents.items()}
        (fresh / _WRITTEN).write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
        _swap(folder, fresh, old)
    except OSError as error:
        raise _refusal("not_written", folder, why=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _theirs(folder: Path) -> list[str]:
    """What lies in the folder and is not as an earlier call left it."""
    if not folder.exists():
        return []
    try:
        written = json.loads((folder / _WRITTEN).read_text(encoding="utf-8"))
        names = [path.name for path in folder.iterdir() if path.name != _WRITTEN]
        return [
            name
            for name in names
            if (folder / name).is_dir() or written.get(name) != _digest((folder / name).read_bytes())
        ]
    except (OSError, ValueError):
        if folder.is_dir() and not any(folder.iterdir()):
            return []
        raise _refusal("other_folder", folder) from None


def _swap(folder: Path, fresh: Path, old: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise


def _copy(path: Path, to: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, to)
    else:
        shutil.copy2(path, to)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refusal(key: str, folder: Path, **fields: str) -> DureError:
    said = {"folder": folder.as_posix(), **fields}
    return DureError(*(message(f"ask.{key}", language, **said) for language in LANGUAGES))
