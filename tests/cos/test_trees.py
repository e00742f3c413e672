"""The pairs of trees come in order, and circles end."""

from __future__ import annotations

from tests.cos.making import TREE, file_of

from guidepress.cos import Ref, open_file
from guidepress.cos.trees import name_pairs, number_pairs

OBJECTS = {
    **TREE,
    4: b"<</Kids[5 0 R 6 0 R 4 0 R]>>",
    5: b"<</Nums[0 (a) 7 0 R (b) (x) (c) -1 (d)]/Names[(n) 1 (m) 2 /k 3]>>",
    6: b"<</Nums[8 3 0 R 9]/Kids[5 0 R]>>",
    7: b"3",
}


def test_numbers_come_in_order() -> None:
    file = open_file(file_of(OBJECTS), "a.pdf")
    assert list(number_pairs(file, Ref(4))) == [(0, b"a"), (3, b"b"), (8, Ref(3))]


def test_names_come_in_order() -> None:
    file = open_file(file_of(OBJECTS), "a.pdf")
    assert list(name_pairs(file, Ref(4))) == [(b"n", 1), (b"m", 2)]


def test_no_tree_has_no_pairs() -> None:
    assert list(name_pairs(open_file(file_of(TREE), "a.pdf"), None)) == []
