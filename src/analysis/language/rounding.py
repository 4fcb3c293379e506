"""Rounding as Korean reports do: decimal, half away from zero (6.25 → 6.3), never Python's half-to-even."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from numbers import Rational

Real = int | float | Decimal | Fraction


def half_up(value: Real, decimals: int = 0) -> Decimal:
    """`value` rounded to `decimals` places, with exactly that many.

    A float is taken at its shortest repr, the number a person would read. A share is better given to
    `percent` as count and base, which never passes through a float. Raises ValueError for nan and infinity.
    """
    return _rounded(*_ratio(value), decimals)


def percent(count: Real, base: Real, decimals: int = 1) -> str:
    """`count` out of `base` in per cent: percent(1, 16) is "6.3". A whole, percent(n, n), is "100.0".

    Raises ValueError where there is no base: of nobody there is no percentage.
    """
    if not base:
        raise ValueError("a percentage needs a base; of nobody there is none")
    (above, below), (whole, part) = _ratio(count), _ratio(base)
    sign = 1 if whole > 0 else -1
    return str(_rounded(100 * sign * above * part, below * abs(whole), decimals))


def score100(mean: Real, points: int, decimals: int = 1) -> str:
    """A mean of a scale 1 … `points` on 0 … 100: (mean − 1) / (points − 1) × 100, not mean × 100 / points."""
    return str(half_up((_exact(mean) - 1) / (points - 1) * 100, decimals))


def _rounded(above: int, below: int, decimals: int) -> Decimal:
    """above / below, of which below is more than 0. Fractions are slow, and a report rounds fifty thousand times."""
    magnitude = (2 * abs(above) * 10**decimals + below) // (2 * below)
    sign = int(above < 0 and magnitude > 0)
    return Decimal((sign, tuple(map(int, str(magnitude))), -decimals))


def _exact(value: Real) -> Fraction:
    return Fraction(*_ratio(value))


def _ratio(value: Real) -> tuple[int, int]:
    """Numerator and denominator, which is above 0."""
    try:
        if isinstance(value, int | Decimal | Fraction):
            return value.as_integer_ratio()
        if isinstance(value, Rational):  # numpy's whole numbers
            return int(value.numerator), int(value.denominator)
        return Decimal(float.__repr__(float(value))).as_integer_ratio()  # numpy's own repr is np.float64(…)
    except (ValueError, OverflowError):
        raise ValueError(f"{value} cannot be rounded") from None
