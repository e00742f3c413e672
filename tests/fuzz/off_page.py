"""In: a PDF that was built. Out: the first text that does not lie on its page, by PDFium, which shares no code with ours."""

from __future__ import annotations

import pypdfium2

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
            for at in range(text.count_rects()):
                x, y, end, head = text.get_rect(at)
                if x < left - _SLACK or y < bottom - _SLACK or end > right + _SLACK or head > top + _SLACK:
                    return f"page {number} at {x:.0f}, {y:.0f} to {end:.0f}, {head:.0f}"
            text.close()
            page.close()
        return ""
    finally:
        document.close()
