"""Dure: survey analysis and reporting for federations of co-operatives. The five stages are five rooms:
intake, responses, tables, release, report."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.explore import open_survey

__all__ = ["open_survey"]


def __getattr__(name: str) -> Any:
    # Only who explores pays for it: the command line imports this package to print its help.
    if name == "open_survey":
        from analysis.explore import open_survey

        return open_survey
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
