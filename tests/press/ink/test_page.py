"""A page is read as it is looked at; what pdfium paints of a book of ours lies where the ink is said to be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from tests.press.ink.making import ink, page_file

from guidepress.bind.leaves import leaves_of
from guidepress.cos import open_file
from guidepress.pdf.write import write_pdf
from guidepress.press.ink import canvas
from guidepress.press.ink.canvas import Budget, Shelf
from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.ink.page import ink_of


def test_places_are_of_the_page_as_it_is_looked_at_from_its_trim() -> None:
    # turned a quarter clockwise: what stood 10 from the left and 20 from the foot stands 20 from the left, and 10
    # from the head of 280 (the trim is 280 by 180); the rectangle 30 wide is then 30 high
    found = ink(b"20 30 30 5 re f", page=b"/TrimBox[10 10 290 190]/Rotate 90")
    (mark,) = found.marks
    assert mark.box == (20, 240, 25, 270)
    assert found.media == (-10, -10, 190, 290)


def test_content_in_parts_is_one() -> None:
    data = page_file(
        b"",
        page=b"/Contents[5 0 R 6 0 R]",
        objects={
            5: b"<</Length 9>>\nstream\n0 0 9 9 r\nendstream",
            6: b"<</Length 3>>\nstream\ne f\nendstream",
        },
    )
    file = open_file(data, "a.pdf")
    assert (
        ink_of(file, leaves_of(file)[0], Shelf(file), Budget()).marks == ()
    )  # a token ends where its part ends


def test_a_part_that_cannot_be_read_is_said() -> None:
    found = ink(
        b"0 0 9 9 re f",
        page=b"/Contents[4 0 R 5 0 R]",
        objects={5: b"<</Filter/DCTDecode/Length 1>>\nstream\nx\nendstream"},
    )
    assert len(found.marks) == 1
    assert "a part of its content cannot be read" in found.notes[0]


def test_a_page_that_asks_for_too_much_is_read_as_far_as_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "PAGE_STEPS", 10)
    found = ink(b"0 0 9 9 re f " * 20)
    assert len(found.marks) == 5  # ten operators: five times two
    assert found.unfinished == "it asks for more than 10 steps"


def test_forms_that_show_themselves_end() -> None:
    form = b"<</Subtype/Form/BBox[0 0 300 200]/Resources<</XObject<</X 5 0 R>>>>/Length 18>>\nstream\n0 0 1 1 re f /X Do\nendstream"
    found = ink(b"/X Do", b"/XObject<</X 5 0 R>>", {5: form})
    assert found.notes == ("forms lie too deep in one another",)


def test_what_another_reader_paints_lies_where_the_ink_is_said_to_be(tmp_path: Path) -> None:
    data = write_pdf(everything(Hand(), tmp_path), ("ua1", "2a"))
    file = open_file(data, "everything.pdf")
    shelf, budget = Shelf(file), Budget()
    document = pypdfium2.PdfDocument(data)
    for index, leaf in enumerate(leaves_of(file)):
        found = ink_of(file, leaf, shelf, budget)
        assert found.notes == ()
        pixels = document[index].render(scale=2).to_numpy()[:, :, :3]
        painted = pixels.min(axis=2) < 240
        said = np.zeros_like(painted)
        height = painted.shape[0]
        for mark in found.marks:
            left, low, right, high = (edge * 2 for edge in mark.box)
            said[
                max(0, int(height - high) - 1) : int(height - low) + 2, max(0, int(left) - 1) : int(right) + 2
            ] = True
        assert painted.any()
        assert not (painted & ~said).any(), f"page {index + 1}: ink where none is said to be"
        for mark in found.marks:
            if isinstance(mark, InkedGlyph):
                left, low, right, high = (edge * 2 for edge in mark.box)
                patch = painted[
                    max(0, int(height - high) - 1) : int(height - low) + 2,
                    max(0, int(left) - 1) : int(right) + 2,
                ]
                assert patch.any(), f"page {index + 1}: no ink where a glyph is said to be"
    document.close()
