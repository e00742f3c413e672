"""The line beside the marks."""

from __future__ import annotations

from tests.bind.sheets import (
    numbered,
    texts,
)

from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job, PrinterMarks
from guidepress.verify.verify import verify

ALL = frozenset({"trim", "fold", "register"})


def test_the_slug_names_file_sheet_side_and_flip() -> None:
    pdf = impose(numbered(8), Job(flip="short", slug="guide.pdf", marks=PrinterMarks(ALL))).pdf
    assert "guide.pdf · saddle · sheet 1 of 2, front, flip on short edge" in texts(pdf)[0]
    assert "guide.pdf · saddle · sheet 2 of 2, back, flip on short edge" in texts(pdf)[3]
    assert verify(pdf).diagnostics == ()  # its font is embedded, with a ToUnicode map


def test_a_long_name_is_shortened_in_its_middle() -> None:
    pdf = impose(numbered(4), Job(slug="a-very-" + "long-" * 20 + "name.pdf")).pdf
    text = texts(pdf)[0]
    assert "…" in text
    assert "sheet 1 of 1" in text
