"""A file's objects are found and read, whatever stands between them."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cos.making import PAGE, TREE, file_of, packed, revised
from tests.examples import so_many

from guidepress.base.diagnostics import FaultsFound
from guidepress.cos import Malformed, Name, Raw, Ref, Stream, open_file
from guidepress.cos.pages import pages_of


def test_an_object_comes_as_bytes_and_as_values() -> None:
    file = open_file(file_of({**TREE, 4: b"<</A 1/B[2 0 R]>>"}), "a.pdf")
    assert file.raw(4) == Raw(b"<</A 1/B[2 0 R]>>")
    assert file.get(Ref(4)) == {"A": 1, "B": [Ref(2)]}
    assert file.numbers() == [1, 2, 3, 4]
    assert file.root["Pages"] == Ref(2)


def test_an_object_that_is_missing_is_null() -> None:
    file = open_file(file_of(TREE), "a.pdf")
    assert (file.raw(77), file.get(Ref(77))) == (Raw(b"null"), None)


def test_what_is_not_plain_is_written_plainly() -> None:
    file = open_file(file_of({**TREE, 4: b"% note\n<</A#41%x\n1\x00/B(endobj)>>"}), "a.pdf")
    assert file.raw(4) == Raw(b"<</AA 1/B(endobj)>>")


def test_a_name_that_holds_the_word_stream_is_no_stream() -> None:
    data = file_of({**TREE, 4: b"<</Downstream 1>>", 5: b"<</Length 2>>\nstream\nab\nendstream"})
    file = open_file(data, "a.pdf")
    assert file.raw(4) == Raw(b"<</Downstream 1>>")
    assert file.raw(5) == Raw(b"<</Length 2>>", b"ab")


def test_the_first_versions_know_no_escapes_in_names() -> None:
    file = open_file(file_of({**TREE, 4: b"/A#41"}, head=b"%PDF-1.1\n"), "a.pdf")
    assert file.get(Ref(4)) == Name("A#41")
    assert file.raw(4) == Raw(b"/A#2341")


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("second", [False, True])
def test_the_newest_revision_wins(first: bool, second: bool) -> None:  # noqa: FBT001
    data = file_of({**TREE, 4: b"(oldest)"})
    data = revised(data, {4: b"(older)"}, stream=first)
    file = open_file(revised(data, {4: b"(newest)"}, stream=second), "a.pdf")
    assert file.get(Ref(4)) == b"newest"
    assert not file.repairs


def test_an_object_in_an_object_stream_gives_way_to_a_newer_one_in_a_table() -> None:
    data = file_of({**TREE, 5: packed({4: b"(older)"})})
    data = revised(data, {}, stream=False)
    file = open_file(revised(data, {4: b"(newest)"}, stream=False), "a.pdf")
    assert file.get(Ref(4)) == b"newest"


def test_objects_of_object_streams_may_be_parted_by_comments() -> None:
    group = packed({4: b"<</A 1>>", 6: b"[4 0 R]"}, gap=b"\n%% Original object ID: 4 0\n")
    rows = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(3, "big") + rank.to_bytes(1, "big")
        for kind, where, rank in [(2, 5, 0), (2, 5, 1)]
    )
    old = file_of({**TREE, 5: group})
    before = int(old.rpartition(b"startxref\n")[2].split()[0])
    stream = b"98 0 obj\n<</Type/XRef/Size 99/W[1 3 1]/Index[4 1 6 1]/Root 1 0 R/Prev %d/Length %d>>\nstream\n%b\nendstream\nendobj\n"
    data = old + stream % (before, len(rows), rows) + b"startxref\n%d\n%%%%EOF" % len(old)
    file = open_file(data, "a.pdf")
    assert (file.get(Ref(4)), file.get(Ref(6))) == ({"A": 1}, [Ref(4)])


def test_a_hybrid_file_shows_what_its_table_hides() -> None:
    body = file_of({**TREE, 5: packed({4: b"(hidden)"})})
    head = body[: body.rindex(b"xref\n0 1")]
    rows = b"\x02\x00\x05\x00"
    beside = (
        b"7 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Index[4 1]/Length 4>>\nstream\n%b\nendstream\nendobj\n" % rows
    )
    table = body[body.rindex(b"xref\n0 1") :].partition(b"trailer")[0]
    data = head + beside + table + b"4 1\n0000000000 00000 f \n"
    data += b"trailer\n<</Root 1 0 R/Size 9/XRefStm %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(head),
        len(head + beside),
    )
    assert open_file(data, "a.pdf").get(Ref(4)) == b"hidden"


def test_a_table_that_is_shorter_than_it_says_is_not_believed() -> None:
    data = file_of({**TREE, 4: b"(here)"})
    data = data.replace(b"3 1\n", b"3 2\n").replace(b"4 1\n%010d 00000 n \n" % data.index(b"4 0 obj"), b"")
    file = open_file(data, "a.pdf")
    assert file.get(Ref(4)) == b"here"
    assert file.repairs == ["a cross-reference table is shorter than it says"]


def test_a_section_that_names_itself_as_the_one_before_is_not_believed() -> None:
    new = revised(file_of({**TREE, 4: b"(old)"}), {5: b"(new)"}, stream=False)
    at = new.rpartition(b"startxref\n")[2].split()[0]
    file = open_file(re.sub(rb"/Prev \d+", b"/Prev " + at, new), "a.pdf")
    assert (file.get(Ref(4)), file.get(Ref(5))) == (b"old", b"new")
    assert file.repairs == ["its revisions go in a circle"]


def test_a_section_that_names_the_one_before_by_an_object_is_not_believed() -> None:
    old = file_of({**TREE, 4: b"(old)"})
    new = revised(old, {5: b"%d" % int(old.rpartition(b"startxref\n")[2].split()[0])}, stream=False)
    file = open_file(re.sub(rb"/Prev \d+", b"/Prev 5 0 R", new), "a.pdf")
    assert file.get(Ref(4)) == b"old"
    assert file.repairs == ["it does not say plainly where its older objects lie"]


def test_an_object_that_was_deleted_does_not_come_back() -> None:
    old = file_of({**TREE, 4: b"(deleted)"})
    before = int(old.rpartition(b"startxref\n")[2].split()[0])
    data = (
        old
        + b"xref\n4 1\n0000000000 00001 f \ntrailer\n<</Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF"
        % (
            before,
            len(old),
        )
    )
    assert open_file(data, "a.pdf").get(Ref(4)) is None


@pytest.mark.parametrize("length", [b"5", b"4", b"9999", b"9" * 19, b"8 0 R", b"(x)", b"-1"])
def test_a_stream_whose_length_is_wrong_ends_at_endstream(length: bytes) -> None:
    text = b"<</Length %b>>\nstream\nabc%%(endobj\nendstream" % length
    file = open_file(file_of({**TREE, 4: text}), "a.pdf")
    assert file.get(Ref(4)) == Stream({"Length": file.get(Ref(4)).entries["Length"]}, b"abc%(endobj")  # type: ignore[union-attr]
    assert file.repairs == ["the length of stream 4 is wrong"]


def test_an_offset_that_no_machine_counts_to_is_wrong_like_others() -> None:
    data = file_of({**TREE, 4: b"(here)"})
    rows = b"\1" + b"\xff" * 8 + b"\0"
    stream = b"98 0 obj\n<</Type/XRef/Size 99/W[1 8 1]/Index[4 1]/Root 1 0 R/Prev %d/Length 10>>\nstream\n%b\nendstream\nendobj\n"
    before = int(data.rpartition(b"startxref\n")[2].split()[0])
    far = data + stream % (before, rows) + b"startxref\n%d\n%%%%EOF" % len(data)
    assert open_file(far, "a.pdf").get(Ref(4)) == b"here"
    for key in (b"/Prev", b"/XRefStm"):
        wrong = data.replace(b"/Size 99", b"/Size 99%b %b" % (key, b"9" * 20))
        assert open_file(wrong, "a.pdf").get(Ref(4)) == b"here"


def test_the_length_of_a_stream_may_be_indirect() -> None:
    file = open_file(file_of({**TREE, 4: b"<</Length 5 0 R>>stream\r\nabc\nendstream", 5: b"3"}), "a.pdf")
    assert file.raw(4) == Raw(b"<</Length 5 0 R>>", b"abc")
    assert not file.repairs


def test_bytes_before_the_header_may_be_counted_or_not() -> None:
    data = file_of({**TREE, 4: b"(here)"})
    assert open_file(b"\n" * 40 + data, "a.pdf").get(Ref(4)) == b"here"


@pytest.mark.parametrize("cut", [b"startxref", b"xref\n0 1", b"trailer"])
def test_a_file_without_cross_references_is_looked_through(cut: bytes) -> None:
    data = file_of({**TREE, 4: b"(old)"})
    data = data[: data.rindex(cut)] + b"\n4 0 obj(new)endobj\n"
    file = open_file(data, "a.pdf")
    assert file.get(Ref(4)) == b"new"
    assert file.repairs
    assert [page.number for page in pages_of(file)] == [3]


def test_a_file_whose_offsets_are_wrong_is_looked_through() -> None:
    data = file_of({**TREE, 4: b"(here)"})
    file = open_file(data.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%a line more\n"), "a.pdf")
    assert file.get(Ref(4)) == b"here"
    assert len(pages_of(file)) == 1


def test_a_root_that_is_no_catalog_is_another_object() -> None:
    data = file_of({**TREE, 4: b"<</Title(note)>>"}, trailer=b"/Root 4 0 R/Info 1 0 R")
    file = open_file(data, "a.pdf")
    assert file.trailer["Root"] == Ref(1)
    assert file.repairs == ["its root is missing"]
    assert [page.number for page in pages_of(file)] == [3]


def test_a_file_without_trailer_finds_its_root_in_an_object_stream() -> None:
    data = (
        b"%PDF-1.5\n9 0 obj\n"
        + packed({1: TREE[1], 2: TREE[2]})
        + b"\nendobj\n3 0 obj\n"
        + PAGE
        + b"\nendobj\n"
    )
    assert [page.number for page in pages_of(open_file(data, "a.pdf"))] == [3]


def test_references_in_a_circle_are_said() -> None:
    file = open_file(file_of({**TREE, 4: b"5 0 R", 5: b"4 0 R"}), "a.pdf")
    with pytest.raises(Malformed, match="circle"):
        file.get(Ref(4))


def test_values_come_as_what_is_asked_for() -> None:
    file = open_file(file_of({**TREE, 4: b"[1 2]", 5: b"/X", 6: b"7.5", 7: b"<</A 1>>"}), "a.pdf")
    assert file.array(Ref(4)) == [1, 2]
    assert file.array(Ref(5)) == [Ref(5)]
    assert file.array(None) == []
    assert (file.word(Ref(5)), file.word(Ref(4))) == ("X", "")
    assert (file.integer(Ref(6)), file.integer(Ref(5), -1), file.integer(value=True)) == (7, -1, 0)
    assert (file.number(Ref(6)), file.number(Ref(5), 2.5)) == (7.5, 2.5)
    assert (file.dictionary(Ref(7)), file.dictionary(Ref(4))) == ({"A": 1}, {})


def test_content_is_decoded() -> None:
    data = zlib.compress(b"BT ET")
    text = b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(data), data)
    file = open_file(file_of({**TREE, 4: text}), "a.pdf")
    assert file.content(Ref(4)) == b"BT ET"
    with pytest.raises(Malformed, match="a stream was expected"):
        file.content(Ref(1))


def test_content_that_is_not_coded_as_it_says_is_read_as_it_lies() -> None:
    text = b"<</Filter/FlateDecode/Length 5>>\nstream\nBT ET\nendstream"
    file = open_file(file_of({**TREE, 4: text}), "a.pdf")
    assert file.content(Ref(4)) == b"BT ET"
    assert file.repairs == ["a stream's data is damaged (FlateDecode), and was read as it lies"]


def test_what_is_lost_is_remembered_once() -> None:
    file = open_file(file_of(TREE), "a.pdf")
    file.lose("object 4")
    file.lose("object 4")
    assert (file.losses, file.repairs) == (["object 4"], [])


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("not-a-pdf", b"PK\x03\x04"),
        ("not-a-pdf", b""),
        ("unreadable-pdf", b"%PDF-1.7\n"),
        ("unreadable-pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Font>>\nendobj\n"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(code: str, data: bytes) -> None:
    with pytest.raises(FaultsFound) as caught:
        open_file(data, "a.pdf")
    assert [each.code for each in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("strength", [2, 3, 4, 6])
def test_encrypted_files_are_opened_by_their_password(strength: Literal[2, 3, 4, 6], tmp_path: Path) -> None:
    path = tmp_path / "secret.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Note = pikepdf.String("plain text")
        pdf.Root.Data = pdf.make_stream(b"stream text")
        pdf.save(
            path,
            encryption=pikepdf.Encryption(
                user="u", owner="o", R=strength, aes=strength > 3, metadata=strength > 3
            ),
        )
    data = path.read_bytes()
    file = open_file(data, "secret.pdf", "u")
    assert file.is_encrypted
    assert file.get(file.root["Note"]) == b"plain text"
    assert file.content(file.root["Data"]) == b"stream text"
    for password, word in (("", "is needed"), ("x", "does not open it")):
        with pytest.raises(FaultsFound, match=word):
            open_file(data, "secret.pdf", password)


@settings(max_examples=so_many(300), deadline=None)
@given(st.data())
def test_a_mutated_file_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(file_of({**TREE, 4: packed({6: b"<</A[1 0 R]>>", 7: b"(x)"}), 5: b"<</B(y)/C/D#41>>"}))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        piece = data.draw(
            st.sampled_from([b"<<", b">>", b"(", b"%", b"0 R", b"stream", b"\x00", b"endobj", b"9" * 12])
        )
        raw[at : at + data.draw(st.integers(0, 9))] = piece
    try:
        file = open_file(bytes(raw), "a.pdf")
    except FaultsFound:
        return
    for number in file.numbers():
        try:
            file.get(Ref(number))
            file.raw(number)
        except Malformed:
            continue
