"""What is chosen in the panel, and what was chosen before: frozen, and changed by making another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.explore.query import Query, Show


@dataclass(frozen=True)
class State:
    """Everything that the panel's result depends on.

    years    those whose results stand below each other, the first one first
    filters  each as `where.py` reads it; a respondent has to meet all of them
    The others are as in `Query`.
    """

    survey: str
    years: tuple[int, ...]
    question: str
    by: str = ""
    filters: tuple[str, ...] = ()
    weights: bool = True
    show: Show = ""
    chart: str = ""

    @property
    def where(self) -> str:
        """The filters as one."""
        return self.filters[0] if len(self.filters) == 1 else " and ".join(f"({one})" for one in self.filters)

    @property
    def queries(self) -> tuple[Query, ...]:
        """What is asked, a query for each year."""
        return tuple(
            Query(self.survey, year, self.question, self.by, self.where, self.weights, self.show, self.chart)
            for year in self.years
        )

    def with_question(self, question: str) -> State:
        """Another question, asked of the same respondents. A group that is the question itself goes, and so does the
        kind of figure, which belongs to the kind of question."""
        if question == self.question:
            return self
        return replace(self, question=question, by="" if self.by == question else self.by, chart="")

    def with_filter(self, text: str) -> State:
        """One filter more; the same state where it has it already."""
        return self if text in self.filters else replace(self, filters=(*self.filters, text))

    def without_filter(self, at: int) -> State:
        """Without the filter in that place."""
        return replace(self, filters=self.filters[:at] + self.filters[at + 1 :])


@dataclass(frozen=True)
class History:
    """The state that is seen, those before it, and those that were undone, the next to come last."""

    now: State
    past: tuple[State, ...] = ()
    future: tuple[State, ...] = ()

    def then(self, state: State) -> History:
        """What is seen after a change; nothing is kept of a change that changes nothing."""
        return self if state == self.now else History(state, (*self.past, self.now))

    def undo(self) -> History:
        """One change back; the same where there is none."""
        return History(self.past[-1], self.past[:-1], (*self.future, self.now)) if self.past else self

    def redo(self) -> History:
        """One change forward again; the same where none was undone."""
        return History(self.future[-1], (*self.past, self.now), self.future[:-1]) if self.future else self
