"""Page labels are worked out as readers show them."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import open_file
from guidepress.verify.labels import labels_of


def labels(tree: bytes, count: int = 4) -> list[str]:
    file = open_file(file_of({**TREE, 1: b"<</Type/Catalog/Pages 2 0 R%b>>" % tree}), "a.pdf")
    return labels_of(file, file.root, count)


@pytest.mark.parametrize(
    ("expected", "tree"),
    [
        (["1", "2", "3", "4"], b""),
        (["i", "ii", "1", "2"], b"/PageLabels<</Nums[0<</S/r>>2<</S/D>>]>>"),
        (["A-8", "A-9", "A-10", "A-11"], b"/PageLabels<</Nums[0<</S/D/P(A-)/St 8>>]>>"),
        (["Cover", "1", "2", "3"], b"/PageLabels<</Nums[0<</P(Cover)>>1<</S/D>>]>>"),
        (["Y", "Z", "AA", "BB"], b"/PageLabels<</Nums[0<</S/A/St 25>>]>>"),
        (["IX", "X", "XI", "XII"], b"/PageLabels<</Nums[0<</S/R/St 9>>]>>"),
        (["", "", "1", "2"], b"/PageLabels<</Nums[2<</S/D>>]>>"),
        (["", "", "", ""], b"/PageLabels<</Nums[0<</S/r/St 99999999>>]>>"),
    ],
)
def test_each_style_and_range(expected: list[str], tree: bytes) -> None:
    assert labels(tree) == expected
