"""The answers on their way: columns of readings, side by side with the rows of the files they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.finding import NOT_SHOWN, Finding
from analysis.responses.log import Log
from analysis.responses.reading import Reading
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Mask, Sources

_FEW = 5  # cells alike that are told one by one, so that each can be mended
_CELLS = 3  # of many alike that are named
_OF_A_COLUMN = (
    "number_shortened",
    "number_of_several",
)  # what a spreadsheet did to the column, not a respondent
Said = str | Callable[[int], str]  # the same of every respondent, or of each what the function says


@dataclass
class Collected:
    """sources and every column of `answers` go in step; `log` gathers what the stages notice.

    words  the row and column of every part, as the form has them
    """

    questionnaire: Questionnaire
    sources: Sources
    log: Log
    answers: dict[PartKey, AnswerColumn] = field(default_factory=dict)
    words: dict[PartKey, str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = {
            part.key: " / ".join(
                words.ko for words in (part.row_words, part.column_words) if words is not None
            )
            for part in self.questionnaire.parts()
        }

    def keys(self, question: str) -> list[PartKey]:
        return [key for key in self.answers if key.question == question]

    def name(self, key: PartKey) -> str:
        """D1, or D1 [상담 / 실적]: a part as people call it."""
        no = self.questionnaire.question(key.question).no
        return f"{no} [{self.words[key]}]" if self.words[key] else no

    @property
    def counted(self) -> Mask:
        return self.sources.counted

    def find(
        self,
        rule: str,
        respondents: Any,
        key: PartKey,
        hint: Said = "",
        value: Said | None = None,
        whole: bool = False,
        by_value: bool = False,
    ) -> None:
        """Findings about one answer of these respondents (a mask or positions), or about the `whole` question
        that begins with it. Nothing is said of a response that does not count.

        by_value  what was written alike by many is told once
        """
        places = np.asarray(respondents)
        places = np.flatnonzero(places) if places.dtype == bool else np.atleast_1d(places).astype(np.intp)
        places = places[self.counted[places]].tolist()
        alike = self._alike(key, places, hint, rule in _OF_A_COLUMN) if by_value else {}
        question = self.questionnaire.question(key.question)
        hidden = question.private and not question.identifier  # the contact of a person, in whatever words

        def found(at: int) -> Finding:
            these = alike.get(at, (at,))
            cells = [self.sources.reference(key, one) for one in these[:_CELLS]]
            sheet = self.sources.matchings[self.sources.sheet[at]].sheet
            stood = self.sources.cell(key, at).text if value is None else _said(value, at)
            return Finding(
                SEVERITY[rule],
                rule,
                survey=self.questionnaire.survey,
                respondent=self.sources.respondent[at].as_py() if len(these) == 1 else "",
                question=question.no,
                file=sheet.file,
                sheet=sheet.name,
                cell=", ".join(cells) + ", …" * (len(these) > _CELLS),
                value=NOT_SHOWN if hidden else stood,
                hint="" if hidden else _said(hint, at),
                part="" if whole else self.words[key],
                alike=len(these),
            )

        again = {one for first, *rest in alike.values() for one in rest}
        told = [at for at in places if at not in again]
        self.log.tell(rule, question.no, told, found, {at: len(these) for at, these in alike.items()})

    def _alike(self, key: PartKey, places: list[int], hint: Said, always: bool) -> dict[int, list[int]]:
        """The respondents of a sheet who wrote the same that was read alike, by the first of them; where there are
        few, each is told of, unless `always`."""
        enough = 2 if always else _FEW + 1
        if len(places) < enough:
            return {}
        which = self.answers[key].which[places].tolist()
        read: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, sheet, position in zip(places, self.sources.sheet[places].tolist(), which, strict=True):
            read[sheet, position].append(at)
        written: dict[tuple[int, str, str], list[int]] = defaultdict(list)
        for (sheet, _), these in read.items():
            text = self.sources.cell(key, these[0]).text.strip()
            written[sheet, text, _said(hint, these[0])] += these
        return {min(these): sorted(these) for these in written.values() if len(these) >= enough}

    def tell_doubts(self, key: PartKey) -> None:
        """What was doubtful about the cells of a part, row after row."""
        column = self.answers[key]
        rules = dict.fromkeys(doubt.rule for reading in column.listed for doubt in reading.doubts)
        with self.log.row_after_row():
            for rule in rules:
                here = column.has(partial(_hints, rule=rule))
                self.find(rule, here, key, partial(self._hint, column, rule), by_value=True)

    @staticmethod
    def _hint(column: AnswerColumn, rule: str, at: int) -> str:
        return ", ".join(filter(None, _hints(column.at(at), rule)))


def _hints(reading: Reading, rule: str) -> list[str]:
    """What a reading has to say on a rule; nothing where the rule was not met."""
    return [doubt.hint for doubt in reading.doubts if doubt.rule == rule]


def _said(said: Said, at: int) -> str:
    return said if isinstance(said, str) else said(at)
