"""The room where somebody's answers become a first questionnaire, with every guess marked to be confirmed."""

from analysis.draft.draft import Draft, draft_questionnaire
from analysis.draft.errors import DraftError
from analysis.draft.form import draft_of_form, is_form

__all__ = ["Draft", "DraftError", "draft_of_form", "draft_questionnaire", "is_form"]
