"""Folios become ranges of page labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pdf.helpers import open_pdf

from guidepress.pdf import write_pdf
from guidepress.pdf.labels import page_labels

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("1", "2", "3"), "0<</S/D>>"),
        (("Cover", "i", "ii", "1", "2"), "0<</P(Cover)>>1<</S/r>>3<</S/D>>"),
        (("iv", "v", "7", "8"), "0<</S/r/St 4>>2<</S/D/St 7>>"),
        (("A-1", "A-1"), "0<</P(A-1)>>1<</P(A-1)>>"),
        (("iiii",), "0<</P(iiii)>>"),
        (("01",), "0<</P(01)>>"),
    ],
)
def test_page_labels(labels: tuple[str, ...], expected: str) -> None:
    assert page_labels(labels) == f"<</Nums[{expected}]>>"


def test_readers_see_the_labels(hand: Hand) -> None:
    wanted = ["Cover", "i", "ii", "1", "2"]
    pages = [hand.page(number=number, label=label) for number, label in enumerate(wanted, 1)]
    assert open_pdf(write_pdf(hand.book(*pages))).page_labels == wanted
