"""How many examples tests with random input try: so many in a usual run, and ten times as many in a thorough one."""

from __future__ import annotations

from hypothesis import settings

__all__ = ["so_many"]

_USUAL = 100
"""So many examples hypothesis tries if nothing else is asked for."""


def so_many(count: int) -> int:
    """So many examples in a usual run; more in a profile that asks for more."""
    return max(1, count * settings().max_examples // _USUAL)
