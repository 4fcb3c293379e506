"""A browser without a window, told what to do through its DevTools protocol: one start for all pages of a run."""

from __future__ import annotations

import itertools
import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websocket import WebSocket, WebSocketException, create_connection

from analysis.browser import flags

SECONDS_TO_START = 30
SECONDS_AN_ANSWER = 120
ENDING = 10


class ChromiumError(Exception):
    """The browser did not start, did not answer, or said no; its words are for an error that a person reads."""


class Tab:
    """A page of the browser. `call` asks for one thing and waits for it."""

    def __init__(self, address: str) -> None:
        self._socket = _connect(address)
        self._numbers = itertools.count(1)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a method of the protocol. Raises ChromiumError."""
        number = next(self._numbers)
        try:
            self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
            while (told := json.loads(self._socket.recv())).get("id") != number:
                pass  # an event that nobody waits for
        except (OSError, ValueError, WebSocketException) as error:
            raise ChromiumError(f"{method}: {type(error).__name__}: {error}") from error
        if "error" in told:
            raise ChromiumError(f"{method}: {told['error'].get('message', told['error'])}")
        return told["result"]

    def evaluate(self, script: str) -> Any:
        """What a script says, once it is done with whatever it waits for. Raises ChromiumError."""
        told = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise ChromiumError(str(told["exceptionDetails"].get("text")))
        return told["result"].get("value")

    def close(self) -> None:
        self._socket.close()


class Chromium:
    """A running browser. Tabs may be opened from several threads."""

    def __init__(self, port: int, path: str) -> None:
        self._host = f"ws://127.0.0.1:{port}"
        self._path = path

    @contextmanager
    def tab(self, page: Path) -> Iterator[Tab]:
        """A tab that has read the file `page`, with its letters."""
        browser = Tab(self._host + self._path)
        try:
            made = browser.call("Target.createTarget", url="about:blank")["targetId"]
            tab = Tab(f"{self._host}/devtools/page/{made}")
            try:
                _read(tab, page)
                yield tab
            finally:
                tab.close()
                browser.call("Target.closeTarget", targetId=made)
        finally:
            browser.close()


@contextmanager
def chromium(browser: Path) -> Iterator[Chromium]:
    """Start the browser with a profile of its own that is thrown away. Raises ChromiumError."""
    with tempfile.TemporaryDirectory(prefix="dure-browser-", ignore_cleanup_errors=True) as profile:
        with Path(profile, "log").open("wb") as log:
            try:
                running = subprocess.Popen(
                    [browser, *flags(), "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                )  # fmt: skip
            except OSError as error:
                raise ChromiumError(str(error)) from error
            try:
                yield Chromium(*_listening(running, Path(profile)))
            finally:
                _end(running)


def _listening(running: subprocess.Popen, profile: Path) -> tuple[int, str]:
    """The port and path where the browser waits, which it writes into its profile."""
    told = profile / "DevToolsActivePort"
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        lines = told.read_text(encoding="ascii").split() if told.exists() else []
        if len(lines) == 2:
            return int(lines[0]), lines[1]
        if running.poll() is not None:
            break
        time.sleep(0.02)
    said = (profile / "log").read_text(encoding="utf-8", errors="replace").split("\n")
    last = next((line for line in reversed(said) if line.strip()), "")
    raise ChromiumError(f"{Path(str(running.args[0])).name}: {last or 'no answer'}")  # type: ignore[index]


def _end(running: subprocess.Popen) -> None:
    running.terminate()
    try:
        running.wait(ENDING)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


def _read(tab: Tab, page: Path) -> None:
    address = page.resolve().as_uri()
    told = tab.call("Page.navigate", url=address)
    if "errorText" in told:
        raise ChromiumError(f"{page.name}: {told['errorText']}")
    wait = "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"
    tab.evaluate(f"{wait}.then(() => document.fonts.ready).then(() => true)")


def _connect(address: str) -> WebSocket:
    try:
        # Chromium lets only those in that do not come from a web page.
        return create_connection(address, timeout=SECONDS_AN_ANSWER, suppress_origin=True)
    except (OSError, WebSocketException) as error:
        raise ChromiumError(f"{type(error).__name__}: {error}") from error
