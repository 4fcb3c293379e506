"""The commentary: what people write for a year's reports. An input file, kept over reruns and never made."""

from __future__ import annotations

from pathlib import Path

from analysis.questionnaire.words import Id, Model, Text, Words


class Commentary(Model):
    """direction, achievements, challenges: 기조, 성과, 과제 of the annual report. implications: 시사점, by survey.
    remarks: to a figure, by survey and question id; headings: in place of the finding that the program words.
    All of it may be missing."""

    direction: Text | None = None
    achievements: tuple[Text, ...] = ()
    challenges: tuple[Text, ...] = ()
    implications: dict[Id, tuple[Text, ...]] = {}
    remarks: dict[Id, dict[Id, Text]] = {}
    headings: dict[Id, dict[Id, Text]] = {}

    def remark(self, survey: str, question: str) -> Words | None:
        """What is written to the figure of a question; None where nothing is."""
        return self.remarks.get(survey, {}).get(question)

    def heading(self, survey: str, question: str) -> Words | None:
        """What a person chose to say above the figure of a question; None where nobody did."""
        return self.headings.get(survey, {}).get(question)


def read_commentary(path: Path) -> Commentary:
    """The commentary in a YAML file. Raises LedgerError with file and line for what cannot be used."""
    from analysis.ledger.yaml_file import read_yaml  # a kernel, which is given JSON, need not wait for it

    return read_yaml(path, Commentary)
