"""A small book with a line for a name, and copies of it."""

from __future__ import annotations

from functools import cache

from tests.pdf.conftest import Hand

from guidepress.page.book import Book, Page
from guidepress.page.items import ARTIFACT, Frame
from guidepress.page.leaves import CodeSymbol, PrintLeaf
from guidepress.page.tree import Node
from guidepress.pdf.shell import Shell

__all__ = ["CODE", "book", "leaves", "shell"]

CODE = CodeSymbol((0b10, 0b01), 40_000, 300_000, 20_000)
SPACED = 2_000
"""Tracking of the running head, which must not reach what is filled in."""


@cache
def book() -> Book:
    """Two pages: a heading and the word Name; a paragraph and, at the foot, a running head in spaced letters."""
    hand = Hand()
    tree = (Node("Document", -1), Node("H1", 0), Node("P", 0), Node("P", 0), Node("P", 0))
    first = (
        Frame(30_000, 60_000, (hand.run("Title"),), 1),
        Frame(30_000, 90_000, (hand.run("Name"),), 2),
    )
    second = (
        Frame(30_000, 60_000, (hand.run("Text"),), 3),
        Frame(30_000, 380_000, (hand.run("head", tracking=SPACED),), ARTIFACT),
    )
    pages = (Page(1, "1", 300_000, 400_000, first), Page(2, "2", 300_000, 400_000, second))
    return hand.book(*pages, tree=tree)


@cache
def leaves(name: str, element: int = 2) -> tuple[PrintLeaf, ...]:
    """A copy: a name on the first page, a code and its text on both."""
    hand = Hand()
    one, two = book().pages
    common = (Frame(100_000, 310_000, (hand.run(f"{name}-code"),), ARTIFACT),)
    over = (Frame(80_000, 90_000, (hand.run(name),), element),)
    return PrintLeaf(one, over, common, CODE), PrintLeaf(two, (), common, CODE)


def shell(*names: str, standards: tuple[str, ...] = ("ua1", "2a")) -> Shell:
    """The shell of copies that bear these names."""
    frames = (
        frame
        for name in names
        for leaf in (*leaves(name), *leaves(name, 4))
        for frame in leaf.common + leaf.over
    )
    return Shell(book(), standards, tuple(frames))
