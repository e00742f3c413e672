"""An imposed file says how its pages come off the sheets again."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import DictionaryObject
from tests.bind.sheets import box

from guidepress.bind.impose_record import piece_info, recorded
from guidepress.bind.leaves import Leaf
from guidepress.bind.scribe import Shelf, dictionary, name, stream

BOX = box(0, 0, 90, 120)
CONTENT = b"0 0 9 9 re f"


def leaf(turn: int = 0, unit: float = 1.0) -> Leaf:
    return Leaf(DictionaryObject(), (5.0, 5.0, 85.0, 115.0), (0.0, 0.0, 90.0, 120.0), turn, unit)


def root_of(shelf: Shelf, *leaves: Leaf, **more: object) -> DictionaryObject:
    """A catalog with the record of these leaves; `more` are entries of their forms."""
    entries = {
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": BOX,
        "Resources": dictionary({}),
        **more,
    }
    forms = [(shelf.add(stream(CONTENT, entries)), each) for each in leaves]
    return dictionary({"PieceInfo": shelf.add(piece_info("saddle", forms))})


def test_the_record_names_scheme_form_trim_turn_and_unit() -> None:
    shelf = Shelf()
    form = shelf.add(stream(CONTENT, {}))
    made: Any = piece_info("saddle", [(form, leaf(90, 2.0))])
    private = made["/Guidepress"]["/Private"]
    assert (private["/Type"], private["/Scheme"]) == ("/ImposedPages", "saddle")
    (kept,) = private["/Pages"]
    assert kept.raw_get("/Form") == form
    assert (kept["/Trim"], kept["/Rotate"], kept["/Unit"]) == ([5, 5, 85, 115], 90, 2)
    assert made["/Guidepress"]["/LastModified"] == "D:19700101000000Z"


def test_a_page_comes_back_as_it_was() -> None:
    shelf = Shelf()
    page: Any
    (page,) = recorded(root_of(shelf, leaf(90, 2.0), Group=dictionary({"S": name("Transparency")})), shelf)
    assert (page["/MediaBox"], page["/CropBox"], page["/BleedBox"]) == (BOX, BOX, BOX)
    assert (page["/TrimBox"], page["/Rotate"], page["/UserUnit"]) == ([5, 5, 85, 115], 90, 2)
    assert page["/Group"] == {"/S": "/Transparency"}
    content: Any = page["/Contents"]
    assert content.get_data() == CONTENT
    assert content.keys() == {"/Filter"}  # no longer a form


def test_what_a_page_did_not_say_it_does_not_say_now() -> None:
    shelf = Shelf()
    pages = list(recorded(root_of(shelf, leaf(), leaf()), shelf))
    assert len(pages) == 2
    assert "/UserUnit" not in pages[0]
    assert "/Group" not in pages[0]


@pytest.mark.parametrize("root", [{}, {"PieceInfo": {}}, {"PieceInfo": {"Another": {}}}])
def test_a_file_that_was_not_imposed_has_no_record(root: dict[str, Any]) -> None:
    def made(entries: dict[str, Any]) -> DictionaryObject:
        return dictionary({key: made(value) for key, value in entries.items()})

    assert list(recorded(made(root), Shelf())) == []


def test_a_form_that_is_no_stream_ends_the_record() -> None:
    shelf = Shelf()
    record = piece_info("saddle", [(shelf.add(dictionary({})), leaf())])
    assert list(recorded(dictionary({"PieceInfo": record}), shelf)) == []
