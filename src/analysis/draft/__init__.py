"""The room where somebody's answers become a first questionnaire, with every guess marked to be confirmed."""

from analysis.draft.draft import Draft, draft_questionnaire
from analysis.draft.errors import DraftError

__all__ = ["Draft", "DraftError", "draft_questionnaire"]
