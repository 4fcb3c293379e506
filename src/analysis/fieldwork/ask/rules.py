"""Which findings are a matter for the respondent, how much each matters, and which are the secretariat's own."""

from __future__ import annotations

from typing import Final

_UNUSED = (  # an answer could not be used
    "personal_data", "error_value", "ditto", "unreadable", "unreadable_near", "unreadable_number",
    "unreadable_date", "several_chosen", "choice_unread", "tick_unread", "rank_tie", "out_of_range",
    "date_out_of_range", "other_unit", "per_period", "form_cell_lost", "form_copies_differ", "form_stray_text",
    "form_comment",
    "answers_replaced", "form_answers_replaced",
)  # fmt: skip
_AT_ODDS = (  # answers do not go together
    "sum_differs", "sum_in_other_unit", "cell_in_other_unit", "not_equal", "equal_in_other_unit",
    "allocation_sum", "date_order", "answered_anyway", "option_twice", "rank_gap", "exclusive_with_others",
    "too_many_choices",
)  # fmt: skip
_DOUBTFUL = (  # it was read, and may have been meant otherwise
    "amount_far_above", "amount_far_below", "unit_differs", "unit_repeated", "share_below_one",
    "point_for_comma", "fraction_counted", "month_shortened", "weekday_wrong", "bounds_only", "date_coarse",
    "write_in_near", "write_in_alone", "form_cell_merged",
)  # fmt: skip
_ALONG = (  # hardly in doubt: no reason to write, but asked where there is one
    "year_inferred", "approximate_unasked",
)  # fmt: skip

BLANK_REQUIRED: Final = 5  # questions left empty, one of which must be answered
PENDING: Final = 19  # an answer that was to come later
BLANK: Final = 20
ALONG: Final = 40
GRAVITY: dict[str, int] = {
    rule: gravity
    for gravity, rules in ((0, _UNUSED), (10, _AT_ODDS), (30, _DOUBTFUL), (ALONG, _ALONG))
    for rule in rules
}  # the lower, the sooner it is asked

# Asked together, as the questions that were left empty.
IN_BLANKS = frozenset(("required_missing", "nothing_chosen", "absent_word"))

# The secretariat sees to these: files, headings, lists, who counts, what a tool made of an answer, and what was done.
OWN = frozenset((
    "unreadable_file", "survey_not_read", "nothing_came", "trend_broken",
    "followed_not_read", "form_remark", "folder_not_read", "named_otherwise", "sheet_not_read",
    "sheet_also_read", "sheet_also_answers", "hidden_sheet", "encoding_guessed", "heading_unseen_signs",
    "merged_cells", "unmatched_column", "unmatched_column_near", "unmatched_column_empty", "unnamed_column",
    "tool_columns", "option_without_column", "two_is_no", "not_in_file", "required_not_in_file", "not_reached",
    "lock_file_only", "form_no_code", "form_other_version", "form_sheet_copied", "form_cell_strange",
    "form_answer_hidden", "form_stray_note", "form_text_changed", "form_reworded", "form_sheet_added",
    "form_untouched", "form_answered_beside", "form_same_file", "form_twice", "form_twice_by_name", "form_later_smaller", "form_named_by_code",
    "form_name_near_code", "form_sent_to_other",
    "entry_rows_numbered", "entry_no_number", "entry_number_twice", "double_entry_none", "double_entry_compared",
    "double_entry_settled",    "double_entry_only_first", "double_entry_only_second", "double_entry_differs", "double_entry_first_blank",
    "double_entry_second_blank",
    "respondent_twice", "nothing_answered", "total_row", "trial_response", "preview_response", "left_out",
    "leave_out_no_reason", "leave_out_unknown", "broken_off_counted", "broken_off_empty", "broken_off_left_out",
    "design_number_blank", "design_weight_unread", "design_label_blank", "design_population_unread", "design_population_differs",
    "design_population_small", "more_than_population",
    "session_unknown", "sessions_not_in_file", "identical_rows", "identical_rows_many", "not_in_register",
    "not_in_register_near", "not_in_frame", "no_response", "response_not_counted",
    "corrected", "correction_old_differs", "correction_twice", "correction_cell_unknown",
    "correction_question_unknown", "correction_respondent_unknown", "correction_two_places", "correction_by_cell",
    "correction_incomplete", "correction_date", "corrections_of_no_survey", "margins_of_no_survey", "correction_by_row",
    "unit_converted", "unit_in_cell",
    "ticks_differ", "ticks_alone", "number_shortened", "number_of_several", "write_in", "approximate", "zero_word",
    "words_beside_number", "amounts_in_two_units", "allocation_blank_zero", "sum_blank_zero", "same_point_reversed",
    "same_point_everywhere", "same_words", "answered_unclear", "more_alike",
))  # fmt: skip
