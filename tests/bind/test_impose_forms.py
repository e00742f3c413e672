"""Pages become forms, with what is printed of their annotations."""

from __future__ import annotations

import re
import tracemalloc
import zlib
from typing import Any

import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from tests.bind.packs import page_file
from tests.bind.sheets import box, changed, dark, numbered, texts
from tests.cos.making import TREE, file_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.limits import PAGE_BYTES
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job


def test_filled_fields_are_printed_and_links_are_not() -> None:
    def annotate(index: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        if index:
            return
        look = DecodedStreamObject()
        look.set_data(b"0 g 0 0 10 10 re f")
        look.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): box(0, 0, 10, 10)})
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/F"): NumberObject(4),
                NameObject("/Rect"): box(100, 100, 140, 140),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): page.pdf._add_object(look)}),
            }
        )
        link = DictionaryObject(
            {NameObject("/Subtype"): NameObject("/Link"), NameObject("/Rect"): box(0, 0, 9, 9)}
        )
        page[NameObject("/Annots")] = type(box())([field, link])

    made = impose(changed(numbered(2), annotate), Job("up", up=2))
    points = dark(made.pdf)
    # 40 by 40 points, 100 from the left and the bottom of the left page.
    assert {(101, 400 - 101), (138, 400 - 138)} <= points
    assert (145, 400 - 120) not in points


def test_content_in_several_streams_is_joined() -> None:
    def split(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        data = page["/Contents"].get_data()
        cut = data.index(b"BT")
        parts = []
        for part in (data[:cut], data[cut:]):
            piece = DecodedStreamObject()
            piece.set_data(part)
            parts.append(page.pdf._add_object(piece))
        page[NameObject("/Contents")] = type(box())(parts)

    made = impose(changed(numbered(2), split), Job("up", up=2)).pdf
    assert re.sub(r"\s+", " ", texts(made)[0]) == "page 1 page 2"


def repeated(count: int, size: int) -> bytes:
    """A page that names one stream of blanks so many times."""
    data = zlib.compress(b" " * size)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data)
    return page_file(page=b"/Contents[%b]" % (b"4 0 R " * count), more={4: stream})


def test_a_page_that_names_one_stream_two_thousand_times_costs_the_memory_of_a_few() -> None:
    """50 times a megabyte are joined, 2,000 times are more than a page may hold; neither lies in memory at once."""
    for count, code in ((50, ""), (2_000, "page-too-large")):
        data, found = repeated(count, 1_000_000), ""
        tracemalloc.start()
        try:
            impose(data, Job("up", up=2))
        except FaultsFound as faults:
            found = faults.diagnostics[0].code
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == code
        assert peak < 20_000_000


def test_the_content_of_a_page_may_have_so_many_bytes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten streams of 99 bytes and nine line ends between them are 999."""
    assert PAGE_BYTES == 100_000_000
    monkeypatch.setattr("guidepress.bind.impose_forms.PAGE_BYTES", 999)
    impose(repeated(10, 99), Job("up", up=2))
    monkeypatch.setattr("guidepress.bind.impose_forms.PAGE_BYTES", 998)
    with pytest.raises(FaultsFound, match="has more than 998 bytes of content"):
        impose(repeated(10, 99), Job("up", up=2))


def annotated(annotations: bytes, more: dict[int, bytes] | None = None) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Annots[%b]>>" % annotations
    return file_of({**TREE, 3: page, **(more or {})})


def test_what_prints_but_cannot_be_shown_is_named_with_its_page() -> None:
    pdf = annotated(b"<</Subtype/Ink/F 4/Rect[0 0 9 9]>>" * 2 + b"<</Subtype/Link/F 4/Rect[0 0 9 9]>>")
    (warning,) = impose(pdf, Job("up"), file="a.pdf").diagnostics
    assert (
        warning.message
        == "Page 1 of a.pdf has annotations without an appearance, which are not drawn: 2 Ink."
    )


def test_what_is_not_meant_to_be_printed_is_said_once() -> None:
    pdf = annotated(b"<</Subtype/Text/Rect[0 0 9 9]>>" * 3 + b"<</Subtype/Link/Rect[0 0 9 9]>>")
    (warning,) = impose(pdf, Job("up"), file="a.pdf").diagnostics
    assert warning.code == "not-printed"
    assert warning.message.endswith("are not on the sheets: 3 Text.")


def test_what_leads_through_the_file_is_left_behind_and_said() -> None:
    made = impose(numbered(2), Job("up"))
    assert made.left_behind == ("3 structure elements", "2 page labels")  # the document and two paragraphs
    assert made.diagnostics == ()


def test_nul_is_white_space_and_filters_may_be_abbreviated() -> None:
    # "0 0 50 50 re f" as hexadecimal digits.
    page = b"<</Type/Page\0/Parent 2 0 R\0/MediaBox[0\0 0 300 200]/Contents\0 4 0 R>>"
    content = b"0 0 50 50 re f".hex().encode() + b">"
    stream = b"<</Filter/AHx/Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    pdf = file_of({**TREE, 3: page, 4: stream})
    assert (25, 175) in dark(impose(pdf, Job("up")).pdf)
