"""A book made by hand, and its trace."""

from __future__ import annotations

from guidepress.base.colour import BLACK
from guidepress.page.book import Book, Metadata, OutlineEntry, Page
from guidepress.page.items import ARTIFACT, Anchor, Face, Frame, Image, Link, Run, Shape, Word
from guidepress.page.trace import trace
from guidepress.page.tree import Node

FACE = Face("serif-regular", "", 1000, 750, 250, 670, 470)


def run(text: str, x: int = 0, source: int = 0) -> Run:
    words = tuple(Word(each, FACE, (1,), (500,), (each,), 500) for each in text.split())
    return Run(x, 0, FACE, 10_000, BLACK, words, 2_500, 30_000, source=source)


def book(*frames: Frame) -> Book:
    page = Page(1, "i", 100_000, 200_000, frames, "one")
    tree = (
        Node("Document", -1),
        Node("P", 0, language="fr"),
        Node("Link", 1),
        Node("Figure", 0, alt="a dot"),
    )
    return Book(Metadata("T"), (page,), tree, (OutlineEntry(2, "One", "one"),), 1, "2 minutes read")


TREE = ["tree", "Document 0", "  P 1 lang=fr", "    Link 2", "  Figure 3 alt='a dot'", "outline   One #one"]


def test_everything_that_can_stand_on_a_page() -> None:
    inner = Frame(1_000, 2_000, (run("in it"),))
    text = Frame(
        10_000, 20_000, (run("two words"), run("linked", 5_500, 1), Link(0, -7_500, 9_000, 10_000, "#a", "A", 1)),
        1, (1, 2),
    )  # fmt: skip
    figure = Frame(
        0, 50_000, (Shape((("r", (0, 0, 1, 1)),)), inner, Image("dot.png", 5_000, 0, 7_000, 8_000)), 3
    )
    furniture = Frame(0, 9_000, (run("i"), Anchor("one", 0, 250)), ARTIFACT)
    assert trace(book(text, figure, furniture)).splitlines() == [
        "book: T; 1 pages; 2 minutes read",
        "page 1 [i] 100 x 200 one body",
        "  10 20 P 1 | two words",
        "  15.5 20 Link 2 | linked",
        "  10 12.5 9 x 10 Link 2 -> #a",
        "  0 50 Figure 3 shape of 1",
        "  1 52 Figure 3 | in it",
        "  5 50 7 x 8 Figure 3 picture",
        "  0 9 artifact | i",
        "  0 9.2 #one",
        *TREE,
    ]


def test_an_empty_page() -> None:
    assert trace(book()).splitlines()[1:3] == ["page 1 [i] 100 x 200 one body", "tree"]


def test_what_is_turned_is_told_from_its_own_origin() -> None:
    spine = Frame(10_000, 20_000, (Frame(0, 0, (run("a title"),), 1),), turn=1)
    lines = trace(book(spine)).splitlines()
    assert lines[2:4] == ["  10 20 turned by 90 degrees, from there:", "  0 0 P 1 | a title"]
