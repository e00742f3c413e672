"""Trees are nested by rule, and tables regular."""

from __future__ import annotations

import pytest

from guidepress.page.book import Book, Metadata, Page
from guidepress.page.items import Frame, Item
from guidepress.page.tree import Node
from guidepress.standard import audit

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
