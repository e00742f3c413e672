"""Bookmarks and links arrive where they were meant to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from tests.verify.files import book, changed, name, sound

from guidepress.base.record import replace
from guidepress.verify import arrivals
from guidepress.verify.arrivals import check_links, check_outline
from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf

if TYPE_CHECKING:
    from collections.abc import Callable


def outline_of(pdf: bytes, *, alone: bool = False, **changes: object) -> list[str]:
    promised = None if alone else replace(expect(book()), **changes)  # type: ignore[arg-type]
    found = list(check_outline(open_pdf(pdf), promised))
    assert {(each.severity, each.code) for each in found} <= {("error", "outline")}
    return [each.message for each in found]


def links_of(pdf: bytes, *, alone: bool = False, **changes: object) -> list[str]:
    promised = None if alone else replace(expect(book()), **changes)  # type: ignore[arg-type]
    found = list(check_links(open_pdf(pdf), promised))
    assert {(each.severity, each.code) for each in found} <= {("error", "link")}
    return [each.message for each in found]


def first_item(writer: Any) -> Any:  # noqa: ANN401 - pypdf's objects
    return writer.root_object["/Outlines"]["/First"]


def first_link(writer: Any) -> Any:  # noqa: ANN401 - pypdf's objects
    return writer.pages[1]["/Annots"][0].get_object()


def goto(target: object) -> DictionaryObject:
    return DictionaryObject({name("S"): name("GoTo"), name("D"): target})


def to_page(writer: Any, page: int) -> ArrayObject:  # noqa: ANN401 - pypdf's writer
    return ArrayObject([writer.pages[page].indirect_reference, name("Fit")])


def test_a_sound_file_arrives() -> None:
    assert outline_of(sound()) == []
    assert links_of(sound()) == []


def test_bookmarks_are_held_to_the_books() -> None:
    assert outline_of(sound(), outline=(("One", 1),)) == ["The outline has 2 bookmarks, not 1."]
    assert outline_of(sound(), outline=(("One", 1), ("Zwei", 2))) == ["A bookmark reads 'Two', not 'Zwei'."]
    assert outline_of(sound(), outline=(("One", 0), ("Two", 2))) == [
        "The bookmark 'One' leads to page 2, not 1."
    ]


def test_a_bookmark_that_leads_nowhere_is_told_once() -> None:
    def lose(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        first_item(writer)[name("Dest")] = TextStringObject("nowhere")

    assert outline_of(changed(lose)) == ["The bookmark 'One' leads nowhere."]
    assert outline_of(changed(lose), alone=True) == ["The bookmark 'One' leads nowhere."]


def test_a_bookmark_of_a_foreign_file_may_be_a_heading_or_lead_to_an_address() -> None:
    def head(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        del first_item(writer)["/Dest"]

    def lead(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        head(writer)
        first_item(writer)[name("A")] = DictionaryObject({name("S"): name("URI")})

    for change in (head, lead):
        assert outline_of(changed(change), alone=True) == []
        assert outline_of(changed(change)) == ["The bookmark 'One' leads nowhere."]


def test_links_are_counted_by_page() -> None:
    assert links_of(sound(), links=(0, 2, 1, 0, 0)) == ["Page 2 has 1 links, not 2."]
    assert links_of(sound(), links=(0, 1)) == []  # of pages that were not promised nothing is known
    assert links_of(sound(), alone=True) == []


def test_annotations_of_other_kinds_are_no_links() -> None:
    def note(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        first_link(writer)[name("Subtype")] = name("Text")

    assert links_of(changed(note)) == ["Page 2 has 0 links, not 1."]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"S": name("URI"), "URI": TextStringObject("https://example.org")}, []),
        ({"S": name("URI"), "URI": TextStringObject(" ")}, ["A link on page 2 has no address."]),
        ({"S": name("URI")}, ["A link on page 2 has no address."]),
        ({"S": name("Launch")}, []),
    ],
)
def test_links_out_of_the_file_have_an_address(action: dict[str, Any], expected: list[str]) -> None:
    def lead(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        link = first_link(writer)
        del link["/Dest"]
        link[name("A")] = DictionaryObject({name(key): value for key, value in action.items()})

    assert links_of(changed(lead)) == expected


def direct(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    first_link(writer)[name("Dest")] = to_page(writer, 2)


def by_action(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    link = first_link(writer)
    del link["/Dest"]
    link[name("A")] = goto(TextStringObject("two"))


def by_action_apart(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    link = first_link(writer)
    del link["/Dest"]
    link[name("A")] = writer._add_object(goto(to_page(writer, 2)))


def by_old_name(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    place = DictionaryObject({name("D"): to_page(writer, 2)})
    writer.root_object[name("Dests")] = DictionaryObject({name("old"): place})
    first_link(writer)[name("Dest")] = NameObject("/old")


def by_name_in_a_branch(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    names = writer.root_object["/Names"]["/Dests"]
    leaf = DictionaryObject({name("Names"): names["/Names"]})
    writer.root_object["/Names"][name("Dests")] = DictionaryObject(
        {name("Kids"): ArrayObject([NullObject(), writer._add_object(leaf)])}
    )


@pytest.mark.parametrize("change", [direct, by_action, by_action_apart, by_old_name, by_name_in_a_branch])
def test_ways_to_lead_to_a_page(change: Callable[[Any], object]) -> None:
    assert links_of(changed(change)) == []


def empty_array(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    first_link(writer)[name("Dest")] = ArrayObject()


def no_target(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    del first_link(writer)["/Dest"]


def page_by_number(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    first_link(writer)[name("Dest")] = ArrayObject([NumberObject(2), name("Fit")])


def empty_action(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    link = first_link(writer)
    del link["/Dest"]
    link[name("A")] = goto(BooleanObject(value=True))


@pytest.mark.parametrize("change", [empty_array, no_target, page_by_number, empty_action])
def test_ways_to_lead_nowhere(change: Callable[[Any], object]) -> None:
    assert links_of(changed(change)) == ["A link on page 2 leads nowhere."]


def test_a_file_without_names_or_outline_has_nothing_to_arrive_at() -> None:
    def drop(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        del writer.root_object["/Names"]
        del writer.root_object["/Outlines"]

    assert outline_of(changed(drop), outline=()) == []
    assert links_of(changed(drop), alone=True) == [
        "A link on page 2 leads nowhere.",
        "A link on page 3 leads nowhere.",
    ]


def test_an_outline_that_goes_in_a_circle_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "_MOST_BOOKMARKS", 10)

    def circle(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        item = first_item(writer)
        item[name("Next")] = item.indirect_reference

    assert outline_of(changed(circle)) == [
        "The outline has 10 bookmarks, not 2.",
        "A bookmark reads 'One', not 'Two'.",
    ]
