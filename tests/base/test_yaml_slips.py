"""Slips that YAML lets pass: comments in texts, spaces that are none in an indent."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.yaml import parse_yaml


def places(text: str) -> list[tuple[int, int]]:
    found = parse_yaml(text.encode(), "a.yaml").slips()
    return [(each.span.line, each.span.column) for each in found if each.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: We're #1", [(1, 10)]),
        ("a: two words # of it", [(1, 14)]),
        ("a: two words  # a comment stands two spaces off", []),
        ("a: word # a single word needs no second", []),
        ("a: 'quoted #1' # off", []),
        ("a: |-\n  We're #1", []),
        ("# two words # here\na: b#1", []),
        ("a:\n  - one #2\n  - {b: two #3\n    }", [(2, 9), (3, 13)]),
    ],
)
def test_a_comment_that_cuts_a_text_has_its_place(text: str, expected: list[tuple[int, int]]) -> None:
    assert sorted(places(text)) == expected


def test_a_text_that_an_alias_repeats_is_told_once() -> None:
    assert places("a: &x We're #1\nb: *x") == [(1, 13)]


@pytest.mark.parametrize(
    ("space", "name"), [("\u00a0", "no-break space (U+00A0)"), ("\u3000", "ideographic space (U+3000)")]
)
def test_a_key_that_begins_with_an_odd_space_is_refused(space: str, name: str) -> None:
    with pytest.raises(FaultsFound) as raised:
        parse_yaml(f"a:\n  b: c\n{space}d: e\n".encode(), "a.yaml")
    (found,) = raised.value.diagnostics
    assert (str(found.span), name in found.message) == ("a.yaml:3:1", True)


def test_such_a_space_inside_a_text_is_its_own_affair() -> None:
    assert parse_yaml("a: |-\n  One\n  \u00a0two\n".encode(), "a.yaml").slips() == ()
