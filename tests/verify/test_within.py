"""Texts and pictures of our own files begin on their pages."""

from __future__ import annotations

import pytest
from tests.pdf.conftest import Hand
from tests.verify.files import sound

from guidepress.page.book import Page
from guidepress.page.items import Frame
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf
from guidepress.verify.within import _places, check_within


def _found(*frames: Frame) -> list[tuple[str, str]]:
    book = Hand().book(Page(1, "1", 300_000, 400_000, frames), tree=(Node("Document", -1), Node("P", 0)))
    opened = open_pdf(write_pdf(book, ()))
    return [(each.code, each.message) for each in check_within(opened, expect(book))]


def test_a_sound_file_shows_all_on_its_pages() -> None:
    assert list(check_within(open_pdf(sound()), None)) == []


@pytest.mark.parametrize(
    ("x", "y"), [(-20_000, 100_000), (310_000, 100_000), (10_000, 405_000), (10_000, -9_000)]
)
def test_a_text_that_begins_outside_is_an_error(x: int, y: int) -> None:
    ((code, message),) = _found(Frame(x, y, (Hand().run("Words"),), 1))
    assert code == "off-page"
    assert message.startswith("A text of page 1 stands at ")


def test_two_texts_at_one_place_are_told() -> None:
    one = Frame(10_000, 90_000, (Hand().run("Words"),), 1)
    two = Frame(10_000, 90_000, (Hand().run("Others"),), 1)
    assert [code for code, _ in _found(one, two)] == ["overprinted"]


def test_a_turned_text_is_found_where_it_stands() -> None:
    assert _found(Frame(290_000, 100_000, (Hand().run("Words"),), 1, turn=1)) == []
    content = b"q\n0 -1 1 0 50 60 cm\nBT\n10 20 Td\n(x) Tj\nET\nQ\nq 8 0 0 9 1 2 cm /I1 Do Q\nBT\n1 2 Td\n"
    # (10, 20) by (0 -1 1 0 50 60): x = 10*0 + 20*1 + 50 = 70, y = 10*-1 + 20*0 + 60 = 50
    assert list(_places(content)) == [(70, 50, True), (1, 2, False), (9, 11, False), (1, 2, True)]
