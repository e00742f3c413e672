"""How files are written follows from the printer, its ink and what is asked of the files."""

from __future__ import annotations

import pytest
from tests.press.orders import ordered

from guidepress.base.diagnostics import FaultsFound
from guidepress.press.block import boxes_of
from guidepress.press.geometry import cover_geometry
from guidepress.press.inks import FileWish, cover_ink, interior_ink, standard_of


@pytest.mark.parametrize(
    ("name", "ink", "wish", "space", "standard"),
    [
        ("kdp", "black", "", "grey", ""),
        ("kdp", "premium-colour", "", "cmyk", ""),
        ("lulu", "colour", "", "rgb", ""),  # Lulu recommends RGB
        ("lulu", "colour", "x1a", "cmyk", "x1a"),  # which PDF/X-1a forbids
        ("ingramspark", "black", "", "grey", "x1a"),  # the only one that IngramSpark takes
        ("generic", "colour", "x4", "cmyk", "x4"),
    ],
)
def test_the_interior(name: str, ink: str, wish: str, space: str, standard: str) -> None:
    spec = ordered(name, ink=ink, paper="white" if ink != "colour-premium" else "coated")
    made = interior_ink(spec, FileWish(wish), boxes_of(spec, 100))
    assert (made.space, made.standard) == (space, standard)
    assert made.condition == ("CGATS TR 001" if standard else "")


def test_the_cover_is_in_colour_whatever_the_interior_is() -> None:
    spec = ordered("ingramspark")
    made = cover_ink(spec, FileWish(condition="FOGRA39"), cover_geometry(spec, 100))
    assert (made.space, made.standard, made.condition, made.limit) == ("cmyk", "x1a", "FOGRA39", 240)


def test_tints_are_raised_in_black_alone() -> None:
    spec = ordered("kdp")
    assert interior_ink(spec, FileWish(), boxes_of(spec, 100)).least == 10
    assert cover_ink(spec, FileWish(), cover_geometry(spec, 100)).least == 0


def test_boxes_are_measured_from_the_top_of_each_side() -> None:
    spec = ordered("kdp", bleed=True)
    recto, verso = interior_ink(spec, FileWish(), boxes_of(spec, 100)).boxes
    assert recto.trim == (0, 9000, 432_000, 657_000)  # 0.125 in from the top, at the left edge
    assert verso.trim == (9000, 9000, 441_000, 657_000)
    assert recto.bleed == verso.bleed == (0, 0, 441_000, 666_000)
    (cover,) = cover_ink(spec, FileWish(), cover_geometry(spec, 100)).boxes
    assert cover.bleed[:2] == (0, 0)
    assert cover.trim[:2] == (9000, 9000)


@pytest.mark.parametrize(("name", "wish"), [("ingramspark", "plain"), ("kdp", "x4"), ("generic", "x3")])
def test_a_standard_that_the_printer_does_not_take(name: str, wish: str) -> None:
    with pytest.raises(FaultsFound, match=f'takes no files of the standard "{wish}" .* Choose from '):
        standard_of(ordered(name), FileWish(wish))
