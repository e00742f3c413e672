"""Objects are copied with all they refer to, equal ones once."""

from __future__ import annotations

from tests.bind.held import Held, file_with
from tests.cos.making import TREE, file_of

from guidepress.cos import Name, Ref, open_file
from guidepress.cos.values import Dictionary


def test_equal_trees_of_objects_of_two_files_are_written_once() -> None:
    held = Held()
    one = held.copier(file_with({1: b"<</A 2 0 R>>", 2: b"(leaf)"}))
    two = held.copier(file_with({1: b"<<>>", 5: b"<</A 9 0 R>>", 9: b"(leaf)"}), "2")
    assert one.number(1) == two.number(5)
    assert one.number(2) == two.number(9)
    assert held.sink.reserve() == 3  # two objects before


def test_objects_in_a_circle_are_never_shared() -> None:
    held = Held()
    objects = {1: b"<</Kid 2 0 R>>", 2: b"<</Up 1 0 R>>"}
    first = held.copier(file_with(objects)).number(1)
    second = held.copier(file_with(objects)).number(1)
    assert first != second
    file = held.read()
    assert file.dictionary(file.dictionary(Ref(first))["Kid"])["Up"] == Ref(first)


def test_what_is_left_out_or_missing_becomes_null() -> None:
    copier = Held().copier(file_with({1: b"<<>>", 2: b"(a)"}))
    copier.drop(2)
    assert copier.value([Ref(2), Ref(9)]) == [None, None]


def test_a_page_that_hangs_in_no_tree_is_not_copied() -> None:
    objects = {
        1: b"<<>>",
        2: b"<</Type/Page>>",
        3: b"<</Type/PageLabel>>",
        4: b"<</Type 5 0 R/D 1>>",
        5: b"/Page",
    }
    copier = Held().copier(file_with(objects))
    assert copier.value([Ref(2), Ref(3), Ref(4)]) == [None, Ref(1), None]


def test_what_only_moves_keeps_its_bytes_but_for_its_references() -> None:
    held = Held()
    body = rb"<</A  (2 0 R \) (3 0 R))/B[3 0 R 4.50]/C<41>>>"
    number = held.copier(file_with({1: b"<<>>", 2: body, 3: b"(b)"})).number(2)
    assert held.read().raw(number).body == rb"<</A  (2 0 R \) (3 0 R))/B[1 0 R 4.50]/C<41>>>"


def test_comments_and_escapes_are_read_and_written_plainly_once() -> None:
    held = Held()
    body = b"<</A#42 3 % 9 0 R\n 0 R/C 5>>"
    number = held.copier(file_with({1: b"<<>>", 2: body, 3: b"(b)"})).number(2)
    assert held.read().raw(number).body == b"<</AB 1 0 R/C 5>>"


def test_destinations_get_a_prefix() -> None:
    copier = Held().copier(file_with({1: b"<<>>", 2: b"(a)"}), "4")
    assert copier.value({"Dest": b"a"}) == {"Dest": b"4.a"}
    assert copier.value({"Dest": Name("a")}) == {"Dest": b"4/a"}  # a name and a string stay apart
    assert copier.value({"Dest": Ref(2)}) == {"Dest": b"4.a"}
    assert copier.value({"S": Name("GoTo"), "D": b"a"}) == {"S": "GoTo", "D": b"4.a"}
    assert copier.value({"S": Name("GoToR"), "D": b"a"}) == {"S": "GoToR", "D": b"a"}  # in another file


def test_destinations_in_objects_that_move_get_their_prefix_too() -> None:
    held = Held()
    objects = {1: b"<<>>", 2: b"<</A<</D(b)/S/GoTo>>/T(x)>>", 3: b"<</A<</D(b)/S 4 0 R>>>>", 4: b"/GoTo"}
    copier = held.copier(file_with(objects), "4")
    numbers = [copier.number(number) for number in (2, 3)]
    file = held.read()
    assert [file.dictionary(file.dictionary(Ref(number))["A"])["D"] for number in numbers] == [b"4.b"] * 2


def test_a_page_told_by_its_rank_is_told_by_its_object() -> None:
    copier = Held().copier(file_with({1: b"<<>>", 8: b"<<>>", 9: b"<<>>"}))
    copier.names.pages = [8, 9]
    copy = copier.seed(9)
    assert copier.value({"Dest": [1, Name("Fit")]}) == {"Dest": [Ref(copy), "Fit"]}
    assert copier.value({"Dest": [2, Name("Fit")]}) == {"Dest": [2, "Fit"]}  # there is no third


def test_keys_of_the_parent_tree_move_on_or_go() -> None:
    copier = Held().copier(file_with({1: b"<<>>"}))
    copier.names.parents = {0: 30}
    assert copier.value({"StructParents": 0, "A": 1}) == {"StructParents": 30, "A": 1}
    assert copier.value({"StructParent": 5, "A": 1}) == {"A": 1}


def test_a_seeded_object_goes_where_it_was_promised_once() -> None:
    held = Held()
    copier = held.copier(file_with({1: b"<<>>", 2: b"<</A 3 0 R>>", 3: b"(x)"}))
    assert (copier.seed(2), copier.seed(2)) == (1, 1)
    copier.place(2)
    copier.place(2)
    assert copier.value(Ref(2)) == Ref(1)
    assert held.read().raw(1).body == b"<</A 2 0 R>>"


def test_dictionaries_may_be_changed_before_they_are_copied() -> None:
    def renewed(entries: Dictionary) -> Dictionary:
        return {**entries, "Old": Name("New")} if "Old" in entries else entries

    held = Held()
    copier = held.copier(file_with({1: b"<<>>", 2: b"[<</Old/x>>]", 3: b"<</Older/x>>"}))
    copier.adapt(renewed, b"/Old")
    first = copier.number(2)
    copier.adapt(None)
    numbers = first, copier.number(3)
    file = held.read()
    assert [file.raw(number).body for number in numbers] == [b"[<</Old/New>>]", b"<</Older/x>>"]


def test_a_chain_of_objects_may_be_as_long_as_the_file() -> None:
    objects = {number: b"[%d 0 R]" % (number + 1) for number in range(2, 6001)}
    # From the leaf up: the last of 6,000 objects, between which stand 29 groups of 200.
    assert Held().copier(file_with({1: b"<<>>", **objects, 6001: b"/end"})).number(2) == 6000 + 29


def test_an_object_that_cannot_be_read_is_left_out_and_said() -> None:
    file = open_file(file_of({**TREE, 4: b"<</A (never closed>>"}), "a.pdf")
    assert Held().copier(file).value([Ref(4), 1]) == [None, 1]
    assert file.losses == ["object 4 (a string is not closed)"]
