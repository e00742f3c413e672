"""Figures, pictures and answer lines at a place."""

from __future__ import annotations

import pytest
from tests.paginate.stacks import PLAIN, frame, para

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Figure, Label, Lines, Picture
from guidepress.document.inlines import Text
from guidepress.page.items import BACKGROUND, Image
from guidepress.paginate.collect_figures import (
    art_of,
    captioned,
    collect_figure,
    collect_lines,
    collect_picture,
)
from guidepress.paginate.pieces import Close, Open, Ruled
from guidepress.paginate.place import CollectingPlace
from guidepress.paginate.tree import Tree

PLACE = CollectingPlace(1000, 90_000, 0)


def test_a_figure_is_centred_in_the_measure() -> None:
    tree = Tree("en")
    made = collect_figure(Figure(Drawing(50_000, 20_000, ()), "A map", PLAIN), PLACE, tree, "fr")
    # (90 - 50) / 2 from the column's edge.
    assert (made.x, made.tag, made.language) == (21_000, 1, "fr")
    assert [(node.role, node.parent, node.alt) for node in tree.nodes[1:]] == [("Figure", 0, "A map")]


def test_a_figure_that_says_nothing_is_decoration() -> None:
    tree = Tree("en")
    assert collect_figure(Figure(Drawing(1, 1, ()), "", PLAIN), PLACE, tree, "en").tag == BACKGROUND
    assert collect_picture(Picture("a", "", 1, 1, PLAIN), PLACE, tree, 280_000).tag == BACKGROUND
    assert len(tree.nodes) == 1


def test_labels_with_a_role_and_pictures_are_elements_of_their_own() -> None:
    tree = Tree("en")
    labels = (Label(0, 0, (Text("a"),), PLAIN, 1), Label(0, 0, (Text("b"),), PLAIN, 1, role="P"))
    drawing = Drawing(1, 1, (), labels, ((Image("a.png", 0, 0, 1, 1), "A face"),))
    made = art_of(drawing, tree.add("Figure", 0), 0, tree, "en")
    assert (made.labels, made.pictures) == ((1, 3), (2,))
    assert [(node.role, node.alt) for node in tree.nodes[2:]] == [("Figure", "A face"), ("P", "")]


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        ((40, 30), (26_000, 40_000, 30_000)),  # a point a pixel: (90 - 40) / 2 from the edge
        ((180, 100), (1000, 90_000, 50_000)),  # half, as wide as the measure
        (
            (100, 400),
            (18_000, 56_000, 224_000),
        ),  # 90 wide it were 360 high; 4/5 of 280 are 224, 90 x 224 / 360
        ((0, 10), (46_000, 0, 0)),
    ],
)
def test_a_picture_is_scaled_down_to_the_page(
    pixels: tuple[int, int], expected: tuple[int, int, int]
) -> None:
    made = collect_picture(Picture("a.png", "A", *pixels, PLAIN), PLACE, Tree("en"), 280_000)
    x, width, height = expected
    assert (made.x, made.width, made.height, made.tag) == (x, width, height, 1)


def test_a_picture_can_be_so_wide_a_part_of_the_text_whatever_its_pixels() -> None:
    """40 % of 90 pt are 36, and (90 - 36) / 2 are 27 from the edge; 30 pixels of 40 are 27 pt."""
    made = collect_picture(Picture("a.png", "A", 40, 30, PLAIN, share=40), PLACE, Tree("en"), 280_000)
    assert (made.x, made.width, made.height) == (28_000, 36_000, 27_000)


def test_a_picture_knows_how_many_pixels_its_resolution_asks_for() -> None:
    """90 pt are 1.25 inches: 375 pixels at 300 an inch."""
    wide = Picture("a.png", "A", 4000, 3000, PLAIN)
    found = [collect_picture(wide, PLACE, Tree("en"), 280_000, resolution=each).most for each in (300, 0)]
    assert found == [375, 0]


def test_answer_lines_are_as_wide_as_the_measure() -> None:
    made = collect_lines(Lines(4, 20_000, PLAIN), PLACE, BLACK)
    assert (made.count, made.pitch, made.x, made.width, made.colour) == (4, 20_000, 1000, 90_000, BLACK)


def test_a_figure_stays_with_its_caption() -> None:
    around, ruled, caption = frame(), Ruled(1, 1, 0, 0, BLACK), para(1)
    style = replace(PLAIN, background=BLACK, padding=9000, indent_left=9000)
    opened, figure, below, closed = captioned(ruled, style, replace(PLACE, box=around), (caption,))  # type: ignore[arg-type]
    assert isinstance(opened, Open)
    assert isinstance(closed, Close)
    assert closed.box is opened.box
    assert (figure, below) == (ruled, caption)
    box = opened.box
    # It keeps them together and draws nothing.
    assert (box.parent, box.x, box.width, box.top, box.decorated) == (around, 1000, 90_000, 0, False)
