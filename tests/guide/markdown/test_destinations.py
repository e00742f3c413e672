"""Addresses of links are those that markdown-it reads, and many that do not end take little time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import helpers

from guidepress.guide.markdown.destinations import HELPERS
from guidepress.guide.markdown.full import full_blocks


def both(text: str, pos: int, end: int) -> list[tuple[bool, int, str]]:
    """What ours says, and what markdown-it's own says."""
    found = [each(text, pos, end) for each in (HELPERS.parseLinkDestination, helpers.parseLinkDestination)]
    return [(each.ok, each.pos, each.str) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "a)",
        "a(b)c) d",
        "a b",
        "<a b>",
        "a\\ b",
        "a\\)b)",
        "a\\",
        "",
        ")",
        "a\x00",
        "(" * 32 + ")" * 33,
        "(" * 33 + ")" * 34,
    ],
)
def test_an_address_is_that_of_markdown_it(text: str) -> None:
    ours, theirs = both(text, 0, len(text))
    assert ours == theirs


@given(st.text("a()\\ <>\n\x7f&;#3", max_size=80), st.integers(0, 9), st.integers(0, 9))
def test_any_address_is_that_of_markdown_it(text: str, before: int, after: int) -> None:
    pos = min(before, len(text))
    ours, theirs = both(text, pos, max(pos, len(text) - after))
    assert ours == theirs


def test_links_without_an_end_take_little_time() -> None:
    """Each of 5,000 is followed over 32 more: 165,000 parentheses, not 660,000 letters."""
    began = process_time()
    full_blocks("[a](" * 5_000)
    assert process_time() - began < 5
