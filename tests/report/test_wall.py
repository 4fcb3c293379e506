"""A members' notebook tries to reach what was not released. Each way must fail, and the kernel still work."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from analysis.report.run import make_report
from tests.report.small_report import project_in, report_in

ATTEMPTS = {
    "open": "open(raw)",
    "a path of bytes": "open(os.fsencode(raw))",
    "Path.read_text": "pathlib.Path(raw).read_text()",
    "a relative path": "open(os.path.relpath(raw))",
    "a relative path from elsewhere": "(os.chdir(outside), open('../project/data/raw/2016/answers.csv'))",
    "a symlink on the file": "open(outside / 'file')",
    "a symlink on the folder": "open(outside / 'folder' / 'answers.csv')",
    "the root of the process": "open('/proc/self/root' + raw)",
    "a folder's descriptor": "os.open('data/raw/2016/answers.csv', 0, dir_fd=os.open(project, 0))",
    "a path that changes its mind": "io.FileIO(Fickle())",
    "a new symlink": "os.symlink(raw, 'mine')",
    "a hard link": "os.link(raw, 'mine')",
    "a copy": "shutil.copy(raw, 'mine')",
    "moving the folder above": "os.rename(project, 'mine')",
    "the responses": "open(os.path.join(project, 'data/processed/2016/orgs/responses.csv'))",
    "another audience's bundle": "open(project + '/data/processed/2016/orgs/released.committee.json')",
    "os.listdir": "os.listdir(os.path.dirname(raw))",
    "os.scandir": "list(os.scandir(os.path.dirname(raw)))",
    "the folders of other notebooks": "os.listdir('..')",
    "pandas.read_csv": "pandas.read_csv(raw)",
    "pandas.read_parquet": "pandas.read_parquet(raw)",
    "numpy.fromfile": "numpy.fromfile(raw, dtype='u1')",
    "numpy.memmap": "numpy.memmap(raw)",
    "pyarrow": "__import__('pyarrow.csv')",
    "sqlite": "__import__('sqlite3').connect(raw)",
    "subprocess": "subprocess.run(['cat', raw], capture_output=True, check=True)",
    "os.system": "os.system('cat ' + raw)",
    "a shell command of IPython": "get_ipython().system('cat ' + raw)",
    "os.posix_spawn": "os.posix_spawn('/bin/cat', ['cat', raw], {})",
    "os.fork": "os.fork()",
    "the C library": "ctypes.CDLL(None).open(raw.encode(), 0)",
    "the C library inside Python": "ctypes.pythonapi.open(raw.encode(), 0)",
    "another machine": "socket.create_connection(('127.0.0.1', 9), timeout=1)",
    "a web address": "urllib.request.urlopen('http://127.0.0.1:9', timeout=1)",
    "the wall's own description": "os.environ['DURE_WALL']",
}

TRY = """
import ctypes, io, json, os, pathlib, shutil, socket, subprocess, urllib.request
import numpy, pandas

raw, project, outside = {raw!r}, {project!r}, pathlib.Path({outside!r})

class Fickle(os.PathLike):
    def __init__(self): self.asked = 0
    def __fspath__(self):
        self.asked += 1
        return raw if self.asked == 1 else "harmless.txt"

here, outcomes = os.getcwd(), {{}}
for name, attempt in {attempts!r}.items():
    try:
        outcomes[name] = "PASSED " + repr(eval(attempt))
    except Exception as error:
        outcomes[name] = f"{{type(error).__name__}}: {{error}}"
    os.chdir(here)
print("BEGIN" + json.dumps(outcomes) + "END")
"""

DRAW = """
import io
import matplotlib
matplotlib.use("svg")
from matplotlib import pyplot
figure = pyplot.figure()
figure.add_subplot().plot([1, 2, 3])
figure.text(.5, .5, "두레")
text = io.StringIO()
figure.savefig(text, format="svg")
print("DRAWN", "</svg>" in text.getvalue(), pandas.DataFrame({"a": ["가"]}).a.str.len().sum())
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("wall")
    project = project_in(folder)
    raw = project / "data" / "raw" / "2016" / "answers.csv"
    outside = folder / "outside"
    outside.mkdir()
    (outside / "file").symlink_to(raw)
    (outside / "folder").symlink_to(raw.parent)
    for name in ("responses.csv", "released.committee.json"):
        (project / "data" / "processed" / "2016" / "orgs").mkdir(parents=True, exist_ok=True)
        (project / "data" / "processed" / "2016" / "orgs" / name).write_text("비밀", encoding="utf-8")
    cell = TRY.format(raw=str(raw), project=str(project), outside=str(outside), attempts=ATTEMPTS)
    return make_report(report_in(project, cell, DRAW)).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def outcomes(page: str) -> dict[str, str]:
    found = re.search("BEGIN(.*)END", page)
    assert found
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_way_leads_past_the_wall(outcomes: dict[str, str], attempt: str):
    refused = ("WallError: 이 노트북은 ", "HiddenLibrary: 이 노트북은 ", "KeyError: 'DURE_WALL'")
    by_pandas = "ImportError: Unable to find a usable engine" if attempt == "pandas.read_parquet" else refused
    assert outcomes[attempt].startswith(by_pandas), outcomes[attempt]
    assert "서울,비밀" not in outcomes[attempt]


def test_the_refusal_says_what_may_be_read(outcomes: dict[str, str]):
    assert "공개 처리된 표만 읽을 수 있습니다" in outcomes["open"]
    assert "may read released tables only" in outcomes["open"]
    assert str(Path("2016", "answers.csv")) in outcomes["open"]


def test_behind_the_wall_charts_are_drawn_and_frames_are_made(page: str):
    assert "DRAWN True 1" in page
