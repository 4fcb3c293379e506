"""What is not to be asked of a respondent: answers put right already, and cells on which two entries differ still."""

from __future__ import annotations

from collections import defaultdict

from analysis.form.fields import fields_of
from analysis.intake.columns.headings import inner_of
from analysis.questionnaire.question import PartKey
from analysis.responses.finding import Finding
from analysis.responses.responses import Responses

_TYPED = ("double_entry_differs", "double_entry_first_blank", "double_entry_second_blank")
_BESIDE = ("form_stray_text", "form_comment")  # nearest to a question, and to no cell of it


class Settled:
    """By the position of a response the parts that are `corrected`, and those that are `disputed` by its two entries."""

    def __init__(self, responses: Responses) -> None:
        origin = responses.origin
        self._keys = _keys(responses)
        self._at = defaultdict(list)
        for at, name in enumerate(origin.respondent.to_pylist()):
            self._at[name].append(at)
        self._files = [origin.sheets[sheet].file for sheet in origin.sheet.tolist()]
        self.corrected: dict[int, set[PartKey]] = defaultdict(set)
        self.disputed: dict[int, set[PartKey]] = defaultdict(set)
        for finding in responses.findings:
            if finding.rule == "corrected":
                self._put(finding, self.corrected)
            elif finding.rule in _TYPED:
                self._put(finding, self.disputed)

    def _put(self, finding: Finding, found: dict[int, set[PartKey]]) -> None:
        whole = self._keys.get((finding.question, ""), set())
        for at in self._at.get(finding.respondent, ()):
            if self._files[at] == finding.file:
                found[at] |= self._keys.get((finding.question, finding.part), whole)

    def hides(self, rule: str, at: int, keys: tuple[PartKey, ...]) -> bool:
        """Whether what `rule` has to ask about these parts is not to be asked: one of them is disputed, or they are
        put right. Of a text beside the cells it is not known which part it is about: one that is put right will do."""
        if self.disputed[at].intersection(keys):
            return True
        corrected = self.corrected[at].intersection(keys)
        return bool(corrected) if rule in _BESIDE else len(corrected) == len(keys)

    def keys(self, at: int) -> set[PartKey]:
        return self.corrected[at] | self.disputed[at]


def _keys(responses: Responses) -> dict[tuple[str, str], set[PartKey]]:
    """The parts by what findings call them: the printed number, and a cell of the question, or one of its options; all
    of the question where no cell is named."""
    questionnaire = responses.questionnaire
    found: dict[tuple[str, str], set[PartKey]] = defaultdict(set)
    for field in fields_of(questionnaire):
        key = field.part.key
        no = questionnaire.question(key.question).no
        option = field.option.ko if field.option else ""
        for inner in {"", inner_of(questionnaire, key), inner_of(questionnaire, key, option)}:
            found[no, inner].add(key)
    return dict(found)
