"""How many would recommend: answers from 0 to 10 in three classes, and promoters less detractors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from analysis.tables.bins import Bin
from analysis.tables.cell import TOO_FEW, Label
from analysis.tables.estimate.net_promoter import PASSIVE, PROMOTER, promoter_scores
from analysis.tables.sampling import Among
from analysis.tables.statistic import Statistic, mean_of, positions_and_shares
from analysis.tables.wording import both

CLASSES = (
    Bin("detractors", 0, PASSIVE),
    Bin("passives", PASSIVE, PROMOTER),
    Bin("promoters", PROMOTER, None),
)


class NetPromoter:
    """Count and share of detractors (0 … 6), passives (7, 8) and promoters (9, 10), as bins of the answers; and the
    net promoter score, `nps`, in points from −100 to 100."""

    items = tuple(Label(found.id, both(f"net_promoter.{found.id}")) for found in CLASSES)
    facts = {"bins": [asdict(found) for found in CLASSES], "nps": True}

    def statistics(self, among: Among, values: NDArray[np.float64]) -> Iterator[Statistic]:
        scores = promoter_scores(values)
        yield from positions_and_shares(among, [found.id for found in CLASSES], (scores + 1).astype(np.intp))
        n = values.size
        plain = int(scores.sum()) * 100 / n if n else None
        score = mean_of(among, scores * 100, plain, stat="nps", within=(-100, 100))
        few = 0 < n < among.sampling.few  # a difference of shares
        yield score._replace(value=None, status="not_comparable", rule=TOO_FEW) if few else score
