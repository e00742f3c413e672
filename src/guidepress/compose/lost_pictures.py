"""In: the pictures that sections have read, and what was made. Out: how many of them stand nowhere, and why.

A drawing holds text alone (a card, a ticket, the label of a figure), and so does a line that is read as plain text. What
such a text says of a picture would be lost there without a word.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.document.blocks import Columns, Group, MarginNote, Paragraph, Picture, Table
from guidepress.document.inlines import InlinePicture
from guidepress.document.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guidepress.base.diagnostics import Span
    from guidepress.document.blocks import Block
    from guidepress.document.kinds import SectionKind

__all__ = ["lost_pictures", "pictures_in"]

_REASON = "they stand where only text is set"


def lost_pictures(
    read: Mapping[tuple[str, Span], SectionKind], blocks: Iterable[Block]
) -> tuple[LeftOut, ...]:
    """Count the pictures that were read and are not printed, for each kind of section.

    Args:
        read: the file and the place of each picture, with the kind of section that read it first.
        blocks: all blocks of the document.
    """
    if not read:
        return ()
    printed = set(pictures_in(blocks))
    all_of, lost = Counter(read.values()), Counter(kind for key, kind in read.items() if key not in printed)
    return tuple(LeftOut(kind, "pictures", lost[kind], all_of[kind], _REASON) for kind in lost)


def pictures_in(blocks: Iterable[Block]) -> Iterator[tuple[str, Span | None]]:
    """Find the file and the place of every picture that some blocks print."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block.path, block.span
        elif isinstance(block, Paragraph):
            for inline in block.inlines:
                if isinstance(inline, InlinePicture):
                    yield inline.path, inline.span
        elif isinstance(block, Group | MarginNote | Columns):
            yield from pictures_in(block.blocks)
        elif isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from pictures_in(cell.blocks)
