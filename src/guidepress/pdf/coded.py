"""In: the pages of a book. Out: those of the last book that are coded already, so that only what changed is coded again.

A page's content hangs on the page, on the elements that it names, on what its faces are called and their glyphs stand
for, and on the names of its pictures. What makes it also makes marks in the structure; they are kept with it, in order.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from guidepress.base.record import identity
from guidepress.page.items import Run
from guidepress.pdf.placed import flatten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidepress.page.book import Page
    from guidepress.page.items import Face, Word
    from guidepress.page.tree import Node
    from guidepress.pdf.images import Images
    from guidepress.pdf.meaning import FaceUse
    from guidepress.pdf.paths import Box
    from guidepress.pdf.placed import Placed

__all__ = ["CodedPage", "CodedPages", "LaidPage", "words_of"]


@identity
class LaidPage:
    """A page whose items are placed.

    Attributes:
        words: of each face, faces in order of first use.
        deepest: the highest element that an item names.
    """

    page: Page
    items: tuple[Placed, ...]
    words: Mapping[Face, frozenset[Word]]
    deepest: int


@identity
class CodedPage:
    """A page's content stream, and what was said to others while it was made.

    Attributes:
        content: the stream, not deflated.
        marks: the element of each mark, in order.
        covers: what figures reach around, in order.
        pictures: path and most pixels of each picture, and its resource name, in order.
    """

    laid: LaidPage
    content: bytes
    marks: tuple[int, ...]
    covers: tuple[tuple[int, Box], ...]
    pictures: tuple[tuple[tuple[str, int], str], ...]


class CodedPages:
    """The pages of the last book, by number."""

    def __init__(self) -> None:
        self._laid: dict[int, LaidPage] = {}
        self._coded: dict[int, CodedPage] = {}
        self._deflated: dict[bytes, bytes] = {}
        self._tree: Sequence[Node] = ()
        self._meant: dict[Face, tuple[str, Mapping[int, str]]] = {}
        self._alike = 0
        self._still: set[Face] = set()

    def lay(self, pages: Iterable[Page]) -> list[LaidPage]:
        """Place the items of pages that the last book did not have."""
        found = []
        for page in pages:
            known = self._laid.get(page.number)
            found.append(known if known is not None and known.page == page else _laid(page))
        self._laid = {laid.page.number: laid for laid in found}
        return found

    def begin(self, tree: Sequence[Node], uses: Mapping[Face, FaceUse]) -> None:
        """Find out what a book has in common with the last: its first elements, and faces that say the same."""
        pairs = zip(tree, self._tree, strict=False)
        most = min(len(tree), len(self._tree))
        self._alike = next((at for at, (new, old) in enumerate(pairs) if new != old), most)
        meant: dict[Face, tuple[str, Mapping[int, str]]] = {
            face: (use.name, use.texts) for face, use in uses.items()
        }
        self._still = {face for face, (name, texts) in meant.items() if self._agrees(face, name, texts)}
        self._tree, self._meant = tree, meant

    def _agrees(self, face: Face, name: str, texts: Mapping[int, str]) -> bool:
        """Whether a face is called what it was called, and each glyph that both books have stands for the same."""
        before, meant = self._meant.get(face, ("", {}))
        return before == name and all(meant.get(glyph, text) == text for glyph, text in texts.items())

    def find(self, laid: LaidPage, images: Images) -> CodedPage | None:
        """The coded page of the last book, if its content would be the same in this one."""
        known = self._coded.get(laid.page.number)
        if (
            known is None
            or known.laid is not laid
            or laid.deepest >= self._alike
            or not laid.words.keys() <= self._still
        ):
            return None
        same = all(images.name(*asked) == name for asked, name in known.pictures)
        return known if same else None

    def keep(self, pages: Iterable[CodedPage]) -> None:
        """Keep the pages of this book in the place of those of the last."""
        self._coded = {each.laid.page.number: each for each in pages}
        contents = {each.content for each in self._coded.values()}
        self._deflated = {content: self._deflated[content] for content in contents & self._deflated.keys()}

    def deflated(self, coded: CodedPage, level: int) -> bytes:
        """The content of a page that came again, deflated once for all books to come."""
        known = self._deflated.get(coded.content)
        if known is None:
            known = self._deflated[coded.content] = zlib.compress(coded.content, level)
        return known


def words_of(items: Iterable[Placed]) -> dict[Face, frozenset[Word]]:
    """The words of each face, faces in order of first use."""
    words: dict[Face, set[Word]] = {}
    for item, *_ in items:
        if type(item) is Run and item.words:
            words.setdefault(item.face, set()).update(item.words)
    return {face: frozenset(found) for face, found in words.items()}


def _laid(page: Page) -> LaidPage:
    items = tuple(flatten(page))
    return LaidPage(page, items, words_of(items), max((tag for *_, tag in items), default=-1))
