"""The room where a question is described, once: the model, its YAML, and the routing between questions.

What reads and checks a file is loaded when it is asked for: a page needs only `words`, and neither YAML nor workbooks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.questionnaire.load import find_questionnaire, known_surveys, load_questionnaire
    from analysis.questionnaire.problem import QuestionnaireError
    from analysis.questionnaire.questionnaire import Questionnaire

__all__ = ["Questionnaire", "QuestionnaireError", "find_questionnaire", "known_surveys", "load_questionnaire"]

_MODULES = {"Questionnaire": "questionnaire", "QuestionnaireError": "problem"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'load')}"), name)
