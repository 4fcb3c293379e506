"""Editions for the tests of a site: pages written by hand, and the tables that were released for them."""

from __future__ import annotations

from pathlib import Path

from analysis.release import Bundle
from analysis.report.place import file_name
from analysis.report.site.contents import Block, Contents, Face, Leading, ReportContents
from tests.report.small_report import KIND, SATISFACTION, bundle, words

PAGE = """<!doctype html><html lang="{language}"><head><meta name="dure-finding" content="satisfaction kind"></head>
<body><header><!--languages--><!--files--></header>
<div class="block" id="q-satisfaction"><h3><span class="place">1.</span> 만족도</h3><p class="finding">반이 넘음</p>
<ul class="points"><li>평균은 3.7점</li></ul></div>
<div class="block" id="q-kind"><h3>조직유형</h3><p class="finding">협동조합이 많음</p></div>
</body></html>
"""


def edition_in(
    root: Path, *given: Bundle, year: int = 2016, languages: tuple[str, ...] = ("ko",), page: str = PAGE
) -> tuple[Path, Path]:
    """(folder of the edition, data/processed/<year>) with a page and a workbook of each survey in each language."""
    folder, processed = root / "reports" / "members" / str(year), root / "processed" / str(year)
    folder.mkdir(parents=True)
    for one in given or (bundle(KIND, SATISFACTION),):
        file = processed / one.survey / f"released.{one.audience}.json"
        file.parent.mkdir(parents=True)
        file.write_text(one.dumps(), encoding="utf-8")
        for language in languages:
            (folder / file_name(one.survey, "html", language)).write_text(
                page.format(language=language), encoding="utf-8"
            )
            (folder / file_name(one.survey, "xlsx", language)).touch()
    return folder, processed


def contents(
    year: int = 2016, blocks: tuple[Block, ...] = (), names: tuple[str, ...] = ("orgs",), language: str = "ko"
) -> Contents:
    """The contents of a year whose reports have these blocks, and lead with the first of them."""
    leading = tuple(
        Leading(id=one.id.removeprefix("q-"), title=one.heading, lead=(f"{one.finding}.",), finding=(one.finding,))
        for one in blocks
    )
    return Contents(
        year=year, audience="members", publisher=words("연대회의", "Federation"),
        reports=tuple(
            ReportContents(name=name, faces={language: Face(title=f"{name} 조사", leading=leading, blocks=blocks)})
            for name in names
        ),
    )  # fmt: skip
