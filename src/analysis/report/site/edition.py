"""Everything around the pages of an edition, from what is in its folder and what was released for it."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from analysis.errors import DureError
from analysis.language import LANGUAGES
from analysis.release import Bundle
from analysis.report.place import file_name
from analysis.report.site.beside import link_faces
from analysis.report.site.contents import Contents, ContentsError, read_contents, write_contents
from analysis.report.site.datapackage import write_data, write_datapackage
from analysis.report.site.explorer import write_explorer
from analysis.report.site.index_page import INDEX, front_page, year_page
from analysis.report.site.search import letters_found
from analysis.report.site.told import contents_of, report_name
from analysis.whole import WriteError


def write_edition(
    folder: Path, processed: Path, audience: str, failed: Container[str] = ()
) -> tuple[DureError, ...]:
    """Write the data files and indexes for the pages that are in `folder` (reports/<audience>/<year>), and the index of
    all years above it. Returns what is wrong with other years and which data could not be written; everything else
    is made. Raises WriteError where an index cannot be.

    processed is data/processed/<year>, where the released files are that the pages were made from. failed: reports
    whose page is one of before, so that what is told of them and their data stay, too.
    """
    bundles = [bundle for bundle in _released(processed, audience) if report_name(bundle) not in failed]
    errors: list[DureError] = []
    contents = contents_of(folder, bundles, _former(folder))
    if contents is None:
        return ()
    told = {report.name: report for report in contents.reports}
    for bundle in bundles:
        if report := told.get(report_name(bundle)):
            try:
                write_data(bundle, report, folder / "data")
            except WriteError as error:
                errors.append(error)
    write_contents(contents, folder)
    write_datapackage(contents, folder / "data")
    link_faces(folder, told)
    years, unread = _years(folder.parent)
    before = next((one for one in years if one.year < contents.year), None)
    shown = [bundle for bundle in bundles if report_name(bundle) in told]
    if shown:
        former = [_released(processed.parent / str(one.year), audience) for one in years if one.year < contents.year]
        for language in contents.languages:
            write_explorer(folder, contents, shown, [year for year in former if year], language)
    spoken = [one for one in LANGUAGES if any(one in year.languages for year in years)]
    for language in spoken:
        pages = {folder.parent: front_page(folder.parent, years, language, spoken)}
        if language in contents.languages:
            pages[folder] = year_page(folder, contents, before, language)
        # One font for both: what the search finds is in the pages, and is not seen in their text.
        letters = "".join(one.html for one in pages.values()) + letters_found(years, language)
        for place, page in pages.items():
            page.write(place / file_name(INDEX, "html", language), letters, contents.publisher.text(language))
    return (*errors, *unread)


def _released(processed: Path, audience: str) -> list[Bundle]:
    files = sorted(processed.glob(f"*/released.{audience}.json"))
    return [Bundle.loads(file.read_text(encoding="utf-8")) for file in files]


def _former(folder: Path) -> Contents | None:
    """The contents that were there; what cannot be read is about to be made anew."""
    try:
        return read_contents(folder)
    except ContentsError:
        return None


def _years(audience: Path) -> tuple[list[Contents], tuple[DureError, ...]]:
    """The contents of every year of an audience, the last one first, and those that cannot be read."""
    found: list[Contents] = []
    errors: list[DureError] = []
    for folder in audience.iterdir():
        if folder.name.isdecimal():
            try:
                contents = read_contents(folder)
            except ContentsError as error:
                errors.append(error)
            else:
                found += [contents] if contents else []
    return sorted(found, key=lambda contents: -contents.year), tuple(errors)
