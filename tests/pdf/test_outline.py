"""Bookmarks nest as their levels say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.pdf.helpers import open_pdf

from guidepress.page.book import OutlineEntry
from guidepress.page.items import Anchor, Frame
from guidepress.pdf import write_pdf
from guidepress.pdf.objects import ObjectTable
from guidepress.pdf.outline import write_outline

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


def nested(outline: Any) -> list[Any]:  # noqa: ANN401 - pypdf's nested lists
    return [nested(each) if isinstance(each, list) else str(each.title) for each in outline]


def test_the_outline_nests(hand: Hand) -> None:
    page = hand.page(Frame(0, 50_000, (hand.run("a"), Anchor("x", 5000, -10_000)), 1))
    levels = [(1, "A"), (2, "Aa"), (3, "Aaa"), (2, "Ab"), (1, "B"), (3, "Bb")]
    outline = tuple(OutlineEntry(level, title, "x") for level, title in levels)
    reader = open_pdf(write_pdf(hand.book(page, outline=outline)))
    assert nested(reader.outline) == ["A", ["Aa", ["Aaa"], "Ab"], "B", ["Bb"]]
    root: Any = reader.trailer["/Root"]
    assert root["/Outlines"]["/Count"] == 6
    assert root["/PageMode"] == "/UseOutlines"


def test_bookmarks_know_their_neighbours_and_how_many_stand_below_them() -> None:
    table = ObjectTable()
    levels = [(1, "A"), (2, "Aa"), (3, "Aaa"), (2, "Ab"), (1, "B")]
    root = write_outline([OutlineEntry(level, title, title.lower()) for level, title in levels], table)
    bodies, *_ = table.close(0, 0)
    # The root is 1; A 2, Aa 3, Aaa 4, Ab 5, B 6. Three stand below A, one below Aa, five below all.
    assert root == 1
    assert bodies == (
        b"<</Type/Outlines/First 2 0 R/Last 6 0 R/Count 5>>",
        b"<</Title(A)/Dest(a)/Parent 1 0 R/Next 6 0 R/First 3 0 R/Last 5 0 R/Count 3>>",
        b"<</Title(Aa)/Dest(aa)/Parent 2 0 R/Next 5 0 R/First 4 0 R/Last 4 0 R/Count 1>>",
        b"<</Title(Aaa)/Dest(aaa)/Parent 3 0 R>>",
        b"<</Title(Ab)/Dest(ab)/Parent 2 0 R/Prev 3 0 R>>",
        b"<</Title(B)/Dest(b)/Parent 1 0 R/Prev 2 0 R>>",
    )


def test_a_book_without_bookmarks_has_no_outline() -> None:
    table = ObjectTable()
    assert write_outline([], table) == 0
    assert table.close(0, 0) == ((), 0, 0)
