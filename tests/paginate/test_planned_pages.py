"""Pages in order: their sides, their folios, blank ones before recto starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import section
from tests.paginate.stacks import galley

from guidepress.base.record import replace
from guidepress.paginate.pieces import Strand
from guidepress.paginate.planned_pages import PlannedPage, gather
from guidepress.paginate.plans import Plan, SideNote, Slice

if TYPE_CHECKING:
    from guidepress.document.blocks import Section

ONE = section()
HELD = Slice(galley(1), 0, 1, 0, 0)


def strand(count: int, start: str = "page", begins: Section = ONE) -> tuple[Strand, tuple[Plan, ...]]:
    """A strand of so many pages; the section begins on its first."""
    plans = (Plan((HELD,), begins, (begins,)), *(Plan((HELD,), begins),) * (count - 1))
    return Strand(start, begins, ()), plans  # type: ignore[arg-type]


def told(*strands: tuple[Strand, tuple[Plan, ...]]) -> list[str]:
    """Folios, those of blank pages in parentheses."""
    return [f"({sheet.folio})" if sheet.blank else sheet.folio for sheet in gather(strands)]


def test_pages_are_numbered_through() -> None:
    made = gather([strand(2), strand(1)])
    assert [(sheet.number, sheet.folio, sheet.verso) for sheet in made] == [
        (1, "1", False),
        (2, "2", True),
        (3, "3", False),
    ]


@pytest.mark.parametrize(
    ("before", "start", "expected"),
    [
        (1, "recto", ["1", "(2)", "3"]),
        (2, "recto", ["1", "2", "3"]),
        (1, "verso", ["1", "2"]),
        (2, "verso", ["1", "2", "(3)", "4"]),
    ],
)
def test_a_side_is_waited_for_with_a_blank_page(before: int, start: str, expected: list[str]) -> None:
    assert told(strand(before), strand(1, start)) == expected


def test_a_book_may_begin_on_a_verso() -> None:
    assert told(strand(1, "verso")) == ["(1)", "2"]


def test_the_body_begins_at_1_on_a_recto() -> None:
    front, body = section(numbering="roman"), section(title="Two", numbering="arabic")
    assert told(strand(1, begins=front), strand(2, begins=body)) == ["i", "(ii)", "1", "2"]
    assert told(strand(2, begins=front), strand(2, begins=body)) == ["i", "ii", "1", "2"]


def test_numbering_that_stays_as_it_is_goes_on() -> None:
    body = section(numbering="arabic")
    assert told(strand(1, begins=body), strand(1, begins=body)) == ["1", "2"]


def test_roman_pages_after_arabic_ones_begin_where_they_are() -> None:
    back = section(numbering="roman")
    assert told(strand(1), strand(2, begins=back)) == ["1", "i", "ii"]


def test_a_page_that_holds_nothing_is_blank() -> None:
    empty = Plan((), ONE)
    noted = replace(empty, sides=(SideNote(galley(1), 0, 1, 0, 0, -1),))
    made = gather([(Strand("page", ONE, ()), (empty, noted))])
    assert [sheet.blank for sheet in made] == [True, False]


def test_pages_say_why_they_end() -> None:
    plan = Plan((HELD,), ONE, why="the page is full")
    assert PlannedPage(3, "iii", plan).decision == "Page iii ends here: the page is full."
    assert PlannedPage(3, "3", replace(plan, why="")).decision == (
        "Page 3 ends here: what follows begins on a new page."
    )
    assert PlannedPage(3, "3", plan, blank=True).decision == (
        "Page 3 is left blank, so that what follows begins on the side it asks for."
    )


def test_each_copy_is_numbered_and_counted_by_itself() -> None:
    first, second = (replace(ONE, anchor=name, part=name) for name in ("a", "b"))
    made = gather([strand(2), strand(3, "recto", first), strand(1, "recto", second)])
    # two pages of the book; three of the first copy, and the blank verso behind them, which is not counted
    assert [(page.folio, page.count, page.blank) for page in made] == [
        ("1", 2, False), ("2", 2, False),
        ("1", 3, False), ("2", 3, False), ("3", 3, False), ("4", 3, True),
        ("1", 1, False),
    ]  # fmt: skip


def test_a_book_without_copies_counts_none() -> None:
    assert {page.count for page in gather([strand(2), strand(1, "recto")])} == {0}
