"""The words of a ledger: its pillars, kinds of events and bodies, and which claims count whose meetings."""

from __future__ import annotations

from analysis.language.text import match_key
from analysis.ledger.rows import Row
from analysis.questionnaire.words import Id, Model, Option, Options, Text, Words


class Vocabulary(Model):
    """ledger.yml.

    meetings   in the report's order, the claim that counts each row of the meetings table
    presented  the event at which the report was presented, where that is known
    accounts   English names of 관, 항 and 목, by the names that accounts and budgets have in Korean
    """

    title: Text
    publisher: Text
    pillars: Options
    kinds: Options
    bodies: Options
    meetings: dict[Id, str]
    presented: str = ""
    accounts: dict[str, str] = {}

    def account(self, name: str) -> Words:
        """The name of an account in both languages, Korean alone where no English is given. Work is often kept under
        the names of the pillars, so these are known too."""
        english = {pillar.ko: pillar.en for pillar in self.pillars} | self.accounts
        key = match_key(name)
        return Words(ko=name, en=next((en for ko, en in english.items() if match_key(ko) == key), None))


def id_of(words: Options, row: Row, column: str) -> str:
    """The id of the word that stands in a cell; LedgerError, naming the words there are, for any other."""
    return find(words, row.required(column), row, column).id


def find(words: Options, text: str, row: Row, column: str) -> Option:
    """The word of that text. Blanks do not tell words apart."""
    for word in words:
        if "".join(word.ko.split()) == "".join(text.split()):
            return word
    raise row.error("unknown_word", column=column, value=text, known=", ".join(word.ko for word in words))
