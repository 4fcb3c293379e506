"""Options that have an order of their own."""

from __future__ import annotations

import pytest

from analysis.draft.bands import ordered


@pytest.mark.parametrize(
    "labels",
    [
        ["18-29", "30-44", "45-60", "> 60"],
        ["20대", "30대", "40대", "60대 이상"],
        ["5인 미만", "5~9인", "10~29인", "30인 이상"],
        ["5천만원 미만", "1억원 미만", "1억원~5억원", "5억원 이상"],
        ["2012년 이전", "2013~2014년", "2015년 이후"],
        ["$0 - $24,999", "$25,000 - $49,999", "$100,000 - $149,999", "150000"],
        [
            "Less than £25 000",
            "£25 000 to £29 999",
            "£70 000 to £99 000",
            "More than £100.000",
            "Prefer not to say",
        ],
        ["Less than 1 year", "1 year", "2-5 years", "5+ years"],
        ["Under 5 ft.", "5'4\"", "5'10\"", "6'0\"", "6'6\" and above"],
        ["Once", "Twice", "Three times", "More than five times"],
        ["Under ten", "Tens", "Hundreds", "Tens of thousands", "Hundreds of thousands or more"],
        ["Never", "Once a year or less", "A few times per month", "A few times per week", "Every day"],
        ["Less often than monthly", "Monthly", "Weekly", "Daily"],
        ["거의 안 함", "연 1회 이하", "월 1회", "주 1~2회", "매일"],
    ],
)
def test_bands_and_frequencies_are_ordered_by_what_they_say(labels: list[str]) -> None:
    found = ordered(sorted(labels))
    assert found and list(found.labels) == labels


@pytest.mark.parametrize(
    "labels",
    [
        ["RHEL 8", "Ubuntu 22", "Rocky 9"],
        ["예", "아니오"],
        ["Bachelor degree", "High school degree"],
        ["3.9", "3.10", "서울", "부산"],
    ],
)
def test_numbers_in_names_make_no_bands(labels: list[str]) -> None:
    assert ordered(labels) is None
