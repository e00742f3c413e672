"""In: a Book. Out: Objects: everything a PDF file holds, numbered, as builtins only; no ReportLab yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Anchor, Link
from guidepress.pdf.coded import CodedPage, CodedPages
from guidepress.pdf.content import ContentWriter
from guidepress.pdf.fonts import embed
from guidepress.pdf.images import Images
from guidepress.pdf.intents import output_intent
from guidepress.pdf.labels import page_labels
from guidepress.pdf.links import annotation, destinations
from guidepress.pdf.meaning import FaceUse
from guidepress.pdf.metadata import information, packet
from guidepress.pdf.objects import ObjectTable, Points, number, reference, text_string
from guidepress.pdf.outline import write_outline
from guidepress.pdf.paints import ScreenPaints
from guidepress.pdf.tags import Structure
from guidepress.pdf.text import Coders
from guidepress.standard import NEWER, audit, judge, known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Face, Word
    from guidepress.pdf.coded import LaidPage
    from guidepress.pdf.objects import Objects

__all__ = ["LEVEL", "Deflate", "Lowering", "begin", "lower"]

Deflate: TypeAlias = "Callable[[bytes, int], None]"
"""Takes a stream and a level of zlib's, to deflate it in the meantime."""

LEVEL = 4
"""zlib's level for page contents: the knee. Of 24,000 words level 1 makes 177 KB in 4.6 ms, 4 makes 152 KB in 6.7 ms,
6 makes 144 KB in 13.7 ms (measured)."""


def lower(
    book: Book,
    profiles: Iterable[str] = ("ua1", "2a"),
    coders: Coders | None = None,
    coded: CodedPages | None = None,
    deflate: Deflate | None = None,
) -> Objects:
    """Turn a book into PDF objects.

    Args:
        book: the finished pages.
        profiles: standards that the file must meet and will name: "ua1", "2a", "3a"; or "ua2", "4", which make a
            file of PDF 2.0.
        coders: encoded words by face; pass the same one again to spare encoding them for the next book.
        coded: the pages of the last book, written with the same coders; it gets those of this one.
        deflate: gets the content of each page as soon as it is coded, and the level; who writes the objects may have
            deflated it by then.

    Returns:
        The objects, ready to be emitted in this process or another.

    Raises:
        FaultsFound: the book cannot meet one of the profiles, or a picture cannot be read.
        ValueError: a profile is unknown.
    """
    coders = Coders() if coders is None else coders
    return begin(book, known(profiles), coders, coded or CodedPages(), deflate=deflate).close()


def begin(
    book: Book,
    names: Sequence[str],
    coders: Coders,
    coded: CodedPages,
    more: Mapping[Face, frozenset[Word]] | None = None,
    deflate: Deflate | None = None,
) -> Lowering:
    """Code the pages of a book; what belongs to the file as a whole is to follow.

    Args:
        book: the finished pages.
        names: standards that `known` has gone through.
        coders: encoded words by face.
        coded: the pages of the last book.
        more: words that the fonts of the file must be able to show, too.
        deflate: as `lower` has it.

    Raises:
        FaultsFound: the book cannot meet one of the standards, or a picture cannot be read.
    """
    faults = audit(book, names)
    if faults:
        raise FaultsFound(faults)
    laid = coded.lay(book.pages)
    faces = _faces((*(each.words for each in laid), more or {}), coders)
    faults = judge((finding for use in faces.values() for finding in use.findings()), names)
    if faults:
        raise FaultsFound(faults)
    coded.begin(book.tree, faces)
    return Lowering(book, laid, faces, coded, names, deflate)


def _faces(used: Iterable[Mapping[Face, frozenset[Word]]], coders: Coders) -> dict[Face, FaceUse]:
    """Collect the words of each face, faces in order of first use."""
    words: dict[Face, set[Word]] = {}
    for each in used:
        for face, some in each.items():
            words.setdefault(face, set()).update(some)
    return {
        face: FaceUse(face, coders[face], f"F{index}", some)
        for index, (face, some) in enumerate(words.items())
    }


class Lowering:
    """One file while it is being made.

    Attributes:
        faces: what its pages are set in.
        images: its pictures.
        points, paints: lengths and colours as they are written.
        structure: its elements.
        pages, contents: the objects of each page and of its content.
        links: the Link element of each annotation.
    """

    def __init__(
        self,
        book: Book,
        laid: Sequence[LaidPage],
        faces: dict[Face, FaceUse],
        coded: CodedPages,
        names: Sequence[str],
        deflate: Deflate | None,
    ) -> None:
        self._book = book
        self._deflate = deflate
        self._names = names
        self._newer = any(name in NEWER for name in names)
        self.faces = faces
        self._known = coded
        self._table = ObjectTable()
        self._catalog = self._table.reserve()
        self._tree = self._table.reserve()
        self.contents: list[int] = []
        self.pages = [self._table.reserve() for _ in book.pages]
        self.structure = Structure(book.tree, len(book.pages), newer=self._newer)
        self.images = Images()
        self.points = Points()
        self.paints = ScreenPaints()
        self.links: list[int] = []
        self._places: dict[str, tuple[int, int, int]] = {}
        drawn = [self._draw(index, each) for index, each in enumerate(laid)]
        coded.keep(page for page, _, _ in drawn)
        self.contents += [content for _, content, _ in drawn]
        fonts = "".join(
            f"/{use.name} {reference(embed(face, use.coder.font, use.texts, self._table))}"
            for face, use in faces.items()
        )
        self._fonts = self._table.add(f"<<{fonts}>>")
        pictures = self.images.write(self._table)
        for index, (page, content, links) in enumerate(drawn):
            shown = dict.fromkeys(name for _, name in page.pictures)
            objects = "".join(f"/{name} {pictures[name]} 0 R" for name in shown)
            self._page(index, page.laid.page, content, objects, links)

    def _code(self, index: int, laid: LaidPage) -> tuple[CodedPage, int]:
        """Code a page, or make the marks of one that is coded; returns it and the object of its content."""
        structure, known = self.structure, self._known.find(laid, self.images)
        if known is not None:
            for tag in known.marks:
                structure.mark(tag, index)
            for tag, box in known.covers:
                structure.cover(tag, index, box)
            deflated = self._known.deflated(known, LEVEL)
            return known, self._table.add_stream(deflated, 0, Filter="/FlateDecode")
        writer = self.writer(index, laid.page, structure)
        content = writer.paint(laid.items)
        if self._deflate is not None:
            self._deflate(content, LEVEL)
        coded = CodedPage(
            laid, content, tuple(writer.marks), tuple(writer.covers), tuple(writer.pictures.items())
        )
        return coded, self._table.add_stream(content, LEVEL)

    def writer(self, index: int, page: Page, structure: Structure) -> ContentWriter:
        """A writer of content of a page, whose marks belong to elements of a structure."""
        size = index, page.width, page.height
        return ContentWriter(size, structure, self.faces, self.images, self.points, self.paints)

    def _draw(self, index: int, laid: LaidPage) -> tuple[CodedPage, int, list[int]]:
        """Code a page, its annotations and its anchors."""
        coded, content = self._code(index, laid)
        annotations: list[int] = []
        for item, x, y, tag in laid.items:
            if type(item) is Link:
                at = self._table.reserve()
                self._table.put(at, annotation(item, x, y, len(self.pages) + len(self.links)))
                self.links.append(self.structure.annotate(tag, index, at, item.target))
                annotations.append(at)
            elif type(item) is Anchor:
                self._places[item.name] = self.pages[index], x, y
                self.structure.name(item.name, item.element)
        return coded, content, annotations

    def _page(self, index: int, page: Page, content: int, objects: str, links: Sequence[int]) -> None:
        box = f"[0 0 {number(page.width)} {number(page.height)}]"
        pictures = f"/XObject<<{objects}>>" if objects else ""
        annotations = " ".join(map(reference, links))
        self._table.put(
            self.pages[index],
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox{box}/CropBox{box}/BleedBox{box}/TrimBox{box}"
            f"/Resources<</Font {self._fonts} 0 R{pictures}>>/Contents {content} 0 R"
            f"/StructParents {index}/Tabs/S{f'/Annots[{annotations}]' if links else ''}>>",
        )

    def close(self) -> Objects:
        """Write what belongs to the file as a whole."""
        book, table = self._book, self._table
        pages = " ".join(map(reference, self.pages))
        table.put(self._tree, f"<</Type/Pages/Count {len(self.pages)}/Kids[{pages}]>>")
        structure = self.structure.write(table, self.pages, self.links)
        outline = write_outline(book.outline, table)
        entries = [
            f"<</Type/Catalog/Version/{'2.0' if self._newer else '1.7'}/Pages {reference(self._tree)}",
            f"/Lang{text_string(book.metadata.language)}",
            f"/MarkInfo<</Marked true>>/StructTreeRoot {reference(structure)}",
            f"/Metadata {reference(self._metadata())}",
            f"/OutputIntents[{output_intent(table)}]",
            f"/PageLabels{page_labels(page.label for page in book.pages)}",
            "/ViewerPreferences<</DisplayDocTitle true>>",
        ]
        if self._places:
            elements = self.structure.named() if self._newer else None
            entries.append(f"/Names<</Dests {table.add(destinations(self._places, elements))} 0 R>>")
        if outline:
            entries.append(f"/Outlines {outline} 0 R/PageMode/UseOutlines")
        table.put(self._catalog, "".join(entries) + ">>")
        return table.close(self._catalog, 0 if self._newer else table.add(information(book.metadata)))

    def _metadata(self) -> int:
        # Stored as it is, so that any tool can find it in the file (ISO 32000-1, 14.3.2).
        content = packet(self._book.metadata, self._names)
        return self._table.add_stream(content, 0, Type="/Metadata", Subtype="/XML")
