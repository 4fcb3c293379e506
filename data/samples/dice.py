"""Chance that comes out the same again: only what Python promises to keep of a seeded generator is used."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from `random.Random(seed).random()`, whose sequence is the same in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random

    def chance(self, p: float) -> bool:
        return self._next() < p

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._next()

    def normal(self) -> float:
        """About normal, mean 0, variance 1 (Irwin–Hall, of twelve): additions only, alike everywhere."""
        return sum(self._next() for _ in range(12)) - 6

    def one(self, choices: Sequence[T]) -> T:
        return choices[int(self._next() * len(choices))]

    def pick(self, weights: Mapping[str, float]) -> str:
        """A key, as often as its weight says."""
        at = self._next() * sum(weights.values())
        for key, weight in weights.items():
            at -= weight
            if at < 0:
                return key
        return key

    def ranked(self, weights: Mapping[str, float], n: int) -> list[str]:
        """n different keys, the likeliest mostly first."""
        left = dict(weights)
        chosen = []
        for _ in range(n):
            chosen.append(key := self.pick(left))
            del left[key]
        return chosen

    def point(self, mean: float, spread: float = 0.9, points: int = 5) -> int:
        """A point of a scale around its mean."""
        return min(points, max(1, int(mean + spread * self.normal() + 0.5)))
