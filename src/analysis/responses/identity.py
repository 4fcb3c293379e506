"""Who answered: the rows of the files become respondents, by the register where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.intake.headings import PartKey
from analysis.intake.matching import Matching
from analysis.intake.register import NameMatch, Register, name_key
from analysis.intake.sheet import Row, cell_at, reference
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
    response counts.
    """
    key = _identifier(questionnaire)
    findings: list[Finding] = []
    rows: list[tuple[Matching, Row, str, str]] = []  # …, respondent, what tells it from others
    for position, matching in enumerate(matchings, start=1):
        prefix = f"{position}-" if len(matchings) > 1 else ""
        for row in matching.sheet.body:
            name = _name(matching, row, key)
            match = register.match(name) if name else NameMatch("")
            respondent = match.id or f"{prefix}row-{row.number}"
            rows.append((matching, row, respondent, match.id or name_key(name)))
            if name and not match.id and register.organisations:
                findings.append(_unknown(questionnaire, matching, row, key, respondent, match))
    last = {identity: at for at, (_, _, _, identity) in enumerate(rows) if identity}
    sources = []
    for at, (matching, row, respondent, identity) in enumerate(rows):
        counted = not identity or last[identity] == at
        sources.append(Source(respondent, counted, matching, row))
        if not counted and key is not None:
            kept_matching, kept_row, *_ = rows[last[identity]]
            findings.append(
                _found(
                    "respondent_twice",
                    questionnaire,
                    matching,
                    row,
                    key,
                    respondent,
                    _row(kept_matching, kept_row),
                )
            )
    findings += _identical(sources, questionnaire)
    findings += _silent(sources, questionnaire, register)
    return sources, findings


def _identifier(questionnaire: Questionnaire) -> PartKey | None:
    question = next((question for question in questionnaire.questions if question.identifier), None)
    return PartKey(question.id) if question else None


def _name(matching: Matching, row: Row, key: PartKey | None) -> str:
    column = matching.columns.get(key) if key else None
    text = "" if column is None else cell_at(row, column).text.strip()
    return "" if absence(text, "text") else text


def _unknown(
    questionnaire: Questionnaire,
    matching: Matching,
    row: Row,
    key: PartKey | None,
    respondent: str,
    match: NameMatch,
) -> Finding:
    rule = "not_in_register_near" if match.near else "not_in_register"
    return _found(rule, questionnaire, matching, row, key, respondent, ", ".join(match.near))


def _identical(sources: Sequence[Source], questionnaire: Questionnaire) -> Iterator[Finding]:
    """Rows alike in every answer, by respondents that are not known to be one."""
    alike: dict[tuple[str, ...], list[Source]] = defaultdict(list)
    for source in sources:
        if source.counted:
            texts = tuple(source.cell(key).text.strip() for key in source.matching.columns)
            alike[texts].append(source)
    for first, *others in alike.values():
        for other in others:
            same = _row(first.matching, first.row)
            yield _found(
                "identical_rows", questionnaire, other.matching, other.row, None, other.respondent, same
            )


def _silent(sources: Sequence[Source], questionnaire: Questionnaire, register: Register) -> Iterator[Finding]:
    """Organisations that should have answered and did not, and the other way round."""
    frame = {organisation.id: organisation for organisation in register.frame(questionnaire.survey)}
    if not frame:
        return
    known = {organisation.id for organisation in register.organisations}
    answered = {source.respondent: source for source in sources if source.counted}
    for respondent, source in answered.items():
        if respondent in known and respondent not in frame:
            yield _found(
                "not_in_frame",
                questionnaire,
                source.matching,
                source.row,
                _identifier(questionnaire),
                respondent,
            )
    for organisation in frame.values():
        if organisation.id not in answered:
            yield Finding(
                SEVERITY["no_response"],
                "no_response",
                survey=questionnaire.survey,
                respondent=organisation.id,
                file=", ".join(register.files),
                value=organisation.name,
            )


def _found(
    rule: str,
    questionnaire: Questionnaire,
    matching: Matching,
    row: Row,
    key: PartKey | None,
    respondent: str,
    hint: str = "",
) -> Finding:
    column = matching.columns.get(key, 0) if key else 0
    return Finding(
        SEVERITY[rule],
        rule,
        survey=questionnaire.survey,
        respondent=respondent,
        question=questionnaire.question(key.question).no if key else "",
        file=matching.sheet.file,
        sheet=matching.sheet.name,
        cell=reference(row.number, column),
        value=cell_at(row, column).text.strip(),
        hint=hint,
    )


def _row(matching: Matching, row: Row) -> str:
    return " › ".join(part for part in (matching.sheet.file, matching.sheet.name, str(row.number)) if part)
