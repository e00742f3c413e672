"""Tests of the areas of a page."""

from __future__ import annotations

from guidepress.document.style import Style
from guidepress.layout.areas import Areas, areas_of, column_measure
from guidepress.layout.model import MarginColumn, Margins, PageSpec

BODY = {"body": Style("body", size=10_000, leading=14_000)}


def _areas(
    *, columns: int = 1, note: int = 0, mirrored: bool = True, grid: int = 0, section_gap: int = 0
) -> Areas:
    """A page of 300 by 400 pt: margins of 40 inside, 30 outside, 50 at the top, 60 at the foot."""
    page = PageSpec(
        300_000,
        400_000,
        Margins(40_000, 30_000, 50_000, 60_000),
        mirrored=mirrored,
        columns=columns,
        column_gap=12_000,
        margin_column=MarginColumn(note, 10_000) if note else None,
        grid=grid,
        section_gap=section_gap,
    )
    return areas_of(page, BODY)


def test_columns_share_what_the_gaps_leave() -> None:
    # 230 less two gaps of 10 are 210, a third of which is 70; of 100 less 11, half is 44.5.
    assert column_measure(230_000, 3, 10_000) == 70_000
    assert column_measure(100_001, 2, 11_000) == 44_500
    assert column_measure(100_000, 1, 11_000) == 100_000


def test_the_margins_leave_one_text_area() -> None:
    areas = _areas()
    # 300 - 40 - 30; 400 - 50 - 60.
    assert (areas.measure, areas.full, areas.wide) == (230_000, 230_000, 230_000)
    assert (areas.height, areas.top, areas.foot) == (290_000, 50_000, 340_000)
    assert areas.note_width == 0


def test_a_margin_column_and_its_gap_are_taken_from_the_text() -> None:
    areas = _areas(note=60_000)
    # 230 - 60 - 10.
    assert (areas.measure, areas.full, areas.wide, areas.note_width) == (160_000, 160_000, 230_000, 60_000)


def test_wide_text_has_the_margin_column_or_all_columns() -> None:
    beside, two = _areas(note=60_000), _areas(columns=2, note=60_000)
    assert [beside.measure_of(wide=wide) for wide in (False, True)] == [160_000, 230_000]
    # Two columns of (160 - 12) / 2; across both the margin column stays free.
    assert [two.measure_of(wide=wide) for wide in (False, True)] == [74_000, 160_000]


def test_text_stands_at_the_spine_and_notes_at_the_fore_edge() -> None:
    areas = _areas(note=60_000)
    # Recto: 40 inside; the notes end at 300 - 30. Verso: the notes begin at 30, the text after 60 and 10.
    assert (areas.text_x(verso=False), areas.note_x(verso=False)) == (40_000, 210_000)
    assert (areas.text_x(verso=True), areas.note_x(verso=True)) == (100_000, 30_000)
    assert [areas.left(verso=verso) for verso in (False, True)] == [40_000, 30_000]


def test_wide_text_of_a_verso_begins_where_the_notes_would() -> None:
    beside, two = _areas(note=60_000), _areas(columns=2, note=60_000)
    assert beside.text_x(verso=True, wide=True) == 30_000
    assert beside.text_x(verso=False, wide=True) == 40_000
    assert two.text_x(verso=True, wide=True) == 100_000


def test_pages_that_are_not_mirrored_are_all_rectos() -> None:
    areas = _areas(note=60_000, mirrored=False)
    assert areas.text_x(verso=True) == areas.text_x(verso=False) == 40_000
    assert areas.note_x(verso=True) == areas.note_x(verso=False) == 210_000
    assert areas.left(verso=True) == 40_000


def test_columns_stand_a_gap_apart() -> None:
    # (230 - 12) / 2 = 109, and 12 between.
    assert [_areas(columns=2).column_x(index) for index in (0, 1)] == [0, 121_000]


def test_white_space_is_counted_in_lines_of_the_grid_or_of_the_body() -> None:
    assert (_areas().line, _areas().section_gap) == (14_000, 28_000)
    assert (_areas(grid=13_000).line, _areas(grid=13_000).section_gap) == (13_000, 26_000)
    assert _areas(section_gap=5_000).section_gap == 5_000


def test_the_first_baseline_is_that_of_the_body() -> None:
    # (14 - 10) / 2 above the type, 77 % of 10 pt down to the baseline.
    assert _areas().reference == 9_700
