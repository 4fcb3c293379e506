"""Who answered: the rows of the files become respondents, by the register where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.intake.headings import PartKey
from analysis.intake.matching import Matching
from analysis.intake.register import NameMatch, Register, name_key
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.collected import Source
from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY
from analysis.responses.values.missing import absence


def identify(
    matchings: Sequence[Matching], questionnaire: Questionnaire, register: Register
) -> tuple[list[Source], list[Finding]]:
    """A source for every row of answers, in file order, and what is odd about who they are.

    A respondent is the organisation of the register whose name stands in the identifying question, else the
    row of the file ("row-7"; with several files "2-row-7"). Of an organisation that answered twice the last
    response counts; a row that answers nothing at all does not.
    """
    naming = _Naming(questionnaire)
    findings: list[Finding] = []
    sources: list[Source] = []
    persons: list[str] = []  # what tells one respondent from another; "" for those who gave no name
    for position, matching in enumerate(matchings, start=1):
        prefix = f"{position}-" if len(matchings) > 1 else ""
        for row in matching.sheet.body:
            source = Source(f"{prefix}row-{row.number}", True, matching, row)
            name = naming.name(source)
            match = register.match(name) if name else NameMatch("")
            if match.id:
                source = replace(source, respondent=match.id)
            elif name and register.organisations:
                rule = "not_in_register_near" if match.near else "not_in_register"
                findings.append(naming.found(rule, source, ", ".join(match.near)))
            sources.append(source)
            persons.append(match.id or name_key(name))
    last = {person: at for at, person in enumerate(persons) if person}
    for at, person in enumerate(persons):
        if person and last[person] != at:
            sources[at] = replace(sources[at], counted=False)
            findings.append(
                naming.found("respondent_twice", sources[at], sources[last[person]].line(sources[at]))
            )
    for at, source in enumerate(sources):
        if not any(source.cell(key).text.strip() for key in source.matching.columns):
            sources[at] = replace(source, counted=False)
            findings.append(naming.found("nothing_answered", source))
    findings += _identical(sources, naming)
    findings += _silent(sources, naming, register)
    return sources, findings


class _Naming:
    """The question that identifies the respondents, if there is one."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        question = next((question for question in questionnaire.questions if question.identifier), None)
        self.survey = questionnaire.survey
        self.no = question.no if question else ""
        self.key = PartKey(question.id if question else "")

    def name(self, source: Source) -> str:
        """What a respondent calls itself, "" where that is left out."""
        text = source.cell(self.key).text.strip()
        return "" if absence(text, "text") else text

    def found(self, rule: str, source: Source, hint: str = "") -> Finding:
        """A finding about a respondent, at the cell of its name, else at the beginning of its row."""
        return Finding(
            SEVERITY[rule],
            rule,
            survey=self.survey,
            respondent=source.respondent,
            question=self.no,
            file=source.matching.sheet.file,
            sheet=source.matching.sheet.name,
            cell=source.reference(self.key) or f"A{source.row.number}",
            value=source.cell(self.key).text.strip(),
            hint=hint,
        )


def _identical(sources: Sequence[Source], naming: _Naming) -> Iterator[Finding]:
    """Rows alike in every answer, by respondents that are not known to be one."""
    alike: dict[tuple[str, ...], list[Source]] = defaultdict(list)
    for source in sources:
        if source.counted:
            alike[tuple(source.cell(key).text.strip() for key in source.matching.columns)].append(source)
    for first, *others in alike.values():
        for other in others:
            yield naming.found("identical_rows", other, first.line(other))


def _silent(sources: Sequence[Source], naming: _Naming, register: Register) -> Iterator[Finding]:
    """Organisations that should have answered and did not, and the other way round."""
    frame = {organisation.id: organisation for organisation in register.frame(naming.survey)}
    known = {organisation.id for organisation in register.organisations}
    answered = {source.respondent: source for source in sources if source.counted}
    for respondent, source in answered.items():
        if frame and respondent in known and respondent not in frame:
            yield naming.found("not_in_frame", source)
    for organisation in frame.values():
        if organisation.id not in answered:
            yield Finding(
                SEVERITY["no_response"],
                "no_response",
                survey=naming.survey,
                respondent=organisation.id,
                file=", ".join(register.files),
                value=organisation.name,
            )
