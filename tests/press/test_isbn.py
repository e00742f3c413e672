"""ISBNs are checked, converted from ten digits, and refused with the digit that would be right."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.press.isbn import Isbn, read_isbn
from guidepress.press.isbn_ranges import hyphenated, isbn_ranges


@pytest.mark.parametrize(
    "written",
    [
        "9780306406157",
        "978-0-306-40615-7",
        " ISBN 978 0 306 40615 7 ",
        "ISBN-13: 978–0–306–40615–7",
    ],
)
def test_it_is_read_however_people_write_it(written: str) -> None:
    # 9+3*7+8+3*0+3+3*0+6+3*4+0+3*6+1+3*5 = 93, and 93 + 7 = 100
    assert read_isbn(written) == Isbn("9780306406157")


def test_every_other_digit_counts_three_times() -> None:
    # 9+3*7+8+3*3+1+3*6+1+3*4+8+3*4+1+3*0 = 100. (The number above is right with the weights changed about, too.)
    assert read_isbn("978-3-16-148410-0") == Isbn("9783161484100")


def test_ten_digits_become_thirteen() -> None:
    # 0*10+3*9+0*8+6*7+4*6+0*5+6*4+1*3+5*2 = 130, and 130 + 2 = 132 = 12 * 11: the old number is right
    assert read_isbn("0-306-40615-2") == Isbn("9780306406157", "0-306-40615-2")


def test_an_x_is_a_check_digit_of_ten() -> None:
    # 0*10+8*9+0*8+4*7+4*6+2*5+9*4+5*3+7*2 = 199, and 199 + 10 = 209 = 19 * 11
    assert read_isbn("0-8044-2957-X").digits[:12] == "978080442957"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("978-0-306-40615-8", "ends in 8, and by its other digits it must end in 7."),
        ("0-306-40615-3", "ends in 3, and by its other digits it must end in 2."),
        ("0-8044-2957-1", "ends in 1, and by its other digits it must end in X."),
        ("978-0-306-4061", "has 11 digits; an ISBN has 13, one from before 2007 has 10."),
        ("", "has 0 digits; an ISBN has 13, one from before 2007 has 10."),
        ("978-O-306-40615-7", "holds 'O', which is no digit."),
        ("978-0-306-40615-X", "holds 'X', which is no digit."),
        ("4006381333931", "begins with 400; an ISBN begins with 978, or with 979 and no 0 after it."),
        ("979-0-2600-0043-8", "is an ISMN, of printed music; an ISBN begins with 978, or"),
    ],
)
def test_what_is_none_is_refused_with_a_sentence(written: str, said: str) -> None:
    place = Span("guide.yaml", 9, 9)
    with pytest.raises(FaultsFound) as caught:
        read_isbn(written, place)
    (found,) = caught.value.diagnostics
    assert said in found.message
    assert (found.code, found.span) == ("wrong-isbn", place)


@given(st.from_regex(r"97[89][1-9][0-9]{8}", fullmatch=True))
def test_of_ten_last_digits_one_is_right_and_the_fault_names_it(body: str) -> None:
    right = []
    named = set()
    for last in "0123456789":
        try:
            right.append(read_isbn(body + last).digits[-1])
        except FaultsFound as faults:
            named.add(faults.diagnostics[0].message[-2])
    assert len(right) == 1
    assert named == set(right)


@pytest.mark.parametrize(
    ("digits", "parted"),
    [
        ("9780306406157", "978-0-306-40615-7"),  # 306 is within 229-368
        ("9781860466731", "978-1-86046-673-1"),
        ("9782070360024", "978-2-07-036002-4"),
        ("9783161484100", "978-3-16-148410-0"),  # the example of ISO 2108
        ("9788437604947", "978-84-376-0494-7"),
        ("9791034704217", "979-10-347-0421-7"),
        ("9798602477429", "979-8-6024-7742-9"),
    ],
)
def test_hyphens_stand_where_the_agency_puts_them(digits: str, parted: str) -> None:
    assert hyphenated(digits) == parted


def test_a_number_of_no_known_range_stays_whole() -> None:
    assert hyphenated("9789999999991") == "9789999999991"  # no registration group
    assert Isbn("9789999999991").hyphenated == "9789999999991"


def test_every_range_begins_and_ends_at_numbers_of_one_length_and_no_two_overlap() -> None:
    for group, ranges in isbn_ranges().groups.items():
        pairs = sorted(tuple(each.split("-")) for each in ranges.split())
        for low, high in pairs:
            assert len(low) == len(high), group
            assert low <= high, group
        for (_, before), (after, _) in pairwise(pairs):
            assert before.ljust(7, "9") < after.ljust(7, "0"), group
