"""What is written reads back, by us, by pypdf and by qpdf."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader
from tests.bind.held import Held

from guidepress.cos import Malformed, Ref, Stream, open_file
from guidepress.cos.writer import Writer, fingerprint


def written(*, packed: bool) -> bytes:
    out = io.BytesIO()
    writer = Writer(out, packed=packed)
    root, pages, page, gap = (writer.reserve() for _ in range(4))
    writer.put(page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 5 0 R>>" % pages)
    assert writer.add_stream(b"/Note(x)", b"q Q") == gap + 1
    numbers = [writer.reserve() for _ in range(450)]
    writer.put(pages, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    for number in range(450):
        writer.put(numbers[number], b"[%d]" % number)
    writer.put(root, b"<</Type/Catalog/Pages %d 0 R/Gap %d 0 R>>" % (pages, gap), tag=True)
    writer.close(root, writer.add(b"<</Title(t)>>"))
    assert writer.written == len(out.getvalue())
    return out.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_reads_back(packed: bool) -> None:  # noqa: FBT001
    data = written(packed=packed)
    file = open_file(data, "a.pdf")
    assert [file.get(Ref(6 + number)) for number in range(450)] == [[number] for number in range(450)]
    assert file.get(file.root["Gap"]) is None
    assert isinstance(file.get(Ref(5)), Stream)
    assert file.content(Ref(5)) == b"q Q"
    assert not file.repairs
    assert len(PdfReader(io.BytesIO(data), strict=True).pages) == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert not pdf.check_pdf_syntax()


def test_a_file_of_pdf_1_4_has_no_object_streams() -> None:
    data = written(packed=False)
    assert data.startswith(b"%PDF-1.4")
    assert b"ObjStm" not in data
    assert b"/XRef" not in data
    assert len(data) > 3 * len(written(packed=True))


def test_the_same_objects_make_the_same_bytes() -> None:
    assert written(packed=True) == written(packed=True)


def test_an_object_is_written_once() -> None:
    writer = Writer(io.BytesIO())
    number = writer.add(b"1")
    with pytest.raises(Malformed, match="twice"):
        writer.put(number, b"2")


def test_a_fingerprint_tells_a_stream_from_its_dictionary() -> None:
    prints = {
        fingerprint(b"a", None),
        fingerprint(b"a", b""),
        fingerprint(b"a", b"b"),
        fingerprint(b"ab", None),
    }
    assert len(prints) == 4


def test_what_is_written_is_found_under_its_number() -> None:
    held = Held()
    later = held.sink.reserve()
    assert held.sink.add(b"<</A 1>>") == 2
    assert held.sink.add(b"<</Length 3>>", b"abc") == 3
    held.sink.put(later, b"(late)")
    source = held.read()
    assert [source.raw(number) for number in (1, 2, 3)] == [
        (b"(late)", None),
        (b"<</A 1>>", None),
        (b"<</Length 3>>", b"abc"),
    ]


def test_a_number_that_is_never_written_is_null() -> None:
    held = Held()
    number = held.sink.reserve()
    assert held.read().raw(number).body == b"null"


def test_a_stream_is_deflated_and_comes_back_whole() -> None:
    held = Held()
    number = held.sink.add_stream(b"/N 3", b"word " * 1000)
    file = held.read()
    assert file.dictionary(Ref(number))["N"] == 3
    assert file.content(Ref(number)) == b"word " * 1000


def test_objects_go_together_two_hundred_at_a_time_and_tags_by_themselves() -> None:
    held = Held()
    for number in range(201):
        held.sink.add(b"%d" % number)
    tag = held.sink.reserve()
    held.sink.put(tag, b"/Tag", tag=True)
    groups = PdfReader(io.BytesIO(held.close())).xref_objStm
    assert {groups[number][0] for number in range(1, 201)} == {
        201
    }  # the group takes the next number when it is full
    assert groups[202][0] != 201
    assert groups[tag][0] not in {201, groups[202][0]}


@pytest.mark.parametrize(
    ("body", "apart"),
    [
        (b"<</Type/Font/Subtype/Type0>>", True),
        (b"<< /Subtype /Type0 /Type /Font >>", True),
        (b"<</Type/FontDescriptor>>", False),
        (b"<</Type/Page/Resources<</Font 9 0 R>>>>", False),
    ],
)
def test_fonts_go_together_so_that_who_asks_for_them_inflates_nothing_else(
    body: bytes,
    apart: bool,  # noqa: FBT001
) -> None:
    held = Held()
    other, number = held.sink.add(b"<</Other 1>>"), held.sink.add(body)
    groups = PdfReader(io.BytesIO(held.close())).xref_objStm
    assert (groups[number][0] != groups[other][0]) is apart


def test_nothing_is_written_twice() -> None:
    held = Held()
    number = held.sink.add(b"<</Length 1>>", b"a")
    with pytest.raises(Malformed):
        held.sink.put(number, b"<</Length 1>>", b"b")


def test_the_identifier_is_a_hash_of_all_that_was_written() -> None:
    files = []
    for word in (b"one", b"one", b"two"):
        held = Held()
        held.sink.add(b"(%b)" % word)
        files.append(held.close())
        assert held.sink.written == len(files[-1])
    assert files[0] == files[1]
    first, other = (data.partition(b"/ID[")[2][:68] for data in files[1:])
    assert first[:34] == first[34:]  # 32 digits in brackets, twice
    assert first != other


def test_objects_lie_by_themselves_and_are_found() -> None:
    held = Held(packed=False)
    later = held.sink.reserve()
    held.sink.add(b"<</Length 3>>", b"abc")
    held.sink.put(later, b"(late)", tag=True)
    data = held.close()
    assert data.startswith(b"%PDF-1.4\n")
    assert b"2 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n1 0 obj\n(late)\nendobj\n" in data
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data
    assert held.sink.written == len(data)


def test_the_table_says_where_each_object_begins_and_links_the_free_ones() -> None:
    held = Held(packed=False)
    held.sink.reserve()
    number = held.sink.add(b"null")
    held.sink.reserve()
    data = held.close()
    rows = data.partition(b"xref\n0 6\n")[2].splitlines(keepends=True)[:6]
    assert {len(row) for row in rows} == {20}
    # 0 leads to 1, the next that is free, 1 to 3, and 3, the last, to 0.
    assert [rows[free] for free in (0, 1, 3)] == [
        b"0000000001 65535 f \n",
        b"0000000003 00000 f \n",
        b"0000000000 00000 f \n",
    ]
    assert rows[number] == b"%010d 00000 n \n" % data.index(b"2 0 obj")


def test_the_trailer_says_how_many_numbers_there_are() -> None:
    held = Held(packed=False)
    held.sink.add(b"null")
    # Number 0, the object, catalog and information: 4.
    assert b"trailer\n<</Size 4/Root 2 0 R/Info 3 0 R/ID[" in held.close()
