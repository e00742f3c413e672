"""What cannot be read is found by its section in the tree."""

from __future__ import annotations

import pytest

from guidepress.document.blocks import Document, Section
from guidepress.page.book import Metadata
from guidepress.page.tree import Node
from guidepress.sample.locks import locks_of

TREE = (
    Node("Document", -1),
    Node("Figure", 0, alt="A cover"),  # 1: no section
    Node("Sect", 0),  # 2: the overview
    Node("H1", 2),  # 3
    Node("P", 2),  # 4
    Node("Sect", 0),  # 5: the plot
    Node("H1", 5),  # 6
    Node("Span", 6),  # 7: in the heading
    Node("P", 5),  # 8
    Node("H1", 5),  # 9: a second heading
    Node("Span", 8),  # 10
)
DOCUMENT = Document(
    Metadata("A Test"),
    (Section("overview", "Overview", "overview", ()), Section("plot", "Plot", "plot", ())),
)


def test_each_element_knows_its_section() -> None:
    assert locks_of(TREE, DOCUMENT, ["overview"]).tops == (-1, 1, 2, 2, 2, 5, 5, 5, 5, 5, 5)


def test_sections_of_other_kinds_are_locked_but_for_their_headings() -> None:
    locks = locks_of(TREE, DOCUMENT, ["overview"])
    assert locks.locked == {5}
    assert locks.anchors == {DOCUMENT.sections[1].anchor}
    # The section itself, its first heading and what stands in that can be read; the second heading cannot.
    assert [index for index in range(11) if locks.hides(index)] == [8, 9, 10]


def test_a_book_of_open_sections_has_no_locks() -> None:
    locks = locks_of(TREE, DOCUMENT, ["overview", "plot"])
    assert (locks.locked, locks.shown, locks.anchors) == (frozenset(), frozenset(), frozenset())
    assert not any(locks.hides(index) for index in range(11))


def test_the_cover_is_never_locked() -> None:
    assert not locks_of(TREE, DOCUMENT, []).hides(1)
    assert locks_of(TREE, DOCUMENT, []).locked == {2, 5}


UNITS = (
    Node("Document", -1),
    Node("Sect", 0),  # 1: the units
    Node("H1", 1),
    Node("H2", 1),  # 3: a part's title
    Node("Sect", 1),  # 4: the first unit
    Node("P", 4),  # 5
    Node("Sect", 1),  # 6: the second
    Node("P", 6),  # 7
)


@pytest.mark.parametrize(("units", "hidden"), [(0, [3, 4, 5, 6, 7]), (1, [6, 7]), (2, []), (9, [])])
def test_the_first_units_can_be_read_whole(units: int, hidden: list[int]) -> None:
    document = Document(Metadata("A Test"), (Section("units", "Units", "units", ()),))
    locks = locks_of(UNITS, document, ["overview"], units=units)
    assert [index for index in range(8) if locks.hides(index)] == hidden
    # the headings above a unit that can be read, and two elements a unit
    assert len(locks.read) == (2 * min(units, 2) + 2 if units else 0)
