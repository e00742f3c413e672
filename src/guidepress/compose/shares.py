"""In: proportions of columns. Out: their shares of a table's measure."""

from __future__ import annotations

__all__ = ["shares"]


def shares(*parts: int) -> tuple[int, ...]:
    """Turn proportions into shares per mille that sum to 1000."""
    total = sum(parts)
    widths = [part * 1000 // total for part in parts]
    widths[-1] += 1000 - sum(widths)
    return tuple(widths)
