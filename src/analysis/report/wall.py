"""The wall around a notebook: an audit hook that lets it see released tables and nothing else of the project.

Built on `sys.addaudithook` (PEP 578): Python raises an event before it opens a file, starts a program or
connects to another machine, and a hook that raises stops it. A hook cannot be taken away again. It is a wall
against mistakes and habits, in pure Python and the same on every system; no cage for hostile native code.

Libraries that open files without telling Python (pyarrow's reader, sqlite's) are kept out by name.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

VARIABLE = "DURE_WALL"

# Where the paths stand among an event's arguments (https://docs.python.org/3/library/audit_events.html).
LOOKING = {"os.listdir": (0,), "os.scandir": (0,), "os.chdir": (0,)}
_ONE = (
    "open os.chmod os.chown os.getxattr os.listxattr os.mkdir os.remove os.removexattr os.rmdir os.setxattr "
    "os.truncate os.utime os.walk os.fwalk shutil.chown shutil.rmtree _winapi.CreateFile"
)
_TWO = (
    "os.link os.rename os.symlink shutil.copyfile shutil.copymode shutil.copystat shutil.copytree "
    "shutil.move shutil.unpack_archive _winapi.CreateJunction"
)
TOUCHING = (
    LOOKING
    | dict.fromkeys(_ONE.split(), (0,))
    | dict.fromkeys(_TWO.split(), (0, 1))
    | {"shutil.make_archive": (0, 2)}
)
STARTING = frozenset(
    "subprocess.Popen os.system os.exec os.fork os.forkpty os.posix_spawn os.spawn os.startfile "
    "os.startfile/2 pty.spawn _winapi.CreateProcess".split()
)
CONNECTING = frozenset(
    "socket.connect socket.bind socket.sendto socket.sendmsg socket.getaddrinfo socket.gethostbyname "
    "socket.gethostbyaddr urllib.Request http.client.connect ftplib.connect smtplib.connect "
    "webbrowser.open".split()
)
NATIVE = frozenset(
    "ctypes.dlopen ctypes.dlsym ctypes.dlsym/handle ctypes.call_function sqlite3.connect".split()
)
READS_UNSEEN = ("pyarrow", "fastparquet", "sqlite3", "_sqlite3")
LOOPBACK = ("127.0.0.1", "::1")


class WallError(PermissionError):
    """A notebook reached for something that was not released to it."""


class HiddenLibrary(ImportError):
    """A library that could read past the wall; to those who import it, it is not installed."""


@dataclass(frozen=True)
class Wall:
    """What a kernel may not touch: everything in `forbidden`, except what is in `allowed`. Absolute paths."""

    forbidden: tuple[Path, ...]
    allowed: tuple[Path, ...]

    def to_text(self) -> str:
        return json.dumps(
            {"forbidden": list(map(str, self.forbidden)), "allowed": list(map(str, self.allowed))}
        )

    @classmethod
    def from_environment(cls) -> Wall:
        """The wall that the starting process asked for; the variable is gone afterwards. KeyError without
        one."""
        given = json.loads(os.environ.pop(VARIABLE))
        return cls(
            *(tuple(Path(path).resolve() for path in given[name]) for name in ("forbidden", "allowed"))
        )

    def raise_hook(self) -> None:
        """From now on, until this process ends, events that pass the wall raise WallError or HiddenLibrary."""
        sys.addaudithook(_Guard(self))


class _Guard:
    """The hook. It is called for every event of the interpreter, so what concerns nobody must leave at once."""

    def __init__(self, wall: Wall) -> None:
        self._forbidden, self._allowed = _Places(wall.forbidden), _Places(wall.allowed)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in TOUCHING:
            for index in TOUCHING[event]:
                if index < len(arguments):
                    self._check_path(event, arguments[index])
        elif event == "import":
            _check_import(*arguments[:2])
        elif event in STARTING:
            _refuse("다른 프로그램을 실행할 수 없습니다", "not start other programs", event)
        elif event in CONNECTING:
            # asyncio's wake-up pipe is a pair of local sockets on Windows.
            if sys.platform != "win32" or not _is_local(arguments):
                _refuse("다른 컴퓨터에 연결할 수 없습니다", "not connect to anything", event)
        elif event in NATIVE:
            _refuse("파이썬 밖의 기능을 부를 수 없습니다", "not call native functions", event)

    def _check_path(self, event: str, given: Any) -> None:
        path = _plain(given)
        if path is None:
            return
        places = _places_on_the_way(path)
        if self._forbidden.any_in(places) and not self._allowed.any_in(places):
            _refuse("공개 처리된 표만 읽을 수 있습니다", "read released tables only", path)
        # A folder's descriptor would open what is below it by name (dir_fd), and what moves a folder moves
        # its files.
        if event not in LOOKING and self._forbidden.are_below(places[0]) and os.path.isdir(places[0]):
            _refuse("공개 처리된 표만 읽을 수 있습니다", "read released tables only", path)


class _Places:
    """Folders, known by name and by what the file system calls them (other spellings, mounts)."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._names = frozenset(os.path.normcase(folder) for folder in folders)
        self._numbers = frozenset(number for folder in folders if (number := _number(str(folder))))

    def any_in(self, places: list[str]) -> bool:
        return any(
            os.path.normcase(place) in self._names or _number(place) in self._numbers for place in places
        )

    def are_below(self, folder: str) -> bool:
        start = os.path.join(os.path.normcase(folder), "")
        return any(name.startswith(start) for name in self._names)


def _places_on_the_way(path: str) -> list[str]:
    """The real path, and every folder it lies in."""
    places = [os.path.realpath(path)]
    while (parent := os.path.dirname(places[-1])) != places[-1]:
        places.append(parent)
    return places


def _number(place: str) -> tuple[int, int] | None:
    try:
        status = os.stat(place)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None


def _plain(given: Any) -> str | None:
    """The path as a plain text; None for what names no file (a descriptor that is open already).

    A path object of somebody's own could say one thing here and another to the system, so it is refused.
    """
    if isinstance(given, int):
        return None
    if given is None:
        return "."
    if isinstance(given, (bytearray, memoryview)):
        given = bytes(given)
    if isinstance(given, os.PathLike) and type(given).__module__.partition(".")[0] in (
        "pathlib",
        "posix",
        "nt",
    ):
        given = os.fspath(given)
    if isinstance(given, bytes):
        return os.fsdecode(bytes(given))
    if isinstance(given, str):
        return str.__str__(given)
    _refuse("이런 종류의 경로는 쓸 수 없습니다", "not use paths of this kind", type(given).__name__)


def _check_import(name: Any, file: Any) -> None:
    """Refuse a hidden library by its name, and its compiled parts under whatever name."""
    hidden = str(name).partition(".")[0] in READS_UNSEEN
    if not hidden and isinstance(file, str):
        hidden = any(part.partition(".")[0] in READS_UNSEEN for part in Path(file).parts)
    if hidden:
        raise HiddenLibrary(
            f"이 노트북은 공개 처리된 표만 읽을 수 있습니다: {name} (this notebook may read released tables only)"
        )


def _is_local(arguments: tuple[Any, ...]) -> bool:
    host = arguments[1] if len(arguments) > 1 else None
    return (host[0] if isinstance(host, tuple) else host) in LOOPBACK


def _refuse(korean: str, english: str, what: str) -> NoReturn:
    raise WallError(f"이 노트북은 {korean}: {what} (this notebook may {english})")
