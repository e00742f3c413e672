"""A sound file with all that the checks look at, and ways to break it."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdf
from pypdf.generic import NameObject
from tests.pdf.conftest import Hand

from guidepress.base.record import replace
from guidepress.page.book import Metadata, OutlineEntry, Page, SectionText
from guidepress.page.items import ARTIFACT, Anchor, Frame, Link
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.verify.checks import CHECKS
from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.page.book import Book
    from guidepress.verify.expectation import Expectation

__all__ = ["book", "changed", "faults", "name", "sound"]


@cache
def book() -> Book:
    """A cover, two sections of a page each that are led to, a page that only has a running head, an empty one."""
    hand = Hand()
    tree = (Node("Document", -1), *(Node(role, 0) for role in ("H1", "P", "P", "H1", "P", "P")))
    pages: list[Page] = [
        Page(
            1, "Cover", 300_000, 400_000, (Frame(30_000, 60_000, (hand.run("Cover"),), ARTIFACT),), cover=True
        )
    ]
    for number, word in ((1, "One"), (2, "Two")):
        at = 3 * number - 2
        other = "two" if word == "One" else "one"
        frames = (
            Frame(30_000, 60_000, (Anchor(word.lower(), 0, -9_000), hand.run(word)), at),
            Frame(30_000, 90_000, (hand.run(f"{word} begins"),), at + 1),
            Frame(
                30_000,
                120_000,
                (hand.run(f"{word} ends"), Link(0, -9_000, 40_000, 12_000, f"#{other}", f"To {other}")),
                at + 2,
            ),
        )
        pages.append(Page(number + 1, str(number), 300_000, 400_000, frames))
    pages.append(Page(4, "3", 300_000, 400_000, (Frame(30_000, 30_000, (hand.run("head"),), ARTIFACT),)))
    pages.append(Page(5, "4", 300_000, 400_000, (), blank=True))
    outline = tuple(OutlineEntry(1, word, word.lower()) for word in ("One", "Two"))
    metadata = Metadata("A Test", "N. N.", date="2026-11-23")
    made = replace(hand.book(*pages, tree=tree, outline=outline, metadata=metadata), page_count=4)
    sections = tuple(
        SectionText(word.lower(), word, f"{word} begins", f"{word} ends") for word in ("One", "Two")
    )
    return replace(made, sections=sections)


@cache
def sound() -> bytes:
    """The book's file."""
    return write_pdf(book())


def changed(change: Callable[[Any], object], pdf: bytes = b"") -> bytes:
    """The file after pypdf has changed something in it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf or sound()))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def faults(
    pdf: bytes, expectation: Expectation | None = None, *, alone: bool = False
) -> dict[str, list[str]]:
    """By check what it finds, of those that find something; `alone`: without anything that was promised."""
    opened = open_pdf(pdf)
    promised = None if alone else expectation or expect(book())
    found = {
        title: [f"{each.code}: {each.message}" for each in check(opened, promised)] for title, check in CHECKS
    }
    return {title: said for title, said in found.items() if said}


def name(text: str) -> NameObject:
    """A name as pypdf has it."""
    return NameObject(f"/{text}")
