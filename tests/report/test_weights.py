"""Which letters the embedded bold font must have, as a browser would tell from page and stylesheet."""

from __future__ import annotations

import pytest

from analysis.report.weights import BOLD, REGULAR, letters_by_weight

CSS = """
/* b { font-weight: 400 } */
th, td { font-weight: 400 } thead th { font-weight: 700 } .note b { font-weight: 400 }
.finding { color: red; font-weight: 700 } .big small, .unit { font-weight: 400 }
#origin dt { font: 700 1rem/1.5 var(--sans) } tr.all > * { font-weight: 700 }
@media print { .kick { font-weight: 700 } .finding { font-weight: 400 } }
"""


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<h2>두<i>레</i></h2><p>가</p>", "두레"),
        ("<p>가<b>나</b><strong>다</strong></p>", "나다"),
        ("<table><thead><tr><th>가</thead><tbody><tr><th>나</th><td>다</td></tbody></table>", "가"),
        ("<table><tbody><tr class='x all'><th>가</th><td>나</td></tr></table>", "가나"),
        ("<div class='note'><b>가</b></div><b>나</b>", "나"),
        ("<p class='finding'>가<span class='unit'>나</span><data value='1'>다</data></p>", "가다"),
        ("<div id='origin'><dl><dt>가</dt></dl></div><dt>나</dt>", "가"),
        ("<p class='kick'>가</p>", "가"),
        ("<svg><text>가</text><g font-weight='700'><text>나</text></g><title>다</title></svg>", "나"),
        ("<h1>가&#45208;</h1><style>h1{다}</style><script>'라'</script><br><p>마</p>", "가나"),
    ],
)
def test_bold_letters_are_those_that_a_browser_shows_bold(html: str, bold: str) -> None:
    assert {letter for letter in letters_by_weight(html, CSS)[BOLD] if letter > "~"} == set(bold)


def test_the_regular_font_has_every_letter_that_is_shown() -> None:
    letters = letters_by_weight("<h1>가</h1><p>나 1</p><style>다</style>", CSS)
    assert letters[REGULAR] == " 1가나"


def test_numbers_are_in_both_fonts() -> None:
    """A script may show them anywhere."""
    assert letters_by_weight("<p>14개</p>", CSS)[BOLD] == "14"
