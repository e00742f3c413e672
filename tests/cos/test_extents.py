"""Objects are cut out of a file as they lie."""

from __future__ import annotations

import io

import pypdf
import pytest
from tests.pdf.conftest import Hand

from guidepress.cos import Malformed, open_file
from guidepress.cos.extents import extents
from guidepress.cos.writer import Writer
from guidepress.pdf import write_pdf


def test_each_object_reaches_from_its_number_to_the_next_object() -> None:
    data = write_pdf(Hand().text_book(Hand().run("a")))
    found = extents(data)
    assert list(found) == open_file(data, "it").numbers()
    assert all(body.startswith(b"%d 0 obj\n" % number) for number, body in found.items())
    assert all(body.endswith(b"endobj\n") for body in found.values())
    # All objects together are the file from the first object to its table.
    assert b"".join(found.values()) == data[data.index(b"1 0 obj") : data.index(b"\nxref\n") + 1]


def test_objects_within_streams_are_refused() -> None:
    out = io.BytesIO()
    writer = Writer(out)
    catalog, pages = writer.reserve(), writer.reserve()
    writer.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    writer.put(pages, b"<</Type/Pages/Kids[]/Count 0>>")
    writer.close(catalog, 0)
    assert pypdf.PdfReader(io.BytesIO(out.getvalue())).trailer["/Size"]
    with pytest.raises(Malformed, match="lie in streams"):
        extents(out.getvalue())
