"""Margins, boxes and covers agree with the printers' own worked numbers."""

from __future__ import annotations

import pytest
from tests.press.orders import ordered

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.press.geometry import cover_geometry, interior_boxes, margins, spine_of
from guidepress.press.zone import Zone

INCH = 72_000


def inches(zone: Zone) -> tuple[float, float]:
    """Width and height in inches, to a ten-thousandth."""
    return round(zone.width / INCH, 4), round(zone.height / INCH, 4)


@pytest.mark.parametrize(
    ("paper", "pages", "spine", "cover"),
    [
        ("white", 300, 0.6756, (12.9256, 9.25)),  # 300 x 0.002252; 2 x 6 + 0.6756 + 2 x 0.125
        ("white", 200, 0.4504, (12.7004, 9.25)),  # 200 x 0.002252
        ("cream", 200, 0.5, (12.75, 9.25)),  # 200 x 0.0025
    ],
)
def test_a_paperback_of_kdp(paper: str, pages: int, spine: float, cover: tuple[float, float]) -> None:
    made = cover_geometry(ordered("kdp", paper=paper), pages)
    assert round(made.spine_width / INCH, 4) == spine
    assert inches(made.media) == cover


def test_premium_colour_is_thicker() -> None:
    spec = ordered("kdp", paper="white", ink="premium-colour")
    assert round(spine_of(spec, 200).width / INCH, 4) == 0.4694  # 200 x 0.002347


@pytest.mark.parametrize(
    ("pages", "width"),
    [
        (210, 12.783),  # 210 / 444 + 0.06 = 0.53297; 12 + 0.53297 + 0.25; 920 pt
        (140, 12.6253),  # 140 / 444 + 0.06 = 0.37532
        (112, 12.5623),  # 112 / 444 + 0.06 = 0.31225
    ],
)
def test_a_paperback_of_lulu(pages: int, width: float) -> None:
    made = cover_geometry(ordered("lulu"), pages)
    assert inches(made.media) == (width, 9.25)


def test_lulu_gives_whole_points() -> None:
    media = cover_geometry(ordered("lulu"), 210).media
    assert (round(media.width / 1000), round(media.height / 1000)) == (920, 666)


def test_a_case_of_lulu_is_turned_in() -> None:
    made = cover_geometry(ordered("lulu", binding="case-wrap"), 100)
    # 2 x 6 in + 13 mm + 2 x (0.75 + 0.125) in; 9 + 1.75 in
    assert inches(made.media) == (round(13.75 + 13 / 25.4, 4), 10.75)
    assert inches(made.trim) == (round(13.5 + 13 / 25.4, 4), 10.5)
    assert (made.wrap, made.hinge) == (54_000, 28_800)  # 0.75 in, 0.4 in
    assert made.safe_front.left - made.front.left == made.hinge
    assert made.safe_front.top == made.front.top - 18_000  # 0.25 in


@pytest.mark.parametrize(("pages", "width"), [(84, 6), (85, 13), (799, 52), (800, 54), (900, 54)])
def test_a_stepped_spine(pages: int, width: int) -> None:
    assert spine_of(ordered("lulu", binding="case-wrap"), pages).width == round(width * 72_000 / 25.4)


def test_a_case_of_kdp() -> None:
    made = cover_geometry(ordered("kdp", paper="white", binding="case-wrap"), 100)
    assert inches(made.media) == (14.0012, 10.654)  # 2 x 6 + 0.2252 + 1.776; 9 + 1.654
    assert made.spine_source.grade == "D"


def test_a_coil_has_no_spine_and_bites() -> None:
    made = cover_geometry(ordered("lulu", binding="coil"), 100)
    assert (made.spine_width, inches(made.media)) == (0, (12.25, 9.25))
    assert made.back.right - made.safe_back.right == 22_464  # 0.312 in
    assert made.spine_text_refusal == "The binding Coil bound has no spine."


def test_panels_touch_and_fill_the_trim() -> None:
    made = cover_geometry(ordered("kdp"), 200)
    assert made.back.left == made.trim.left == 9000  # 0.125 in
    assert made.back.right == made.spine.left
    assert made.spine.right == made.front.left
    assert made.front.right == made.trim.right
    assert inches(made.front) == inches(made.back) == (6, 9)


def test_the_barcode_of_kdp_stands_at_the_lower_right_of_the_back() -> None:
    made = cover_geometry(ordered("kdp"), 200)
    assert inches(made.barcode_zone) == (2, 1.2)
    assert made.back.right - made.barcode_zone.right == 18_000  # 0.25 in
    assert made.barcode_zone.bottom - made.back.bottom == 18_000
    assert made.safe_back.holds(made.barcode_zone)


def test_a_barcode_keeps_out_of_a_hinge() -> None:
    made = cover_geometry(ordered("lulu", binding="case-wrap"), 100)
    assert made.safe_back.holds(made.barcode_zone)


@pytest.mark.parametrize(
    ("name", "pages", "allowed", "doubt"),
    [
        ("kdp", 78, False, False),
        ("kdp", 79, True, True),
        ("kdp", 80, True, False),
        ("lulu", 80, False, False),
        ("lulu", 81, True, False),
        ("ingramspark", 47, False, False),
        ("ingramspark", 48, True, False),
    ],
)
def test_thin_spines_bear_no_text(name: str, pages: int, allowed: bool, doubt: bool) -> None:  # noqa: FBT001 - a row
    made = cover_geometry(ordered(name), pages)
    assert (made.spine_text_allowed, bool(made.spine_text_doubt)) == (allowed, doubt)
    assert bool(made.spine_text_refusal) != allowed


def test_the_refusal_says_rule_limit_and_count() -> None:
    assert cover_geometry(ordered("kdp"), 60).spine_text_refusal == (
        "Amazon KDP prints no text on spines of fewer than 79 pages, and this book has 60 "
        "(Several restatements of KDP's guidelines, in agreement, 2026-11-23 [C])."
    )


def test_a_spine_that_is_all_clearance_bears_no_text() -> None:
    made = cover_geometry(ordered("kdp", spine=9000), 100)  # 0.125 in = 2 x 0.0625 in
    assert (
        made.spine_text_refusal
        == "A spine of 9pt has no room for text between 4.5pt kept clear on each side."
    )


@pytest.mark.parametrize(("spine", "clear"), [(25_199, 2250), (25_200, 4500)])  # 0.35 in: 0.03125, 0.0625 in
def test_clearance_grows_with_the_spine(spine: int, clear: int) -> None:
    assert cover_geometry(ordered("ingramspark", spine=spine), 200).spine_clearance == clear


def test_a_paper_without_a_figure_asks_for_the_spine() -> None:
    spec = ordered("kdp", paper="groundwood")
    with pytest.raises(FaultsFound, match='publishes no thickness of its paper "groundwood"'):
        cover_geometry(spec, 100)
    given = spine_of(replace(spec, spine=20_000), 100)
    assert (given.width, given.given) == (20_000, True)


@pytest.mark.parametrize(
    ("pages", "inside"),
    [(24, 0.375), (150, 0.375), (151, 0.5), (300, 0.5), (301, 0.625), (501, 0.75), (701, 0.875)],
)
def test_the_gutter_of_kdp_widens_with_the_count(pages: int, inside: float) -> None:
    assert margins(ordered("kdp"), pages).inside == inside * INCH


def test_margins_with_bleed_are_wider() -> None:
    plain, bled = margins(ordered("kdp"), 100), margins(ordered("kdp", bleed=True), 100)
    assert (plain.outside, bled.outside, bled.top, bled.bottom) == (18_000, 27_000, 27_000, 27_000)
    assert (plain.least_inside, plain.least_outside) == (plain.inside, plain.outside)
    assert bled.least_outside == 27_000


def test_advice_is_no_limit() -> None:
    asked = margins(ordered("lulu"), 200)
    assert (asked.inside, asked.least_inside) == (INCH, 14_400)  # 0.5 + 0.5 in advised, 0.2 in the limit
    assert (asked.outside, asked.least_outside) == (36_000, 9000)


def test_a_coil_needs_room() -> None:
    asked = margins(ordered("lulu", binding="coil"), 20)
    assert (asked.inside, asked.least_inside) == (36_000, 27_000)  # 0.5 in advised; 0.375 in of coil
    generic = margins(ordered("generic", binding="coil"), 20)
    assert generic.inside == 27_000


def test_bleed_of_kdp_leaves_the_bind_edge_out() -> None:
    spec = ordered("kdp", bleed=True)
    recto, verso = (interior_boxes(spec, 100, recto=side) for side in (True, False))
    assert inches(recto.media) == inches(verso.media) == (6.125, 9.25)  # W + 0.125 by H + 0.25
    assert (recto.trim.left, recto.trim.bottom) == (0, 9000)
    assert (verso.trim.left, verso.trim.bottom) == (9000, 9000)
    assert recto.safe.left - recto.trim.left == verso.trim.right - verso.safe.right == 27_000


def test_bleed_of_lulu_goes_round() -> None:
    recto = interior_boxes(ordered("lulu", bleed=True), 100, recto=True)
    assert inches(recto.media) == (6.25, 9.25)
    assert recto.trim == Zone(9000, 9000, 441_000, 657_000)  # 0.125 in, 6 x 9 in
    assert recto.bleed == recto.media


def test_a_page_without_bleed_is_the_trim() -> None:
    verso = interior_boxes(ordered("lulu"), 100, recto=False)
    assert verso.media == verso.trim == Zone(0, 0, 432_000, 648_000)
