"""The Book and its pages: the contract between the engine and the writers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.items import Frame
    from guidepress.page.tree import Node

__all__ = ["Book", "Metadata", "OutlineEntry", "Page", "SectionText"]


@record
class Page:
    """One finished page.

    Attributes:
        number: 1 for the first page of the PDF, cover included.
        label: the folio as printed ("iv", "12"); "Cover" for the cover.
        width, height: trim size in mpt.
        frames: in reading order; artifacts may stand anywhere among them.
        section: id of the section that the page belongs to, or "".
        master: name of the page master that set the furniture.
        blank: True for a page left empty on purpose (before a recto start).
        cover: True for the cover, which is not counted.
    """

    number: int
    label: str
    width: int
    height: int
    frames: tuple[Frame, ...]
    section: str = ""
    master: str = "body"
    blank: bool = False
    cover: bool = False


@record
class OutlineEntry:
    """A bookmark: level 1 is the top; `anchor` names an Anchor on some page."""

    level: int
    title: str
    anchor: str


@record
class Metadata:
    """What the document says of itself. `date` is ISO 8601 (YYYY-MM-DD or with time), or ""; `work` is what it is about."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    date: str = ""
    identifier: str = ""
    work: str = ""


@record
class SectionText:
    """The first and the last paragraph of a section, as plain text, for the verifier."""

    anchor: str
    title: str
    first: str
    last: str


@record
class Book:
    """A finished book.

    Attributes:
        pages: all pages, the cover (if any) first.
        tree: structure elements; index 0 is the Document; siblings stand in reading order.
        outline: bookmarks in order.
        page_count: pages of the book block, the cover not counted.
        reading_time: as printed ("1 hour read"); "" where the layout says none.
        diagnostics: warnings found on the way (a word broken by force …).
        decisions: why each page broke where it did, for `--explain`.
        excerpt: pages were taken out, or text on them made unreadable; `page_count` is that of the whole book.
    """

    metadata: Metadata
    pages: tuple[Page, ...]
    tree: tuple[Node, ...]
    outline: tuple[OutlineEntry, ...]
    page_count: int
    reading_time: str
    sections: tuple[SectionText, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[str, ...] = ()
    excerpt: bool = False
