"""In: the pieces of sections, with turns where a new page was asked for. Out: strands: what begins on a new page each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.document.blocks import Section
from guidepress.paginate.pieces import AnchorMark, Begin, Space, Stop, Strand, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.paginate.pieces import Piece

__all__ = ["strands_of"]

_WEIGHTLESS = (Begin, AnchorMark, Stop, Space)
"""Pieces that make no page by themselves."""


def strands_of(sections: Iterable[tuple[Section, Sequence[Piece]]]) -> tuple[Strand, ...]:
    """Part the pieces of sections into strands.

    Returns:
        At least one strand: a book has a page, even if nothing stands on it.
    """
    cutter = _Cutter()
    for section, pieces in sections:
        cutter.section(section)
        for piece in pieces:
            if isinstance(piece, Turn):
                cutter.cut(piece.start)
            else:
                cutter.pieces.append(piece)
    cutter.cut("page")
    return tuple(cutter.strands) or (Strand("page", Section("", "", "", ()), ()),)


class _Cutter:
    """Where the parting stands."""

    def __init__(self) -> None:
        self.strands: list[Strand] = []
        self.pieces: list[Piece] = []
        self._section: Section | None = None
        self._broken: Section | None = None  # the section that the last strand ended in
        self._start: Literal["recto", "verso", "page"] = "page"

    def section(self, section: Section) -> None:
        """Go on with a section: on a new page if it asks for one."""
        if self._section is None or section.start in ("recto", "page"):
            self.cut("recto" if section.start == "recto" else "page")
        self._section = section

    def cut(self, start: Literal["recto", "verso", "page"]) -> None:
        """End a strand, unless it has nothing to print yet: what begins in it begins where the next one does."""
        if self._section is not None and not all(isinstance(piece, _WEIGHTLESS) for piece in self.pieces):
            began = self.pieces[0]
            # what follows a page break inside a section belongs to that section, however many begin further on
            section = began.section if isinstance(began, Begin) else self._broken or self._section
            self.strands.append(Strand(self._start, section, tuple(self.pieces)))
            self.pieces = []
            self._broken = self._section
        self._start = start
