"""Forms to be sent: a blank one for anybody, or one for each organisation with what is known of it filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import DureError
from analysis.fieldwork.ask.note import safe_name
from analysis.fieldwork.prefill import prefilled
from analysis.form.code import code_of
from analysis.form.entry.workbook import entry_workbook
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import FormPlan, plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.register import Organisation, Register
from analysis.language import LANGUAGES, message
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.questionnaire.words import Words, said
from analysis.responses.read import RAW, register_of
from analysis.whole import write_whole

KINDS = ("xlsx", "hwpx")
EVERYBODY = "all"
Tell = Callable[[Words], object]


@dataclass(frozen=True)
class Order:
    """Which forms to make.

    to             the folder they go into
    kinds          of files, some of KINDS
    organisations  ids in the register; EVERYBODY alone for all whom the register says it goes to; none: a blank form
    """

    root: Path
    survey: str
    year: int
    to: Path
    kinds: Sequence[str] = KINDS[:1]
    organisations: Sequence[str] = ()
    language: str = "ko"


def make_forms(order: Order, tell: Tell) -> Iterator[Path]:
    """Write the forms and yield each file as it is there.

    tell: is given what people should know before they send them. Raises DureError for an organisation that is not in
    the register, where the register says nobody gets the survey, and where another file of that name is in the way:
    it may be one that came back.
    """
    _refuse_raw(order)
    questionnaire = load_questionnaire(find_questionnaire(order.root, order.survey, order.year))
    plan = plan_of(questionnaire, order.language)
    for key in _missing(plan):
        tell(said(f"form.out.{key}"))
    if not order.organisations:
        yield from _write(order, plan, Organisation("", ""), file_name(plan), {})
        return
    register = register_of(order.root)
    receivers = _receivers(order, register)
    filled = prefilled(order.root, questionnaire, register, tell)
    names = [file_name(plan, receiver) for receiver in receivers]
    alike = Counter(name.casefold() for name in names)
    for receiver, name in zip(receivers, names, strict=True):
        own = name if alike[name.casefold()] == 1 else f"{name}_{safe_name(receiver.id)}"
        yield from _write(order, plan, receiver, own, filled.get(receiver.id, {}))


def make_entry_workbook(order: Order) -> Path:
    """Write the workbook into which answers from paper are typed, and return it. Raises like `make_forms`."""
    _refuse_raw(order)
    questionnaire = load_questionnaire(find_questionnaire(order.root, order.survey, order.year))
    name = f"{file_name(plan_of(questionnaire, order.language))}_{message('form.entry.file', order.language)}"
    path = order.to / f"{name}.xlsx"
    _put(path, entry_workbook(questionnaire, order.language))
    return path


def _missing(plan: FormPlan) -> Iterator[str]:
    """What a cover should say and the questionnaire does not."""
    if not plan.contact:
        yield "no_contact"
    if plan.deadline is None:
        yield "no_deadline"
    if plan.questionnaire.privacy is None and any(question.pii for question in plan.questionnaire.questions):
        yield "no_privacy"


def _write(
    order: Order, plan: FormPlan, receiver: Organisation, name: str, filled: Mapping[str, str]
) -> Iterator[Path]:
    for kind in order.kinds:
        if kind == "xlsx":
            content = write_form(plan, filled, receiver.id, receiver.name)
        else:
            code = code_of(plan.questionnaire, receiver.id, filled)
            content = write_hangul_form(plan, code, filled, receiver.name)
        path = order.to / f"{name}.{kind}"
        _put(path, content)
        yield path


def _put(path: Path, content: bytes) -> None:
    try:
        if not path.exists():
            write_whole(path, content)
        elif path.read_bytes() != content:
            raise _refusal("in_the_way", file=path.name)
    except OSError as error:
        raise _refusal("not_written", file=path.name, why=error.strerror or str(error)) from error


def file_name(plan: FormPlan, receiver: Organisation | None = None) -> str:
    """ "회원단체 현황조사_2016_가온생협연": a name that every system can write, without the ending."""
    parts = [plan.title, str(plan.questionnaire.year)]
    if receiver:
        parts.append(receiver.short[0] if receiver.short else receiver.name)
    return safe_name("_".join(safe_name(part) for part in parts))


def _receivers(order: Order, register: Register) -> tuple[Organisation, ...]:
    if tuple(order.organisations) == (EVERYBODY,):
        frame = register.frame(order.survey)
        if not frame:
            raise _refusal("nobody", survey=order.survey)
        return frame
    known = {organisation.id: organisation for organisation in register.organisations}
    unknown = [one for one in order.organisations if one not in known]
    if unknown:
        raise _refusal("unknown", ids=", ".join(unknown))
    return tuple(known[one] for one in dict.fromkeys(order.organisations))


def _refuse_raw(order: Order) -> None:
    if order.to.resolve().is_relative_to((order.root / RAW).resolve()):
        raise _refusal("raw", folder=RAW.as_posix())


def _refusal(key: str, **fields: str) -> DureError:
    return DureError(*(message(f"form.out.{key}", language, **fields) for language in LANGUAGES))
