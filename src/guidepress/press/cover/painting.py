"""In: the drawings of one sheet, each with its place. Out: a Book of that one page, labels set and elements named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.book import Book, Page
from guidepress.page.items import Frame
from guidepress.paginate.collect_figures import art_of
from guidepress.paginate.drawings import cover_frames
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Drawing
    from guidepress.page.book import Metadata
    from guidepress.paginate.setter import Setter

__all__ = ["painted"]


def painted(
    drawings: Iterable[tuple[int, int, Drawing]], size: tuple[int, int], metadata: Metadata, setter: Setter
) -> Book:
    """Paint drawings on a sheet, one over the other.

    Args:
        drawings: where the upper left corner of each stands, mpt, and what it is.
        size: width and height of the sheet, mpt.
        metadata: what the file says of itself.
        setter: sets the labels; it knows what their late inlines say.
    """
    tree = Tree(metadata.language)
    frames = []
    for x, y, drawing in drawings:
        art = art_of(drawing, tree.add("Sect", 0), 0, tree, metadata.language)
        frames.append(Frame(x, y, cover_frames(art, setter)))
    resolved = setter.resolved
    return Book(
        metadata=metadata,
        pages=(Page(1, "Cover", *size, tuple(frames), "", "cover", cover=True),),
        tree=tree.nodes,
        outline=(),
        page_count=resolved.pages,
        reading_time=resolved.reading_time,
        diagnostics=setter.diagnostics(),
    )
