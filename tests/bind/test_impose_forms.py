"""Pages become forms, with what is printed of their annotations."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from tests.bind.sheets import (
    box,
    changed,
    dark,
    numbered,
    texts,
)

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
