"""A file is written again with some objects changed and all others as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bind.packs import raw_pdf
from tests.bind.sheets import changed, numbered
from tests.cos.making import TREE, file_of, revised

from guidepress.bind.stamp_copy import Rewriting
from guidepress.cos import Name, Ref, open_file
from guidepress.cos.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.cos import File
    from guidepress.cos.values import Object

WORD = "open, sesame"
OBJECTS = {1: b"<</Type/Catalog/A 3 0 R>>", 3: b"[  1  2 ]", 4: b"<</Length 2>>\nstream\nab\nendstream"}


def rewritten(data: bytes, objects: Mapping[int, Object] = {}, *, plain: bool = False) -> bytes:
    rewriting = Rewriting(open_file(data, "a.pdf", WORD), plain=plain)
    for number, made in objects.items():
        rewriting.change(number, made)
    return rewriting.close()


def again(data: bytes, objects: Mapping[int, Object] = {}, *, plain: bool = False) -> File:
    return open_file(rewritten(data, objects, plain=plain), "b.pdf")


@pytest.mark.parametrize("plain", [False, True])
def test_what_is_not_changed_keeps_number_and_bytes(plain: bool) -> None:  # noqa: FBT001 - both ways
    old = open_file(raw_pdf(OBJECTS), "a.pdf")
    new = again(raw_pdf(OBJECTS), {3: Name("New")}, plain=plain)
    assert [new.raw(number) for number in (1, 4)] == [old.raw(number) for number in (1, 4)]
    assert new.raw(3).body == b"/New"


def test_new_objects_get_numbers_after_the_old_ones() -> None:
    rewriting = Rewriting(open_file(raw_pdf(OBJECTS), "a.pdf"), plain=False)
    assert rewriting.writer.add_object([7]) == Ref(5)  # the last was 4


def test_a_plain_file_has_a_plain_table() -> None:
    assert rewritten(raw_pdf(OBJECTS), plain=True).startswith(b"%PDF-1.4")
    assert rewritten(raw_pdf(OBJECTS)).startswith(b"%PDF-1.7")
    assert rewritten(raw_pdf(OBJECTS, version=b"2.0")).startswith(b"%PDF-2.0")


def test_groups_and_tables_of_the_old_file_are_left_behind() -> None:
    once = rewritten(raw_pdf(OBJECTS))
    twice = rewritten(once)
    assert (once.count(b"/Type/ObjStm"), twice.count(b"/Type/ObjStm")) == (1, 1)
    assert (once.count(b"/Type/XRef"), twice.count(b"/Type/XRef")) == (1, 1)


def test_an_encrypted_file_is_written_open() -> None:
    locked = changed(numbered(2), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    new = again(locked)
    assert not new.is_encrypted
    assert len(pages_of(new)) == 2
    assert b"/Standard" not in b"".join(new.raw(number).body for number in new.numbers())  # nor its lock


def test_a_file_with_far_more_numbers_than_objects_gets_new_ones() -> None:
    # Four objects: 20 times 4 and 1000 make 1080.
    few, many = (again(file_of({**TREE, at: b"[3 0 R]"})) for at in (1000, 2000))
    assert few.raw(1000).body == b"[3 0 R]"
    assert max(many.numbers()) < 10
    assert many.raw(4).body == b"[3 0 R]"


def test_references_to_other_generations_lead_to_what_there_is() -> None:
    new = again(raw_pdf({1: b"<</Type/Catalog/A 3 1 R/B 9 0 R>>", 3: b"(three)"}))
    assert new.raw(1).body == b"<</Type/Catalog/A 3 0 R/B null>>"


def test_only_the_newest_revision_of_an_object_is_kept() -> None:
    old = file_of({**TREE, 4: b"(superseded)"})
    made = rewritten(revised(old, {4: b"(current)"}, stream=True), plain=True)
    assert (b"(current)" in made, b"(superseded)" in made) == (True, False)


def test_an_object_that_cannot_be_read_is_left_out_and_said() -> None:
    data = raw_pdf({**OBJECTS, 5: b"((((", 6: b"[5 0 R]"})
    file = open_file(data, "a.pdf")
    new = open_file(Rewriting(file, plain=False).close(), "b.pdf")
    assert new.get(Ref(5)) is None
    assert file.losses == ["object 5 (a string is not closed)"]


def test_the_information_is_kept_or_made() -> None:
    data = raw_pdf({1: b"<</Type/Catalog>>", 2: b"<</Title(T)>>"}, trailer=b"/Info 2 0 R")
    kept, made = again(data), again(raw_pdf(OBJECTS))
    assert kept.trailer["Info"] == Ref(2)
    assert kept.dictionary(Ref(2)) == {"Title": b"T"}
    assert made.dictionary(made.trailer["Info"]) == {}
