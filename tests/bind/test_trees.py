"""Name trees and number trees: read whatever their shape, written in leaves of 64."""

from __future__ import annotations

import pytest
from tests.bind.held import Held, opened

from guidepress.bind.trees import name_pairs, number_pairs, write_tree


def test_the_pairs_of_all_leaves_come_in_order() -> None:
    source = opened(
        {
            1: b"<</Kids[2 0 R 3 0 R]>>",
            2: b"<</Kids[4 0 R]>>",
            3: b"<</Nums[7 /c]>>",
            4: b"<</Nums[0 /a 5 9 0 R]>>",
        }
    )
    assert list(number_pairs(source, b"1 0 R")) == [(0, b"/a"), (5, b"9 0 R"), (7, b"/c")]


def test_a_tree_that_goes_in_a_circle_ends() -> None:
    source = opened({1: b"<</Nums[0 /a]/Kids[2 0 R 2 0 R]>>", 2: b"<</Nums[1 /b]/Kids[1 0 R]>>"})
    assert list(number_pairs(source, b"1 0 R")) == [(0, b"/a"), (1, b"/b")]


def test_keys_that_are_no_numbers_are_passed_over() -> None:
    source = opened({1: b"<</Nums[(x) /a -1 /b 2 0 R /c 4 /d]>>", 2: b"3"})
    assert list(number_pairs(source, b"1 0 R")) == [(3, b"/c"), (4, b"/d")]


def test_names_are_the_bytes_they_stand_for() -> None:
    source = opened({1: rb"<</Names[(a\(b) 1 <4142> 2 /no 3 2 0 R 4]>>", 2: b"(z)"})
    assert list(name_pairs(source, b"1 0 R")) == [(b"a(b", b"1"), (b"AB", b"2"), (b"z", b"4")]


def test_a_value_without_a_key_and_no_tree_at_all_give_nothing() -> None:
    assert list(number_pairs(opened({1: b"<</Nums[3]>>"}), b"1 0 R")) == []
    assert list(number_pairs(opened({1: b"<<>>"}), None)) == []


def pairs_of(count: int) -> list[tuple[bytes, bytes]]:
    return [(b"%d" % key, b"/n%d" % key) for key in range(count)]


@pytest.mark.parametrize(
    ("count", "root"),
    [
        (0, b"<</Nums[]>>"),
        (2, b"<</Nums[0 /n0 1 /n1]>>"),
        (65, b"<</Kids[1 0 R 2 0 R]>>"),  # 64 + 1
        (4096, b"<</Kids[" + b" ".join(b"%d 0 R" % kid for kid in range(1, 65)) + b"]>>"),  # 64 times 64
        (4097, b"<</Kids[66 0 R 67 0 R]>>"),  # 65 leaves, so 2 nodes above them
    ],
)
def test_a_tree_has_as_few_levels_as_it_takes(count: int, root: bytes) -> None:
    held = Held()
    number = write_tree(held.sink, b"/Nums", pairs_of(count))
    source = held.read()
    assert source.body(number) == root
    assert list(number_pairs(source, b"%d 0 R" % number)) == [(key, b"/n%d" % key) for key in range(count)]


def test_limits_name_the_first_and_last_key_below() -> None:
    held = Held()
    write_tree(held.sink, b"/Nums", pairs_of(4097))
    source = held.read()
    assert source.dictionary(b"2 0 R")[b"/Limits"] == b"[64 127]"
    assert source.dictionary(b"66 0 R")[b"/Limits"] == b"[0 4095]"
    assert source.dictionary(b"67 0 R")[b"/Limits"] == b"[4096 4096]"
