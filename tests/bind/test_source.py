"""Objects are taken as they lie in a file, wherever that is."""

from __future__ import annotations

import pytest
from tests.bind.held import Held, opened
from tests.bind.packs import raw_pdf
from tests.bind.sheets import changed, numbered
from tests.cos.making import TREE, file_of, revised

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.source import open_source
from guidepress.bind.syntax import Malformed

WORD = "open, sesame"


def test_an_object_keeps_its_bytes() -> None:
    source = opened({1: b"<<  /A   1>>", 2: b"<</Length 5>>\nstream\nab\ncd\nendstream"})
    assert source.raw(1) == (b"<<  /A   1>>", None)
    assert source.raw(2) == (b"<</Length 5>>", b"ab\ncd")
    assert source.raw(9) == (b"null", None)


def test_a_length_may_be_an_object() -> None:
    source = opened({1: b"<<>>", 2: b"<</Length 3 0 R>>\nstream\nabc\nendstream", 3: b"3"})
    assert source.raw(2)[1] == b"abc"


def test_a_string_may_hold_the_word_that_ends_an_object() -> None:
    assert opened({1: b"<</A(x endobj y)>>"}).dictionary(b"1 0 R")[b"/A"] == b"(x endobj y)"


def test_an_object_in_a_group_is_read() -> None:
    held = Held()
    number = held.sink.add(b"<</A 6>>")
    source = held.read()
    assert number in source.reader.xref_objStm
    assert source.raw(number) == (b"<</A 6>>", None)


def test_a_newer_revision_holds() -> None:
    for stream in (False, True):
        data = revised(file_of({**TREE, 4: b"(old)"}), {4: b"(new)"}, stream=stream)
        assert open_source(data, "a.pdf").body(4) == b"(new)"


def test_references_are_followed() -> None:
    source = opened({1: b"2 0 R", 2: b"<</A[1 2]>>", 3: b"[4 0 R 5]"})
    assert source.value(b"1 0 R") == b"<</A[1 2]>>"
    assert source.dictionary(b"1 0 R") == {b"/A": b"[1 2]"}
    assert source.items(b"3 0 R") == [b"4 0 R", b"5"]
    assert (source.value(None), source.dictionary(b"7"), source.items(b"9 0 R"), source.items(b"7")) == (
        b"null",
        {},
        [],
        [b"7"],
    )


def test_references_that_go_in_a_circle_end() -> None:
    assert opened({1: b"2 0 R", 2: b"1 0 R"}).value(b"1 0 R") in {b"1 0 R", b"2 0 R"}


def test_what_is_no_stream_has_no_content() -> None:
    with pytest.raises(Malformed):
        opened({1: b"<<>>"}).content(1)


def test_an_encrypted_file_is_read_with_its_password_only() -> None:
    locked = changed(numbered(1), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    source = open_source(locked, "a.pdf", WORD)
    assert len(source.reader.pages) == 1
    for given, message in (("", "is needed"), ("no", "does not open it")):
        with pytest.raises(FaultsFound, match=rf"a\.pdf is encrypted, and the password {message}"):
            open_source(locked, "a.pdf", given)


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(FaultsFound, match=r"a\.txt is not a PDF file"):
        open_source(b"text", "a.txt")


def test_what_is_broken_beyond_use_is_said() -> None:
    with pytest.raises(FaultsFound, match="is damaged or incomplete: "):
        open_source(b"%PDF-1.7\n", "a.pdf")


def test_a_file_with_wrong_offsets_is_repaired() -> None:
    data = raw_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0/Kids[]>>"})
    shifted = data.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%shifted\n")
    assert open_source(shifted, "a.pdf").dictionary(b"1 0 R")[b"/Pages"] == b"2 0 R"
