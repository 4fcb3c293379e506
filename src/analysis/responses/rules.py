"""What can be noticed about the input, and how much it matters. The words are in messages/findings.*.toml.

error    an answer could not be used, or the file is not what it should be
warning  it was read, but somebody should look at it
note     what was done, for the record
"""

from __future__ import annotations

from analysis.responses.finding import Severity

SEVERITY: dict[str, Severity] = {
    # files, sheets, columns
    "form_remark": "note",
    "folder_not_read": "warning",
    "named_otherwise": "note",
    "sheet_not_read": "note",
    "sheet_also_answers": "warning",
    "hidden_sheet": "note",
    "encoding_guessed": "warning",
    "heading_unseen_signs": "note",
    "unmatched_column": "warning",
    "unmatched_column_near": "warning",
    "unnamed_column": "warning",
    "tool_columns": "note",
    "option_without_column": "warning",
    "not_in_file": "warning",
    "required_not_in_file": "error",
    # respondents
    "respondent_twice": "warning",
    "nothing_answered": "warning",
    "trial_response": "warning",
    "identical_rows": "warning",
    "not_in_register": "warning",
    "not_in_register_near": "warning",
    "not_in_frame": "warning",
    "no_response": "note",
    # one answer
    "required_missing": "error",
    "absent_word": "note",
    "error_value": "error",
    "ditto": "error",
    "unreadable": "error",
    "personal_data": "error",
    "unreadable_near": "error",
    "unreadable_number": "error",
    "unreadable_date": "error",
    "several_chosen": "error",
    "choice_unread": "error",
    "tick_unread": "error",
    "ticks_differ": "warning",
    "ticks_alone": "warning",
    "nothing_chosen": "note",
    "rank_tie": "error",
    "rank_gap": "warning",
    "number_shortened": "warning",
    "number_of_several": "warning",
    "write_in": "note",
    "write_in_near": "warning",
    "write_in_alone": "warning",
    "out_of_range": "error",
    "approximate": "note",
    "approximate_unasked": "warning",
    "bounds_only": "warning",
    "zero_word": "note",
    "unit_in_cell": "warning",
    "unit_differs": "warning",
    "unit_converted": "note",
    "other_unit": "error",
    "share_below_one": "warning",
    "unit_repeated": "warning",
    "per_period": "error",
    "amount_far_above": "warning",
    "date_out_of_range": "error",
    "date_coarse": "warning",
    "year_inferred": "warning",
    "weekday_wrong": "warning",
    # answers that do not go together
    "too_many_choices": "warning",
    "exclusive_with_others": "warning",
    "option_twice": "warning",
    "allocation_sum": "warning",
    "allocation_blank_zero": "note",
    "sum_differs": "warning",
    "sum_in_other_unit": "warning",
    "sum_blank_zero": "note",
    "date_order": "warning",
    "answered_anyway": "warning",
    # too many of one kind; as grave as they are
    "more_alike": "note",
}
