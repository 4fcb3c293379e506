"""A tiny survey, released, and notebooks that show it."""

from __future__ import annotations

from pathlib import Path

import nbformat

from analysis.questionnaire.words import Words
from analysis.release import Bundle, Section
from analysis.report.run import Report
from analysis.tables import Cell, Label, Table

COUNTER = {"respondents": {"ko": "회원단체", "en": "member", "en_plural": "members", "counter": "개"}}


def words(ko: str, en: str | None = None) -> Words:
    return Words(ko=ko, en=en)


def choice(
    question: str, title: str, counts: dict[str, int | None], group: str = "", level: str = ""
) -> Table:
    """A single-choice table; a count of None is suppressed."""
    base = sum(2 if count is None else count for count in counts.values())
    cells = [Cell(level, "", "", "base", base, n=base, base=base)]
    for item, count in counts.items():
        status = "shown" if count is not None else "suppressed"
        share = None if count is None or not base else round(count / base, 3)
        cells += [
            Cell(level, "", item, "count", count, n=count, base=base, status=status),
            Cell(level, "", item, "share", share, n=count, base=base, status=status),
        ]
    return Table(
        "orgs", 2016, question, group, "single", words(title), words(title + "?"), words("전체"),
        words("연대회의, 「조사」"), levels=(Label(level, words(level or "전체")),),
        items=tuple(Label(item, words(f"보기 {item}")) for item in counts),
        facts={"no": "A1", "section": "A", **COUNTER}, cells=tuple(cells),
    )  # fmt: skip


def scale(question: str, title: str, counts: tuple[int, ...]) -> Table:
    """A five-point scale with its nets, mean and score."""
    base = sum(counts)
    found = {str(point): count for point, count in enumerate(counts, start=1)}
    found |= {"1+2": counts[0] + counts[1], "4+5": counts[3] + counts[4]}
    mean = sum(point * count for point, count in enumerate(counts, start=1)) / base
    cells = [Cell("", "", "", "base", base, n=base, base=base)]
    for item, count in found.items():
        cells.append(Cell("", "", item, "count", count, n=count, base=base))
        cells.append(Cell("", "", item, "share", round(count / base, 3), n=count, base=base))
    cells.append(Cell("", "", "", "mean", round(mean, 2), n=base, base=base))
    cells.append(Cell("", "", "", "score100", round((mean - 1) / 4 * 100, 1), n=base, base=base))
    labels = {"1": "매우 불만족", "2": "불만족", "3": "보통", "4": "만족", "5": "매우 만족",
              "1+2": "매우 불만족+불만족", "4+5": "만족+매우 만족"}  # fmt: skip
    return Table(
        "orgs", 2016, question, "", "scale", words(title), words(title + "?"), words("전체"),
        words("연대회의, 「조사」"), levels=(Label("", words("전체")),),
        items=tuple(Label(item, words(label)) for item, label in labels.items()),
        facts=COUNTER
        | {"no": "C2", "section": "C", "points": 5, "good": "high", "top": "4+5", "bottom": "1+2"},
        cells=tuple(cells),
    )  # fmt: skip


def bundle(*tables: Table, invented: bool = False, audience: str = "members", **changes: object) -> Bundle:
    sections = (("A", "일반현황"), ("C", "평가"))
    fields = {
        "survey": "orgs", "year": 2016, "audience": audience, "invented": invented,
        "title": words("회원 조사", "Survey"), "publisher": words("연대회의", "Federation"), "n_respondents": 14,
        "facts": {**COUNTER, "sample": {"kind": "census"}, "banners": {"kind": {"ko": "조직유형"}}},
        "sections": tuple(
            Section(name, words(title), tuple(t.question for t in tables if t.facts["section"] == name))
            for name, title in sections
        ),
        "tables": tables,
    }  # fmt: skip
    return Bundle(**(fields | changes))  # type: ignore[arg-type]


SATISFACTION = scale("satisfaction", "전반적 만족도", (0, 1, 4, 7, 2))
KIND = choice("kind", "조직유형", {"a": 5, "b": 7, "c": None})


def project_in(folder: Path) -> Path:
    """A project with raw answers that no notebook may see."""
    raw = folder / "project" / "data" / "raw" / "2016"
    raw.mkdir(parents=True)
    (raw / "answers.csv").write_text("이름,답\n서울,비밀\n", encoding="utf-8")
    return folder / "project"


def report_in(
    project: Path, *cells: str, given: Bundle | None = None, name: str = "report", language: str = "ko"
) -> Report:
    """A report of these cells: code, or (for texts that begin with "#") headings."""
    given = given or bundle(KIND, SATISFACTION)
    released = project / "data" / "processed" / "2016" / given.survey / f"released.{given.audience}.json"
    released.parent.mkdir(parents=True, exist_ok=True)
    released.write_text(given.dumps(), encoding="utf-8")
    made = [
        nbformat.v4.new_code_cell('year, audience, language = 0, "", ""', metadata={"tags": ["parameters"]})
    ]
    for cell in cells:
        made.append(
            nbformat.v4.new_markdown_cell(cell) if cell.startswith("#") else nbformat.v4.new_code_cell(cell)
        )
    notebook = project / f"{name}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=made), notebook)
    return Report(
        name, notebook, (released,), {"year": 2016, "audience": given.audience, "language": language},
        project / "reports" / given.audience / "2016" / f"{name}.html",
        forbidden=(project / "data", project / "reports"),
    )  # fmt: skip
