"""Korean names in an English page are marked as Korean."""

from __future__ import annotations

import pytest

from analysis.report.foreign import mark_korean


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        ("<p>Published by 두레</p>", '<p>Published by <span lang="ko">두레</span></p>'),
        ("<p>두레 협동조합 (Seoul)</p>", '<p><span lang="ko">두레 협동조합</span> (Seoul)</p>'),
        ("<svg><text x='1'>두레</text></svg>", "<svg><text lang=\"ko\" x='1'>두레</text></svg>"),
        ('<a title="두레">x</a>', '<a title="두레">x</a>'),
        ("<title>두레</title>", "<title>두레</title>"),
        ("<script>'두레'</script>", "<script>'두레'</script>"),
        ("<p>no Korean</p>", "<p>no Korean</p>"),
    ],
)
def test_runs_of_hangul_are_marked_where_an_element_may_stand(given: str, marked: str):
    assert mark_korean(given) == marked
