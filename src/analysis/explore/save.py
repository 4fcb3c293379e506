"""A result as a file: its figure (SVG, PNG), its cells (CSV) or its table (XLSX).

That it is not released stands in the file and in its name. A file is written whole, and never in the place of another:
the same content has the same name, another content has a number behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from analysis.errors import DureError
from analysis.explore.result import Result
from analysis.language import LANGUAGES, message
from analysis.responses.inert import spreadsheet_csv
from analysis.whole import write_whole

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_DESCRIBED = ("survey", "year", "question", "by", "where", "weights")


class SaveError(DureError):
    """A result that cannot be saved as what is asked for."""


def save(result: Result, folder: Path, kind: str) -> Path:
    """Write the result into `folder` and return the file: member_orgs-2016-outlook-by-region-공개전.svg.

    kind: one of `KINDS`. Raises SaveError where there is nothing to save, WriteError where it cannot be written.
    """
    query = result.query
    parts = [query.survey, str(query.year), query.question, *(["by", query.by] if query.by else [])]
    return _saved(result, folder, "-".join(parts), kind)


def save_as(result: Result, path: Path | str) -> Path:
    """Write the result to a file of that name, to which is added that it is not released; its ending is the kind.
    Raises as `save`."""
    path = Path(path)
    return _saved(result, path.parent, path.stem, path.suffix.removeprefix(".").casefold())


def marked(stem: str, language: str) -> str:
    """The name of a file with what says that it is not released."""
    mark = message("explore.kept.in_name", language)
    plain = _NOT_IN_NAMES.sub("-", stem).strip("-. ") or message("explore.kept.unnamed", language)
    return plain if plain.endswith(f"-{mark}") else f"{plain}-{mark}"


def put(folder: Path, stem: str, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files that belong together, by their ending, and return them. All have the same name, with a number where
    a file of that name holds something else."""
    number = 1
    while True:
        name = stem if number == 1 else f"{stem}-{number}"
        files = {folder / f"{name}.{ending}": content for ending, content in contents.items()}
        if all(not file.exists() or file.read_bytes() == content for file, content in files.items()):
            break
        number += 1
    for file, content in files.items():
        if not file.exists():
            write_whole(file, content)
    return tuple(files)


def _saved(result: Result, folder: Path, stem: str, kind: str) -> Path:
    if kind not in KINDS:
        raise _error("kind", kind=kind or "-", known=", ".join(KINDS))
    if result.empty is not None:
        raise SaveError(*(message("explore.kept.empty", one, why=result.empty.text(one)) for one in LANGUAGES))
    content = KINDS[kind](result)
    if not content:
        raise _error("no_figure", kind=kind)
    (file,) = put(folder, marked(stem, result.language), {kind: content})
    return file


def _svg(result: Result) -> bytes:
    return result.chart().svg().encode("utf-8")


def _png(result: Result) -> bytes:
    return result.chart().png()


def _csv(result: Result) -> bytes:
    return spreadsheet_csv(_rows(result))


def _rows(result: Result) -> Iterator[list[str | float | int]]:
    """A line a cell; each says that it is not released, and what was asked."""
    query, data = result.query, result.data.drop(columns="released")
    told = result.table.told_notes[: 2 if result.invented else 1]
    note = " · ".join(words.text(result.language) for words in told)
    weighted = bool((result.table.facts.get("inference") or {}).get("weighted"))
    described = {name: getattr(query, name) for name in _DESCRIBED} | {"weights": "yes" if weighted else "no"}
    asked = list(described.values())
    yield ["released", "note", *_DESCRIBED, *data.columns]
    for row in data.astype(object).where(data.notna(), "").itertuples(index=False):
        yield ["false", note, *asked, *row]


def _xlsx(result: Result) -> bytes:
    from analysis.explore.book import result_book

    return result_book(result)


KINDS: dict[str, Callable[[Result], bytes]] = {"svg": _svg, "png": _png, "csv": _csv, "xlsx": _xlsx}


def _error(rule: str, **hints: object) -> SaveError:
    return SaveError(*(message(f"explore.kept.{rule}", language, **hints) for language in LANGUAGES))
