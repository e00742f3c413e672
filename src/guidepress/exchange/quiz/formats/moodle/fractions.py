"""The weights that Moodle knows: it refuses any other."""

from __future__ import annotations

__all__ = ["nearest_fraction"]

_HALF = (
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10,
    5, 0,
)  # fmt: skip
"""Per cent of the points, as question/engine/bank.php lists them; each may be taken off, too."""

_ALL = (*_HALF, *(-each for each in _HALF if each))


def nearest_fraction(weight: float, *, least: float = -100) -> str:
    """The fraction of Moodle that is nearest to a weight, as its files write it, and no smaller than some."""
    best = min((each for each in _ALL if each >= least), key=lambda each: abs(each - weight))
    return f"{best:.7g}"
