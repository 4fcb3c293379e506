"""What is asked of the answers, in a form that can be kept and asked again next year."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

Show = Literal["", "count", "share"]
SHOWS: tuple[str, ...] = get_args(Show)


@dataclass(frozen=True)
class Query:
    """One table of one survey in one year.

    by      id of a banner or of a question that breaks it down, "" for none
    where   a filter in ids (see `where.py`), "" for none
    weights False to count every respondent once where answers have design weights
    show    "count" or "share" leads; "" leaves it to the base, as in the reports
    chart   the kind of figure (`charts.kinds_for`), "" for the usual one
    """

    survey: str
    year: int
    question: str
    by: str = ""
    where: str = ""
    weights: bool = True
    show: Show = ""
    chart: str = ""

    def code(self) -> str:
        """The expression that gives its result: open_survey("member_orgs", 2016).table("satisfaction", by="region")."""
        given = [_quoted(self.question)]
        for one in fields(self)[3:]:
            value = getattr(self, one.name)
            if value != one.default:
                given.append(f"{one.name}={_quoted(value) if isinstance(value, str) else value}")
        return f"open_survey({_quoted(self.survey)}, {self.year}).table({', '.join(given)})"

    def to_json(self) -> dict[str, Any]:
        """A JSON object that `Query(**…)` turns back into an equal query."""
        return asdict(self)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
