"""In: a book that many copies are made of, and what each of them adds to its pages. Out: the Objects of each copy.

The shell is the book's file without what copies are filled in with. It is coded once; a copy has all its objects but
those that differ: its pages name a second content stream, the elements that are filled in have a mark more, and the
tree that leads from marks to elements knows of them. Fonts can show what any of the copies says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.pdf.coded import CodedPages, words_of
from guidepress.pdf.content import alone
from guidepress.pdf.emit import WrittenObjects, emit
from guidepress.pdf.lower import LEVEL, begin
from guidepress.pdf.objects import ObjectTable, reference
from guidepress.pdf.placed import flatten
from guidepress.pdf.symbols import artifact_symbol
from guidepress.pdf.text import Coders
from guidepress.standard import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Face, Frame, Word
    from guidepress.page.leaves import PrintLeaf
    from guidepress.pdf.objects import Body
    from guidepress.pdf.tags import Structure

__all__ = ["Shell"]

_SHORT = 400
"""Content of so few bytes is mostly a code, which nothing deflates."""


class Shell:
    """The file of a book that copies are made of.

    Args:
        book: what the copies have in common.
        standards: that each copy must meet.
        frames: all that any copy adds to any page.

    Raises:
        FaultsFound: the book or what is added cannot meet one of the standards.
    """

    def __init__(self, book: Book, standards: Sequence[str], frames: Iterable[Frame]) -> None:
        words: dict[Face, frozenset[Word]] = {}
        first = book.pages[0]
        for each in frames:
            for face, some in words_of(flatten(replace(first, frames=(each,)))).items():
                words[face] = words.get(face, frozenset()) | some
        self._lowering = begin(book, known(standards), Coders(), CodedPages(), words)
        bodies, self._catalog, self._info = self._lowering.close()
        self._bodies: list[Body] = list(bodies)
        for at in self._lowering.contents:
            self._bodies[at - 1] = _isolated(self._bodies[at - 1])
        self._book = book
        self._written = WrittenObjects()

    def alone(self) -> bytes:
        """The file with nothing filled in."""
        return emit((tuple(self._bodies), self._catalog, self._info), written=self._written)

    def filled(self, leaves: Sequence[PrintLeaf]) -> bytes:
        """The file of a copy.

        Args:
            leaves: what it adds to each page, one a page of the book.
        """
        lowering = self._lowering
        table = ObjectTable(self._bodies)
        structure = lowering.structure.fork()
        shared: dict[int, int] = {}
        for index, (page, leaf) in enumerate(zip(self._book.pages, leaves, strict=True)):
            added = []
            if leaf.common:
                if id(leaf.common) not in shared:
                    content = self._painted(index, page, leaf.common, structure)
                    shared[id(leaf.common)] = table.add_stream(alone(content), LEVEL)
                added.append(shared[id(leaf.common)])
            own = b"" if leaf.symbol is None else artifact_symbol(leaf.symbol, page.height)
            own += self._painted(index, page, (*leaf.over, *leaf.filled), structure)
            if own:
                added.append(table.add_stream(own, 0 if len(own) < _SHORT else LEVEL))
            if added:
                at = lowering.pages[index]
                table.put(at, _with_contents(self._bodies[at - 1], lowering.contents[index], added))
        structure.rewrite(lowering.structure, table, lowering.pages, lowering.links)
        return emit(table.close(self._catalog, self._info), written=self._written)

    def _painted(self, index: int, page: Page, frames: tuple[Frame, ...], structure: Structure) -> bytes:
        writer = self._lowering.writer(index, page, structure)
        return writer.paint(flatten(replace(page, frames=frames)))


def _isolated(body: Body) -> Body:
    """A page's content that leaves nothing set for what a copy adds; deflated again where it was."""
    assert not isinstance(body, bytes)  # noqa: S101 - the content of a page is a stream
    entries, content, level = body
    return entries, alone(content), level


def _with_contents(page: Body, content: int, added: Sequence[int]) -> str:
    """A page whose content goes on in other streams."""
    assert isinstance(page, bytes)  # noqa: S101 - a page is a dictionary
    own = reference(content)
    more = " ".join(map(reference, added))
    return page.decode("latin-1").replace(f"/Contents {own}", f"/Contents[{own} {more}]")
