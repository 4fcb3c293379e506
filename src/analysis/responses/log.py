"""The findings of a survey as they are made: the first of a kind in full, the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY

MOST_ALIKE = 1_000  # findings of one rule about one question that are told one by one


class Log:
    def __init__(self, survey: str) -> None:
        self.survey = survey
        self._findings: list[tuple[int, Finding]] = []  # with the position of its respondent
        self._told: Counter[tuple[str, str]] = Counter()
        self._more: Counter[tuple[str, str]] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        self._findings += [(0, finding) for finding in findings]

    def told(self) -> Iterator[Finding]:
        """What was told one by one so far."""
        return (finding for _, finding in self._findings)

    def keep(self, test: Callable[[Finding], bool]) -> None:
        """Take back what was told and does not pass."""
        self._findings = [told for told in self._findings if test(told[1])]

    def tell(
        self,
        rule: str,
        question: str,
        at: Sequence[int],
        make: Callable[[int], Finding],
        times: Mapping[int, int] | None = None,
    ) -> None:
        """A finding for every respondent `at`, made by `make`; `question` is the printed number.

        times  how many each stands for, where that is more than one
        """
        room = MOST_ALIKE - self._told[rule, question]
        self._findings += [(one, make(one)) for one in at[:room]]
        self._told[rule, question] += min(room, len(at))
        if len(at) > room:
            self._more[rule, question] += sum((times or {}).get(one, 1) for one in at[room:])

    @contextmanager
    def row_after_row(self) -> Iterator[None]:
        """What is told within is put into the order of the respondents."""
        start = len(self._findings)
        yield
        self._findings[start:] = sorted(self._findings[start:], key=lambda told: told[0])

    def findings(self) -> tuple[Finding, ...]:
        """All that was told, and how many more there were of each kind."""
        more = (
            Finding(
                SEVERITY[rule],
                "more_alike",
                self.survey,
                question=question,
                value=rule,
                hint=f"{number:,}",
                alike=number,
            )
            for (rule, question), number in self._more.items()
        )
        return (*(finding for _, finding in self._findings), *more)
