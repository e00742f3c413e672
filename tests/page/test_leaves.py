"""A code is drawn as one shape: a rectangle for each run of dark modules, edges on the same lines in all rows."""

from __future__ import annotations

from guidepress.page.items import ARTIFACT, Shape
from guidepress.page.leaves import CodeSymbol, symbol_frame


def test_runs_of_dark_modules_are_rectangles() -> None:
    frame = symbol_frame(CodeSymbol((0b110, 0b001, 0b101), 50, 60, 10))
    (shape,) = frame.items
    assert isinstance(shape, Shape)
    assert (frame.x, frame.y, frame.tag) == (50, 60, ARTIFACT)
    # Three modules in 10 have their edges at 0, 3, 6, 10.
    assert shape.path == (
        ("r", (0, 0, 6, 3)),
        ("r", (6, 3, 4, 3)),
        ("r", (0, 6, 3, 4)),
        ("r", (6, 6, 4, 4)),
    )
