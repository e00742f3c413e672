"""In: a Book and how it is printed. Out: Objects: its file for a press, in its inks, boxes and standard.

A press reads no tags and follows no links: the file has no structure, no annotations, no bookmarks, whatever the book
has. What a standard of PDF/X asks for stands in it; what one forbids is never written, or refused with a sentence.
"""

from __future__ import annotations

from hashlib import md5
from typing import TYPE_CHECKING
from uuid import UUID

from guidepress.base.diagnostics import FaultsFound
from guidepress.pdf.conditions import press_intent
from guidepress.pdf.content import ContentWriter
from guidepress.pdf.fonts import embed
from guidepress.pdf.metadata import information, packet
from guidepress.pdf.objects import ObjectTable, Points, number, reference
from guidepress.pdf.press_audit import audit_press
from guidepress.pdf.press_content import KNOCK_OUT, OVERPRINT, PressContentWriter
from guidepress.pdf.press_ink import OPENTYPE, PDF_VERSIONS, PressBoxes
from guidepress.pdf.press_paints import InkPaints, press_paints
from guidepress.pdf.press_pictures import PressPictures
from guidepress.pdf.tags import Structure
from guidepress.pdf.text import Coders
from guidepress.pdf.unmarked import flat, use_faces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Face
    from guidepress.pdf.meaning import FaceUse
    from guidepress.pdf.objects import Objects
    from guidepress.pdf.placed import Placed
    from guidepress.pdf.press_ink import PressInk, PressRect

__all__ = ["press_objects"]

_LEVEL = 6
_STATES = f"/ExtGState<</{OVERPRINT}<</OP true/op true/OPM 1>>/{KNOCK_OUT}<</OP false/op false/OPM 1>>>>"
_GROUP = "/Group<</S/Transparency/CS/DeviceCMYK>>"
"""The space in which a page with transparent pictures is mixed: that of the output intent, or a printer refuses it."""


def press_objects(book: Book, ink: PressInk, coders: Coders | None = None) -> Objects:
    """Turn a book into the objects of a file for a press.

    Args:
        book: the finished pages; a page is the paper, bleed included.
        ink: colours, standard and boxes.
        coders: encoded words by face, kept by a caller that writes several files.

    Raises:
        FaultsFound: the book or the options cannot meet the standard, a glyph is missing, a font must not be embedded,
            or a picture cannot be read.
    """
    laid = [flat(page) for page in book.pages]
    faces = use_faces(laid, Coders() if coders is None else coders)
    faults = audit_press(book, ink, faces.values())
    if faults:
        raise FaultsFound(faults)
    return _PressFile(book, ink, laid, faces).close()


class _PressFile:
    """One file for a press while it is being made."""

    def __init__(
        self, book: Book, ink: PressInk, laid: Sequence[Sequence[Placed]], faces: dict[Face, FaceUse]
    ) -> None:
        self._book = book
        self._ink = ink
        self._faces = faces
        self._table = ObjectTable()
        self._catalog = self._table.reserve()
        self._root = self._table.reserve()
        self._pages = [self._table.reserve() for _ in book.pages]
        self._pictures = PressPictures(ink)
        self._points = Points()
        self._paints = press_paints(ink)
        self._drawn = [self._draw(page, items) for page, items in zip(book.pages, laid, strict=True)]

    def _draw(self, page: Page, items: Sequence[Placed]) -> tuple[int, tuple[str, ...]]:
        """Draw a page; returns the object of its content and the names of its pictures."""
        images, size = self._pictures.images, (page.width, page.height)
        if isinstance(self._paints, InkPaints):
            writer: ContentWriter = PressContentWriter(size, self._faces, images, self._points, self._paints)
        else:
            none = Structure((), 1)
            writer = ContentWriter((0, *size), none, self._faces, images, self._points, self._paints)
        content = self._table.add_stream(writer.paint(items), _LEVEL)
        return content, tuple(dict.fromkeys(writer.pictures.values()))

    def close(self) -> Objects:
        """Write the pages and what belongs to the file as a whole."""
        table, metadata, standard = self._table, self._book.metadata, self._ink.standard
        bare = PDF_VERSIONS[standard] < OPENTYPE
        fonts = "".join(
            f"/{use.name} {reference(embed(face, use.coder.font, use.texts, table, bare=bare))}"
            for face, use in self._faces.items()
        )
        states = _STATES if isinstance(self._paints, InkPaints) else ""
        shared = f"/Font {reference(table.add(f'<<{fonts}>>'))}{states}"
        pictures = self._pictures.images.write(table)
        for index, (content, names) in enumerate(self._drawn):
            objects = "".join(f"/{name} {reference(pictures[name])}" for name in names)
            more = f"/XObject<<{objects}>>" if objects else ""
            group = _GROUP if any(pictures[name] in self._pictures.masked for name in names) else ""
            self._page(index, f"/Resources<<{shared}{more}>>/Contents {reference(content)}{group}")
        kids = " ".join(map(reference, self._pages))
        table.put(self._root, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        said = ""
        if standard:
            said = f"/OutputIntents[{press_intent(self._ink, table)}]"
        if standard == "x4":
            packed = packet(metadata, ("x4",), self._identity())
            said += f"/Metadata {reference(table.add_stream(packed, 0, Type='/Metadata', Subtype='/XML'))}"
        table.put(self._catalog, f"<</Type/Catalog/Pages {reference(self._root)}{said}>>")
        return table.close(self._catalog, table.add(information(metadata, standard)))

    def _page(self, index: int, rest: str) -> None:
        page, boxes = self._book.pages[index], self._ink.boxes
        paper = (0, 0, page.width, page.height)
        own = boxes[index % len(boxes)] if boxes else PressBoxes(paper, paper)
        named = {"MediaBox": paper, "BleedBox": own.bleed, "TrimBox": own.trim}
        written = "".join(f"/{name}{_box(box, page.height)}" for name, box in named.items())
        self._table.put(self._pages[index], f"<</Type/Page/Parent {reference(self._root)}{written}{rest}>>")

    def _identity(self) -> str:
        """A name for what the file shows, the same for the same pages."""
        bodies, _, _ = self._table.close(self._catalog, 0)
        digest = md5(repr(bodies).encode(), usedforsecurity=False)
        return str(UUID(digest.hexdigest()))


def _box(box: PressRect, height: int) -> str:
    left, top, right, bottom = box
    return f"[{' '.join(map(number, (left, height - bottom, right, height - top)))}]"
