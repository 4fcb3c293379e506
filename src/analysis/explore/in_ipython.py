"""What notebooks do more than Python: complete names inside the strings of a call, and show a questionnaire."""

from __future__ import annotations

import re
from collections.abc import Iterator

from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult, context_matcher
from IPython.core.getipython import get_ipython

from analysis.explore.questions_shown import askable, questions_html
from analysis.explore.survey import Survey
from analysis.questionnaire.questionnaire import Questionnaire

# A call that is being written, up to the cursor: `survey.table("overall_satisfaction", by="reg`
_CALL = re.compile(
    r"(?P<survey>[A-Za-z_]\w*)\.table\((?P<before>[^()]*?)(?P<quote>[\"'])(?P<begun>[^\"'\n]*)\Z", re.DOTALL
)
_COMPARED = re.compile(r"(?P<name>\w+)\s*(?:==|!=|\b(?:is|has|in)\b)[\s\[(]*\Z")
_WORD = re.compile(r"\w*\Z")


def settle_in() -> None:
    """Tell the IPython that runs this, if any, what it can complete and show; once."""
    shell = get_ipython()
    if shell is None or shell.Completer is None or complete_names in shell.Completer.custom_matchers:
        return
    shell.Completer.custom_matchers.append(complete_names)
    shown = shell.display_formatter.formatters
    shown["text/html"].for_type(Questionnaire, lambda one: questions_html(one, "ko"))
    shown["text/plain"].for_type(
        Questionnaire, lambda one, printer, cycle: printer.text(f"{one.survey} {one.year}: {one.title.ko}")
    )


@context_matcher(identifier="dure.names")
def complete_names(context: CompletionContext) -> SimpleMatcherResult:
    """Ids of questions and groups where `table` wants one, and answers behind a comparison in `where`."""
    lines = context.full_text.split("\n")[: context.cursor_line + 1]
    written = "\n".join((*lines[:-1], lines[-1][: context.cursor_position]))
    shell = get_ipython()
    call = _CALL.search(written)
    survey = shell.user_ns.get(call["survey"]) if call and shell else None
    if not call or not isinstance(survey, Survey):
        return {"completions": []}
    begun = call["begun"]
    if (compared := _COMPARED.search(call["before"])) is not None:
        names = _answers(survey, compared["name"])
    elif call["before"].rstrip().endswith("where="):
        begun = _WORD.search(begun)[0]  # type: ignore[index]  # which finds at least nothing
        names = (question.id for question in askable(survey.questionnaire))
    else:
        banners = call["before"].rstrip().endswith("by=")
        names = _names(survey.questionnaire, banners)
    found = [SimpleCompletion(name, type="question") for name in names if name.startswith(begun)]
    return {"completions": found, "matched_fragment": begun, "suppress": bool(found)}


def _names(questionnaire: Questionnaire, banners: bool) -> Iterator[str]:
    if banners:
        yield from (banner.id for banner in questionnaire.banners)
    seen = {banner.id for banner in questionnaire.banners} if banners else set()
    yield from (question.id for question in askable(questionnaire) if question.id not in seen)


def _answers(survey: Survey, name: str) -> Iterator[str]:
    if name in survey.questions:
        yield from (repr(option).partition(": ")[2] for option in survey.questions[name].options)
