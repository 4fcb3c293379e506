"""A page carries the rules that it has something for, and no others."""

from __future__ import annotations

import pytest

from analysis.report.rules import rules_used

PAGE = '<p class="note big" id="end">주</p><script>box.classList.toggle("over")</script>'


@pytest.mark.parametrize(
    "rule",
    [
        "p{margin:0}",
        ".note{color:red}",
        ".note.big > b{color:red}",
        '#end::before{content:""}',
        ".over{color:red}",  # the script's word
        ".note:not(.gone){color:red}",
        ":is(.note,.gone) b{color:red}",
        "[data-few]{width:auto}",
        '@page{margin:1cm;@top-left{content:".gone"}}',
    ],
)
def test_a_rule_that_may_hold_stays(rule: str) -> None:
    assert rules_used(rule, PAGE) == rule


@pytest.mark.parametrize("rule", [".gone{color:red}", ".note .gone{color:red}", "#gone{color:red}"])
def test_a_rule_for_what_is_not_there_goes(rule: str) -> None:
    assert rules_used(rule, PAGE) == ""


def test_of_several_selectors_those_stay_that_may_hold() -> None:
    assert rules_used(".gone,.note:is(.a,.b),#gone{margin:0}", PAGE) == ".note:is(.a,.b){margin:0}"


def test_a_query_goes_with_the_last_of_its_rules() -> None:
    css = "@media print{.note{margin:0}.gone{margin:0}}@media (max-width:40rem){.gone{margin:0}}"
    assert rules_used(css, PAGE) == "@media print{.note{margin:0}}"
