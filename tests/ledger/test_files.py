"""What a failing ledger tells is short enough to read."""

from __future__ import annotations

from tests.ledger.files import _compared

KEPT = [
    "1 | plot (body) | 79.8 He made | 695.8 and rose. | 1 white, the page is full | 40 lines, 1 hyphen, aaaaaa",
    "2 | plot (body) | 79.8 Then he | 709.8 was done. | 0 white, the text ends | 41 lines, 0 hyphens, bbbbbb",
]


def test_a_page_that_ends_elsewhere_is_shown_as_it_was_and_as_it_is() -> None:
    found = [KEPT[0].replace("695.8 and rose. | 1", "709.8 up. | 0").replace("aaaaaa", "cccccc"), KEPT[1]]
    was, now = (line[0].rpartition("40 lines")[0] for line in (KEPT, found))
    assert list(_compared(KEPT, found)) == [f"  -{was}", f"  +{now}"]


def test_pages_that_differ_only_inside_are_named_in_one_line() -> None:
    found = [KEPT[0].replace("aaaaaa", "cccccc"), KEPT[1].replace("41 lines", "42 lines")]
    assert list(_compared(KEPT, found)) == ["  begin and end as they did, but look otherwise: 1, 2"]


def test_a_long_difference_is_cut_and_says_by_how_much() -> None:
    """100 lines go, 60 are shown, 40 are left."""
    said = list(_compared([f"line {number}" for number in range(100)], []))
    assert len(said) == 61
    assert said[-1] == "  … and 40 lines more"
