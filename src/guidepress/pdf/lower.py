"""In: a Book. Out: Objects: everything a PDF file holds, numbered, as builtins only; no ReportLab yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Anchor, Link, Run
from guidepress.pdf.content import ContentWriter
from guidepress.pdf.fonts import embed
from guidepress.pdf.images import Images
from guidepress.pdf.intents import output_intent
from guidepress.pdf.labels import page_labels
from guidepress.pdf.links import annotation, destinations
from guidepress.pdf.meaning import FaceUse
from guidepress.pdf.metadata import information, packet
from guidepress.pdf.objects import ObjectTable, number, reference, text_string
from guidepress.pdf.outline import write_outline
from guidepress.pdf.placed import flatten
from guidepress.pdf.tags import Structure
from guidepress.pdf.text import Coders
from guidepress.standard import audit, judge, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Face, Word
    from guidepress.pdf.objects import Objects
    from guidepress.pdf.placed import Placed

__all__ = ["lower"]

LEVEL = 4
"""zlib's level for page contents: the knee. Of 24,000 words level 1 makes 177 KB in 4.6 ms, 4 makes 152 KB in 6.7 ms,
6 makes 144 KB in 13.7 ms (measured)."""


def lower(book: Book, profiles: Iterable[str] = ("ua1", "2a"), coders: Coders | None = None) -> Objects:
    """Turn a book into PDF objects.

    Args:
        book: the finished pages.
        profiles: standards that the file must meet and will name: "ua1", "2a", "3a".
        coders: encoded words by face; pass the same one again to spare encoding them for the next book.

    Returns:
        The objects, ready to be emitted in this process or another.

    Raises:
        FaultsFound: the book cannot meet one of the profiles, or a picture cannot be read.
        ValueError: a profile is unknown.
    """
    names = known(profiles)
    faults = audit(book, names)
    if faults:
        raise FaultsFound(faults)
    placed = [flatten(page) for page in book.pages]
    faces = _faces(placed, Coders() if coders is None else coders)
    faults = judge((finding for use in faces.values() for finding in use.findings()), names)
    if faults:
        raise FaultsFound(faults)
    return _Writing(book, placed, faces).close(names)


def _faces(placed: Iterable[Sequence[Placed]], coders: Coders) -> dict[Face, FaceUse]:
    """Collect the words of each face, faces in order of first use."""
    words: dict[Face, set[Word]] = {}
    for items in placed:
        for item, *_ in items:
            if type(item) is Run and item.words:
                known_words = words.get(item.face)
                if known_words is None:
                    known_words = words[item.face] = set()
                known_words.update(item.words)
    return {
        face: FaceUse(face, coders[face], f"F{index}", some)
        for index, (face, some) in enumerate(words.items())
    }


class _Writing:
    """One file while it is being made."""

    def __init__(self, book: Book, placed: Sequence[Sequence[Placed]], faces: dict[Face, FaceUse]) -> None:
        self._book = book
        self._table = ObjectTable()
        self._catalog = self._table.reserve()
        self._tree = self._table.reserve()
        self._pages = [self._table.reserve() for _ in book.pages]
        self._structure = Structure(book.tree, len(book.pages))
        self._images = Images()
        self._links: list[int] = []  # the Link element of each annotation
        self._places: dict[str, tuple[int, int, int]] = {}
        drawn = [
            self._draw(index, page, items, faces)
            for index, (page, items) in enumerate(zip(book.pages, placed, strict=True))
        ]
        fonts = "".join(
            f"/{use.name} {reference(embed(face, use.coder.font, use.texts, self._table))}"
            for face, use in faces.items()
        )
        self._fonts = self._table.add(f"<<{fonts}>>")
        pictures = self._images.write(self._table)
        for index, (page, (content, names, links)) in enumerate(zip(book.pages, drawn, strict=True)):
            objects = "".join(f"/{name} {pictures[name]} 0 R" for name in names)
            self._page(index, page, content, objects, links)

    def _draw(
        self, index: int, page: Page, items: Sequence[Placed], faces: dict[Face, FaceUse]
    ) -> tuple[int, list[str], list[int]]:
        painter = ContentWriter((index, page.width, page.height), self._structure, faces, self._images)
        content = self._table.add_stream(painter.paint(items), LEVEL)
        annotations: list[int] = []
        for item, x, y, tag in items:
            if type(item) is Link:
                at = self._table.reserve()
                self._table.put(at, annotation(item, x, y, len(self._pages) + len(self._links)))
                self._links.append(self._structure.annotate(tag, index, at))
                annotations.append(at)
            elif type(item) is Anchor:
                self._places[item.name] = self._pages[index], x, y
        return content, list(painter.images), annotations

    def _page(self, index: int, page: Page, content: int, objects: str, links: Sequence[int]) -> None:
        box = f"[0 0 {number(page.width)} {number(page.height)}]"
        pictures = f"/XObject<<{objects}>>" if objects else ""
        annotations = " ".join(map(reference, links))
        self._table.put(
            self._pages[index],
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox{box}/CropBox{box}/BleedBox{box}/TrimBox{box}"
            f"/Resources<</Font {self._fonts} 0 R{pictures}>>/Contents {content} 0 R"
            f"/StructParents {index}/Tabs/S{f'/Annots[{annotations}]' if links else ''}>>",
        )

    def close(self, profiles: Sequence[str]) -> Objects:
        """Write what belongs to the file as a whole."""
        book, table = self._book, self._table
        pages = " ".join(map(reference, self._pages))
        table.put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{pages}]>>")
        structure = self._structure.write(table, self._pages, self._links)
        outline = write_outline(book.outline, table)
        entries = [
            f"<</Type/Catalog/Version/1.7/Pages {reference(self._tree)}",
            f"/Lang{text_string(book.metadata.language)}",
            f"/MarkInfo<</Marked true>>/StructTreeRoot {reference(structure)}",
            f"/Metadata {reference(self._metadata(profiles))}",
            f"/OutputIntents[{output_intent(table)}]",
            f"/PageLabels{page_labels(page.label for page in book.pages)}",
            "/ViewerPreferences<</DisplayDocTitle true>>",
        ]
        if self._places:
            entries.append(f"/Names<</Dests {table.add(destinations(self._places))} 0 R>>")
        if outline:
            entries.append(f"/Outlines {outline} 0 R/PageMode/UseOutlines")
        table.put(self._catalog, "".join(entries) + ">>")
        return table.close(self._catalog, table.add(information(book.metadata)))

    def _metadata(self, profiles: Sequence[str]) -> int:
        # Stored as it is, so that any tool can find it in the file (ISO 32000-1, 14.3.2).
        content = packet(self._book.metadata, profiles)
        return self._table.add_stream(content, 0, Type="/Metadata", Subtype="/XML")
