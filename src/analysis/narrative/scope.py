"""Whom a sentence speaks of: "회원단체 14개 중", "질문을 받은 회원단체 5개 중"; and what it leaves out: "(가린 항목 제외)"."""

from __future__ import annotations

from analysis.narrative.figure import show_cell
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.questionnaire.questionnaire import SmallBases
from analysis.tables import Cell, Table
from analysis.tables.wording import TOO_FEW

USUAL = SmallBases()  # of what no questionnaire says it, such as a ledger


def counts_lead(table: Table) -> int:
    """Below so many respondents counts say more than shares and come first."""
    return int((table.facts.get("small_bases") or {}).get("counts_lead", USUAL.counts_lead))


def no_shares(table: Table) -> int:
    """Of fewer respondents no share is told."""
    return int((table.facts.get("small_bases") or {}).get("no_shares", USUAL.no_shares))


def is_weighted(table: Table) -> bool:
    """Shares are not counts by their bases: lines are put in order and judged by share, and a count is only told as
    one of answers."""
    return bool((table.facts.get("inference") or {}).get("weighted"))


def is_untold(share: Cell | None) -> bool:
    """The share is of too few respondents to be told; its count is."""
    return share is not None and share.rule == TOO_FEW


def base_of(table: Table, row: str = "", level: str = "", column: str = "") -> Cell | None:
    """The shown base of a line, or of a column of its own in it; None where it is hidden."""
    base = table.get("base", column, row, level)
    return base if base is not None and base.shown and base.value is not None else None


def who(table: Table, language: str, row: str = "", level: str = "") -> Sentence | None:
    """Those a line is about: "회원단체 14개". None where their number is hidden."""
    base = base_of(table, row, level)
    if base is None:
        return None
    noun = _noun(table, language, one=base.value == 1)
    return compose("who", language, noun=noun, n=show_cell(table, base, language))


def asked(table: Table, language: str, row: str = "") -> Field | None:
    """The same; where the question was put to some only it says so: "질문을 받은 회원단체 5개"."""
    them = who(table, language, row)
    return None if them is None else _of_those_asked(table, them, language)


def everyone(table: Table, language: str, row: str = "") -> Field | None:
    """All of those asked: "회원단체 14개 모두"; where English has a word for how many they are, that: "both member
    organisations", "the one member organisation asked"."""
    base, them = base_of(table, row), asked(table, language, row)
    if base is None or them is None:
        return None
    n = base.value or 0
    if n > 2 or language == "ko":
        return them if n == 1 else compose("everyone.all", language, them=them)
    noun = asked_noun(table, language, one=n == 1)
    if n == 1 and isinstance(noun, Sentence) and not noun.key.startswith("who_"):
        return them
    return compose("everyone.one" if n == 1 else "everyone.both", language, them=noun)


def asked_noun(table: Table, language: str, one: bool = False) -> Field:
    """The same without how many they are: "질문을 받은 회원단체". one: it is said of a single one."""
    return _of_those_asked(table, _noun(table, language, one), language)


def _noun(table: Table, language: str, one: bool) -> Sentence:
    words = table.facts.get("respondents") or {}
    word = words.get("ko" if language == "ko" else "en" if one else "en_plural")
    return Sentence((word,)) if word else compose("respondents", language)


def _of_those_asked(table: Table, them: Field, language: str) -> Field:
    base, absent = base_of(table), _not_asked(table)
    if base is None or not absent:
        return them
    all_in_base = absent + (base.value or 0) == table.facts.get("n_respondents")
    return compose("who_asked" if all_in_base else "who_answered", language, who=them)


def scope(table: Table, language: str, row: str = "") -> Sentence:
    """How a sentence about all of them begins: "회원단체 14개 중 "."""
    them = asked(table, language, row)
    return Sentence(()) if them is None else compose("among", language, who=them)


def left_out(table: Table, language: str, row: str = "", may_turn: bool = True) -> Sentence:
    """ "(가린 항목 제외)", at the end of a sentence, where counts are hidden that may turn its order."""
    return compose("left_out", language) if may_turn and any_hidden(table, row) else Sentence(())


def any_hidden(table: Table, row: str = "") -> bool:
    """A count of all respondents in that row was hidden, so that an order is one of the others only."""
    return any(
        cell.status == "suppressed" and cell.stat == "count" and (cell.level, cell.row) == ("", row)
        for cell in table.cells
    )


def part(
    table: Table, count: Cell, share: Cell | None, language: str, few: bool | None = None, is_share: bool = False
) -> Sentence:
    """A part with the whole it is of: "14개 중 10개(71.4%)". Of many the share comes first, and the whole
    is only told where it is not everybody: "41.3%(132개)", "물은 132개 중 58.3%(77개)"; weighted
    "가중 38.9%(응답 115개)", "가중 61.2%(응답 132개 중 77개)". few: as another number of the sentence has it; is_share: "the share is …", so
    that all of them are "7 of 7"."""
    fields: dict[str, Field] = {"count": show_cell(table, count, language)}
    size = "count"
    if share is not None and share.shown and share.value is not None:
        fields["share"] = show_cell(table, share, language)
        size = "few" if (is_few(table, share) if few is None else few) else "many"
    base = _base_of_cell(table, count)
    if size != "count" and is_weighted(table) and (base is None or base.value != count.value):
        return _weighted_part(table, count, base, fields["share"], language)
    if base is None or (size == "many" and base.value == table.facts.get("n_respondents")):
        return compose(f"part.{size}", language, **fields)
    whole = "_all" if size != "count" and not is_share and base.value == count.value and base.value != 1 else "_of"
    n: Field = show_cell(table, base, language)
    of_all = base_of(table)
    if table.kind != "grid" and of_all is not None and base.value == of_all.value:  # "질문을 받은 5개 중"
        n = _of_those_asked(table, n, language)
    return compose(f"part.{size}{whole}", language, n=n, **fields)


def weighted_amount(table: Table, count: Cell, share: Field, language: str) -> Sentence:
    """A weighted share, and the answers that stand behind it: "가중 38.9%(응답 115개)"."""
    one = "_one" if count.value == 1 else ""
    return compose(f"weighted.amount{one}", language, share=share, count=show_cell(table, count, language))


def _weighted_part(table: Table, count: Cell, base: Cell | None, share: Field, language: str) -> Sentence:
    if base is None or base.value == table.facts.get("n_respondents"):
        return weighted_amount(table, count, share, language)
    fields = {"count": show_cell(table, count, language), "n": show_cell(table, base, language)}
    return compose("weighted.part", language, share=share, **fields)


def is_few(table: Table, share: Cell) -> bool:
    """So few respondents that their number comes before the share; never where it is not what the share is made of.
    Where the base is hidden they are few."""
    if is_weighted(table):
        return False
    return share.base is None or share.base < counts_lead(table)


def nobody_asked(table: Table) -> bool:
    """The question concerned none of the respondents."""
    absent = _not_asked(table)
    return bool(absent) and absent == table.facts.get("n_respondents")


def _not_asked(table: Table) -> float:
    absent = table.get("absent", "not_asked")
    return (absent.value or 0) if absent is not None and absent.shown else 0


def _base_of_cell(table: Table, cell: Cell) -> Cell | None:
    """The base of a count: that of its column where it has one, else of its line."""
    column = cell.item.partition(":")[0] if ":" in cell.item else ""
    bases = (base_of(table, cell.row, cell.level, column), base_of(table, cell.row, cell.level))
    return next((base for base in bases if base and cell.base in (None, base.value)), None)
