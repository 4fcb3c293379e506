"""The page as a notebook sees it: it opens the released tables beside it, and shows them one after the other.

page = open_page("member_orgs", year, audience, language)
page.cover("overall_satisfaction")
page.overview()
page.show("organisation_type", "region")
page.show("overall_satisfaction", by="area")
page.hide("visit_date")
page.rest()
page.methods()
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from analysis.errors import DureError
from analysis.language import message
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report import accounts, annual, front, listing
from analysis.report.activities import Activities
from analysis.report.commentary import Commentary
from analysis.report.figure_block import figure_block, figure_block_by
from analysis.report.markup import put, render
from analysis.report.place import file_name
from analysis.report.stated import Stated
from analysis.report.summary import summary, year_summary

RELEASED = Path("released")
COMMENTARY = Path("commentary.json")
INSIDE = ("secretariat", "committee")  # who reads how every stated count was checked


class PageError(DureError):
    """A notebook asks for what it was not given."""


def open_page(survey: str, year: int, audience: str, language: str = "ko") -> Page:
    """The page of a survey, from the released files in the notebook's working folder.

    Raises PageError where the survey's file is not there, or is of another year or audience.
    """
    files = {file.stem: file for file in sorted(RELEASED.glob("*.json"))}
    if survey not in files:
        raise _error("none", survey=survey)
    page = Page(
        {name: Bundle.loads(file.read_text(encoding="utf-8")) for name, file in files.items()},
        survey,
        language,
    )
    given, wanted = (page.bundle.year, page.bundle.audience), (year, audience)
    if given != wanted:
        raise _error("other", survey=survey, given=given, wanted=wanted)
    put("", kind="head", **front.head(page.bundle, language))
    return page


class Page:
    """Shows the tables of one survey. `bundles` are all that the notebook was given, by their survey."""

    def __init__(self, bundles: dict[str, Bundle], survey: str, language: str) -> None:
        self.bundle = bundles[survey]
        self.language = language
        self.commentary = Commentary()
        if COMMENTARY.exists():
            self.commentary = Commentary.model_validate_json(COMMENTARY.read_text(encoding="utf-8"))
        self._bundles = bundles
        self._shown: set[str] = set()

    def cover(self, question: str = "", lead: str = "") -> None:
        """The cover, with a mark for each answer to `question` (without a name, one that tells much), and with
        `lead` below the title."""
        question = question or next(iter(front.telling(self.bundle)), "")
        told = front.finding(self.bundle, question, self.language) if question else ""
        put(front.cover(self.bundle, self.language, question, lead), kind="cover", lead=told)
        put(front.footer(self.bundle, self.language), kind="footer")

    def summary(self, *questions: str) -> None:
        """The finding of each question, with its first number in large type; the first of them are also told in
        the list of reports. Without names, a question that tells much for each section."""
        chosen = questions or front.telling(self.bundle)
        if chosen:
            put(summary(self.bundle, chosen, self.language), kind="summary", finding=" ".join(chosen),
                lead=front.finding(self.bundle, chosen[0], self.language))

    def year_summary(self, **questions: str) -> None:
        """The year on half a sheet: activities, meetings and accounts, then the finding of a question of each survey
        that has a report: year_summary(member_orgs="overall_satisfaction")."""
        put(year_summary(self._bundles, self.bundle.survey, questions, self.language))
        if any(self._bundles[survey].invented for survey in questions if survey in self._bundles):
            put("", kind="invented")

    def overview(self) -> None:
        """The box that says who asked whom, when, how and what for (조사 개요)."""
        put(render("box", self.language, facts=front.overview(self.bundle, self.language)))

    def show(self, *questions: str, by: str = "") -> None:
        """A block a question: finding, figure and table; all of it by a group, where one is named; nothing of a
        question that this edition leaves out. Raises BundleError for any other that was not released."""
        survey = self.bundle.survey
        for question in questions:
            if question in self.bundle.facts.get("left_out", ()):
                continue
            if by:
                block = figure_block_by(self.bundle, question, by, self.language)
            else:
                written = (self.commentary.remark(survey, question), self.commentary.heading(survey, question))
                block = figure_block(self.bundle, question, self.language, *written)
                self._shown.add(question)
            put(block.html(self.language), kind="figure", id=block.id, title=block.title)

    def hide(self, *questions: str) -> None:
        """Leave questions out of this page: `rest` and `chapters` pass over them."""
        self._shown.update(questions)

    def rest(self, *sections: str) -> None:
        """What was not shown yet of these sections; of all sections, where none is named."""
        for section in self.bundle.sections:
            if not sections or section.id in sections:
                self.show(*(question for question in section.questions if question not in self._shown))

    def chapters(self) -> None:
        """A chapter for every section of the questionnaire, with what was not shown or hidden yet."""
        for section in self.bundle.sections:
            if not self._shown.issuperset(section.questions):
                put("", kind="chapter", id=f"section-{section.id}", title=section.words.text(self.language))
                self.rest(section.id)

    def implications(self) -> None:
        """What people conclude (시사점), from the commentary; nothing where they wrote nothing."""
        self._put_if(annual.implications(self.commentary, self.bundle.survey, self.language))

    def assessment(self) -> None:
        """The year's direction, achievements and challenges (기조 · 성과 · 과제), from the commentary."""
        self._put_if(annual.assessment(self.commentary, self.bundle.year, self.language))

    def activities(self) -> None:
        """사업별 보고: a block for each pillar of the outline, with its sections, items and cards."""
        told = Activities(self.bundle, self.stated, self._bundles, self.language)
        for block_id, title, html in told.blocks():
            put(html, kind="block", id=block_id, title=title)
        if any(survey.invented for survey in told.surveys):
            put("", kind="invented")

    def meetings(self) -> None:
        """회의진행: how often each body met, the days that are known, and what was dealt with."""
        self._list(listing.meetings(self.bundle, self.stated, self.language))

    def statements(self, *kinds: str) -> None:
        """The events of some kinds, such as statements and policy papers, by date."""
        self._list(listing.statements(self.bundle, kinds, self.language))

    def events(self) -> None:
        """Every event of the ledger, by pillar and date."""
        self._list(listing.events(self.bundle, self.language))

    def claims(self) -> None:
        """Every count that the report states, beside what the ledger counts, with verdict and reason. For those
        inside the federation: members read the notes to the counts in doubt, where these stand."""
        if self.bundle.audience in INSIDE:
            self._list(listing.claims(self.bundle, self.stated, self.language))

    def corrections(self) -> None:
        """Words of the source that were put right."""
        self._list(listing.corrections(self.bundle, self.language))

    def accounts(self) -> None:
        """결산보고: whether the sums hold, then income and expense; nothing where no accounts are kept."""
        self._show_accounts(accounts.blocks(self.bundle, self._remarks, self.language))

    def audit(self) -> None:
        """감사보고; nothing where there is none."""
        html = accounts.audit(self.bundle, self.language)
        if html:
            put(html)
            if self.bundle.records["audit"]["invented"]:
                put("", kind="invented", chapter=True)

    def plan(self) -> None:
        """What is planned for the year that follows, then its budget; nothing where neither is kept."""
        planned = accounts.plan(self.bundle, self.language)
        self._list(planned)
        if planned and self.bundle.table("plan").facts["invented"]:
            put("", kind="invented", chapter=True)
        self._show_accounts(accounts.budget_blocks(self.bundle, self._remarks, self.language))

    def findings(self, survey: str, *questions: str) -> None:
        """Findings of another survey's report, with the way there; nothing where it has no report."""
        other = self._bundles.get(survey)
        if other is not None:
            if other.invented:
                put("", kind="invented")
            block, title = f"found-{survey}", front.title_of(other, self.language)
            page = file_name(survey, "html", self.language)
            found = summary(other, questions, self.language, page=page)
            html = render("findings", self.language, id=block, title=title, page=page, summary=found)
            put(html, kind="block", id=block, title=title)

    def methods(self) -> None:
        """The box that says how the figures came about and what was hidden."""
        put(render("box", self.language, facts=front.methods(self.bundle, self.language)))

    @cached_property
    def stated(self) -> Stated:
        """The stated counts of this page, whose notes are numbered through all its chapters."""
        return Stated(self.bundle, self.language)

    @property
    def _remarks(self) -> dict[str, Words]:
        """What people wrote to figures of this report, by question."""
        return self.commentary.remarks.get(self.bundle.survey, {})

    def _show_accounts(self, blocks: Iterable[accounts.AccountBlock]) -> None:
        for block in blocks:
            put(block.html(self.language), kind="figure", id=block.id, title=block.title)
            if block.invented:
                put("", kind="invented", chapter=True)

    def _list(self, made: listing.Listing | None) -> None:
        if made:
            put(made.html(self.language), kind="figure", id=made.id, title=made.title)

    def _put_if(self, html: str) -> None:
        if html:
            put(html)


def _error(key: str, **fields: object) -> PageError:
    return PageError(*(message(f"report.open.{key}", language, **fields) for language in ("ko", "en")))
