"""In: a PDF and page numbers. Out: one PNG of those pages side by side, as they lie on a table.

    python -m benchmarks.pictures FILE.pdf OUT.png 1 14-15 / 26 30 [dpi]

Pages joined by "-" stand as a spread, "/" starts a new row; needs pypdfium2 and Pillow (the extra `test` has them).
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Spread", "draw", "lay_out", "palette"]

_DESK = (226, 224, 219)
_EDGE = (188, 185, 178)
_GREYS = range(0, 256, 17)
_GREY = 8  # levels between a colour's red, green and blue that no eye sees: a tint so pale must not stand for white

Spread: TypeAlias = "Sequence[Image.Image]"
"""Pages that touch."""


def main(arguments: Sequence[str]) -> int:
    """Draw the picture."""
    source, out, *rest = arguments
    dpi = int(rest.pop()) if rest and rest[-1].isdigit() and int(rest[-1]) >= 40 and len(rest) > 1 else 72
    document = pypdfium2.PdfDocument(source)
    rows: list[list[Spread]] = [[]]
    for word in rest:
        if word == "/":
            rows.append([])
            continue
        first, _, last = word.partition("-")
        rows[-1].append(draw(document, range(int(first), int(last or first) + 1), dpi))
    lay_out(rows).save(out, optimize=True)
    print(out)
    return 0


def draw(document: pypdfium2.PdfDocument, numbers: Iterable[int], dpi: float) -> list[Image.Image]:
    """Render pages, counted from 1, each with a hairline round it."""
    framed = []
    for number in numbers:
        page = document[number - 1].render(scale=dpi / 72).to_pil().convert("RGB")
        framed.append(Image.new("RGB", (page.width + 2, page.height + 2), _EDGE))
        framed[-1].paste(page, (1, 1))
    return framed


def lay_out(rows: Sequence[Sequence[Spread]], gap: int = 28) -> Image.Image:
    """Lay rows of spreads on a desk, `gap` pixels apart; each row stands in the middle."""
    widths = [sum(page.width for spread in row for page in spread) + gap * (len(row) - 1) for row in rows]
    heights = [max(page.height for spread in row for page in spread) for row in rows]
    desk = Image.new("RGB", (max(widths) + 2 * gap, sum(heights) + gap * (len(rows) + 1)), _DESK)
    y = gap
    for row, width, height in zip(rows, widths, heights, strict=True):
        x = (desk.width - width) // 2
        for spread in row:
            for page in spread:
                desk.paste(page, (x, y))
                x += page.width
            x += gap
        y += height + gap
    return desk


def palette(picture: Image.Image, colours: int) -> Image.Image:
    """The picture in few colours, without dither, which would not compress: greys, and what most other points have.

    A page is type on paper and some flat colours; what stands between those are the edges of letters.
    """
    red, green, blue = (channel.tobytes() for channel in picture.split())
    counted = Counter(zip(red, green, blue, strict=True))
    flat = [colour for colour, _ in counted.most_common() if max(colour) - min(colour) > _GREY]
    chosen = [(level, level, level) for level in _GREYS] + flat[: colours - len(_GREYS)]
    table = Image.new("P", (1, 1))
    table.putpalette([value for colour in chosen for value in colour])
    return picture.quantize(palette=table, dither=Image.Dither.NONE)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
