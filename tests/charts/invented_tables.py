"""Tables of every kind for any number of respondents, cell by cell as the tables room builds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

RESPONDENTS = {
    "ko": "회원단체",
    "en": "member organisation",
    "en_plural": "member organisations",
    "counter": "개",
}
ALL = Label("", Words(ko="전체", en="All"))
LEVELS = (
    ALL,
    Label("capital", Words(ko="수도권", en="Capital area")),
    Label("rest", Words(ko="그 밖의 지역", en="Rest")),
)
SATISFACTION = ("매우 불만족", "불만족", "보통", "만족", "매우 만족")
OPTIONS = ("조속히 추진", "조직정비 후 추진", "현 체제 유지", "반대", "잘 모르겠다", "기타")
LONG = (
    "지역·부문·업종 사이의 협력을 넓히고 회원단체가 함께 쓸 수 있는 교육 과정과 자료를 꾸준히 마련하는 일",
    "짧은 것",
)


def labels(words: Sequence[str], first: str = "o") -> tuple[Label, ...]:
    return tuple(Label(f"{first}{at}", Words(ko=text)) for at, text in enumerate(words, start=1))


def spread(n: int, parts: int, equal: bool = False) -> list[int]:
    """n respondents over some options, unevenly; or all on the second one."""
    if equal:
        return [n if at == 1 else 0 for at in range(parts)]
    weights = [(at * 7) % 5 + (at % 3) for at in range(parts)] or [1]
    counts = [n * weight // (sum(weights) or 1) for weight in weights]
    counts[0] += n - sum(counts)
    return counts


def counted(
    items: Sequence[str], counts: Sequence[int], base: int, level: str = "", row: str = ""
) -> Iterator[Cell]:
    yield Cell(level, row, "", "base", base, n=base, base=base)
    for item, count in zip(items, counts, strict=True):
        yield Cell(level, row, item, "count", count, n=count, base=base)
        if base:
            yield Cell(level, row, item, "share", count / base, n=count, base=base)


def measured(level: str, row: str, item: str, base: int, **values: float) -> Iterator[Cell]:
    for stat, value in values.items():
        status = "shown" if base else "empty"
        yield Cell(level, row, item, stat, value if base else None, n=base, base=base, status=status)


def table(kind: str, cells: Sequence[Cell], **given: object) -> Table:
    facts = {"no": "C2", "section": "C", "sample": "census", "n_respondents": 14, "respondents": RESPONDENTS}
    whole = Table(
        survey="member_orgs",
        year=2016,
        question=kind,
        group="",
        kind=kind,
        title=Words(ko="시험 문항", en="A question"),
        asked=Words(ko="무엇을 고르시겠습니까?"),
        base=Words(ko="회원단체"),
        source=Words(ko="꾸며 낸 자료"),
        levels=(ALL,),
    )
    return replace(whole, cells=tuple(cells), facts=facts | given.pop("facts", {}), **given)  # type: ignore[arg-type, operator]


def split(n: int) -> list[tuple[str, int]]:
    """The levels and how many respondents each has."""
    return [("", n), ("capital", n - n // 3), ("rest", n // 3)]


def choice(
    n: int, kind: str = "single", words: Sequence[str] = OPTIONS, equal: bool = False, group: bool = False
) -> Table:
    options = labels(words)
    ids = [option.id for option in options]
    cells = [
        cell
        for level, base in (split(n) if group else [("", n)])
        for cell in counted(ids, spread(base, len(ids), equal), base, level)
    ]
    facts = {"other": [ids[-1]], "exclusive": [], "ordered": False}
    return table(
        kind, cells, items=options, facts=facts, **({"group": "area", "levels": LEVELS} if group else {})
    )


def multi(n: int, **how: object) -> Table:
    return choice(n, "multi", **how)  # type: ignore[arg-type]


def date(n: int, words: Sequence[str] = ("2014년", "2015년", "2016년"), **how: object) -> Table:
    return choice(n, "date", words=words, **how)  # type: ignore[arg-type]


def point_cells(n: int, k: int, level: str = "", row: str = "", equal: bool = False) -> Iterator[Cell]:
    ids, counts = [str(point) for point in range(1, k + 1)], spread(n, k, equal)
    yield from counted(ids, counts, n, level, row)
    if k >= 4:
        nets = {f"{k - 1}+{k}": sum(counts[-2:]), "1+2": sum(counts[:2])}
        yield from [*counted(list(nets), list(nets.values()), n, level, row)][1:]
    yield Cell(level, row, "not_applicable", "count", 2, n=2)
    mean = sum(point * count for point, count in enumerate(counts, 1)) / n if n else 0.0
    yield from measured(level, row, "", n, mean=mean, score100=(mean - 1) / (k - 1) * 100, median=round(mean))


def point_items(words: Sequence[str]) -> tuple[Label, ...]:
    k = len(words)
    nets = (f"{k - 1}+{k}", "1+2") if k >= 4 else ()
    return (
        *(Label(str(at), Words(ko=text)) for at, text in enumerate(words, start=1)),
        *(Label(net, Words(ko="+".join(words[int(point) - 1] for point in net.split("+")))) for net in nets),
        Label("not_applicable", Words(ko="이용 안 함", en="Not used")),
    )


def scale_facts(k: int, good: str) -> dict[str, object]:
    return {
        "points": k,
        "good": good,
        "top": f"{k - 1}+{k}" if k >= 4 else None,
        "bottom": "1+2" if k >= 4 else None,
    }


def scale(
    n: int, words: Sequence[str] = SATISFACTION, good: str = "high", equal: bool = False, group: bool = False
) -> Table:
    cells = [
        cell
        for level, base in (split(n) if group else [("", n)])
        for cell in point_cells(base, len(words), level, equal=equal)
    ]
    more = {"group": "area", "levels": LEVELS} if group else {}
    return table("scale", cells, items=point_items(words), facts=scale_facts(len(words), good), **more)


def grid(
    n: int,
    words: Sequence[str] = ("이메일(회의자료·회의록)", "홈페이지", "페이스북", "사무국 개별 연락"),
    equal: bool = False,
) -> Table:
    rows = labels(words, "r")
    cells = [cell for row in rows for cell in point_cells(n, 5, row=row.id, equal=equal)]
    facts = {"cell_kind": "scale", **scale_facts(5, "high")}
    base = Cell("", "", "", "base", n, n=n, base=n)
    return table("grid", [base, *cells], rows=rows, items=point_items(SATISFACTION), facts=facts)


def staff(n: int, words: Sequence[str] = ("상근", "비상근"), equal: bool = False) -> Table:
    """A grid of numbers: rows × women and men."""
    rows, columns = labels(words, "r"), (Label("women", Words(ko="여")), Label("men", Words(ko="남")))
    cells = [Cell("", "", "", "base", n, n=n, base=n)]
    for at, row in enumerate(rows):
        for column in columns:
            value = 3.0 if equal else float(at * 2 + len(column.id))
            cells += measured("", row.id, column.id, n, median=value, mean=value + 0.4)
    facts = {
        "cell_kind": "number",
        "unit": "명",
        "columns": [{"id": c.id, "kind": "number", "unit": "명"} for c in columns],
    }
    return table("grid", cells, rows=rows, items=columns, facts=facts)


def ranking(n: int, words: Sequence[str] = OPTIONS, equal: bool = False) -> Table:
    options, ranks = labels(words), ("1", "2", "3")
    ids = [option.id for option in options]
    by_rank = [spread(n, len(ids), equal)[at:] + spread(n, len(ids), equal)[:at] for at in range(3)]
    at_any = [min(n, sum(counts)) for counts in zip(*by_rank, strict=True)]
    cells = [Cell("", "", "", "base", n, n=n, base=n)]
    for row, counts in zip((*ranks, "1+2+3"), (*by_rank, at_any), strict=True):
        cells += counted(ids, counts, n, row=row)
    rows = (*(Label(rank, Words(ko=f"{rank}순위")) for rank in ranks), Label("1+2+3", Words(ko="1~3순위")))
    facts = {"ranks": 3, "at_any": "1+2+3", "other": [], "exclusive": []}
    return table("ranking", cells, rows=rows, items=options, facts=facts)


def number(n: int, kind: str = "number", equal: bool = False, group: bool = False, **facts: object) -> Table:
    values = sorted(7.0 if equal else float((at * 13) % 29 + 2) for at in range(n))
    if kind == "money":
        values = [value * 12_500_000 for value in values]
    cells = [Cell("", "", "", "base", n, n=n, base=n)]
    quartile = (lambda at: values[min(n - 1, n * at // 4)]) if values else (lambda at: 0.0)
    stats = {
        "mean": sum(values) / n if n else 0.0,
        "median": quartile(2),
        "q1": quartile(1),
        "q3": quartile(3),
        "sum": sum(values),
        "min": quartile(0),
        "max": quartile(4),
    }
    for level, base in split(n) if group else [("", n)]:
        cells += [] if not level else [Cell(level, "", "", "base", base, n=base, base=base)]
        cells += measured(level, "", "", base, **stats)
    for value in sorted(set(values)) if n <= 40 else []:
        count = values.count(value)
        cells.append(Cell("", "", f"={int(value)}", "count", count, n=count, base=n))
    unit = {"unit": "원", "asked_in": "천원"} if kind == "money" else {"unit": "회", "unit_en": "meetings"}
    more = {"group": "area", "levels": LEVELS} if group else {}
    return table(kind, cells, facts=unit | facts, **more)


def money(n: int, **how: object) -> Table:
    return number(n, "money", **how)  # type: ignore[arg-type]


def allocation(
    n: int,
    words: Sequence[str] = ("회비", "자체 사업수입", "정부·지자체 보조·위탁", "기부·후원", "기타"),
    equal: bool = False,
) -> Table:
    rows = labels(words, "r")
    parts = (
        [100 / len(rows)] * len(rows) if equal else [100 * share / 1000 for share in spread(1000, len(rows))]
    )
    cells = [Cell("", "", "", "base", n, n=n, base=n)]
    for row, part in zip(rows, parts, strict=True):
        cells += measured("", row.id, "", n, mean=part, median=part)
    return table("allocation", cells, rows=rows, facts={"unit": "%", "unit_en": "%", "total": 100})


def importance_performance(
    n: int,
    words: Sequence[str] = (
        "정책연대·제도개선",
        "정당·국회 대응",
        "지역·부문·업종 간 협력",
        "활동가 교육·양성",
        "조사·연구",
        "국제연대",
    ),
    equal: bool = False,
    gap: bool = True,
) -> Table:
    rows, cells = labels(words, "r"), [Cell("", "", "", "base", n, n=n, base=n)]
    for at, row in enumerate(rows):
        importance, performance = (
            (4.0, 3.0) if equal else (2.6 + (at * 37 % 24) / 10, 2.4 + (at * 53 % 20) / 10)
        )
        cells += measured("", row.id, "importance", n, mean=importance)
        cells += measured("", row.id, "performance", n, mean=performance)
        cells += measured(
            "", row.id, "quadrant", n, code=(2 if performance < 3.2 else 1) if importance > 3.7 else 3
        )
        cells += measured("", row.id, "gap", n, mean=importance - performance) if gap else []
    for side, cut in (("importance", 3.74), ("performance", 3.21)):
        cells += measured("", "", side, n, mean=cut)
    items = [
        Label(side, Words(ko=words))
        for side, words in (("importance", "중요도"), ("performance", "수행도"), ("gap", "격차"))
    ]
    facts = {"importance": {"points": 5, "good": "high"}, "performance": {"points": 5, "good": "high"}}
    return table("importance_performance", cells, rows=rows, items=tuple(items), facts=facts)


def events(question: str, cells: Sequence[Cell], **given: object) -> Table:
    facts = {
        "respondents": {"ko": "활동", "en": "event", "en_plural": "events", "counter": "건"}
    } | given.pop("facts", {})  # type: ignore[operator]
    return replace(table("events", cells, facts=facts, **given), survey="ledger", question=question)


def meetings(
    n: int,
    words: Sequence[str] = ("대표자 회의", "정책위원회", "조직정비 소위 및 법인설립추진위"),
    equal: bool = False,
) -> Table:
    rows, cells = labels(words, "r"), []
    for row, claimed in zip(rows, spread(n, len(rows), equal), strict=True):
        for item, count in (
            ("claimed", claimed),
            ("dated", claimed // 3),
            ("undated", claimed - claimed // 3),
        ):
            cells.append(Cell("", row.id, item, "count", count, n=count, base=claimed))
    items = [
        Label("claimed", Words(ko="적힌 횟수")),
        Label("dated", Words(ko="일자가 확인된 회의")),
        Label("undated", Words(ko="일자가 확인되지 않은 회의")),
    ]
    return events("meetings", cells, rows=rows, items=tuple(items), facts={"disputed": [rows[0].id]})


def by_month(n: int, equal: bool = False, **_: object) -> Table:
    months = tuple(Label(f"{month:02}", Words(ko=f"{month}월")) for month in range(1, 13))
    items = (*months, Label("undated", Words(ko="일자 미상")), Label("outside", Words(ko="회계연도 밖")))
    cells = [*counted([item.id for item in items], spread(n, len(items), equal), n)]
    return events(
        "events_by_month", cells, items=items, facts={"ordered": True, "exclusive": ["undated", "outside"]}
    )


def by_pillar(
    n: int, words: Sequence[str] = ("정책대응력 강화", "공동협력사업의 강화", "조직정비"), equal: bool = False
) -> Table:
    pillars = labels(words)
    cells = [*counted([pillar.id for pillar in pillars], spread(n, len(pillars), equal), n)]
    return events("events_by_pillar", cells, rows=pillars, items=pillars, facts={"exclusive": []})


KINDS: dict[str, Callable[..., Table]] = {
    "single": choice,
    "multi": multi,
    "date": date,
    "scale": scale,
    "grid": grid,
    "staff": staff,
    "ranking": ranking,
    "number": number,
    "money": money,
    "allocation": allocation,
    "importance_performance": importance_performance,
    "meetings": meetings,
    "by_month": by_month,
    "by_pillar": by_pillar,
}


def hide(whole: Table, *which: tuple[str, str, str]) -> Table:
    """The table with every cell of some (level, row, item) hidden as a release hides it."""
    return _hidden(whole, lambda cell: (cell.level, cell.row, cell.item) in which)


def hide_figures(whole: Table, *which: tuple[str, str, str]) -> Table:
    """The table with every cell of some (level, row, stat) hidden."""
    return _hidden(whole, lambda cell: (cell.level, cell.row, cell.stat) in which)


def _hidden(whole: Table, is_hidden: Callable[[Cell], bool]) -> Table:
    """A hidden cell keeps its base, and does not say by which rule it is hidden."""
    return whole.with_cells(
        tuple(
            cell._replace(value=None, n=None, status="suppressed", rule="") if is_hidden(cell) else cell for cell in whole.cells
        )
    )
