"""The sample of the survey on the Basic Plan: some 320 answers, as a form on the web exports them.

`coop_respondents` draws who answered what; here it is written down, and made as untidy as it really comes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from analysis.intake.columns.headings import PartKey
from analysis.questionnaire import Questionnaire, find_questionnaire, load_questionnaire

from .coop_answers import Answers
from .coop_respondents import respondents
from .dice import Dice
from .register import ROOT
from .spelling import csv_text, headings, key_of, row_of, spelled

ANSWERS = ROOT / "data" / "raw" / "2016" / "coop_basic_plan" / "answers.invented.csv"
SEED = 2016
RESPONDENTS = 322  # one of them twice; beside them a test row and an empty one

OPENED = dt.datetime(2016, 8, 22, 9, 12, 40)
OLD_FORM = 24  # the first ones saw a form whose scales were numbers

# Where somebody stopped: the row, counted from 1 without the test row, and the first question left blank.
STOPPED = {
    31: "plan_awareness", 58: "plan_tasks", 77: "service_use", 96: "priorities", 118: "plan_awareness",
    139: "legal_needs", 161: "plan_tasks", 187: "allocation", 204: "best_areas", 233: "service_use",
    251: "priorities", 268: "plan_awareness", 290: "direction", 307: "allocation",
}  # fmt: skip
SENT_TWICE = 214  # pressed the button again
SENT_EMPTY = 11  # after this one somebody sent the first form, which required nothing, without an answer

# What some wrote instead; by row.
UNTIDY: dict[int, dict[PartKey, str]] = {
    7: {PartKey("sales"): "약 5천만원"},
    9: {PartKey("members"): "13명"},
    14: {PartKey("founded"): "14.03"},
    19: {PartKey("capital"): "30,000,000원"},
    23: {PartKey("plan_score"): "60점"},
    28: {PartKey("members"): "약 150명"},
    35: {PartKey("founded"): "2014년 봄"},
    41: {PartKey("sales"): "없음"},
    47: {PartKey("employees"): "없음"},
    52: {PartKey("allocation", "finance", ""): "40억", PartKey("allocation", "markets", ""): "30억",
         PartKey("allocation", "education", ""): "15억", PartKey("allocation", "federations", ""): "10억",
         PartKey("allocation", "publicity", ""): "5억"},
    63: {PartKey("capital"): "2천만원"},
    69: {PartKey("founded"): "2013년 12월"},
    74: {PartKey("sales"): "1억 2천만원"},
    83: {PartKey("allocation", "finance", ""): "30", PartKey("allocation", "markets", ""): "30",
         PartKey("allocation", "education", ""): "20", PartKey("allocation", "federations", ""): "10",
         PartKey("allocation", "publicity", ""): "20"},
    88: {PartKey("plan_score"): "모름"},
    92: {PartKey("members"): "열두 명"},
    104: {PartKey("founded"): "2015.7.1"},
    111: {PartKey("allocation", "finance", ""): "50", PartKey("allocation", "markets", ""): "50",
          PartKey("allocation", "education", ""): "", PartKey("allocation", "federations", ""): "",
          PartKey("allocation", "publicity", ""): ""},
    126: {PartKey("sales"): "월 300만원"},
    133: {PartKey("plan_score"): "110"},
    145: {PartKey("allocation", "finance", ""): "25", PartKey("allocation", "markets", ""): "25",
          PartKey("allocation", "education", ""): "20", PartKey("allocation", "federations", ""): "10",
          PartKey("allocation", "publicity", ""): "10"},
    152: {PartKey("priorities", "", "4"): "공공구매 확대", PartKey("priorities", "", "2"): "공공구매 확대"},
    168: {PartKey("collaboration"): "없음, 공동교육"},
    175: {PartKey("employees"): "3~4명"},
    183: {PartKey("capital"): "비공개"},
    196: {PartKey("allocation", "finance", ""): "1", PartKey("allocation", "markets", ""): "2",
          PartKey("allocation", "education", ""): "3", PartKey("allocation", "federations", ""): "4",
          PartKey("allocation", "publicity", ""): "5"},
    209: {PartKey("members"): "200여명"},
    222: {PartKey("founded"): "2014"},
    241: {PartKey("sales"): "결산 중"},
    263: {PartKey("plan_satisfaction"): "보통 이하"},
    277: {PartKey("position"): "기타: 이사장 겸 사무국장"},
    299: {PartKey("comment"): "-"},
    312: {PartKey("must_have"): "없음"},
}  # fmt: skip

# The secretary tried the form before it went out.
TEST_ROW = {
    PartKey("legal_type"): "일반협동조합",
    PartKey("membership_type"): "사업자협동조합",
    PartKey("region"): "서울",
    PartKey("founded"): "테스트",
    PartKey("operating"): "운영 중",
    PartKey("members"): "테스트",
    PartKey("must_have"): "테스트",
    PartKey("comment"): "테스트입니다. 지워 주세요.",
}


def answers_csv() -> bytes:
    """The export: UTF-8 with a byte order mark, a time stamp first, several choices joined by commas."""
    questionnaire = load_questionnaire(find_questionnaire(ROOT, "coop_basic_plan", 2016))
    dice = Dice(SEED)
    table = [["타임스탬프", *titles(questionnaire)]]
    table.append([stamp(OPENED), *row_of(questionnaire, {}, TEST_ROW)])
    times = sorted_times(dice)
    for number, answers in enumerate(respondents(dice, RESPONDENTS), start=1):
        cells = row_of(questionnaire, answers, dict(as_written(questionnaire, number, answers)))
        time = next(times)
        table.append([stamp(time), *cells])
        if number == SENT_TWICE:
            table.append([stamp(time + dt.timedelta(seconds=4)), *cells])
        if number == SENT_EMPTY:
            table.append([stamp(time + dt.timedelta(minutes=3)), *[""] * len(cells)])
    return ("\ufeff" + csv_text(table)).encode("utf-8")


def titles(questionnaire: Questionnaire) -> Iterator[str]:
    """The columns as a form heads them: it asks every column of a grid as a question of its own."""
    for part, heading in zip(questionnaire.parts(), headings(questionnaire), strict=True):
        if part.row_words and part.column_words:
            question = heading.rpartition(" [")[0]
            yield f"{question} - {part.column_words.ko} [{part.row_words.ko}]"
        else:
            yield heading


def as_written(questionnaire: Questionnaire, number: int, answers: Answers) -> Iterator[tuple[PartKey, str]]:
    """What stands in a respondent's row otherwise than the form would have put it."""
    stopped = False
    for part in questionnaire.parts():
        key = key_of(part)
        stopped = stopped or part.question == STOPPED.get(number)
        if stopped:
            yield key, ""
        elif key in UNTIDY.get(number, {}):
            yield key, UNTIDY[number][key]
        elif number <= OLD_FORM and part.answer.kind == "scale" and answers.get(key, "0") != "0":
            yield key, answers[key]
        elif words := answers.words.get(key):
            yield key, f"{spelled(part, answers[key])}: {words}"


def sorted_times(dice: Dice) -> Iterator[dt.datetime]:
    """When they answered: many in the first days and after the reminder, few at night."""
    first, reminder = OPENED.replace(hour=0, minute=0, second=0), dt.datetime(2016, 9, 12)
    times = []
    for _ in range(RESPONDENTS):
        begin = first if dice.chance(0.6) else reminder
        days = min(int(dice.between(0, 4.4) ** 2), 17)
        hours = min(22.9, max(7.2, 14.5 + 3.2 * dice.normal()))
        times.append(begin + dt.timedelta(days=days, seconds=int(hours * 3600) + 1))
    return iter(sorted(time if time > OPENED else OPENED + (OPENED - time) for time in times))


def stamp(time: dt.datetime) -> str:
    """A time as forms in Korea print it: 2016. 8. 22 오전 9:12:40."""
    half = "오전" if time.hour < 12 else "오후"
    return f"{time.year}. {time.month}. {time.day} {half} {time.hour % 12 or 12}:{time:%M:%S}"
