"""What lies off its page, or over something else, is said with its page and its words."""

from __future__ import annotations

import pytest
from tests.pdf.conftest import Hand

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.page.book import Page
from guidepress.page.items import ARTIFACT, Frame, Image
from guidepress.page.tree import Node
from guidepress.paginate.overruns import overruns

TREE = (Node("Document", -1), Node("P", 0))
WIDE, HIGH = 300_000, 400_000
OZYMANDIAS = "guides/ozymandias.yaml"


def found(*frames: Frame, count: int = 1) -> list[str]:
    pages = [Page(number, f"{number}", WIDE, HIGH, frames) for number in range(1, count + 1)]
    return [f"{each.code}: {each.message}" for each in overruns(pages, TREE)]


def line(hand: Hand, x: int, y: int, tag: int = 1, text: str = "Words") -> Frame:
    return Frame(x, y, (hand.run(text),), tag)


def test_what_lies_on_its_page_is_not_named() -> None:
    """The middle, and each corner: a baseline 20 pt below the top, a fifth of the size above the foot."""
    hand = Hand()
    right = WIDE - hand.run("Words").width
    assert found(line(hand, 100_000, 200_000)) == []
    assert found(line(hand, 0, 20_000)) == []
    assert found(line(hand, right, HIGH - 5_000)) == []


@pytest.mark.parametrize(
    ("x", "y"), [(-3_000, 200_000), (290_000, 200_000), (10_000, 2_000), (10_000, 399_999)]
)
def test_a_text_over_any_edge_is_named_with_its_page_and_words(x: int, y: int) -> None:
    (only,) = found(line(Hand(), x, y))
    assert only == 'off-page: "Words" (P) reaches over the edge of page 1.'


def test_a_foot_that_every_page_has_is_named_once() -> None:
    (only,) = found(line(Hand(), 10_000, 405_000, ARTIFACT), count=3)
    assert only == 'off-page: "Words" (head or foot) reaches over the edge of page 1, and 2 others likewise.'


def test_a_picture_over_the_edge_is_named() -> None:
    (only,) = found(Frame(290_000, 10_000, (Image("x.png", 0, 0, 20_000, 20_000),), 1))
    assert only == "off-page: A picture (P) reaches over the edge of page 1."


def test_what_is_turned_or_cut_counts_as_it_is_seen() -> None:
    """A quarter turn clockwise: the line runs down from its origin, so near the right edge it is on the page."""
    hand = Hand()
    assert found(Frame(290_000, 100_000, (hand.run("Words"),), 1, turn=1)) == []
    assert found(Frame(290_000, 100_000, (hand.run("Words"),), 1)) != []
    assert found(Frame(290_000, 100_000, (hand.run("Words"),), 1, clip=(9_000, 9_000))) == []


def test_lines_over_one_another_are_named() -> None:
    """Side by side and one below the other they are not; nor are runs of one frame."""
    hand = Hand()
    width, size = hand.run("Words").width, hand.run("Words").size
    assert found(line(hand, 10_000, 90_000), line(hand, 10_000 + width, 90_000)) == []
    assert found(line(hand, 10_000, 90_000), line(hand, 10_000, 90_000 + size)) == []
    assert found(Frame(10_000, 90_000, (hand.run("Words"), hand.run("Words")), 1)) == []
    (only,) = found(line(hand, 10_000, 90_000), line(hand, 15_000, 91_000, text="Other"))
    assert only == (
        'overprinted: On page 1 two texts are printed over one another: "Words" (P) and "Other" (P).'
    )


def test_three_columns_of_bookmarks_are_refused_where_they_do_not_fit() -> None:
    layout = load_layout("format: 1\nextends: flash-cards\npage: {columns: 3, column_gap: 0}\n")
    with pytest.raises(FaultsFound) as raised:
        make_book(load_guide("guides/macbeth.yaml"), layout)
    assert {each.code for each in raised.value.diagnostics} == {"off-page"}


def test_a_foot_below_the_page_is_a_fault_of_the_layout() -> None:
    with pytest.raises(FaultsFound) as raised:
        load_layout("format: 1\nextends: study-guide\npage: {margins: {bottom: 5pt}}\n")
    (only,) = raised.value.diagnostics
    assert (only.code, only.span and only.span.line) == ("impossible-margins", 3)
    assert only.message.startswith("The foot would stand ")
