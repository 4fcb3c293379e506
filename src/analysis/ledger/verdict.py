"""Does the ledger bear a claim out? Both numbers, a verdict, and the reason in words.

    agrees     what is counted is what the claim states
    disagrees  another number is counted; or fewer events, and another claim about the same states as few
    cannot     the ledger cannot tell. Fewer dated events than claimed contradict nothing: the report dates
               few of its meetings, so one that has no date may well have been held

Invented samples are no evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from analysis.language import message
from analysis.ledger.claim import Claim
from analysis.ledger.event import Event
from analysis.ledger.ledger import Ledger
from analysis.ledger.rule import DaysOf, EventsWhere, ParticipantsOf, RespondentsOf
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words

Outcome = Literal["agrees", "disagrees", "cannot"]
OUTCOMES = get_args(Outcome)


@dataclass(frozen=True)
class Verdict:
    """counted  what stands against the claim's value; None where nothing counts it
    undated  matching events of the ledger that have no date, and are not in `counted`
    events   the dated events that were counted, by date
    rivals   claims counted by the same rule that state something else
    at_least  `counted` is a lower bound
    """

    claim: Claim
    outcome: Outcome
    counted: int | None
    reason: Words
    undated: int = 0
    events: tuple[Event, ...] = ()
    rivals: tuple[Claim, ...] = ()
    at_least: bool = False

    def found(self, language: str) -> str:
        """What is counted, in the claim's unit: "2회"; "100명 이상" where the ledger knows no more; "" for nothing."""
        if self.counted is None:
            return ""
        amount = self.claim.amount(self.counted, language)
        return message("ledger.at_least", language, amount=amount) if self.at_least else amount


def check_claims(ledger: Ledger, respondents: Mapping[str, int | None]) -> tuple[Verdict, ...]:
    """The verdict on every claim, in file order.

    respondents: survey -> number of respondents. A survey that is not named has no responses; None says that
    its responses are invented samples.
    """
    return tuple(check_claim(claim, ledger, respondents) for claim in ledger.claims)


def check_claim(claim: Claim, ledger: Ledger, respondents: Mapping[str, int | None]) -> Verdict:
    rule = claim.rule
    if isinstance(rule, EventsWhere):
        return _events(claim, rule, ledger)
    if isinstance(rule, ParticipantsOf):
        return _participants(claim, rule.event)
    if isinstance(rule, DaysOf):
        outcome: Outcome = "agrees" if claim.allows(rule.event.days) else "disagrees"
        reason = _reason("days", claim, counted=rule.event.days, event=rule.event)
        return Verdict(claim, outcome, rule.event.days, reason, events=(rule.event,))
    if isinstance(rule, RespondentsOf):
        return _respondents(claim, rule.survey, respondents)
    return Verdict(claim, "cannot", None, rule.why)


def _events(claim: Claim, rule: EventsWhere, ledger: Ledger) -> Verdict:
    matching = rule.events(ledger.own)
    dated = tuple(sorted((event for event in matching if event.dated), key=lambda event: event.start))
    counted, undated = len(dated), len(matching) - len(dated)
    rivals = tuple(
        other
        for other in ledger.claims
        if other.rule == rule and (other.value, other.at_least) != (claim.value, claim.at_least)
    )
    outcome: Outcome
    if rule.perhaps:
        outcome, key = "cannot", "perhaps" if claim.allows(counted) else "perhaps_not"
    elif claim.allows(counted):
        outcome, key = "agrees", "agrees_rival" if rivals else "agrees"
    elif counted > claim.value or any(other.allows(counted) for other in rivals):
        outcome, key = "disagrees", "disagrees_rival" if rivals else "disagrees"
    else:
        outcome, key = "cannot", _unknown(counted, undated)
    reason = _reason(key, claim, counted=counted, undated=undated, events=dated, rivals=rivals)
    return Verdict(claim, outcome, counted, reason, undated, dated, rivals)


def _unknown(counted: int, undated: int) -> str:
    if counted:
        return "some_dated"
    return "only_undated" if undated else "none_dated"


def _participants(claim: Claim, event: Event) -> Verdict:
    attendance = event.attendance
    assert attendance is not None  # parse_rule saw to it
    # "100여명" bears out "at least 100", and neither "exactly 100" nor "at least 101".
    bears_out = claim.allows(attendance.number) and (claim.at_least or not attendance.at_least)
    # The claim and the event may both be copied from one sentence, which then vouches for itself only.
    key = "participants_same" if claim.quote and claim.quote in event.quote else "participants"
    reason = _reason(key, claim, counted=attendance.number, event=event)
    outcome: Outcome = "agrees" if bears_out else "disagrees"
    return Verdict(claim, outcome, attendance.number, reason, events=(event,), at_least=attendance.at_least)


def _attended(claim: Claim, event: Event, language: str) -> str:
    """The participants as the report writes them; in English "at least 100 people"."""
    if language == "ko" or event.attendance is None:
        return event.participants
    amount = claim.amount(event.attendance.number, language)
    return message("ledger.at_least", language, amount=amount) if event.attendance.at_least else amount


def _respondents(claim: Claim, survey: str, respondents: Mapping[str, int | None]) -> Verdict:
    number = respondents.get(survey)
    if number is None:
        key = "invented" if survey in respondents else "no_responses"
        return Verdict(claim, "cannot", None, _reason(key, claim))
    outcome: Outcome = "agrees" if claim.allows(number) else "disagrees"
    return Verdict(claim, outcome, number, _reason("respondents", claim, counted=number))


def _reason(
    key: str,
    claim: Claim,
    counted: int = 0,
    undated: int = 0,
    event: Event | None = None,
    events: Sequence[Event] = (),
    rivals: Sequence[Claim] = (),
) -> Words:
    """The message `ledger.reason.<key>`, built from the counts."""

    def in_both(text: Callable[[str], str]) -> Words:
        return Words(ko=text("ko"), en=text("en"))

    return words(
        f"reason.{key}",
        stated=in_both(claim.stated),
        counted=in_both(lambda language: claim.amount(counted, language)),
        undated=undated,
        days=in_both(lambda language: ", ".join(event.in_year(language) for event in events)),
        title=event.title if event else "",
        when=in_both(lambda language: event.in_year(language) or event.when(language)) if event else "",
        participants=in_both(lambda language: _attended(claim, event, language)) if event else "",
        place=place_of(rivals[0]) if rivals else "",
        rival_stated=in_both(rivals[0].stated) if rivals else "",
    )


def place_of(claim: Claim) -> Words:
    """Where the other claim stands; its headings are the report's own words and have no English."""
    elsewhere = words("elsewhere")
    return Words(ko=claim.place or elsewhere.ko, en=elsewhere.en)
