"""Marks come in the order of the tree, however an element names its kids."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import Ref, open_file
from guidepress.verify.order import walk


def order(elements: dict[int, bytes]) -> list[tuple[int, int]]:
    file = open_file(file_of({**TREE, **elements}), "a.pdf")
    return list(walk(file, Ref(10), lambda page: page.number if isinstance(page, Ref) else -1))


@pytest.mark.parametrize(
    ("expected", "kid"),
    [
        ([(3, 0), (3, 1)], b"<</S/P/Pg 3 0 R/K[0 1]>>"),
        ([(3, 7)], b"<</S/P/Pg 3 0 R/K 7>>"),
        ([(3, 7)], b"<</S/P/T(/K 5 and /Pg 9 0 R)/Pg 3 0 R/K 7>>"),
        ([(3, 0), (4, 1)], b"<</S/P/Pg 3 0 R/K[0<</Type/MCR/Pg 4 0 R/MCID 1>>]>>"),
        ([(3, 0)], b"<</S/P/Pg 3 0 R/A<</O/Table/K 9>>/K 0>>"),
        ([(3, 2)], b"<</S/P/K 12 0 R>>"),
        ([(3, 2), (3, 5)], b"<</S/P/Pg 3 0 R/K[12 0 R 5]>>"),
        ([], b"<</S/P/Pg 3 0 R>>"),
        ([], b"<</S/P/Pg 3 0 R/K[<</Type/OBJR/Obj 9 0 R>>]>>"),
        ([(3, 0), (3, 1)], b"<</S/P/Pg 3 0 R/K[0 <</Type/OBJR/Pg 4 0 R/Obj 9 0 R>> 1]>>"),
        ([(3, 8)], b"<</S/P/Pg 3 0 R/K[<</Type/OBJR/Obj 9 0 R/K 8>>]>>"),
        ([(3, 5)], b"<</S/P/Pg 3 0 R/K 4/K 5>>"),
        ([(3, 5)], b"<</S/P/Pg 3 0 R/#4B 4/K 5>>"),
        ([(3, 5)], b"<</S/P/Pg 3 0 R/K5 4/K 5>>"),
        ([(3, 5)], b"<</S/P/Pg 3 0 R%/K 9\n/K 5>>"),
        ([(3, 5)], b"<</S/P/Pg 3 0 R/T(a(/K 6)b\\))/K 5>>"),
        ([(3, 5)], b"<</Type/MCR/Pg 3 0 R/MCID 5/K 6>>"),
        ([(3, 0), (3, 2), (3, 1)], b"<</Type /StructElem /S /P /Pg 3 0 R /K [ 0 12 0 R 1 ] >>"),
    ],
)
def test_kids_of_every_kind(expected: list[tuple[int, int]], kid: bytes) -> None:
    elements = {10: b"<</Type/StructTreeRoot/K[11 0 R]>>", 11: kid, 12: b"<</S/Span/Pg 3 0 R/K 2>>"}
    assert order(elements) == expected


def test_a_circle_ends() -> None:
    assert order({10: b"<</K[11 0 R]>>", 11: b"<</S/P/Pg 3 0 R/K[1 11 0 R 10 0 R 2]>>"}) == [(3, 1), (3, 2)]
