"""What each audience may see: the whole policy, in one place to read and to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.tables import Table

if TYPE_CHECKING:
    from analysis.questionnaire.questionnaire import Audience


@dataclass(frozen=True)
class Policy:
    """threshold  a count from 1 up to (not including) this is hidden where somebody could be recognised; 0 hides nothing
    quotes        respondents' own words are passed on
    exact         statistics keep the precision they were computed with
    """

    threshold: int
    quotes: bool
    exact: bool

    def protects(self, table: Table) -> bool:
        """Small cells matter where a key characteristic or a confidential question is in the table. The total of an
        opinion over all respondents names nobody."""
        by = table.facts.get("by_key") or table.facts.get("by_confidential")
        return self.threshold > 0 and (about_respondents(table) or bool(by))


def about_respondents(table: Table) -> bool:
    """The question itself is a key or confidential, so that even its totals can give somebody away."""
    return bool(table.facts.get("key") or table.facts.get("confidential"))


POLICIES: dict[Audience, Policy] = {
    "secretariat": Policy(threshold=0, quotes=True, exact=True),
    "committee": Policy(threshold=0, quotes=False, exact=False),
    "members": Policy(threshold=3, quotes=False, exact=False),
    "public": Policy(threshold=3, quotes=False, exact=False),
}
