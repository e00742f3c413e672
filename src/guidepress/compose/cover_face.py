"""The front of a cover: how large it is, how far it is printed, and where its type stands."""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["CoverFace"]

_FOOT = 0.082  # share of the page's height below the stripes
_SIDE = 0.092  # share of the page's width beside the type


@record
class CoverFace:
    """The front of a cover, mpt.

    Attributes:
        width, height: as it is trimmed.
        bound: at the left edge, what the spine's cloth takes; the design begins at its right.
        over: how far the design runs over the other three edges: what is cut off, or turned in.
        safe: what is important keeps so far from these edges.
    """

    width: int
    height: int
    bound: int = 0
    over: int = 0
    safe: int = 0

    @property
    def side(self) -> int:
        """White at either side of the type."""
        return max(round(self.width * _SIDE), self.safe)

    @property
    def left(self) -> int:
        """Where the type begins."""
        return self.bound + self.side

    @property
    def measure(self) -> int:
        """How wide the type is set."""
        return self.width - self.left - self.side

    @property
    def shelf_foot(self) -> int:
        """Where the stripes stand, if one line is below them."""
        return self.height - round(self.height * _FOOT)

    def foot(self, size: int) -> int:
        """The baseline of the last line, in type of a size."""
        base = self.height - round(self.height * _FOOT / 2) + size // 3
        return min(base, self.height - self.safe - size // 3)
