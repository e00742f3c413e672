"""Pages have the labels that the file's ranges give them."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import open_file
from guidepress.cos.labels import labels_of


def labels(ranges: bytes, pages: int) -> list[str]:
    root = b"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[%b]>>>>" % ranges
    return labels_of(open_file(file_of({**TREE, 1: root}), "a.pdf"), pages)


@pytest.mark.parametrize(
    ("style", "start", "expected"),
    [
        (b"D", 9, ["9", "10"]),
        (b"R", 4, ["IV", "V"]),
        (b"r", 9, ["ix", "x"]),
        (b"A", 26, ["Z", "AA"]),  # the 27th page is AA, the 28th BB
        (b"a", 28, ["bb", "cc"]),
        (b"A", 25, ["Y", "Z"]),
        (b"X", 1, ["", ""]),
        (b"r", 99999999, ["", ""]),
    ],
)
def test_a_range_counts_in_its_style(style: bytes, start: int, expected: list[str]) -> None:
    assert labels(b"0<</S/%b/St %d>>" % (style, start), 2) == expected


def test_a_range_ends_where_the_next_begins_and_has_a_prefix() -> None:
    assert labels(b"3<</S/D>>0<</P(Cover)>>1<</S/r/P(p. )>>", 4) == ["Cover", "p. i", "p. ii", "1"]


def test_pages_before_the_first_range_have_none() -> None:
    assert labels(b"2<</S/D>>", 3) == ["", "", "1"]
    assert labels(b"", 2) == ["", ""]
