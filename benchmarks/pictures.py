"""In: a PDF and page numbers. Out: one PNG of those pages side by side, as they lie on a table.

    python -m benchmarks.pictures FILE.pdf OUT.png 1 14-15 30 [dpi]

Pages joined by "-" stand as a spread; needs pypdfium2 and Pillow (the extra `test` has them).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESK = (226, 224, 219)
_EDGE = (188, 185, 178)
_GAP = 28


def main(arguments: Sequence[str]) -> int:
    """Draw the picture."""
    source, out, *rest = arguments
    dpi = int(rest.pop()) if rest and rest[-1].isdigit() and int(rest[-1]) >= 40 and len(rest) > 1 else 72
    document = pypdfium2.PdfDocument(source)
    groups = [
        [_draw(document, number - 1, dpi) for number in range(int(first), int(last or first) + 1)]
        for first, _, last in (word.partition("-") for word in rest)
    ]
    _lay_out(groups).save(out, optimize=True)
    print(out)
    return 0


def _draw(document: pypdfium2.PdfDocument, index: int, dpi: int) -> Image.Image:
    page = document[index].render(scale=dpi / 72).to_pil().convert("RGB")
    framed = Image.new("RGB", (page.width + 2, page.height + 2), _EDGE)
    framed.paste(page, (1, 1))
    return framed


def _lay_out(groups: list[list[Image.Image]]) -> Image.Image:
    width = sum(page.width for group in groups for page in group) + _GAP * (len(groups) + 1)
    height = max(page.height for group in groups for page in group) + 2 * _GAP
    desk = Image.new("RGB", (width, height), _DESK)
    x = _GAP
    for group in groups:
        for page in group:
            desk.paste(page, (x, _GAP))
            x += page.width
        x += _GAP
    return desk


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
