"""In: one drawing of a whole sheet. Out: a Book of that one page, its labels set and its elements named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.book import Book, Page
from guidepress.paginate.collect_figures import art_of
from guidepress.paginate.drawings import cover_frames
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from guidepress.document.blocks import Drawing
    from guidepress.page.book import Metadata
    from guidepress.paginate.setter import Setter

__all__ = ["painted"]


def painted(drawing: Drawing, metadata: Metadata, setter: Setter) -> Book:
    """Paint a drawing as a page of its size.

    Args:
        drawing: the sheet.
        metadata: what the file says of itself.
        setter: sets the labels; it knows what their late inlines say.
    """
    tree = Tree(metadata.language)
    art = art_of(drawing, tree.add("Sect", 0), 0, tree, metadata.language)
    page = Page(1, "Cover", drawing.width, drawing.height, cover_frames(art, setter), "", "cover", cover=True)
    resolved = setter.resolved
    return Book(
        metadata=metadata,
        pages=(page,),
        tree=tree.nodes,
        outline=(),
        page_count=resolved.pages,
        reading_time=resolved.reading_time,
        diagnostics=setter.diagnostics(),
    )
