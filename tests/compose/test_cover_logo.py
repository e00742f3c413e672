"""A layout's logo stands on the cover clear of stripes and words, with its text for readers who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import context_of

from guidepress.base.record import replace
from guidepress.compose.cover import cover
from guidepress.compose.cover_face import CoverFace
from guidepress.compose.cover_logo import cover_logo
from guidepress.layout.model import Logo

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout

OWL = Logo("owl.png", "An owl", cover_height=40_000, path="/owl.png", pixel_width=200, pixel_height=100)


def test_at_the_foot_it_stands_at_the_right_and_takes_its_width_from_the_words(
    guide: Guide, layout: Layout
) -> None:
    signed = replace(layout, logo=OWL)
    drawing = cover(guide, context_of(guide, signed))
    ((image, alt),) = drawing.pictures
    face = CoverFace(drawing.width, drawing.height)
    assert (alt, image.width, image.height) == ("An owl", 80_000, 40_000)  # twice as wide as high
    assert image.x + image.width == face.left + face.measure
    assert image.y + image.height <= drawing.height - 14_000
    words = [label for label in drawing.labels if label.y > face.shelf_foot]
    edges = [label.x if label.align == "right" else label.x + label.measure for label in words]
    assert max(edges) <= image.x - 12_000
    stripes = [
        numbers[1] + numbers[3] for shape in drawing.shapes[1:] for op, numbers in shape.path if op == "r"
    ]
    assert max(stripes) <= image.y


def test_at_the_top_it_lowers_the_title_strip_by_its_height(guide: Guide, layout: Layout) -> None:
    plain, signed = (
        cover(guide, context_of(guide, replace(layout, logo=logo)))
        for logo in (None, replace(OWL, cover="top"))
    )
    ((image, _),) = signed.pictures
    assert image.y == CoverFace(signed.width, signed.height).side
    assert (
        min(label.y for label in signed.labels) - min(label.y for label in plain.labels) == 50_000
    )  # and 10 of white


@pytest.mark.parametrize("logo", [None, replace(OWL, cover="none")])
def test_no_logo_takes_no_room(guide: Guide, layout: Layout, logo: Logo | None) -> None:
    context = context_of(guide, replace(layout, logo=logo))
    found = cover_logo(context, CoverFace(400_000, 600_000))
    assert (found.pictures, found.taken, found.lowered) == ((), 0, 0)
    assert cover(guide, context) == cover(guide, context_of(guide, replace(layout, logo=None)))


def test_a_broad_logo_is_no_wider_than_the_type(guide: Guide, layout: Layout) -> None:
    broad = replace(OWL, pixel_width=9000)
    face = CoverFace(400_000, 600_000)
    ((image, _),) = cover_logo(context_of(guide, replace(layout, logo=broad)), face).pictures
    assert image.width == face.measure
