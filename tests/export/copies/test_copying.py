"""What a copy adds to a page: behind a code and its lines a plate of white, no larger than they need."""

from __future__ import annotations

from guidepress.export.copies.copying import _plate
from guidepress.export.copies.places import CodePlace
from guidepress.page.items import Shape


def test_the_plate_keeps_the_quiet_zone_round_the_code_and_ends_with_the_lines_beside_it() -> None:
    """21 mpt a side: 4 modules of white. What a cover says just below the lines stays uncovered."""
    frame = _plate(CodePlace(x=500, y=100, size=21, text=(490, 90), baseline=114, height=21))
    assert (frame.x, frame.y) == (490 - 90 - 2, 100 - 4)
    boxes = [
        path[1] for shape in frame.items if isinstance(shape, Shape) for path in shape.path if path[0] == "r"
    ]
    # To the zone's left edge at 496, and down to 121; then the code's zone of 21 + 2 x 4.
    assert boxes == [(0, 0, 98, 25), (98, 0, 29, 29)]
