"""In: the leaves of a print file. Out: Objects: each page of a book coded once, however many leaves show it.

What a copy adds to one page is a content stream of its own, and what it adds to several alike, another. Fonts, pictures
and sizes stand on the root of the page tree, so that a leaf is a few bytes. The file is for a printer: it has no tags and claims no standard.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.page.items import Run
from guidepress.pdf.content import ContentWriter, alone
from guidepress.pdf.fonts import embed
from guidepress.pdf.images import Images
from guidepress.pdf.metadata import information, packet
from guidepress.pdf.objects import ObjectTable, Points, number, reference, text_string
from guidepress.pdf.paints import ScreenPaints
from guidepress.pdf.symbols import placed_symbol, stencil
from guidepress.pdf.tags import Structure
from guidepress.pdf.text import Coders
from guidepress.pdf.unmarked import flat, use_faces
from guidepress.standard import judge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from guidepress.page.book import Metadata, Page
    from guidepress.page.leaves import PrintLeaf
    from guidepress.pdf.objects import Objects
    from guidepress.pdf.placed import Placed

    _Alike: TypeAlias = tuple[object, ...]

__all__ = ["volume_objects"]

_LEVEL = 6
_SHORT = 400
"""Content of so few bytes is mostly a code, which nothing deflates."""


def volume_objects(leaves: Sequence[PrintLeaf], metadata: Metadata, coders: Coders | None = None) -> Objects:
    """Turn leaves into the objects of a print file.

    Args:
        leaves: in the order of the file; at least one.
        metadata: what the file says of itself.
        coders: encoded words by face, kept by a caller that writes several files.

    Raises:
        FaultsFound: a glyph is missing, a font must not be embedded, or a picture cannot be read.
    """
    return _Volume(leaves, Coders() if coders is None else coders).close(metadata)


class _Volume:
    """One print file while it is being made."""

    def __init__(self, leaves: Sequence[PrintLeaf], coders: Coders) -> None:
        self._leaves = leaves = _settled(leaves)
        self._pages: dict[int, Page] = {id(leaf.page): leaf.page for leaf in leaves}
        self._laid = {key: flat(page) for key, page in self._pages.items()}
        self._over = [flat(replace(leaf.page, frames=leaf.over)) if leaf.over else [] for leaf in leaves]
        shared = {_alike(leaf): leaf for leaf in leaves}
        common = [_common(leaf) for leaf in shared.values()]
        self._faces = use_faces((*self._laid.values(), *self._over, *common), coders)
        faults = judge((finding for use in self._faces.values() for finding in use.findings()), ("ua1",))
        if faults:
            raise FaultsFound(faults)
        self._table = ObjectTable()
        self._catalog = self._table.reserve()
        self._root = self._table.reserve()
        self._images = Images()
        self._points = Points()
        self._paints = ScreenPaints()
        self._common: dict[_Alike, tuple[int, ContentWriter]] = {}
        self._contents = {key: self._code(key) for key in self._laid}

    def _code(self, key: int) -> int:
        """Code a page of a book; returns the object of its content."""
        page = self._pages[key]
        content = self._writer(page).paint(self._laid[key])
        return self._table.add_stream(alone(content), _LEVEL)

    def close(self, metadata: Metadata) -> Objects:
        """Write the leaves and what belongs to the file as a whole."""
        table = self._table
        fonts = "".join(
            f"/{use.name} {reference(embed(face, use.coder.font, use.texts, table))}"
            for face, use in self._faces.items()
        )
        numbers = [self._leaf(leaf, items) for leaf, items in zip(self._leaves, self._over, strict=True)]
        written = self._images.write(table)
        pictures = "".join(f"/{name} {reference(at)}" for name, at in written.items())
        objects = f"/XObject<<{pictures}>>" if pictures else ""
        kids = " ".join(map(reference, numbers))
        first = self._leaves[0].page
        table.put(
            self._root,
            f"<</Type/Pages/Count {len(numbers)}/MediaBox{_box(first)}/Resources<</Font<<{fonts}>>{objects}>>"
            f"/Kids[{kids}]>>",
        )
        outline = self._outline(numbers)
        packed = table.add_stream(packet(metadata, ()), 0, Type="/Metadata", Subtype="/XML")
        table.put(
            self._catalog,
            f"<</Type/Catalog/Pages {reference(self._root)}/Lang{text_string(metadata.language)}"
            f"/Metadata {reference(packed)}{outline}"
            "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>",
        )
        return table.close(self._catalog, table.add(information(metadata)))

    def _leaf(self, leaf: PrintLeaf, items: Sequence[Placed]) -> int:
        parts = [self._contents[id(leaf.page)]]
        common = self._shared(leaf)
        if common is not None:
            parts.append(common[0])
        writer = self._writer(leaf.page) if common is None else common[1].after()
        added = b"" if leaf.symbol is None else stencil(leaf.symbol)
        added += writer.paint(items)
        if added:
            parts.append(self._table.add_stream(added, 0 if len(added) < _SHORT else _LEVEL))
        first = self._leaves[0].page
        same = (leaf.page.width, leaf.page.height) == (first.width, first.height)
        box = "" if same else f"/MediaBox{_box(leaf.page)}"
        contents = " ".join(map(reference, parts))
        return self._table.add(f"<</Type/Page/Parent {reference(self._root)}{box}/Contents[{contents}]>>")

    def _shared(self, leaf: PrintLeaf) -> tuple[int, ContentWriter] | None:
        """The content that several leaves of a copy have in common; with it the place of their codes is set."""
        if not leaf.common and not leaf.filled and leaf.symbol is None:
            return None
        symbol, key = leaf.symbol, _alike(leaf)
        known = self._common.get(key)
        if known is None:
            writer = self._writer(leaf.page)
            content = writer.paint(_common(leaf))
            if symbol is not None:
                content += placed_symbol(symbol, leaf.page.height)
            known = self._common[key] = self._table.add_stream(content, _LEVEL), writer
        return known

    def _writer(self, page: Page) -> ContentWriter:
        size = (0, page.width, page.height)
        return ContentWriter(size, Structure((), 1), self._faces, self._images, self._points, self._paints)

    def _outline(self, numbers: Sequence[int]) -> str:
        """A bookmark for each copy, by its code."""
        marks = [(leaf.begins, at) for leaf, at in zip(self._leaves, numbers, strict=True) if leaf.begins]
        if not marks:
            return ""
        table = self._table
        root, *entries = [table.reserve() for _ in range(len(marks) + 1)]
        for index, ((title, page), at) in enumerate(zip(marks, entries, strict=True)):
            before = f"/Prev {reference(entries[index - 1])}" if index else ""
            after = f"/Next {reference(entries[index + 1])}" if index + 1 < len(entries) else ""
            destination = f"/Dest[{reference(page)}/Fit]"
            table.put(
                at, f"<</Title{text_string(title)}/Parent {reference(root)}{before}{after}{destination}>>"
            )
        ends = f"/First {reference(entries[0])}/Last {reference(entries[-1])}"
        table.put(root, f"<</Type/Outlines{ends}/Count {len(entries)}>>")
        return f"/Outlines {reference(root)}/PageMode/UseOutlines"


def _settled(leaves: Sequence[PrintLeaf]) -> list[PrintLeaf]:
    """The leaves: what is filled in on one as on no other is its own."""
    counts = Counter(map(_alike, leaves))
    return [
        leaf
        if counts[_alike(leaf)] > 1 or not leaf.filled
        else replace(leaf, over=(*leaf.over, *leaf.filled), filled=())
        for leaf in leaves
    ]


def _alike(leaf: PrintLeaf) -> _Alike:
    """What leaves have in common that share content: what is added alike, where, and the place of the code."""
    symbol = leaf.symbol
    return (
        id(leaf.common),
        leaf.page.height,
        None if symbol is None else (symbol.x, symbol.y, symbol.size),
        *((frame.x, frame.y, id(frame.items)) for frame in leaf.filled),
    )


def _common(leaf: PrintLeaf) -> list[Placed]:
    """The items that a leaf has in common with others.

    The text that its own goes on from is the last, so that type and colour are set: a fifth of what its own takes.
    """
    frames = (*leaf.common, *leaf.filled)
    if leaf.common and type(leaf.common[-1].items[-1]) is Run:
        frames = (*leaf.common[:-1], *leaf.filled, leaf.common[-1])
    return flat(replace(leaf.page, frames=frames)) if frames else []


def _box(page: Page) -> str:
    return f"[0 0 {number(page.width)} {number(page.height)}]"
