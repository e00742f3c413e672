"""Objects become a file."""

from __future__ import annotations

import marshal
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.pdf.everything import everything
from tests.pdf.helpers import open_pdf

from guidepress.pdf import write_pdf
from guidepress.pdf.emit import emit
from guidepress.pdf.lower import lower

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


def test_objects_can_be_marshalled_to_another_process(hand: Hand, tmp_path: Path) -> None:
    objects = lower(everything(hand, tmp_path))
    assert emit(marshal.loads(marshal.dumps(objects))) == emit(objects)  # noqa: S302 - dumped in this very line


def test_the_identifier_follows_the_content(hand: Hand) -> None:
    first, second = (open_pdf(write_pdf(hand.text_book(hand.run(text)))) for text in ("a", "b"))
    ids: Any = first.trailer["/ID"]
    assert ids[0] == ids[1]
    assert ids != second.trailer["/ID"]


def test_the_file_is_laid_out_as_pdf_a_asks(hand: Hand) -> None:
    data = write_pdf(hand.text_book(hand.run("a")))
    assert data.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in data[10:14])  # ISO 19005-2, 6.1.2
    assert data.endswith(b"%%EOF\n")
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(streams) == 5  # page, font, ToUnicode, metadata, output intent
    for match in streams:
        end = match.end() + int(match[1])
        assert data[end : end + 11] == b"\nendstream\n"


def test_a_file_of_pdf_2_has_no_information_dictionary(hand: Hand) -> None:
    data = write_pdf(hand.text_book(hand.run("a")), ("ua2", "4"))
    opened = open_pdf(data)
    root: Any = opened.root_object
    assert data.startswith(b"%PDF-2.0\n%")
    assert "/Info" not in opened.trailer
    assert root["/Version"] == "/2.0"
