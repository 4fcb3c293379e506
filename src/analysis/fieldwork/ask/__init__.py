"""Asking again: a note for every respondent with something to ask, and lists of whom to write to."""
