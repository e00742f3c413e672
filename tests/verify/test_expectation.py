"""A book promises what its file must show."""

from __future__ import annotations

from tests.verify.files import book

from guidepress.base.record import replace
from guidepress.page.book import OutlineEntry, SectionText
from guidepress.verify.expectation import Expectation, expect


def test_everything_is_read_off_the_book() -> None:
    assert expect(book()) == Expectation(
        title="A Test",
        language="en",
        sizes=((300_000, 400_000),) * 5,
        labels=("Cover", "1", "2", "3", "4"),
        blanks=frozenset({4}),
        counted=4,
        reading_time="2 minutes read",
        outline=(("One", 1), ("Two", 2)),  # page indices
        links=(0, 1, 1, 0, 0),
        sections=book().sections,
        starts=(1, 2),
        excerpt=False,
    )


def test_what_leads_nowhere_is_promised_to_no_page() -> None:
    lost = replace(
        book(),
        outline=(OutlineEntry(1, "Lost", "nowhere"),),
        sections=(SectionText("nowhere", "L", "a", "b"),),
        excerpt=True,
    )
    found = expect(lost)
    assert (found.outline, found.starts, found.excerpt) == ((("Lost", -1),), (-1,), True)


def test_links_and_anchors_are_found_in_frames_of_frames() -> None:
    page = book().pages[1]
    outer = replace(page.frames[0], items=page.frames)
    nested = replace(book(), pages=(book().pages[0], replace(page, frames=(outer,)), *book().pages[2:]))
    assert expect(nested).links == (0, 1, 1, 0, 0)
    assert expect(nested).starts == (1, 2)


def test_of_two_places_of_one_name_the_first_counts() -> None:
    first = book().pages[1]
    twice = replace(book(), pages=(*book().pages, first))
    assert expect(twice).starts == (1, 2)
