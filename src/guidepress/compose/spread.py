"""In: the entries of a section that has room for some only. Out: some at even distances.

The first so many would all come from the work's opening pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["spread"]

_Entry = TypeVar("_Entry")


def spread(entries: Sequence[_Entry], limit: int) -> tuple[_Entry, ...]:
    """Take at most `limit` entries at even distances, the first and the last among them; 0 takes all."""
    if not limit or limit >= len(entries):
        return tuple(entries)
    steps = max(1, limit - 1)
    return tuple(entries[place * (len(entries) - 1) // steps] for place in range(limit))
