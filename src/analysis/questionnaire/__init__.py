"""The room where a question is described, once: the model, its YAML, and the routing between questions."""

from analysis.questionnaire.load import find_questionnaire, known_surveys, load_questionnaire
from analysis.questionnaire.problem import QuestionnaireError
from analysis.questionnaire.questionnaire import Questionnaire

__all__ = ["Questionnaire", "QuestionnaireError", "find_questionnaire", "known_surveys", "load_questionnaire"]
