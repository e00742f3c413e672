"""Pictures of few colours look like the pages they show."""

from __future__ import annotations

from benchmarks.pictures import palette
from PIL import Image


def test_white_paper_stays_white_beside_the_palest_tint() -> None:
    """The edge of a pattern was chosen among the colours, and took the place of white on the whole page."""
    picture = Image.new("RGB", (40, 40), "white")
    picture.paste((248, 252, 254), (0, 0, 40, 4))
    shown = palette(picture, 96).convert("RGB")
    assert shown.getpixel((20, 30)) == (255, 255, 255)
