"""Objects are copied with all they refer to, equal ones once."""

from __future__ import annotations

import pytest
from tests.bind.held import Held, opened

from guidepress.bind.syntax import Malformed


def test_equal_trees_of_objects_of_two_files_are_written_once() -> None:
    held = Held()
    one = held.copier(opened({1: b"<</A 2 0 R>>", 2: b"(leaf)"}))
    two = held.copier(opened({1: b"<<>>", 5: b"<</A 9 0 R>>", 9: b"(leaf)"}), "2")
    assert one.number(1) == two.number(5)
    assert one.number(2) == two.number(9)
    assert held.sink.reserve() == 3  # two objects before


def test_objects_in_a_circle_are_never_shared() -> None:
    held = Held()
    objects = {1: b"<</Kid 2 0 R>>", 2: b"<</Up 1 0 R>>"}
    first = held.copier(opened(objects)).number(1)
    second = held.copier(opened(objects)).number(1)
    assert first != second
    source = held.read()
    kid = source.dictionary(b"%d 0 R" % first)[b"/Kid"]
    assert source.dictionary(kid)[b"/Up"] == b"%d 0 R" % first


def test_what_is_left_out_or_missing_becomes_null() -> None:
    copier = Held().copier(opened({1: b"<<>>", 2: b"(a)"}))
    copier.drop(2)
    assert copier.rewrite(b"[2 0 R 9 0 R]") == b"[null null]"


def test_a_page_that_hangs_in_no_tree_is_not_copied() -> None:
    copier = Held().copier(opened({1: b"<<>>", 2: b"<</Type/Page>>", 3: b"<</Type/PageLabel>>"}))
    assert copier.rewrite(b"[2 0 R 3 0 R]") == b"[null 1 0 R]"


def test_strings_and_comments_hold_no_references() -> None:
    copier = Held().copier(opened({1: b"<<>>", 2: b"(a)", 3: b"(b)"}))
    assert copier.rewrite(b"[(2 0 R) 3 0 R % 2 0 R\n]") == b"[(2 0 R) 1 0 R % 2 0 R\n]"


def test_destinations_get_a_prefix() -> None:
    copier = Held().copier(opened({1: b"<<>>"}), "4")
    assert copier.rewrite(b"<</Dest(a)>>") == b"<</Dest(4.a)>>"
    assert copier.rewrite(b"<</Dest/a>>") == b"<</Dest(4/a)>>"  # a name and a string stay apart
    assert copier.rewrite(b"<</S/GoTo/D(a)>>") == b"<</S/GoTo/D(4.a)>>"
    assert copier.rewrite(b"<</S/GoToR/D(a)>>") == b"<</S/GoToR/D(a)>>"  # in another file


def test_keys_of_the_parent_tree_move_on_or_go() -> None:
    copier = Held().copier(opened({1: b"<<>>"}))
    copier.parents = {0: 30}
    assert copier.rewrite(b"<</StructParents 0/A 1>>") == b"<</StructParents 30/A 1>>"
    assert copier.rewrite(b"<</StructParent 5/A 1>>") == b"<</A 1>>"


def test_a_seeded_object_goes_where_it_was_promised_once() -> None:
    held = Held()
    copier = held.copier(opened({1: b"<<>>", 2: b"<</A 3 0 R>>", 3: b"(x)"}))
    assert (copier.seed(2), copier.seed(2)) == (1, 1)
    copier.place(2)
    copier.place(2)
    assert copier.rewrite(b"2 0 R") == b"1 0 R"
    assert held.read().body(1) == b"<</A 2 0 R>>"


def test_objects_may_be_changed_before_they_are_copied_but_not_streams() -> None:
    held = Held()
    copier = held.copier(opened({1: b"<<>>", 2: b"/Old", 3: b"<</Old/x/Length 1>>\nstream\na\nendstream"}))
    copier.adapt = lambda body: body.replace(b"Old", b"New")
    numbers = copier.number(2), copier.number(3)
    source = held.read()
    assert [source.body(number) for number in numbers] == [b"/New", b"<</Old/x/Length 1>>"]


def test_objects_too_deep_inside_one_another_are_refused() -> None:
    # A chain of 5,002 objects, one more than may be open besides the first.
    objects = {number: b"[%d 0 R]" % (number + 1) for number in range(1, 5002)} | {5002: b"/end"}
    with pytest.raises(Malformed, match="too deep"):
        Held().copier(opened(objects)).number(1)
    # One fewer is copied, from the leaf up: the last of 5,001 objects, between which stand 25 groups of 200.
    assert Held().copier(opened(objects)).number(2) == 5001 + 25


def test_a_string_that_is_not_closed_is_refused() -> None:
    with pytest.raises(Malformed, match="not closed"):
        Held().copier(opened({1: b"<<>>"})).rewrite(b"[(a]")
