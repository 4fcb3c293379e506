"""Rounding as Korean reports do: decimal, half away from zero (6.25 → 6.3), never Python's half-to-even."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Rational

Real = int | float | Decimal | Fraction


def half_up(value: Real, decimals: int = 0) -> Decimal:
    """`value` rounded to `decimals` places, with exactly that many.

    A float is taken at its shortest repr, the number a person would read. A share is better given to
    `percent` as count and base, which never passes through a float. Raises ValueError for nan and infinity.
    """
    scaled = _exact(value) * 10**decimals
    magnitude = int(abs(scaled) + Fraction(1, 2))
    sign = int(scaled < 0 and magnitude > 0)
    return Decimal((sign, tuple(map(int, str(magnitude))), -decimals))


def percent(count: Real, base: Real, decimals: int = 1) -> str:
    """`count` out of `base` in per cent: percent(1, 16) is "6.3". A whole, percent(n, n), is "100.0".

    Raises ValueError where there is no base: of nobody there is no percentage.
    """
    if not base:
        raise ValueError("a percentage needs a base; of nobody there is none")
    return str(half_up(_exact(count) / _exact(base) * 100, decimals))


def score100(mean: Real, points: int, decimals: int = 1) -> str:
    """A mean of a scale 1 … `points` on 0 … 100: (mean − 1) / (points − 1) × 100, not mean × 100 / points."""
    return str(half_up((_exact(mean) - 1) / (points - 1) * 100, decimals))


def _exact(value: Real) -> Fraction:
    try:
        if isinstance(value, Integral):
            return Fraction(int(value))
        if isinstance(value, Decimal | Rational):
            return Fraction(value)
        return Fraction(float.__repr__(float(value)))  # numpy's own repr is np.float64(…)
    except (ValueError, OverflowError):
        raise ValueError(f"{value} cannot be rounded") from None
