"""Copies are cut out of one book: their pages, their elements, no link that leads out of them."""

from __future__ import annotations

import pytest
from tests.compose.orders import entry
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.build import make_book
from guidepress.document.blocks import Document, Section
from guidepress.page.book import Book, Metadata
from guidepress.page.items import Link
from guidepress.sample.copies import copies, parts_of
from guidepress.sample.pruning import items_of


def sections(*parts: str) -> tuple[Section, ...]:
    return tuple(Section("quiz", part, f"s-{index}", (), part=part) for index, part in enumerate(parts))


def test_a_section_without_a_name_goes_with_the_copy_before_it_and_the_rest_with_none() -> None:
    document = Document(Metadata("T"), sections("", "a", "", "rest", "", "b"))
    assert parts_of(document) == {"a": (1, 2), "b": (5,)}


@pytest.fixture(scope="module")
def made() -> tuple[Document, Book, dict[str, Book]]:
    layout = replace(stock_layout("exam"), numbering="copies")
    document, book = make_book(stock_guide("ozymandias"), layout)
    return document, book, copies(book, document)


def test_each_version_the_answer_sheet_and_the_key_are_copies(
    made: tuple[Document, Book, dict[str, Book]],
) -> None:
    assert list(made[2]) == ["version-a", "version-b", "version-c", "version-d", "answer-sheet", "answer-key"]


def test_every_printed_page_is_in_one_copy_and_none_twice(
    made: tuple[Document, Book, dict[str, Book]],
) -> None:
    _, book, cut = made
    assert sum(len(each.pages) for each in cut.values()) == sum(not page.blank for page in book.pages)


def test_a_copy_is_numbered_from_one_to_its_last_page(made: tuple[Document, Book, dict[str, Book]]) -> None:
    for copy in made[2].values():
        assert [page.label for page in copy.pages] == [
            str(number) for number in range(1, copy.page_count + 1)
        ]
        assert [page.number for page in copy.pages] == list(range(1, copy.page_count + 1))


def test_a_copy_has_the_elements_of_its_sections_alone(made: tuple[Document, Book, dict[str, Book]]) -> None:
    document, book, cut = made
    assert {sum(node.parent == 0 for node in copy.tree) for copy in cut.values()} == {1}
    # the root is in each copy, every other element in one
    tags = sum(len(copy.tree) - 1 for copy in cut.values())
    assert tags == len(book.tree) - 1
    assert len(document.sections) == len(cut)


def test_a_link_out_of_a_copy_is_plain_text() -> None:
    layout = replace(stock_layout("study-guide"), cover="none")
    order = (entry("units"), entry("characters", start="recto"))
    document, book = make_book(stock_guide("ozymandias"), replace(layout, sections=order))
    parted = replace(document, sections=tuple(replace(each, part=each.kind) for each in document.sections))
    copy = copies(book, parted)["units"]
    links = [
        link.target for page in book.pages for link in items_of(page.frames, Link) if page.section == "units"
    ]
    left = [link.target for page in copy.pages for link in items_of(page.frames, Link)]
    gone = [target for target in links if target.startswith("#character-")]
    assert gone
    assert left == [target for target in links if target not in gone]
    # every element that is called a link has one
    assert sum(node.role == "Link" for node in copy.tree) <= len(left)
    assert any(node.role == "Span" for node in copy.tree)
