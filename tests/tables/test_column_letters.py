from __future__ import annotations

from analysis.tables.column_letters import column_letters


def test_past_z_the_letters_go_on_as_in_a_spreadsheet():
    names = column_letters(703)
    assert (names[25], names[26], names[51], names[52], names[702]) == ("Z", "AA", "AZ", "BA", "AAA")
