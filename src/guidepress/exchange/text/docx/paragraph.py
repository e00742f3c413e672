"""What a Word file holds, in order: paragraphs and tables, resolved, so that nobody need look at styles again."""

from __future__ import annotations

from guidepress.base.record import record
from guidepress.guide.markdown import MdInline  # noqa: TC001 - a record is made by its annotations

__all__ = ["WordParagraph", "WordTable"]


@record
class WordParagraph:
    """A paragraph.

    Attributes:
        inlines: its words with their looks, its pictures, the marks of its notes.
        words: its words alone.
        heading: its level as a heading, 0 where its style makes it none.
        role: "title", "subtitle", "quote" or "contents" by its style, else "".
        label: what its numbering puts before it: "1.", "b)", "•".
        depth: of its numbering, from 0; -1 for none.
        strong: all of its words are bold.
        marked: some of its words are highlighted, or coloured unlike the rest.
        size: of its largest words, in half points.
    """

    inlines: tuple[MdInline, ...]
    words: str
    heading: int = 0
    role: str = ""
    label: str = ""
    depth: int = -1
    strong: bool = False
    marked: bool = False
    size: int = 0


@record
class WordTable:
    """A table: rows of cells, each the paragraphs and tables in it; a cell that goes on from above is empty.

    Attributes:
        rows: each with the cells that stand in it, as often as they are wide.
    """

    rows: tuple[tuple[tuple[WordParagraph | WordTable, ...], ...], ...]
