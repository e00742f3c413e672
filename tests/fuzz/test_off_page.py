"""What the fuzzers take for text off the page: letters, and not the space at the end of a line."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.fuzz.off_page import off_page


@pytest.mark.parametrize(
    ("x", "text", "found"),
    [
        (172, "Ann", False),
        (178, "Ann ", False),  # Ann is 21.3 pt wide in Helvetica of 12 pt, a space 3.3: to 202.6
        (182, "Ann", True),
        (-6, "Ann", True),
    ],
)
def test_letters_beyond_an_edge_are_off_and_spaces_are_not(x: int, text: str, *, found: bool) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 100))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(x, 50, text)
    canvas.drawString(20, 30, "The line below it.")
    canvas.save()
    assert bool(off_page(out.getvalue())) is found
