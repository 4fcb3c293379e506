"""The year on one line: every event at its day, every label in a place of its own."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts import draw
from analysis.charts.events import events
from analysis.charts.marks import Bar, Units
from analysis.charts.timeline_labels import short
from analysis.charts.view import WIDE, View
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table
from tests.charts.invented_tables import table
from tests.charts.read_svg import size, texts, units

PILLARS = ("policy", "joint", "none")
TITLES = ("정기포럼 (1)", "협동조합 지역·부문·업종 연합회 대표자 연석회의", "논평(총선 대응) 1", "간담회: 서울지역협동조합협의회")


def event(
    start: str, end: str = "", pillar: str = "policy", title: str = "모임", **changes: object
) -> dict[str, object]:
    first = dt.date.fromisoformat(start)
    day = f"{first.month}월 {first.day}일"
    return {
        "start": start, "end": end or start, "pillar": pillar, "dated": True, "outside": False,
        "title": {"ko": title}, "day": {"ko": day},
        "when": {"ko": f"{first.year}. {first.month}. {first.day}."},
        **changes,
    }  # fmt: skip


def timeline(*happened: dict[str, object]) -> Table:
    apart = {
        "undated": sum(not one["dated"] for one in happened),
        "outside": sum(bool(one["outside"]) for one in happened),
    }
    cells = [Cell("", "total", item, "count", number, n=number) for item, number in apart.items()]
    labels = [Label(f"{month:02}", Words(ko=f"{month}월")) for month in range(1, 13)]
    return table(
        "events", cells, question="timeline",
        rows=tuple(Label(pillar, Words(ko=f"{pillar} 축")) for pillar in (*PILLARS, "total")),
        items=(*labels, Label("undated", Words(ko="일자 미상")), Label("outside", Words(ko="회계연도 밖"))),
        facts={"events": list(happened), "respondents": {"counter": "건"}},
    )  # fmt: skip


def pictures(of: Table) -> tuple[str, str]:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide, drawing.svg_narrow


def said(svg: str) -> list[str]:
    return [text.text for text in texts(svg)]


def test_twelve_months_stand_below_every_lane_that_has_events() -> None:
    wide, _ = pictures(timeline(event("2016-03-02"), event("2016-05-05", pillar="joint")))
    assert [said(wide).count(f"{month}월") for month in (1, 6, 12)] == [2, 2, 2]
    assert "policy 축" in said(wide) and "none 축" not in said(wide)


def test_an_event_stands_at_its_day() -> None:
    """A leader for each, as far across as the day is in the year."""
    days = ("2016-01-01", "2016-07-01", "2016-12-31")
    wide, _ = pictures(timeline(*(event(day) for day in days)))
    found = sorted(text.left for text in texts(wide) if text.text in ("1월 1일", "7월 1일", "12월 31일"))
    first, middle, last = found
    assert (middle - first) / (last - first) == pytest.approx(182 / 365, abs=0.002)


def test_events_of_one_day_stand_beside_each_other_under_one_date() -> None:
    wide, narrow = pictures(timeline(event("2016-05-19", title="논평"), event("2016-05-19", title="포럼")))
    assert said(wide).count("5월 19일") == said(narrow).count("5월 19일") == 1
    assert units(wide, "indigo") == 2
    assert {"논평", "포럼"} <= {*said(wide)} & {*said(narrow)}


def test_a_reader_of_the_picture_hears_the_days_in_their_order() -> None:
    days = ("2016-11-02", "2016-03-02", "2016-05-05")
    wide, _ = pictures(timeline(*(event(day) for day in days)))
    heard = [text for text in said(wide) if text.endswith("일")]
    assert heard == ["3월 2일", "5월 5일", "11월 2일"]


def test_a_span_is_a_bar_from_its_first_day_to_its_last() -> None:
    marks = [*events(View(timeline(event("2016-04-01", "2016-05-31"), event("2016-12-31")), "ko", WIDE))]
    (bar,) = (mark for mark in marks if isinstance(mark, Bar) and mark.fill == "indigo")
    units = [mark for mark in marks if isinstance(mark, Units) and mark.fill == "indigo"]
    dots = sorted(x for mark in units for x, _ in mark.at)
    assert [bar.x, bar.x + bar.width] == pytest.approx(dots[:2])
    assert bar.width / (dots[2] - dots[0]) == pytest.approx(60 / 274)  # days to 31 May, and to the end


def test_what_has_no_day_of_the_year_is_told_below_in_words() -> None:
    undated = event("2016-01-01", "2016-12-31", title="조사(21곳)", dated=False)
    outside = event("2017-02-08", title="보고회", outside=True)
    for svg in pictures(timeline(event("2016-03-02"), undated, outside)):
        assert "일자 미상 1건" in said(svg)
        assert "조사" in said(svg)
        assert "2017. 2. 8. 보고회" in said(svg)


def test_on_a_phone_the_year_runs_down_month_by_month() -> None:
    days = ("2016-11-02", "2016-03-02", "2016-03-20")
    _, narrow = pictures(timeline(*(event(day) for day in days)))
    months = {text.text: text.top for text in texts(narrow) if text.text in ("3월", "11월")}
    assert months["3월"] < months["11월"]
    assert said(narrow).count("3월") == 1


def test_every_event_of_a_busy_year_keeps_its_name() -> None:
    """In the wide drawing or in words below: nothing is lost."""
    many = [event(f"2016-{1 + at % 12:02}-{1 + at * 7 % 28:02}", title=f"제{at}차 회의") for at in range(60)]
    for svg in pictures(timeline(*many)):
        whole = " ".join(said(svg))
        assert all(f"제{at}차 회의" in whole for at in range(60))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(2016, 1, 1), dt.date(2016, 12, 31)),
            st.integers(0, 70),
            st.sampled_from(PILLARS),
            st.sampled_from(TITLES),
        ),
        min_size=1,
        max_size=24,
    )
)
def test_no_label_touches_another_and_none_leaves_the_figure(
    drawn: list[tuple[dt.date, int, str, str]],
) -> None:
    happened = []
    for day, more, pillar, title in drawn:
        end = min(day + dt.timedelta(more), dt.date(2016, 12, 31))
        happened.append(event(day.isoformat(), end.isoformat(), pillar, title))
    for svg in pictures(timeline(*happened)):
        width, height = size(svg)
        found = texts(svg)
        assert [(one.text, other.text) for one, other in combinations(found, 2) if one.covers(other)] == []
        assert all(text.left > -1 and text.right < width + 1 and text.bottom < height + 1 for text in found)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("논평(총선 및 20대 국회 대응) 1", "논평 1"),
        ("정책토론회(정기포럼 (3)과 같은 날)", "정책토론회"),
        ("지역정책협의회 (2)", "지역정책협의회 (2)"),
        ("닫히지 않은 (괄호", "닫히지 않은 (괄호"),
    ],
)
def test_a_name_is_a_title_without_its_remarks(title: str, name: str) -> None:
    assert short(title) == name
