"""Only pages that changed are coded again, and the file is the one that is written with nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow
from tests.pdf.everything import everything

from guidepress.base.record import replace
from guidepress.page.items import Frame, Image
from guidepress.page.tree import Node
from guidepress.pdf.coded import CodedPages
from guidepress.pdf.content import ContentWriter
from guidepress.pdf.emit import emit
from guidepress.pdf.lower import lower
from guidepress.pdf.text import Coders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.pdf.conftest import Hand

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Item
    from guidepress.pdf.placed import Placed

TREE = (Node("Document", -1), Node("P", 0), Node("P", 0), Node("Figure", 0, alt="A spot"))


class Writer:
    """Writes one book after the other, and says which pages were coded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._coders, self._coded = Coders(), CodedPages()
        self._pages: list[int] = []
        paint = ContentWriter.paint

        def counted(writer: ContentWriter, items: Sequence[Placed]) -> bytes:
            self._pages.append(writer._page)
            return paint(writer, items)

        monkeypatch.setattr(ContentWriter, "paint", counted)

    def coded(self, book: Book) -> list[int]:
        """Write a book; returns the indexes of the pages that were coded for it."""
        objects = lower(book, (), self._coders, self._coded)
        found = self._pages[:]
        assert emit(objects) == emit(lower(book, (), Coders()))
        self._pages.clear()
        return found


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Writer:
    return Writer(monkeypatch)


def page(hand: Hand, number: int, *items: Item, tag: int = 1) -> Page:
    return hand.page(Frame(30_000, 40_000, items, tag), number=number)


def test_what_is_written_again_is_coded_once(hand: Hand, tmp_path: Path, writer: Writer) -> None:
    book = everything(hand, tmp_path)
    every = list(range(len(book.pages)))
    assert [writer.coded(book) for _ in range(3)] == [every, [], []]


def test_only_a_page_that_changed_is_coded_again(hand: Hand, writer: Writer) -> None:
    first, second, other = (
        page(hand, 1, hand.run("a b")),
        page(hand, 2, hand.run("c"), tag=2),
        hand.run("d"),
    )
    writer.coded(hand.book(first, second, tree=TREE))
    assert writer.coded(hand.book(first, page(hand, 2, other, tag=2), tree=TREE)) == [1]


def test_a_page_whose_element_is_another_is_coded_again(hand: Hand, writer: Writer) -> None:
    pages = page(hand, 1, hand.run("a")), page(hand, 2, hand.run("b"), tag=2)
    writer.coded(hand.book(*pages, tree=TREE))
    # Element 2 has become a heading; the page before knows nothing of it.
    assert writer.coded(hand.book(*pages, tree=(*TREE[:2], Node("H1", 0), TREE[3]))) == [1]


def test_where_a_glyph_means_something_else_its_face_is_coded_again(hand: Hand, writer: Writer) -> None:
    small, capital = (hand.run(text, features="smcp c2sc") for text in ("ax", "AX"))
    pages = page(hand, 1, small), page(hand, 2, hand.run("b", face=hand.sans), tag=2)
    writer.coded(hand.book(*pages, tree=TREE))
    # With the capitals in the book the glyphs say "AX", and "ax" is said beside them.
    assert writer.coded(hand.book(*pages, page(hand, 3, capital), tree=TREE)) == [0, 2]


def test_where_a_face_has_another_name_its_pages_are_coded_again(hand: Hand, writer: Writer) -> None:
    serif, sans = hand.run("a"), hand.run("b", face=hand.sans)
    last = page(hand, 2, sans, tag=2)
    writer.coded(hand.book(page(hand, 1, serif), last, tree=TREE))
    assert writer.coded(hand.book(page(hand, 1, hand.run("a", face=hand.italic)), last, tree=TREE)) == [0]
    assert writer.coded(hand.book(page(hand, 1, sans), last, tree=TREE)) == [0, 1]


def test_a_picture_of_another_name_is_named_anew(hand: Hand, tmp_path: Path, writer: Writer) -> None:
    paths = [str(tmp_path / f"{colour}.png") for colour in ("red", "blue")]
    for path, colour in zip(paths, ("red", "blue"), strict=True):
        Pillow.new("RGB", (4, 4), colour).save(path)
    red, blue = (Image(path, 0, 20_000, 20_000, 20_000) for path in paths)
    last = page(hand, 2, blue, tag=3)
    writer.coded(hand.book(page(hand, 1, red, tag=3), last, tree=TREE))
    assert writer.coded(hand.book(page(hand, 1, red, tag=3), last, tree=TREE)) == []
    # The first picture is gone: the second is the first now.
    assert writer.coded(hand.book(page(hand, 1, hand.run("a")), last, tree=TREE)) == [0, 1]


def test_a_picture_with_other_bytes_is_written_with_them(hand: Hand, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "p.png"
    book = hand.book(page(hand, 1, Image(str(path), 0, 20_000, 20_000, 20_000), tag=3), tree=TREE)
    for colour, coded in (("red", [0]), ("blue", [])):
        Pillow.new("RGB", (4, 4), colour).save(path)
        assert writer.coded(book) == coded  # the bytes are compared with those of a file written alone


def test_a_page_of_another_number_is_another(hand: Hand, writer: Writer) -> None:
    first, second = page(hand, 1, hand.run("a")), page(hand, 2, hand.run("b"), tag=2)
    writer.coded(hand.book(first, second, tree=TREE))
    moved = replace(second, number=3, label="3")
    assert writer.coded(hand.book(first, page(hand, 2, hand.run("c"), tag=2), moved, tree=TREE)) == [1, 2]
