"""The file as a whole: the same book gives the same bytes, and lowering needs no ReportLab."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.pdf.everything import everything
from tests.pdf.helpers import open_pdf, text_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Frame
from guidepress.pdf import write_pdf
from guidepress.pdf.emit import emit
from guidepress.pdf.lower import lower
from guidepress.pdf.text import Coders

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand

_SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from guidepress.pdf.lower import lower
objects = lower(everything(Hand(), Path(sys.argv[2])))
assert "reportlab" not in sys.modules
from guidepress.pdf.emit import emit
print(hashlib.sha256(emit(objects)).hexdigest())
"""


def test_the_same_book_gives_the_same_bytes(hand: Hand, tmp_path: Path) -> None:
    book = everything(hand, tmp_path)
    assert write_pdf(book) == write_pdf(book)


def test_bytes_hang_on_no_hash_seed_and_lowering_on_no_reportlab(tmp_path: Path) -> None:
    sums = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(Path(__file__).parents[2]), str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1


def test_what_coders_have_learnt_changes_no_byte(hand: Hand, tmp_path: Path) -> None:
    coders = Coders()
    write_pdf(hand.text_book(hand.run("AX office ax", features="smcp c2sc")), coders=coders)
    book = everything(hand, tmp_path)
    assert write_pdf(book, coders=coders) == write_pdf(book)


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


def test_pages_have_their_boxes_and_tab_order(hand: Hand) -> None:
    page: Any = open_pdf(write_pdf(hand.text_book(hand.run("a")))).pages[0]
    for box in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"):
        assert page[box] == [0, 0, 300, 400]
    assert page["/Tabs"] == "/S"


def test_a_blank_page_is_a_page(hand: Hand) -> None:
    data = write_pdf(hand.book(hand.page(), hand.page(Frame(0, 50_000, (hand.run("a"),), 1), number=2)))
    assert len(open_pdf(data).pages) == 2
    assert text_of(data) == ""


def test_a_clip_is_undone(hand: Hand) -> None:
    inner = Frame(0, 0, (hand.run("in"),), clip=(50_000, 10_000))
    data = write_pdf(hand.book(hand.page(Frame(0, 50_000, (inner, hand.run("out", 0, 14_000)), 1))))
    stream: Any = open_pdf(data).pages[0]["/Contents"]
    operators = stream.get_data().decode("latin-1").splitlines()
    assert operators[:2] == ["q", "0 340 50 10 re W n"]
    kinds = [line.split()[-1] for line in operators if line.split()[-1] in {"q", "Q", "Tf"}]
    assert kinds == ["q", "Tf", "Q", "Tf"]  # the face is chosen anew, since Q forgets it


def test_a_book_with_faults_is_not_written(hand: Hand) -> None:
    book = hand.book(hand.page(Frame(0, 50_000, (hand.run("loose"),))))
    with pytest.raises(FaultsFound, match="The text 'loose' belongs to no structure element"):
        write_pdf(book)
    with pytest.raises(ValueError, match="choose from"):
        write_pdf(book, ("x4",))
