"""A ledger is read whole, or the line that cannot be used is told."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from analysis.ledger import LedgerError, read
from tests.ledger.keeping import CLAIMS, EVENTS, LEDGER_2016, WORDS, claiming, keep


def test_the_ledger_of_2016_has_31_events_and_23_claims() -> None:
    ledger = read(LEDGER_2016)
    assert (ledger.year, len(ledger.events), len(ledger.claims)) == (2016, 31, 23)
    assert len(ledger.own) == 30  # the report itself was presented on 8 February 2017


def test_an_event_keeps_its_words_and_where_it_stands(tmp_path: Path) -> None:
    forum = read(keep(tmp_path)).events[1]
    assert (forum.id, forum.body, forum.kinds, forum.pillar) == (
        "E2", "policy_committee", ("forum", "meeting"), "policy",
    )  # fmt: skip
    assert (forum.title.text("en"), forum.place and forum.place.text("en")) == ("Spring forum", "Suwon")
    assert (forum.file, forum.line, forum.days) == ("events.csv", 3, 3)


def test_participants_are_kept_as_written_and_a_lower_bound_stays_one(tmp_path: Path) -> None:
    board, forum, _ = read(keep(tmp_path)).events
    assert (forum.participants, forum.attendance and forum.attendance.at_least) == ("100여명", True)
    assert board.attendance and (board.attendance.number, board.attendance.at_least) == (9, False)


@pytest.mark.parametrize(
    ("event", "korean", "english"),
    [("E01", "2016. 3. 18. 이전(일자 미상)", "before 18 March 2016 (date unknown)"),
     ("E05", "2016. 4.~5.", "April–May 2016"),
     ("E11", "2016. 6. 24.~25.", "24–25 June 2016"),
     ("E16", "2016. 9. 20.", "20 September 2016"),
     ("E27", "일자 미상", "date unknown")],
)  # fmt: skip
def test_dates_are_told_as_exactly_as_the_report_does(event: str, korean: str, english: str) -> None:
    found = {event.id: event for event in read(LEDGER_2016).events}[event]
    assert (found.when("ko"), found.when("en")) == (korean, english)


@pytest.mark.parametrize(
    ("event", "korean", "english"),
    [("E02", "2월 24일(수)", "Wed 24 February"),
     ("E05", "4월~5월", "April–May"),
     ("E11", "6월 24일(금)~25일(토)", "Fri 24 June – Sat 25 June"),
     ("E27", "", "")],
)  # fmt: skip
def test_within_the_year_a_date_names_month_day_and_weekday(event: str, korean: str, english: str) -> None:
    found = {event.id: event for event in read(LEDGER_2016).events}[event]
    assert (found.in_year("ko", weekday=True), found.in_year("en", weekday=True)) == (korean, english)


def test_an_event_tells_its_hosts_content_and_evaluation_line_by_line() -> None:
    convention = {event.id: event for event in read(LEDGER_2016).events}["E19"]
    assert [line.ko for line in convention.hosts] == ["한국협동사회경제연대회의", "경기따복공동체 지원센터"]
    assert [line.ko for line in convention.content] == ["기초강연 및 주제별 토론", "종합토론", "토크콘서트"]
    assert [line.ko for line in convention.evaluation] == [
        "회원단체들이 참여할 수 있는 새로운 방식",
        "지역대회에 연대하여 공동기획 및 지원",
        "회원단체 활동가들이 함께 모일 수 있는 행사",
    ]


def test_lines_that_are_missing_in_english_are_told(tmp_path: Path) -> None:
    head, *lines = EVENTS.splitlines()
    events = "\n".join([head + ",content,content_en", lines[0] + ",강연 | 토론,Lecture"])
    with pytest.raises(LedgerError, match="'content' 칸은 한국어가 2줄, 영어가 1줄"):
        read(keep(tmp_path, events=events))


def test_a_file_saved_by_korean_excel_is_read_too(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "events.csv").write_bytes(EVENTS.replace("\n", "\r\n").encode("cp949"))
    (folder / "claims.csv").write_bytes(codecs.BOM_UTF8 + CLAIMS.encode("utf-8"))
    assert read(folder).events[0].title.ko == "제1차 이사회"


EVENT_MISTAKES = [
    (("정책,포럼", "정잭,포럼"), 3, "'pillar' 칸의 '정잭'은(는) 모르는 말입니다. 쓸 수 있는 말: 정책"),
    ((",이사회,제1차", ",이사진,제1차"), 2, "'body' 칸의 '이사진'"),
    (("정책,포럼", "정책,포름"), 3, "'kind' 칸의 '포름'"),
    (("포럼,회의", "포럼,회으"), 3, "'also' 칸의 '회으'"),
    (("2016-03-02,2016-03-02", "2016.3.2,2016-03-02"), 2, "'2016.3.2'은(는) 날짜가 아닙니다"),
    (("2016-05-30", "2016-02-30"), 3, "'2016-02-30'은(는) 날짜가 아닙니다"),
    (("2016-06-01", "2016-05-01"), 3, "끝난 날(2016-05-01)이 시작한 날(2016-05-30)보다 빠릅니다"),
    (("E3,", "E1,"), 4, "'E1'이(가) 2행에 이미 있습니다"),
    (("봄 포럼", ""), 3, "'title' 칸이 비어 있습니다"),
    ((",day,정책", ",week,정책"), 3, "'precision' 칸의 'week'"),
    (("participants", "attendance"), 1, "'participants' 열이 없습니다"),
]


@pytest.mark.parametrize(("change", "line", "words"), EVENT_MISTAKES)
def test_a_mistake_in_events_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int, words: str
) -> None:
    assert change[0] in EVENTS
    with pytest.raises(LedgerError) as error:
        read(keep(tmp_path, events=EVENTS.replace(*change, 1)))
    assert (error.value.file, error.value.line) == ("events.csv", line)
    assert str(error.value).startswith(f"events.csv {line}행: ") and words in str(error.value)


CLAIM_MISTAKES = [
    ("events where body = 감사", "'body' 칸의 '감사'"),
    ("events where colour = red", "조건 'colour = red'"),
    ("events", "규칙 'events'"),
    ("__import__('os').getcwd()", "규칙 '__import__"),
    ("participants of E9", "활동 'E9'이(가) events.csv에 없습니다"),
    ("participants of E3", "'E3'의 participants 칸에 수가 없습니다"),
    ("days of E3", "'E3'에는 확인된 일자가 없습니다"),
    ("respondents of 회원단체", "'회원단체'은(는) 조사의 이름이 될 수 없습니다"),
    ("cannot:", "규칙 'cannot:'"),
]


@pytest.mark.parametrize(("count", "words"), CLAIM_MISTAKES)
def test_a_rule_that_names_nothing_is_told_with_its_line(tmp_path: Path, count: str, words: str) -> None:
    with pytest.raises(LedgerError) as error:
        read(keep(tmp_path, claims=claiming(count)))
    assert str(error.value).startswith("claims.csv 2행: ") and words in str(error.value)


def test_a_value_that_is_no_number_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="value 칸의 '여러 번'"):
        read(keep(tmp_path, claims=claiming("days of E1", value="여러 번")))


@pytest.mark.parametrize(
    ("change", "words"),
    [(("board: C1", "board: C9"), "주장 'C9'이(가) claims.csv에 없습니다"),
     (("meetings:\n", "meeting:\n"), "ledger.yml 11행: 'meeting'"),
     (("title: {ko: 사업보고, en: Report}\n", ""), "'title' 항목이 빠졌습니다")],
)  # fmt: skip
def test_a_mistake_in_the_words_is_told(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    with pytest.raises(LedgerError) as error:
        read(keep(tmp_path, words=WORDS.replace(*change)))
    assert words in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "claims.csv").unlink()
    with pytest.raises(LedgerError, match="claims.csv: 파일이 없습니다"):
        read(folder)


def test_a_folder_that_is_no_year_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="연도"):
        read(tmp_path)
