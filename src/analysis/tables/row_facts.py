"""What faces need to know of a question's rows: the blocks they stand in, which of them run the other way."""

from __future__ import annotations

from typing import Any

from analysis.questionnaire.question import GridQuestion
from analysis.questionnaire.rows import InBlocks


def row_facts(question: InBlocks) -> dict[str, Any]:
    """row_groups: every block with its words and the ids of its rows; reverse, of a grid: the rows where the good
    end of the scale is the bad one. Empty where there are none."""
    blocks = [
        {
            "id": block.words.id,
            "ko": block.words.ko,
            "en": block.words.text("en"),
            "rows": [row.id for row in block.rows],
        }
        for block in question.row_groups
    ]
    return {"row_groups": blocks} | (
        {"reverse": list(question.reversed_rows)} if isinstance(question, GridQuestion) else {}
    )
