"""A rectangle on a page of a PDF: the origin at the lower left, y growing upwards, lengths in mpt."""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["Zone"]


@record
class Zone:
    """A rectangle on a page, mpt; left and bottom are the smaller."""

    left: int
    bottom: int
    right: int
    top: int

    @property
    def width(self) -> int:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """From bottom to top."""
        return self.top - self.bottom

    def inset(self, left: int, bottom: int, right: int, top: int) -> Zone:
        """The same rectangle, smaller by so much at each side."""
        return Zone(self.left + left, self.bottom + bottom, self.right - right, self.top - top)

    def holds(self, other: Zone) -> bool:
        """Whether another rectangle lies within this one."""
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and other.right <= self.right
            and other.top <= self.top
        )
