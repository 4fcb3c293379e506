"""A ledger to make mistakes in: three events, a few claims, and a way to change a line."""

from __future__ import annotations

from pathlib import Path

import start

LEDGER_2016 = start.ROOT / "data" / "raw" / "2016"

WORDS = """\
title: {ko: 사업보고, en: Report}
publisher: {ko: 연대회의, en: Federation}
pillars:
  policy: {ko: 정책, en: Policy}
kinds:
  meeting: {ko: 회의, en: meetings}
  forum: {ko: 포럼, en: forums}
bodies:
  board: {ko: 이사회, en: Board}
  policy_committee: {ko: 정책 위원회, en: Policy committee}
meetings:
  board: C1
"""
EVENTS = """\
id,start,end,precision,pillar,kind,also,body,title,title_en,place,place_en,participants,section,quote
E1,2016-03-02,2016-03-02,day,,회의,,이사회,제1차 이사회,,,,9명,,
E2,2016-05-30,2016-06-01,day,정책,포럼,회의,정책위원회,봄 포럼,Spring forum,수원,Suwon,100여명,,"참여: 100여명"
E3,2016-01-01,2016-12-31,year,,회의,,이사회,제2차 이사회,,,,,,
"""
CLAIMS = """\
id,subject,subject_en,value,unit,unit_en,count,note,note_en,section,quote
C1,이사회,Board,2,회,meeting,events where body = 이사회 and kind = 회의,,,,
"""


def keep(folder: Path, events: str = EVENTS, claims: str = CLAIMS, words: str = WORDS) -> Path:
    """The three files in a folder of 2016."""
    year = folder / "2016"
    year.mkdir(exist_ok=True)
    for name, text in (("events.csv", events), ("claims.csv", claims), ("ledger.yml", words)):
        (year / name).write_text(text, encoding="utf-8")
    return year


def claiming(count: str, value: str = "2") -> str:
    """claims.csv with one claim that is counted like that."""
    return CLAIMS.splitlines()[0] + f'\nC1,이사회,Board,{value},회,meeting,"{count}",,,,참여: 100여명\n'
