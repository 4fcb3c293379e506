"""What a person has to change in the draft of a real survey before every reference figure comes out of it.

The draft is made of the file alone. What has to be changed stands in tests/data/draft_changes.yml, as little as will do:
with it every figure is reproduced, without it one of them is not. A figure is found by the heading of its question and
the label of its option, never by an id.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

import start
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.read import read_answers
from analysis.language.text import match_key
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Banner
from analysis.questionnaire.words import Option
from analysis.questionnaire.write import write_questionnaire
from analysis.responses.build import responses_of
from analysis.responses.opening import Opened
from analysis.responses.responses import Responses
from analysis.responses.tried_draft import tried
from analysis.tables import Cell
from analysis.tables.build import build_table
from tests.reference.figures import FIXTURES

CHANGES = YAML(typ="safe").load(start.ROOT / "tests" / "data" / "draft_changes.yml") or {}
FORMS = {"kobo-impact-water": "xlsform.xlsx"}


class Sought(NamedTuple):
    """A figure by what stands in the file: the question's heading, what is counted, the labels of its options; the
    heading and the label of the question that it is broken down by. No heading: the number of responses."""

    heading: str = ""
    stat: str = ""
    labels: tuple[str, ...] = ()
    by: str = ""
    level: str = ""
    but: bool = False  # every option but those of the labels


@dataclass(frozen=True)
class Drafted:
    """A file's draft, and the same with what a person changed.

    questions   of the draft
    changed     those of them that had to be changed
    lines       that had to be changed, those of the head of the file included; comments are none
    notes       places of the draft to be confirmed
    """

    draft: Questionnaire
    mended: Questionnaire
    responses: Responses
    headings: dict[str, PartKey]
    notes: int

    @property
    def questions(self) -> int:
        return len(self.draft.questions)

    @property
    def changed(self) -> int:
        mended = {question.id: question for question in self.mended.questions}
        return sum(mended.get(question.id) != question for question in self.draft.questions)

    @property
    def lines(self) -> int:
        if self.mended == self.draft:
            return 0
        before, after = (write_questionnaire(one).splitlines() for one in (self.draft, self.mended))
        changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in changes if tag != "equal")

    def cells(self, sought: Sought) -> list[Cell]:
        """The cells that show a figure together."""
        key = self.headings[match_key(sought.heading)]
        banner, level = self._by(sought)
        table = build_table(self.responses, key.question, banner)
        items = [""]
        if sought.labels:
            items = [
                option.id for option in self._options(key) if _is_any(option, sought.labels) != sought.but
            ]
        found = [table.get(sought.stat, item=item, row=key.row, level=level) for item in items]
        assert found and None not in found, sought
        return found  # type: ignore[return-value]

    def _by(self, sought: Sought) -> tuple[Banner | None, str]:
        if not sought.by:
            return None, ""
        key = self.headings[match_key(sought.by)]
        level = next(
            option.id for option in self._options(key) if match_key(option.ko) == match_key(sought.level)
        )
        return Banner(id="by", by=key.question), level

    def _options(self, key: PartKey) -> Any:
        part = next(part for part in self.mended.question(key.question).parts() if part.key == key)
        scale = getattr(part.answer, "scale", None)
        return scale.points if scale else part.answer.options  # type: ignore[union-attr]


def _is_any(option: Option, labels: tuple[str, ...]) -> bool:
    """Whether an option has one of the labels, or begins like one that ends in "…"."""
    texts = [match_key(text) for text in (option.ko, option.en, option.header) if text]
    return any(
        text.startswith(match_key(label[:-1])) if label.endswith("…") else text == match_key(label)
        for text in texts
        for label in labels
    )


def drafted(survey: str, file: str, folder: Path, changes: bool = True) -> Drafted:
    """The draft of a file of a survey; with the changes that are listed for it."""
    path = FIXTURES / survey / file
    form = FIXTURES / survey / FORMS[survey] if survey in FORMS else None
    answers = read_answers(path)
    tried_on = tried(path, answers, form=form)
    draft, responses = tried_on.draft.questionnaire, tried_on.responses
    mended = _mended(draft, CHANGES.get(file, ()) if changes else (), folder)
    matchings, _ = choose_sheets(answers, mended)
    sheet, columns = matchings[0].sheet, matchings[0].columns
    headings = {match_key(name): key for key, column in columns.items() for name in sheet.names(column)}
    if mended != draft:
        responses = responses_of(mended, [Opened(matchings, ())])
    return Drafted(draft, mended, responses, headings, len(tried_on.draft.notes))


def _mended(draft: Questionnaire, changes: Any, folder: Path) -> Questionnaire:
    """The draft as its file is after the changes: a value for every place, null to take what is there away."""
    if not changes:
        return draft
    path = folder / "draft.yml"
    yaml = YAML()
    root = yaml.load(write_questionnaire(draft))
    for change in changes:
        *way, last = change["at"]
        here = root
        for step in way:
            here = next(one for one in here if one["id"] == step) if isinstance(here, list) else here[step]
        if change["value"] is None:
            del here[last]
        else:
            here[last] = change["value"]
    yaml.dump(root, path)
    return load_questionnaire(path)
