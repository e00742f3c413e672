"""Tests that share what they set up run on one worker, those that take longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.groups import VERAPDF, in_order, put_in_groups, together

if TYPE_CHECKING:
    from collections.abc import Callable

STALE = "xdist read no group from this test: install the project again, it asks for a pytest that xdist knows"


def test_a_test_is_in_the_group_of_its_file_and_a_worker_knows_it(request: pytest.FixtureRequest) -> None:
    mark = request.node.get_closest_marker("xdist_group")
    assert mark.args == ("tests/test_groups.py",)
    if hasattr(request.config, "workerinput"):
        assert request.node.nodeid.endswith("@tests/test_groups.py"), STALE


def test_layouts_that_are_compared_are_in_one_group() -> None:
    assert together("sampler").args == together("study-guide").args == ("letter study-guide",)
    assert together("exam", "a4").args == ("a4 exam",)


@pytest.fixture
def item(request: pytest.FixtureRequest) -> Callable[..., pytest.Item]:
    """Make a test with a name and marks."""

    def make(name: str, *marks: pytest.MarkDecorator) -> pytest.Item:
        made = pytest.Function.from_parent(request.node.parent, name=name, callobj=make)
        made.own_markers[:] = [mark.mark for mark in marks]
        return made

    return make


def test_the_longest_groups_come_first_then_stock_books_then_files(item: Callable[..., pytest.Item]) -> None:
    items = [
        item("plain"),
        item("exam", together("exam")),
        item("guide", together("study-guide")),
        item("plain too"),
        item("exam too", together("exam")),
        item("standard", pytest.mark.xdist_group(VERAPDF)),
    ]
    put_in_groups(items)
    assert [each.name for each in in_order(items)] == [
        "standard",
        "guide",
        "exam",
        "exam too",
        "plain",
        "plain too",
    ]
