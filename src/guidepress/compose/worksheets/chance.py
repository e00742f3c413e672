"""In: a seed. Out: the same whole numbers on every machine and in every version of Python, for what is shuffled."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Chance"]

T = TypeVar("T")

_WORD = (1 << 64) - 1  # the arithmetic is modulo 2^64
_STEP = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio, odd

# FNV-1a, 64 bits (Fowler, Noll and Vo): offset basis and prime. Python's own hash of a text differs from run to run.
_FNV_BASIS = 0xCBF29CE484222325
_FNV_PRIME = 0x100000001B3


class Chance:
    """SplitMix64 (Steele, Lea and Flood, 2014), which passes the usual batteries in three lines."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, *names: object) -> None:
        """Start from a seed; what is shuffled under other names gets other numbers from the same seed."""
        state = _FNV_BASIS
        for name in (seed, *names):
            for byte in f"{name}\0".encode():
                state = (state ^ byte) * _FNV_PRIME & _WORD
        self._state = state

    def below(self, limit: int) -> int:
        """Draw a number from 0 up to `limit`, the limit left out, each as likely as any other.

        Raises:
            ValueError: there is no such number.
        """
        if limit < 1:
            raise ValueError(f"there is no whole number from 0 up that is below {limit}")
        fair = _WORD + 1 - (_WORD + 1) % limit  # numbers from here on would favour the small ones
        while (drawn := self._next()) >= fair:
            pass
        return drawn % limit

    def shuffled(self, entries: Iterable[T]) -> list[T]:
        """Mix up entries (Fisher and Yates)."""
        mixed = list(entries)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def one(self, entries: Sequence[T]) -> T:
        """Draw one entry of several."""
        return entries[self.below(len(entries))]

    def _next(self) -> int:
        self._state = self._state + _STEP & _WORD
        mixed = self._state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _WORD
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _WORD
        return mixed ^ mixed >> 31
