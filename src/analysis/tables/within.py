"""Some of the respondents, of whom alone tables are to be: those who answered another question in some way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.tables.answers import Mask, QuestionAnswers, chosen_answers
from analysis.tables.banner import Group


@dataclass(frozen=True, eq=False)
class Within:
    """chosen: who of all respondents that count is meant. unclear: of how many others nobody knows, since they did not
    say what would decide it."""

    chosen: Mask
    unclear: int = 0

    def answers(self, everyone: QuestionAnswers) -> QuestionAnswers:
        """Those of the chosen, who are a part of the population: the others stay in the design."""
        return chosen_answers(everyone, self.chosen, self.unclear)

    def of(self, group: Group) -> Group:
        """The group among them."""
        members = {level: mask & self.chosen for level, mask in group.members.items()}
        placed = self.chosen & group.columns.any(axis=1) if group.members else ~self.chosen & self.chosen
        outside = int(self.chosen.sum() - placed.sum())
        return replace(group, members=members, outside=outside)
