"""A grid of pages is laid on a sheet."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import NameObject
from tests.bind.orders.faces import faces
from tests.bind.sheets import (
    box,
    changed,
    numbered,
    placed,
)

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job, PrinterMarks
from guidepress.bind.impose_plan import Rectangle, plan_sheet
from guidepress.bind.orders import saddle, up

MM = 72000 / 25.4


ALL = frozenset({"trim", "fold", "register"})


def codes(found: pytest.ExceptionInfo[FaultsFound]) -> list[str]:
    return [diagnostic.code for diagnostic in found.value.diagnostics]


def bleeding(pages: int) -> bytes:
    """Pages of 300 by 400 pt with 9 pt of bleed on all sides."""

    def bleed(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        for key in ("/MediaBox", "/CropBox", "/BleedBox"):
            page[NameObject(key)] = box(-9, -9, 309, 409)
        page[NameObject("/TrimBox")] = box(0, 0, 300, 400)

    return changed(numbered(pages), bleed)


def test_a_sheet_is_turned_to_hold_its_pages() -> None:
    a4 = round(210 * MM), round(297 * MM)
    made = impose(numbered(8), Job(sheet=a4))
    assert (made.plan.width, made.plan.height) == (a4[1], a4[0])
    # min(841.89 / 600, 595.276 / 400)
    assert made.plan.scale == pytest.approx(1.40315, abs=0.0001)


def test_pages_may_keep_their_size_on_a_sheet() -> None:
    made = impose(numbered(8), Job(sheet=(700_000, 500_000), scale="none", flip="short"))
    assert made.plan.scale == 1
    # (700 - 600) / 2 and (500 - 400) / 2 are left around them.
    assert placed(made.pdf)[8] == ((50, 50, 300, 400), (1, 0, 0, 1, 50, 50))


def test_a_sheet_that_is_too_small_is_refused() -> None:
    with pytest.raises(FaultsFound, match=r"take 211\.7 mm x 141\.1 mm; the sheet is 105 mm") as found:
        impose(numbered(8), Job(sheet=(round(105 * MM), round(148 * MM)), scale="none"))
    assert codes(found) == ["sheet-too-small"]


def test_bleed_is_kept_where_the_sheet_is_cut_and_ends_at_the_fold() -> None:
    made = impose(bleeding(4), Job(flip="short"))
    # 9 pt around 600 by 400.
    assert (made.plan.width, made.plan.height) == (618_000, 418_000)
    left, right = placed(made.pdf)[4], placed(made.pdf)[1]
    assert left[0] == (0, 0, 309, 418)
    assert right[0] == (309, 0, 309, 418)
    assert right[1] == (1, 0, 0, 1, 309, 9)


def test_pages_cut_apart_stand_two_bleeds_apart() -> None:
    made = impose(bleeding(4), Job("up", up=4))
    assert made.plan.gutter == 18_000
    # 2 x 300 + 18 + 2 x 9
    assert made.plan.width == 636_000
    assert placed(made.pdf)[1][0] == (0, 418, 318, 418)


def test_marks_stand_clear_of_the_bleed() -> None:
    made = impose(bleeding(4), Job(marks=PrinterMarks(frozenset({"trim"}))))
    assert made.plan.offset == 9_000
    with pytest.raises(FaultsFound, match=r"would stand in their bleed of 3\.175 mm") as found:
        impose(bleeding(4), Job(marks=PrinterMarks(ALL, offset=8_999)))
    assert codes(found) == ["offset-below-bleed"]


@pytest.mark.parametrize(
    ("flip", "page", "expected"),
    [
        # Two pages that stand make a sheet that lies: its leaf turns round the short edge, upright.
        ("short", (300_000, 400_000), ["4 1", "2 3"]),
        ("long", (300_000, 400_000), ["4 1", "3v 2v"]),
        # Two slim pages make a sheet that stands: there it is the long edge.
        ("long", (100_000, 400_000), ["4 1", "2 3"]),
        ("short", (100_000, 400_000), ["4 1", "3v 2v"]),
    ],
)
def test_backs_are_turned_for_the_edge_that_is_not_upright(
    flip: Any,  # noqa: ANN401 - a literal
    page: tuple[int, int],
    expected: list[str],
) -> None:
    assert faces(plan_sheet(saddle(4), page, 0, Job(flip=flip)).order) == expected


def test_the_grid_stands_in_the_middle_of_its_sheet() -> None:
    # Two columns of 100 and a gutter of 10 on 300: 300 - 210 = 90, 45 on either side; 50 above and below.
    job = Job("up", sheet=(300_000, 200_000), scale="none", gutter=10_000)
    plan = plan_sheet(up(2, 2, 1), (100_000, 100_000), 0, job)
    assert (plan.left, plan.bottom, plan.scale) == (45_000, 50_000, 1.0)
    first, second = (plan.cell_of(place) for place in plan.order.places)
    assert first == Rectangle(45_000, 50_000, 100_000, 100_000)
    assert second == Rectangle(155_000, 50_000, 100_000, 100_000)


def test_rows_are_counted_from_the_top() -> None:
    plan = plan_sheet(up(4, 1, 2), (100_000, 50_000), 0, Job("up"))
    above, below = (plan.cell_of(place) for place in plan.order.places[:2])
    assert (above.y, below.y) == (50_000, 0)


def test_pages_are_made_as_large_as_the_paper_allows() -> None:
    # Two columns of 100 on 300 less a margin of 20 on either side: 260 / 200 = 1.3; up: (240 - 40) / 100 = 2.
    job = Job("up", sheet=(300_000, 240_000), margin=20_000)
    plan = plan_sheet(up(2, 2, 1), (100_000, 100_000), 0, job)
    assert plan.scale == pytest.approx(1.3)
    assert plan.cell == (130_000, 130_000)


def test_what_a_place_may_cover_ends_where_the_next_begins() -> None:
    # Bleed 9 pt: all of it outside, and half the gutter of 10 pt between the two.
    plan = plan_sheet(up(2, 2, 1), (100_000, 100_000), 9_000, Job("up", gutter=10_000))
    first, second = plan.order.places
    cell = plan.cell_of(first)
    assert plan.clip_of(first) == Rectangle(cell.x - 9_000, cell.y - 9_000, 114_000, 118_000)
    assert plan.clip_of(second).x == plan.cell_of(second).x - 5_000


def test_a_sheet_made_to_measure_has_room_for_its_marks() -> None:
    marks = PrinterMarks(ALL, length=20_000)
    plan = plan_sheet(up(1, 1, 1), (100_000, 200_000), 9_000, Job("up", marks=marks))
    # The bleed of 9 pt is more than the least offset of 6; 20 of marks, 6 of rim: 35 on all sides.
    assert (plan.offset, plan.width, plan.height) == (9_000, 170_000, 270_000)
    bare = plan_sheet(up(1, 1, 1), (100_000, 200_000), 9_000, Job("up"))
    assert (bare.width, bare.height) == (118_000, 218_000)  # the bleed alone
    plain = plan_sheet(up(1, 1, 1), (100_000, 200_000), 0, Job("up", margin=3_000))
    assert (plain.width, plain.height, plain.offset) == (106_000, 206_000, 6_000)
