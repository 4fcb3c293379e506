"""A small project whose every word is hostile, in both languages: title, publisher, questions, answers, file name,
activities, commentary. What the words would do if anything obeyed them: set `window.obeyed`."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import start
from tests.bad_input.control import down, rows, text
from tests.bad_input.names import NAMES
from tests.bad_input.project import project_with
from tests.bad_input.questionnaires import CONTROL
from tests.bad_input.texts import FORMULAS

RAW = start.ROOT / "data" / "raw" / "2016"
LEDGER = ("events.csv", "claims.csv", "ledger.yml", "activities.yml", "commentary.yml")

SCRIPT = "<script>obeyed=1</script>"
IMAGE = '<img src=x onerror="obeyed=2">'
ENDS = f"</title></style></script></svg>-->]]>{SCRIPT}"
QUOTES = "\"'><b onmouseover=obeyed=3 style=position:fixed>"
MARKDOWN = "**굵게** [링크](javascript:obeyed=4) ![x](//x.invalid/x.png) `코드` # 제목"
FORMULA_TEXT = r"$\frac{1}{2}$ \input{/etc/passwd}"
TEMPLATE = "{{ 7*7 }} {% raw %} {obeyed} %s {0}"
TURNED = "뒤집힌 \u202eabc 12\u202c 3"  # a right-to-left override
UNENDED = "끝없는 \u2067\u202b 34 56"  # an isolate and an embedding that nobody ends
HEBREW = "שלום 12 עולם"
UNSEEN = "보이지\u200b 않는\ufeff 것\x07 \x1b[31m"
LONG = "아주긴낱말" * 60 + "W" * 300
PICTURES = "👩\u200d🌾 🙂 𠮷"
FORMULA = "=1+cmd|'/C calc'!A0"

WORST = [SCRIPT, IMAGE, ENDS, QUOTES, MARKDOWN, FORMULA_TEXT, TEMPLATE, TURNED, UNENDED, HEBREW, UNSEEN, LONG, PICTURES]
ANSWERS = [f"{words} 답" for words in WORST]  # not what the questionnaire says: that would be a leak

# A plain word of the control's questionnaire → in its place, a hostile one in Korean and in English.
WORDS = {
    "ko: 도구 사용 조사": f"도구 조사 {ENDS}",
    "en: Survey of users": f"Survey {ENDS}",
    "publisher: 만든 곳": f"연대회의 {IMAGE} {UNENDED}",
    "A: 사용": f"사용 {QUOTES} {TURNED}",
    "ask: 하는 일": f"하는 일 {SCRIPT} {TURNED}",
    "ask: 설명서의 품질": f"설명서 {MARKDOWN} {LONG}",
    "ask: 도구의 품질": f"도구 {TEMPLATE} {FORMULA_TEXT} {HEBREW}",
    "ask: 사용한 해": f"해 {QUOTES}",
    "ask: 운영체제": f"체제 {ENDS}",
    "ask: 가장 도움이 되는 것": f"도움 {IMAGE}",
    "manager: Manager": f"Manager {SCRIPT} {PICTURES}",
    "scientist: Scientist/Researcher": f"Scientist {TURNED}",
    "developer: Software Developer": f"Developer {UNENDED}",
    "administrator: System Administrator": f"관리 {LONG}",
    "support: User Support Staff": FORMULA,
    "2: 나쁨": f"나쁨 {IMAGE}",
    "4: 좋음": f"좋음 {HEBREW}",
}


def hostile_project(folder: Path) -> Path:
    """The project folder, with a survey and a ledger of 2016."""
    form = CONTROL
    for plain, hostile in WORDS.items():
        assert form.count(plain) == 1, plain
        form = form.replace(plain, f"{plain.split(': ')[0]}: {quoted(hostile)}")
    table = rows(*down("H", ANSWERS + FORMULAS), *down("F", [""] * 60))
    said = {plain.split(": ")[1]: hostile for plain, hostile in WORDS.items()}
    table = [[said.get(cell, cell) for cell in line] for line in table]
    root = project_with(folder, {NAMES["markup"]: text(table).encode()}, form)
    for name in LEDGER:
        shutil.copyfile(RAW / name, root / "data/raw/2016" / name)
    _hostile_events(root / "data/raw/2016/events.csv")
    _hostile_commentary(root / "data/raw/2016/commentary.yml")
    return root


def quoted(words: str) -> str:
    """As YAML writes any string: JSON is YAML, but for its halves of letters beyond the first plane."""
    return json.dumps(words, ensure_ascii=False).replace("\ufeff", "\\ufeff")


def _hostile_events(file: Path) -> None:
    """Every title, place and participant is followed by something hostile, in both languages."""
    heading, *events = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
    told = [heading.index(name) for name in ("title", "title_en", "place", "place_en", "content", "content_en")]
    for at, event in enumerate(events):
        for column in told:
            if event[column]:
                event[column] += " " + WORST[at % len(WORST)].replace("|", "/")
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heading, *events])
    file.write_text(out.getvalue(), encoding="utf-8")


def _hostile_commentary(file: Path) -> None:
    words = file.read_text(encoding="utf-8")
    hostile = {"ko": f"기조 {ENDS} {TURNED}", "en": f"Direction {ENDS} {TURNED}"}
    before, _, after = words.partition("achievements:")
    head = before.partition("direction:")[0]
    head += f"direction:\n  ko: {quoted(hostile['ko'])}\n  en: {quoted(hostile['en'])}\n\n"
    remark = f'implications:\n  control:\n  - {quoted(f"시사점 {MARKDOWN} {IMAGE} {UNENDED}")}\n'
    file.write_text(head + "achievements:" + after.replace("implications: {}", remark, 1), encoding="utf-8")
