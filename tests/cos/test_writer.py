"""What is written reads back, by us, by pypdf and by qpdf."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

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
