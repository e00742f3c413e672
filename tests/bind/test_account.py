"""An account says what a file holds, and what of it a result has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cos.making import TREE, file_of

from guidepress.bind.account import Account, Reckoning, take_account
from guidepress.cos import open_file
from guidepress.cos.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Mapping

RICH = {
    **TREE,
    1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>"
    b"/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[8 0 R]>>>>/Outlines<</First 9 0 R>>"
    b"/PageLabels<</Nums[0<</S/r>>]>>/StructTreeRoot<</K[11 0 R]>>>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[5 0 R<</Subtype/Link>>14 0 R 15 0 R]>>",
    4: b"<</T(person)/Kids[5 0 R]>>",
    5: b"<</Subtype/Widget/T(name)/V(Ada)/Parent 4 0 R>>",
    6: b"<</Type/Filespec/F(old)/UF(words.txt)>>",
    7: b"<</Name(Grid)>>",
    8: b"<</Name(Notes)>>",
    9: b"<</Title(One)/First 10 0 R>>",
    10: b"<</Title(Two)/Next 9 0 R>>",  # and back again
    11: b"<</S/Document/K[12 0 R 13 0 R]>>",
    12: b"<</S/P/K[0<</Type/MCR/MCID 1>>]>>",
    13: b"<</S/P/T(a \\(title\\))/K[<</S/Span/K 2>>]>>",
    14: b"<</Subtype/Link/A<</S/URI/URI(x)>>>>",
    15: b"null",
}


def account(objects: Mapping[int, bytes] = RICH) -> Account:
    file = open_file(file_of(objects), "a.pdf")
    return take_account(file, pages_of(file))


def test_everything_is_counted_by_its_name() -> None:
    found = account()
    assert [dict(page) for page in found.annotations] == [{"Widget": 1, "Link": 2}]
    assert dict(found.fields) == {("person", ""): 1, ("name", "Ada"): 1}
    assert dict(found.attachments) == {("words.txt", ""): 1}
    assert dict(found.layers) == {("Grid", "on"): 1, ("Notes", "off"): 1}
    assert dict(found.bookmarks) == {("One", ""): 1, ("Two", ""): 1}
    assert found.labels == ("i",)
    assert found.elements == 4  # Document, two P, Span


def test_what_no_paper_shows_is_told_in_words() -> None:
    assert account().navigation() == (
        "2 links",
        "2 bookmarks",
        "4 structure elements",
        "1 attachment",
        "1 page label",
    )
    assert account(TREE).navigation() == ()


def test_nothing_is_lost_where_all_is_there() -> None:
    assert list(Reckoning(account()).lost(account(), "a.pdf")) == []


@pytest.mark.parametrize(
    ("number", "body", "code", "words"),
    [
        (14, b"null", "annotations-lost", "Page 1 of a.pdf has annotations that the result has not: 1 of kind Link."),
        (5, b"<</Subtype/Widget/T(name)/V(Eve)/Parent 4 0 R>>", "fields-lost", "1 field of a.pdf: 'name' (Ada)."),
        (6, b"<</F(other)>>", "attachments-lost", "1 attachment of a.pdf: 'words.txt'."),
        (8, b"<</Name(Other)>>", "layers-lost", "1 layer of a.pdf: 'Notes' (off)."),
        (9, b"<</Title(Uno)/First 10 0 R>>", "bookmarks-lost", "1 bookmark of a.pdf: 'One'."),
        (13, b"null", "tags-lost", "Of the tags of a.pdf the result lacks 2 structure elements."),
    ],
)  # fmt: skip
def test_each_kind_that_is_less_is_named(number: int, body: bytes, code: str, words: str) -> None:
    whole = account({**RICH, number: body})
    (warning,) = Reckoning(whole).lost(account(), "a.pdf")
    assert warning.code == code
    assert words in warning.message


def test_two_parts_need_twice_as_much() -> None:
    reckoning = Reckoning(account())
    assert list(reckoning.lost(account(), "a.pdf")) == []
    found = [each.code for each in reckoning.lost(account(), "b.pdf", first=1)]
    assert found == [
        "annotations-lost",
        "annotations-lost",
        "fields-lost",
        "attachments-lost",
        "layers-lost",
        "bookmarks-lost",
        "tags-lost",
    ]


def test_trees_that_go_in_a_circle_end() -> None:
    circle = {**RICH, 12: b"<</S/P/K 11 0 R>>", 4: b"<</T(person)/Kids[4 0 R]>>"}
    found = account(circle)
    assert (found.elements, found.fields.total()) == (4, 1)
