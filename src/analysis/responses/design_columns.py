"""How each respondent was drawn, as the columns say that `sample.design` names: weight, strata, clusters, population.

An estimate cannot place a response of which this is not known: it does not count, which is an error, and its answers
are kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.intake.sheet import Cell, DeclaredMissing, Mask
from analysis.language.text import normalise
from analysis.questionnaire.questionnaire import Questionnaire, SampleDesign
from analysis.responses.finding import Finding
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources
from analysis.responses.standing import Standing
from analysis.responses.values.missing import absence
from analysis.responses.values.number import parse_number

Numbers = NDArray[np.float64]
Texts = NDArray[np.str_]
Codes = NDArray[np.intp]

_PLAIN = re.compile(r"\+?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?")  # as programs write numbers
_NAMED = 5  # sizes that are told
DESIGN_RULES = (
    "design_number_blank", "design_weight_unread", "design_label_blank", "design_population_unread",
    "design_population_differs", "design_population_small",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class DesignColumns:
    """An entry a response of the origin, those included that do not count, in file order.

    weights      how many of the frame the respondent stands for, 0 or more; None where no column says so
    strata       labels, an array a stage; fewer than stages where the later ones have none
    clusters     labels of the units drawn, an array a stage; none where respondents were drawn one by one
    populations  how many units the respondent's stratum has in the frame, an array a stage; fewer than stages where
                 they are not known

    What could not be used is NaN or "": such a response never counts.
    """

    weights: Numbers | None = None
    strata: tuple[Texts, ...] = ()
    clusters: tuple[Texts, ...] = ()
    populations: tuple[Numbers, ...] = ()


def place_responses(sources: Sources, questionnaire: Questionnaire, log: Log) -> DesignColumns | None:
    """How everybody was drawn; None where the questionnaire names no columns for it.

    What cannot be used is told of each response that counts up to now, which then counts no more.
    """
    design = questionnaire.sample.design
    if design is None:
        return None
    placing = _Placing(sources, log)
    weights = None if design.weight is None else placing.numbers(design.weight, "design_weight_unread")
    strata = tuple(map(placing.labels, design.strata))
    clusters = tuple(map(placing.labels, design.cluster))
    populations = tuple(placing.numbers(heading, "design_population_unread") for heading in design.population)
    placing.leave_out()
    if clusters and design.stages > len(clusters):  # within the last units respondents were drawn one by one
        clusters += (np.arange(len(sources)).astype(str),)
    columns = DesignColumns(weights, strata, clusters, populations)
    placing.check_populations(columns, design)
    return columns


class _Placing:
    """What is read of the columns, and which responses it leaves without a place."""

    def __init__(self, sources: Sources, log: Log) -> None:
        self.sources = sources
        self.log = log
        self.unplaced = np.zeros(len(sources), dtype=bool)

    def numbers(self, heading: str, rule: str) -> Numbers:
        column = self.sources.of_design(heading)
        read = np.array([_number(column.cell(at)) for at in range(len(column.texts))], dtype=float)
        values = read[column.which]
        blank = np.array([not column.cell(at).text.strip() for at in range(len(column.texts))])[column.which]
        self.tell("design_number_blank", heading, np.isnan(values) & blank)
        self.tell(rule, heading, np.isnan(values) & ~blank)
        return values

    def labels(self, heading: str) -> Texts:
        column = self.sources.of_design(heading)
        read = np.array([_label(column.cell(at)) for at in range(len(column.texts))], dtype=np.str_)
        labels = read[column.which]
        self.tell("design_label_blank", heading, labels == "")
        return labels

    def check_populations(self, columns: DesignColumns, design: SampleDesign) -> None:
        """Within a stratum of a stage the frame has one size, and no fewer units than were drawn."""
        for at, heading in enumerate(design.population):
            counted = self.sources.counted
            within, units = _stage(columns, at)
            sizes = columns.populations[at]
            known = pd.DataFrame({"within": within[counted], "size": sizes[counted]})
            usual = _usual(known, int(within.max(initial=-1)) + 1)[within]
            self.tell_strata(
                "design_population_differs", heading, counted & (sizes != usual), within, sizes,
                lambda one, known=known, within=within: _listed(known["size"][known["within"] == within[one]]),
            )  # fmt: skip
            drawn = _units_drawn(within, units, counted)
            self.tell_strata(
                "design_population_small", heading, counted & (sizes < drawn), within, sizes,
                lambda one, drawn=drawn: f"{drawn[one]:,}",
            )  # fmt: skip
            self.leave_out()

    def leave_out(self) -> None:
        self.sources.standing[self.unplaced & self.sources.counted] = Standing.UNPLACED

    def tell(self, rule: str, heading: str, where: Mask) -> None:
        self.unplaced |= where
        at = np.flatnonzero(where & self.sources.counted).tolist()
        self.log.tell(rule, heading, at, lambda one: self.finding(rule, heading, one))

    def tell_strata(
        self, rule: str, heading: str, where: Mask, within: Codes, sizes: Numbers, hint: Callable[[int], str]
    ) -> None:
        """Once of all in a stratum of one sheet that say the same size."""
        self.unplaced |= where
        alike: dict[tuple[int, int, float], list[int]] = defaultdict(list)
        for at in np.flatnonzero(where).tolist():
            alike[int(self.sources.sheet[at]), int(within[at]), float(sizes[at])].append(at)
        of = {these[0]: len(these) for these in alike.values()}
        self.log.tell(
            rule, heading, list(of), lambda one: self.finding(rule, heading, one, hint(one), of[one]), of
        )

    def finding(self, rule: str, heading: str, at: int, hint: str = "", alike: int = 1) -> Finding:
        matching = self.sources.matchings[self.sources.sheet[at]]
        sheet, column = matching.sheet, matching.design[heading][0]
        return Finding(
            SEVERITY[rule],
            rule,
            survey=self.log.survey,
            respondent=self.sources.respondent[at].as_py() if alike == 1 else "",
            file=sheet.file,
            sheet=sheet.name,
            cell=sheet.reference(int(self.sources.number[at]), column),
            value=sheet.columns[column].at(int(self.sources.row[at])).text.strip(),
            hint=hint,
            part=heading,
            alike=alike,
        )


def _number(cell: Cell) -> float:
    """A number, 0 or more, exact and without a unit; NaN for anything else."""
    if isinstance(cell.value, DeclaredMissing):
        return np.nan
    if cell.number is not None:
        value = float(cell.number)
    elif _PLAIN.fullmatch(text := normalise(cell.text)):
        value = float(text)
    else:
        read = parse_number(text)
        said_more = read.qualifier != "exact" or read.unit or read.per or read.remark or read.doubt
        value = np.nan if said_more or read.value is None else float(read.value)
    return value if 0 <= value < np.inf else np.nan


def _label(cell: Cell) -> str:
    """The name of a stratum or cluster; "" where the cell holds none."""
    if isinstance(cell.value, DeclaredMissing) or absence(cell.text, "text"):
        return ""
    return normalise(cell.text)


def _stage(columns: DesignColumns, at: int) -> tuple[Codes, Codes]:
    """Of every response the stratum and the unit of a stage, as numbers; both lie within the unit before."""
    parent = np.zeros(columns.populations[at].size, dtype=np.intp)
    for stage in range(at + 1):
        within = _codes(parent, columns.strata[stage]) if stage < len(columns.strata) else parent
        each = columns.clusters[stage] if columns.clusters else np.arange(parent.size)
        parent = _codes(within, each)
    return within, parent


def _codes(parent: Codes, labels: NDArray[np.generic]) -> Codes:
    """Numbers 0 … for labels, each within its parent."""
    codes, different = pd.factorize(labels)
    return pd.factorize(parent * (len(different) + 1) + codes)[0].astype(np.intp)


def _units_drawn(within: Codes, units: Codes, counted: Mask) -> NDArray[np.intp]:
    """How many units of every response's stratum have a response that counts."""
    strata = pd.Series(within[counted]).groupby(units[counted]).first().to_numpy(dtype=np.intp)
    return np.bincount(strata, minlength=int(within.max(initial=-1)) + 1)[within]


def _usual(known: pd.DataFrame, strata: int) -> Numbers:
    """The size that more of each stratum say than any other; NaN where there is no such."""
    sizes = known.groupby("within")["size"]
    usual = sizes.min()
    differing = usual[usual != sizes.max()].index
    for stratum in differing:
        most = sizes.get_group(stratum).mode()
        usual[stratum] = most.iloc[0] if len(most) == 1 else np.nan
    return usual.reindex(range(strata)).to_numpy(dtype=float)


def _listed(sizes: pd.Series) -> str:
    return ", ".join(f"{size:,.10g}" for size in sorted(sizes.dropna().unique())[:_NAMED])
