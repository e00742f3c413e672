"""Name trees and number trees are written in leaves of 64."""

from __future__ import annotations

import pytest
from tests.bind.held import Held

from guidepress.bind.trees import write_tree
from guidepress.cos import Name, Ref
from guidepress.cos.trees import number_pairs


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
    file = held.read()
    assert file.raw(number).body == root
    assert list(number_pairs(file, Ref(number))) == [(key, Name(f"n{key}")) for key in range(count)]


def test_limits_name_the_first_and_last_key_below() -> None:
    held = Held()
    write_tree(held.sink, b"/Nums", pairs_of(4097))
    file = held.read()
    assert [file.dictionary(Ref(number))["Limits"] for number in (2, 66, 67)] == [
        [64, 127],
        [0, 4095],
        [4096, 4096],
    ]
