"""Content is followed as readers follow it: each text with its beginning and its end, forms and pictures with their places."""

from __future__ import annotations

import time

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import open_file
from guidepress.verify.shown import AT_FIRST, FollowedFile, Shown, Stretch, WordBudget

FONT = b"<</Subtype/TrueType/FirstChar 97/Widths[500 250]>>"  # a is half an em, b a quarter
WIDE = b"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 750/W[1[500 250]5 7 100]>>]>>"
FORM = b"<</Subtype/Form/Matrix[1 0 0 1 0 7]/Resources<</Font<</G 5 0 R>>>>/Length 34>>\nstream\nBT /G 10 Tf 1 2 Td (ab) Tj ET      \nendstream"
PICTURE = b"<</Subtype/Image/Length 0>>\nstream\n\nendstream"
RESOURCES = b"<</Font<</F 5 0 R/W 6 0 R/N<</BaseFont/Helvetica>>>>/XObject<</X 7 0 R/I 8 0 R>>>>"


def followed(*contents: bytes, budget: int = 10_000) -> list[Stretch]:
    data = file_of({**TREE, 4: RESOURCES, 5: FONT, 6: WIDE, 7: FORM, 8: PICTURE}, b"/Root 1 0 R/Extra 4 0 R")
    file = open_file(data, "a.pdf")
    walk, found, start = FollowedFile(file, WordBudget(budget)), [], AT_FIRST
    for content in contents:
        found.append(walk.follow(content, file.dictionary(file.trailer["Extra"]), start))
        start = found[-1].end
    return found


def shown(content: bytes, budget: int = 10_000) -> list[Shown]:
    return list(followed(content, budget=budget)[0].found)


@pytest.mark.parametrize(
    ("content", "places"),
    [
        # 10 pt: a is 5 pt, b 2.5 pt
        (b"BT /F 10 Tf 20 30 Td (ab) Tj ET", [(20, 30, 27.5, 30)]),
        (b"BT /F 10 Tf 20 30 Td (a) Tj (b) Tj ET", [(20, 30, 25, 30), (25, 30, 27.5, 30)]),
        (b"BT /F 10 Tf 1 0 0 1 20 30 Tm [(a)-100(b)]TJ ET", [(20, 30, 28.5, 30)]),  # a tenth of 10 pt more
        (b"BT /F 10 Tf 20 30 Td 2 Tc (ab) Tj ET", [(20, 30, 31.5, 30)]),
        (b"BT /F 10 Tf 20 30 Td 3 Tw (a b) Tj ET", [(20, 30, 30.5, 30)]),  # the space itself has no width
        (b"BT /F 10 Tf 20 30 Td 50 Tz <6162> Tj ET", [(20, 30, 23.75, 30)]),
        (b"BT /F 10 Tf 12 TL 20 30 Td (a) ' 3 1 (a) \" ET", [(20, 18, 25, 18), (20, 6, 26, 6)]),
        (b"BT /F 10 Tf 20 30 TD 0 -12 TD T* (a) Tj ET", [(20, 6, 25, 6)]),
        (b"BT /F 10 Tf 20 30 Td 4 Ts (a) Tj ET", [(20, 34, 25, 34)]),
        (b"BT /W 10 Tf 20 30 Td <000100020003> Tj ET", [(20, 30, 35, 30)]),  # 5 + 2.5 + 7.5
        (b"BT /W 10 Tf 20 30 Td <00050007> Tj ET", [(20, 30, 22, 30)]),
        (b"BT /N 10 Tf 20 30 Td (ab) Tj ET", [(20, 30, 20, 30)]),  # nothing says how wide
        (b"q 0 1 -1 0 50 60 cm BT /F 10 Tf 20 30 Td (a) Tj ET Q", [(20, 80, 20, 85)]),
        (
            b"q 2 0 0 2 1 1 cm /X Do Q BT /F 10 Tf (a) Tj ET",
            [(3, 19, 18, 19), (0, 0, 5, 0)],
        ),  # 2 (1, 2 + 7) + 1
        (b"q 8 0 0 9 1 2 cm /I Do Q", [(1, 2, 9, 11)]),
        (b"BT /F 10 Tf 3 Tr (a) Tj ET", []),
        (b"BI /W 1 ID (BT /F 10 Tf (a) Tj EI BT /F 10 Tf 1 1 Td (b) Tj ET", [(1, 1, 3.5, 1)]),
        # what lacks its numbers takes them for 0, what lacks its name or its string shows nothing
        (b"BT Td cm /F Tf TJ Tj ' /Q Do /F 10 Tf 1 0 0 1 4 5 Tm (a) Tj", [(0, 0, 0, 0)] * 2),
    ],
)
def test_what_is_shown_is_found_in_its_place(content: bytes, places: list[tuple[float, ...]]) -> None:
    found = [each[:4] for each in shown(content)]
    assert found == [pytest.approx(place) for place in places]


@pytest.mark.parametrize(
    "content",
    [
        b"q 2 0 0 2 1 1 cm BT /F 10 Tf 3 Tc 20 30 Td (ab) Tj ET Q BT /W 8 Tf 4 5 Td <0001> Tj ET",
        b"q q 1 0 0 1 5 5 cm /F 9 Tf Q BT /F 10 Tf 12 TL 20 30 Td (a) ' T* (b) Tj 50 Tz (a) Tj ET /X Do Q /I Do",
    ],
)
def test_content_parted_between_operators_is_shown_as_in_one(content: bytes) -> None:
    cuts = [
        at for at in range(len(content)) if followed(content[:at])[0].whole and content[at : at + 1] == b" "
    ]
    assert len(cuts) >= 10
    for at in cuts:
        first, second = followed(content[:at], content[at:])
        assert [*first.found, *second.found] == shown(content)


@pytest.mark.parametrize("content", [b"/F", b"1 0", b"(a)", b"[(a)", b"BI /W 1 ID Q", b"BT % ET", b"true"])
def test_content_that_ends_before_an_operator_is_not_whole(content: bytes) -> None:
    assert not followed(content)[0].whole


def test_states_are_alike_where_all_that_is_set_is() -> None:
    one, other, plain = followed(b"q /F 9 Tf Q q /F 8 Tf"), followed(b"q /F 8 Tf"), followed(b"q /W 8 Tf Q")
    assert one[0].end.key() != other[0].end.key()  # other walks, and so other fonts
    assert plain[0].end.key() == AT_FIRST.key() != other[0].end.key()


def test_a_budget_ends_all_work() -> None:
    assert shown(b"BT /F 10 Tf (a) Tj ET " * 100, budget=100) == []


@pytest.mark.parametrize("piece", [b"BI ", b"TJ ", b"(a(", b"[ ", b"<a", b"BI ID ", b"q "])
def test_hostile_content_takes_time_in_proportion_to_its_length(piece: bytes) -> None:
    """Sixteen times as much takes no more than forty times as long; where each piece looks at all others, 256 times."""

    def taken(count: int) -> float:
        began = time.process_time()
        shown(piece * count, budget=10**9)
        return time.process_time() - began

    shown(piece)
    assert taken(80_000) < 40 * max(taken(5_000), 0.002)
