"""A book that cannot meet its standards is found out before it is written."""

from __future__ import annotations

import pytest

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.page.book import Book, Metadata, OutlineEntry, Page
from guidepress.page.items import ARTIFACT, Anchor, Face, Frame, Item, Link, Run, Word
from guidepress.page.tree import Node
from guidepress.standard import audit

FACE = Face("serif-regular", "none.ttf", 1000, 900, 300, 670, 475)


WORD = Word("loose", FACE, (1,), (500,), ("loose",), 500)


RUN = Run(0, 0, FACE, 10_000, BLACK, (WORD,), 0, 5000)


TITLED = Metadata("A title")


ROOT = Node("Document", -1)


def book(*items: Item, tree: tuple[Node, ...] = (ROOT, Node("P", 0)), metadata: Metadata = TITLED) -> Book:
    page = Page(1, "1", 100_000, 100_000, (Frame(0, 0, items, 1),))
    return Book(metadata, (page,), tree, (), 1, "2 minutes read")


def codes(made: Book, *profiles: str) -> list[str]:
    return [diagnostic.code for diagnostic in audit(made, profiles or ("ua1", "2a"))]


def test_a_sound_book_has_no_faults() -> None:
    assert codes(book(RUN, Anchor("here", 0, 0), Link(0, 0, 1, 1, "#here", "Here"))) == []


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (Metadata(" "), ["no-title"]),
        (Metadata("T", language=""), ["no-language"]),
        (Metadata("T", language="en_GB"), ["bad-language"]),
        (Metadata("T", language="de-CH-1996"), []),
    ],
)
def test_metadata(metadata: Metadata, expected: list[str]) -> None:
    assert codes(book(metadata=metadata)) == expected


def test_links_lead_somewhere_and_say_where() -> None:
    made = book(Link(0, 0, 1, 1, "#nowhere", " "))
    assert codes(made) == ["link-without-description", "dangling-link"]
    assert codes(made, "2a") == ["dangling-link"]


def test_the_outline_leads_somewhere() -> None:
    made = replace(
        book(Anchor("here", 0, 0)), outline=(OutlineEntry(1, "Here", "here"), OutlineEntry(1, "No", "no"))
    )
    assert codes(made) == ["dangling-link"]


def test_places_have_one_name_each() -> None:
    assert codes(book(Anchor("here", 0, 0), Anchor("here", 0, 9))) == ["duplicate-anchor"]


def test_text_outside_the_tree_is_a_fault_unless_it_is_an_artifact() -> None:
    page = book().pages[0]
    for tag, expected in ((ARTIFACT, []), (-3, ["text-untagged"])):
        made = replace(book(), pages=(replace(page, frames=(Frame(0, 0, (RUN,), tag),)),))
        assert codes(made) == expected
