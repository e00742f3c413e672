"""A book that cannot meet its standards is found out before it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidepress.base.colour import BLACK
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


def table(*rows: tuple[int, ...]) -> tuple[Node, ...]:
    """A table whose cells take so many columns."""
    nodes = [ROOT, Node("Table", 0)]
    for row in rows:
        nodes.append(Node("TR", 1))
        parent = len(nodes) - 1
        nodes.extend(Node("TD", parent, column_span=across) for across in row)
    return tuple(nodes)


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


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((Node("Figure", 0),), ["figure-without-alt"]),
        ((Node("Figure", 0, alt="A map"),), []),
        ((Node("Note", 0),), ["note-without-id"]),
        ((Node("Note", 0, identifier="a"), Node("Note", 0, identifier="a")), ["duplicate-tag-id"]),
        ((Node("Sidebar", 0),), ["unknown-role"]),
        ((Node("Aside", 0),), []),
        ((Node("P", 0, language="english!"),), ["bad-language"]),
        ((Node("H1", 0), Node("H2", 0), Node("H1", 0)), []),
        ((Node("H2", 0),), ["heading-skips"]),
        ((Node("H1", 0), Node("H3", 0)), ["heading-skips"]),
        ((Node("Div", 0), Node("H1", 0), Node("H2", 1)), ["heading-skips"]),  # the div comes before the H1
        ((Node("Table", 0), Node("TR", 1), Node("TH", 2)), ["header-without-scope"]),
        ((Node("LI", 0),), ["wrong-nesting"]),
        ((Node("L", 0), Node("P", 1)), ["wrong-nesting"]),
        ((Node("L", 0), Node("LI", 1), Node("Lbl", 2), Node("LBody", 2)), []),
    ],
)
def test_elements(nodes: tuple[Node, ...], expected: list[str]) -> None:
    assert codes(book(tree=(ROOT, *nodes))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((1, 1), (2,)), []),  # 1 + 1 = 2
        (((1, 1), (1,)), ["table-irregular"]),  # 2 and 1
        (((1, 2), (2, 1), (3,)), []),
        (((3,), (1, 1)), ["table-irregular"]),  # 3 and 1 + 1
    ],
)
def test_tables_are_regular(rows: tuple[tuple[int, ...], ...], expected: list[str]) -> None:
    assert codes(book(tree=table(*rows))) == expected


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
