"""Sections must be read out from their first paragraph to their last, in the order of the book."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import ArrayObject
from tests.verify.files import book, changed, name, sound

from guidepress.base.record import replace
from guidepress.page.book import SectionText
from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf
from guidepress.verify.text import check_sections, text_in_order


def said(sections: tuple[SectionText, ...], pdf: bytes = b"") -> list[str]:
    expectation = replace(expect(book()), sections=sections)
    return [each.message for each in check_sections(open_pdf(pdf or sound()), expectation)]


def one(first: str, last: str) -> tuple[SectionText, ...]:
    return (SectionText("one", "One", first, last),)


def test_tagged_text_is_read_in_order_and_artifacts_are_not() -> None:
    opened = open_pdf(sound())
    assert text_in_order(opened) == "OneOne beginsOne endsTwoTwo beginsTwo ends"
    assert text_in_order(opened, [2]) == "TwoTwo beginsTwo ends"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("One begins", "One ends", []),
        ("One be\u00adgins", "One\u00a0ends", []),  # where a line breaks is no matter
        ("One", "One", []),  # a section of one paragraph
        (
            "Two begins",
            "One ends",
            ["The last paragraph of 'One' is out of order in what a screen reader reads."],
        ),
        ("One begins", "never", ["The last paragraph of 'One' is missing in what a screen reader reads."]),
        ("never", "One ends", ["The first paragraph of 'One' is missing in what a screen reader reads."]),
        # The first paragraph is not taken for the last one again.
        (
            "Two ends",
            "Two ends and",
            ["The last paragraph of 'One' is missing in what a screen reader reads."],
        ),
    ],
)
def test_a_section_is_looked_for_from_its_first_paragraph_to_its_last(
    first: str, last: str, expected: list[str]
) -> None:
    assert said(one(first, last)) == expected


def test_the_last_paragraph_stands_behind_the_first() -> None:
    assert said(one("One ends", "One")) == [
        "The last paragraph of 'One' is out of order in what a screen reader reads."
    ]


def test_sections_follow_one_another() -> None:
    assert len(said(tuple(reversed(book().sections)))) == 2


def test_a_file_of_which_nothing_was_promised_is_not_read() -> None:
    opened = open_pdf(sound())
    assert list(check_sections(opened, None)) == []
    assert list(check_sections(opened, replace(expect(book()), sections=()))) == []


def test_a_doubt_reads_the_whole_file() -> None:
    # Thirty pages more, so that only those around the ends of sections are read at first.
    def grow(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        for _ in range(30):
            writer.add_page(writer.pages[3])

    long = changed(grow)
    assert said(book().sections, long) == []
    assert len(said(one("never", "One ends"), long)) == 1
    # Of a section said to begin on page 4 the pages nearby hold nothing; it is found all the same.
    expectation = replace(expect(book()), starts=(20, 20))
    assert list(check_sections(open_pdf(long), expectation)) == []


def test_pages_far_from_the_ends_of_sections_are_read_only_in_doubt() -> None:
    # Of a section that begins on page 2 and is the last of five pages, pages 1, 2 and 5 hold the ends.
    expectation = replace(expect(book()), sections=one("One begins", "One ends"), starts=(1,))
    opened = open_pdf(sound())
    assert list(check_sections(opened, expectation)) == []
    assert set(opened._texts) == {1}
    doubted = replace(expectation, sections=one("One begins", "Two ends"))
    assert list(check_sections(opened, doubted)) == []
    assert set(opened._texts) == {1, 2}


def test_text_that_no_element_holds_is_not_read_out() -> None:
    def drop(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        document = writer.root_object["/StructTreeRoot"]["/K"]
        document[name("K")] = ArrayObject(document["/K"][:3])

    assert text_in_order(open_pdf(changed(drop))) == "OneOne beginsOne ends"
