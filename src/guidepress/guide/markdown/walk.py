"""In: blocks of a text field. Out: all their inlines in reading order, or the blocks with their offsets moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.record import fields, is_record, replace
from guidepress.guide.markdown.tree import MdHeading, MdList, MdParagraph, MdQuote, MdTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidepress.guide.markdown.tree import MdBlock, MdInline

__all__ = ["inlines_of", "moved"]


def inlines_of(blocks: Iterable[MdBlock]) -> Iterator[MdInline]:
    """Walk all inlines of some blocks, those of lists, quotations and tables among them."""
    for block in blocks:
        if isinstance(block, MdParagraph | MdHeading):
            yield from block.inlines
        elif isinstance(block, MdQuote):
            yield from inlines_of(block.blocks)
        elif isinstance(block, MdList):
            for item in block.items:
                yield from inlines_of(item)
        elif isinstance(block, MdTable):
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from cell


def moved(value: Any, place: Callable[[int], int]) -> Any:  # noqa: ANN401 - a block, an inline or a tuple of them
    """Rebuild a block with every offset changed by a function."""
    if isinstance(value, tuple):
        return tuple(moved(part, place) for part in value)
    if not is_record(value):
        return value
    changes = {
        field.name: place(getattr(value, field.name))
        if field.name == "offset"
        else moved(getattr(value, field.name), place)
        for field in fields(value)
    }
    return replace(value, **changes)
