"""Marks that the structure tree does not know are found."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, NumberObject
from tests.verify.files import changed, faults, name

TAGS, TEXT = "tags and pages agree", "text in reading order"
SAID = "tags: Page 2 has tagged content, but no entry in the tree of tags."


def parents(writer: Any) -> Any:  # noqa: ANN401 - pypdf's objects
    return writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]


def test_a_page_without_an_entry() -> None:
    broken = changed(lambda writer: writer.pages[1].pop("/StructParents"))
    assert faults(broken, alone=True) == {TAGS: [SAID]}


def test_a_page_with_another_entry_than_there_is() -> None:
    def move(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("StructParents")] = NumberObject(77)

    assert faults(changed(move), alone=True) == {TAGS: [SAID]}


def test_two_pages_with_one_entry() -> None:
    def share(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[2][name("StructParents")] = writer.pages[1]["/StructParents"]

    said = "tags: Page 3 shares its entry in the tree of tags with another page."
    assert faults(changed(share), alone=True) == {TAGS: [said]}


def test_marks_beyond_the_entry() -> None:
    def cut(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        pairs = parents(writer)
        at = [int(key) for key in pairs[::2]].index(int(writer.pages[1]["/StructParents"]))
        pairs[2 * at + 1] = ArrayObject(list(pairs[2 * at + 1].get_object())[:1])

    said = "tags: On page 2, content with the marks 1, 2 belongs to no element."
    assert faults(changed(cut), alone=True) == {TAGS: [said]}


def test_a_file_without_tags_has_none_to_check() -> None:
    broken = changed(lambda writer: writer.root_object.pop("/StructTreeRoot"))
    assert faults(broken, alone=True) == {}
