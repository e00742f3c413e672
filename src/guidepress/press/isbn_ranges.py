"""In: thirteen digits. Out: the same with the hyphens of the agency that gave them, by `isbn_ranges.yaml`."""

import functools
from itertools import pairwise
from pathlib import Path

from guidepress.base.decoding import Decoder
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.base.yaml import read_yaml

__all__ = ["IsbnRanges", "hyphenated", "isbn_ranges"]

_FILE = Path(__file__).with_name("isbn_ranges.yaml")


@record
class IsbnRanges:
    """What the file says.

    Attributes:
        source: where the ranges were read.
        checked: on which day they were as they are here.
        groups: by prefix and registration group ("978-0"), the ranges of its registrants ("00-19 200-227").
    """

    source: str
    checked: str
    groups: dict[str, str]


@functools.cache
def isbn_ranges() -> IsbnRanges:
    """Read the ranges.

    Raises:
        FaultsFound: the package is damaged.
    """
    decoded = Decoder().decode(IsbnRanges, read_yaml(_FILE))
    if decoded.record is None or decoded.faults:
        raise FaultsFound(decoded.faults)
    return decoded.record


def hyphenated(digits: str) -> str:
    """Part an ISBN into prefix, group, registrant, publication and check digit; one of no known range stays whole."""
    for group, ranges in isbn_ranges().groups.items():
        begins = group.replace("-", "")
        if not digits.startswith(begins):
            continue
        for each in ranges.split():
            low, _, high = each.partition("-")
            end = len(begins) + len(low)
            if low <= digits[len(begins) : end] <= high:
                cuts = (0, 3, len(begins), end, len(digits) - 1, len(digits))
                return "-".join(digits[start:stop] for start, stop in pairwise(cuts))
    return digits
