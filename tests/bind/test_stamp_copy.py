"""A file is written again with some objects changed and all others as they were."""

from __future__ import annotations

from typing import Any

import pytest
from tests.bind.held import opened
from tests.bind.packs import raw_pdf
from tests.bind.sheets import changed, numbered
from tests.cos.making import TREE, file_of

from guidepress.bind.scribe import Shelf, array, dictionary, name
from guidepress.bind.source import Source, open_source
from guidepress.bind.stamp_copy import rewrite

WORD = "open, sesame"
OBJECTS = {1: b"<</Type/Catalog/A 3 0 R>>", 3: b"[  1  2 ]", 4: b"<</Length 2>>\nstream\nab\nendstream"}


def again(source: Source, objects: dict[int, object], *, plain: bool = False) -> Source:
    return open_source(rewrite(source, objects, plain=plain), "b.pdf")


@pytest.mark.parametrize("plain", [False, True])
def test_what_is_not_changed_keeps_number_and_bytes(plain: bool) -> None:  # noqa: FBT001 - both ways
    old = opened(OBJECTS)
    new = again(old, {3: name("New")}, plain=plain)
    assert [new.raw(number) for number in (1, 4)] == [old.raw(number) for number in (1, 4)]
    assert new.body(3) == b"/New"


def test_new_objects_get_numbers_after_the_old_ones() -> None:
    shelf = Shelf()
    new = again(opened(OBJECTS), {3: dictionary({"A": shelf.add(array([7]))})})
    assert new.body(3) == b"<</A 5 0 R>>"  # the last was 4
    assert new.body(5) == b"[7]"


def test_a_plain_file_has_a_plain_table() -> None:
    assert rewrite(opened(OBJECTS), {}, plain=True).startswith(b"%PDF-1.4")
    assert rewrite(opened(OBJECTS), {}, plain=False).startswith(b"%PDF-1.7")


def test_groups_and_tables_of_the_old_file_are_left_behind() -> None:
    once = rewrite(opened(OBJECTS), {}, plain=False)
    twice = rewrite(open_source(once, "a.pdf"), {}, plain=False)
    assert (once.count(b"/Type/ObjStm"), twice.count(b"/Type/ObjStm")) == (1, 1)
    assert (once.count(b"/Type/XRef"), twice.count(b"/Type/XRef")) == (1, 1)


def test_an_encrypted_file_is_written_anew_and_open() -> None:
    locked = changed(numbered(2), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    new = again(open_source(locked, "a.pdf", WORD), {})
    assert not new.reader.is_encrypted
    assert len(new.reader.pages) == 2


def test_a_file_with_far_more_numbers_than_objects_gets_new_ones() -> None:
    # Three objects and the free one: 20 times 4 and 1000 make 1080.
    few, many = (again(open_source(file_of({**TREE, at: b"(far)"}), "a.pdf"), {}) for at in (1000, 2000))
    assert few.body(1000) == b"(far)"
    assert max(many.reader.xref_objStm) < 10  # and nothing refers to the far one


def test_the_information_is_kept_or_made() -> None:
    data = raw_pdf({1: b"<</Type/Catalog>>", 2: b"<</Title(T)>>"}, trailer=b"/Info 2 0 R")
    kept, made = again(open_source(data, "a.pdf"), {}), again(opened(OBJECTS), {})
    assert kept.dictionary(b"2 0 R") == {b"/Title": b"(T)"}
    info: Any = kept.reader.trailer.raw_get("/Info")
    assert info.idnum == 2
    assert len(made.reader.trailer["/Info"]) == 0  # type: ignore[arg-type]
