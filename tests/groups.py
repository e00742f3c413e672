"""In: the tests that were collected. Out: groups of them, each for one worker, those that take longest first.

Tests that read the same stock books are in one group, so that a book is set once. All others are grouped by file: what
a file sets up is set up once.
"""

from __future__ import annotations

import pytest

__all__ = ["VERAPDF", "in_order", "put_in_groups", "together"]

VERAPDF = "verapdf"
"""Tests that ask veraPDF about small files; starting it takes as long as most of them together."""

_PARTNERS = {"sampler": "study-guide", "teacher-workbook": "student-workbook"}
"""Layouts whose books are compared with those of another, and its name."""

_LONGEST = (
    VERAPDF,
    "letter study-guide",
    "letter dyslexia-friendly",
    "letter student-workbook",
    "tests/press/test_prepare.py",
    "tests/fuzz/test_kills.py",
)
"""Groups that are begun first, so that no worker is left alone with one at the end."""


def together(name: str, paper: str = "letter") -> pytest.MarkDecorator:
    """Mark a test that reads stock books of a layout."""
    return pytest.mark.xdist_group(f"{paper} {_PARTNERS.get(name, name)}")


def put_in_groups(items: list[pytest.Item]) -> None:
    """Mark the tests that have no group with that of their file."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def in_order(items: list[pytest.Item]) -> list[pytest.Item]:
    """Sort tests so that those of a group follow each other: the longest groups, stock books, files as they were found."""
    found = list(dict.fromkeys(map(_group, items)))
    books = [group for group in found if not group.endswith(".py")]
    places = {group: place for place, group in enumerate(dict.fromkeys((*_LONGEST, *books, *found)))}
    return sorted(items, key=lambda item: places[_group(item)])


def _group(item: pytest.Item) -> str:
    mark = item.get_closest_marker("xdist_group")
    return str(mark.args[0]) if mark else ""
