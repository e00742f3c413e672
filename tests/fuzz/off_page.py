"""In: a PDF that was built. Out: the first text that does not lie on its page, by PDFium, which shares no code with ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

_Box: TypeAlias = "tuple[float, float, float, float]"
"""Left, bottom, right, top; points."""

__all__ = ["off_page"]

_SLACK = 2.0
"""Points: PDFium's boxes of letters are as large as the font says, which may be more than what is drawn."""


def off_page(pdf: bytes) -> str:
    """The page and the place of a text that reaches off its page, "" if there is none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, 1):
            left, bottom, right, top = page.get_mediabox()
            text = page.get_textpage()
            box = left - _SLACK, bottom - _SLACK, right + _SLACK, top + _SLACK
            for at in range(text.count_rects()):
                x, y, end, head = text.get_rect(at)
                if not _within((x, y, end, head), box) and any(_shown_off(text, box)):
                    return f"page {number} at {x:.0f}, {y:.0f} to {end:.0f}, {head:.0f}"
            text.close()
            page.close()
        return ""
    finally:
        document.close()


def _within(one: _Box, box: _Box) -> bool:
    return one[0] >= box[0] and one[1] >= box[1] and one[2] <= box[2] and one[3] <= box[3]


def _shown_off(text: pypdfium2.PdfTextPage, box: _Box) -> Iterator[bool]:
    """Whether each character that shows something reaches off; the space at a line's end does not."""
    for index in range(text.count_chars()):
        if not text.get_text_range(index, 1).isspace():
            yield not _within(text.get_charbox(index, loose=True), box)
