"""The room where the policy committee asks its own questions of the answers; nothing that it shows is released."""

from analysis.explore.query import Query
from analysis.explore.result import Result
from analysis.explore.survey import Survey, open_survey

__all__ = ["Query", "Result", "Survey", "open_survey"]
