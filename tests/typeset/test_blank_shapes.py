"""What is drawn where a blank is: a rule under the line, a box as tall as capitals, a tick, a ring."""

from __future__ import annotations

import pytest
from tests.typeset.reading import read
from tests.typeset.specimen import FAMILIES

from guidepress.base.colour import BLACK, Colour
from guidepress.document.inlines import Blank, Look, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, set_line
from guidepress.typeset.blank_shapes import blank_shapes

FONTS = Fonts(FAMILIES)
STYLE = Style("question", align="left", protrude=False, expand=0, size=10_000, leading=14_000)
RED = Colour(165, 52, 27)


def test_a_rule_lies_under_the_line() -> None:
    """10 pt × 0.14 = 1.4 pt."""
    (rule,) = blank_shapes("rule", 2000, 30_000, 10_000, BLACK)
    assert rule.path == (("m", (2000, 1400)), ("l", (32_000, 1400)))


def test_a_box_stands_in_the_middle_of_its_blank_and_is_ticked_where_it_is_right() -> None:
    """10 pt × 0.72 = 7.2 pt, (9 - 7.2) / 2 = 0.9 pt at either side, 10 pt × 0.05 = 0.5 pt below the line."""
    (box,) = blank_shapes("box", 0, 9000, 10_000, BLACK)
    assert box.path == (("r", (900, 500 - 7200, 7200, 7200)),)
    ticked, tick = blank_shapes("ticked", 0, 9000, 10_000, BLACK)
    assert ticked == box
    # It ends in the upper right, beyond the box: 0.9 + 7.2 × 0.95 = 7.74 pt, 0.5 - 7.2 × 1.05 = -7.06 pt.
    assert tick.path[-1] == ("l", (7740, -7060))


@pytest.mark.parametrize(("width", "radius"), [(6000, 3300 + 2600), (12_000, 6000 + 2600)])
def test_a_ring_goes_round_a_capital_or_a_wider_word(width: int, radius: int) -> None:
    """Half of 10 pt × 0.66, or half of the width, and 10 pt × 0.26 around it."""
    (ring,) = blank_shapes("ring", 0, width, 10_000, BLACK)
    xs = [x for _, values in ring.path for x in values[::2]]
    assert (min(xs), max(xs)) == (width // 2 - radius, width // 2 + radius)


def test_a_ringed_letter_stands_where_it_would_and_says_that_it_is_right() -> None:
    look = Look(strong=True, colour=RED)
    plain = set_line((Text("B", look), Text(" Tom")), STYLE, FONTS)
    ringed = set_line((Blank(0, "B ✓", "B", look, "ring"), Text(" Tom")), STYLE, FONTS)
    assert [(run.x, run.width) for run in ringed.runs] == [(run.x, run.width) for run in plain.runs]
    assert read(ringed) == "B ✓ Tom"
    assert [shape.stroke for shape in ringed.shapes] == [RED]
