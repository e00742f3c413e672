"""Targets are followed to their pages, by whatever way they are named."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import File, Name, Ref, Value, open_file
from guidepress.cos.destinations import NOWHERE, DestinationIndex, destinations_of

OBJECTS = {
    **TREE,
    1: b"<</Type/Catalog/Pages 2 0 R/Dests<</old[5 0 R/Fit]>>/Names<</Dests<</Names[(a)4 0 R(self)(self)]>>>>>>",
    4: b"<</D[3 0 R/Fit]>>",
}


def opened() -> File:
    return open_file(file_of(OBJECTS), "a.pdf")


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ([Ref(3), Name("Fit")], 0),
        ([Ref(5), Name("Fit")], 1),
        (Ref(4), 0),
        (b"a", 0),
        (Name("old"), 1),
        (b"old", NOWHERE),  # a name object and a string of one spelling are two names
        (b"self", NOWHERE),
        ([], NOWHERE),
        (None, NOWHERE),
        ([1, Name("Fit")], NOWHERE),
    ],
)
def test_a_target_leads_to_a_page_or_nowhere(target: Value, page: int) -> None:
    assert DestinationIndex(opened(), [3, 5, 0]).page_at(target) == page


@pytest.mark.parametrize(("rank", "page"), [(0, 0), (2, 2), (3, NOWHERE), (True, NOWHERE)])
def test_a_page_may_be_told_by_its_rank_where_that_is_asked_for(rank: int, page: int) -> None:
    assert DestinationIndex(opened(), [3, 5, 0], ranked=True).page_at([rank]) == page


def test_of_a_page_that_stands_twice_the_first_place_counts() -> None:
    assert DestinationIndex(opened(), [5, 3, 3]).page_at([Ref(3)]) == 1


@pytest.mark.parametrize(
    ("item", "leaves"),
    [
        ({"Dest": b"a"}, False),
        ({"A": {"S": Name("GoTo"), "D": b"a"}}, False),
        ({"A": {"D": b"a"}}, False),
        ({"A": {"S": Name("URI")}}, True),
        ({}, True),
    ],
)
def test_what_is_not_meant_for_a_page_is_told_apart(item: dict[str, Value], *, leaves: bool) -> None:
    assert DestinationIndex(opened(), [3]).leaves(item) is leaves


def test_old_and_new_names_are_both_known() -> None:
    assert [name for name, _ in destinations_of(opened())] == [Name("old"), b"a", b"self"]
