"""Marks and slug: what is printed around the pages of a sheet."""

from __future__ import annotations

from tests.bind.sheets import (
    dark,
    numbered,
    operators,
    reader_of,
)

from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job, PrinterMarks
from guidepress.bind.impose_plan import plan_sheet
from guidepress.bind.marks import draw_marks
from guidepress.bind.orders import Order, saddle, up, zine

ALL = frozenset({"trim", "fold", "register"})


def test_marks_are_drawn_in_all_inks_around_the_pages() -> None:
    made = impose(numbered(4), Job(marks=PrinterMarks(ALL)))
    page = reader_of(made.pdf).pages[0]
    assert page["/Resources"]["/ColorSpace"]["/Registration"][:2] == ["/Separation", "/All"]
    lines = operators(made.pdf)
    assert "/Registration CS 1 SCN 0.25 w" in lines
    # 6 pt offset, 18 pt length, 6 pt to the edge: the pages begin at 30 pt; the fold is at 330.
    assert (made.plan.left, made.plan.width) == (30_000, 660_000)
    assert "30 24 m 30 6 l S" in lines
    assert "24 30 m 6 30 l S" in lines
    assert "[3] 0 d\n330 24 m 330 6 l S" in lines
    assert "330 24 m 330 6 l S" not in lines.split("[3] 0 d")[0]  # nobody cuts where it is folded


def test_registration_marks_of_front_and_back_fall_on_one_another() -> None:
    made = impose(numbered(4), Job(flip="short", marks=PrinterMarks(frozenset({"register"}))))
    width = made.plan.width // 1000
    front, back = (dark(made.pdf, side) for side in (0, 1))
    rim = {(x, y) for x, y in front if y < 29}
    assert rim
    mirrored = {(width - 1 - x, y) for x, y in back if y < 29}
    near = {(x + dx, y) for x, y in mirrored for dx in (-1, 0, 1)}
    assert rim <= near


def test_no_marks_unless_they_are_asked_for() -> None:
    made = impose(numbered(4), Job())
    assert "SCN" not in operators(made.pdf)
    assert "/ColorSpace" not in reader_of(made.pdf).pages[0]["/Resources"]


def lines_of(order: Order, *kinds: str, gutter: int = 0) -> list[str]:
    """The operators of marks 10 pt long, 6 pt off pages of 100 by 200 pt that begin 22 pt in."""
    marks = PrinterMarks(frozenset(kinds), length=10_000)
    plan = plan_sheet(order, (100_000, 200_000), 0, Job(marks=marks, gutter=gutter))
    assert (plan.left, plan.bottom) == (22_000, 22_000)
    return draw_marks(plan, marks).splitlines()


def test_pages_are_trimmed_at_the_edges_of_the_grid() -> None:
    # x: 22 and 122; y: 222 at the top, 22 at the foot; marks reach from 6 to 16 pt outwards.
    assert lines_of(up(1, 1, 1), "trim") == [
        "q /Registration CS 1 SCN 0.25 w",
        "22 16 m 22 6 l S",
        "22 228 m 22 238 l S",
        "122 16 m 122 6 l S",
        "122 228 m 122 238 l S",
        "16 222 m 6 222 l S",
        "128 222 m 138 222 l S",
        "16 22 m 6 22 l S",
        "128 22 m 138 22 l S",
        "Q",
    ]


def test_pages_apart_are_trimmed_on_both_sides_of_the_gutter() -> None:
    # Two columns and 8 pt between them: 22, 122, 130, 230; two rows: 430, 230, 222, 22.
    lines = lines_of(up(4, 2, 2), "trim", gutter=8_000)
    assert [line.split()[0] for line in lines if line.endswith(" 6 l S")] == ["22", "122", "130", "230"]
    assert [line.split()[1] for line in lines if line.startswith("16 ")] == ["430", "230", "222", "22"]


def test_a_fold_is_dashed_in_the_middle_of_its_gutter_and_not_cut() -> None:
    # 22 + 100 + 4 = 126.
    assert lines_of(saddle(4), "fold", gutter=8_000) == [
        "q /Registration CS 1 SCN 0.25 w",
        "[3] 0 d",
        "126 16 m 126 6 l S",
        "126 228 m 126 238 l S",
        "[] 0 d",
        "Q",
    ]
    cut = [line.split()[0] for line in lines_of(saddle(4), "trim", gutter=8_000) if line.endswith(" 6 l S")]
    assert cut == ["22", "230"]
    assert lines_of(up(2, 2, 1), "fold") == []  # nothing is folded


def test_a_zine_is_slit_over_its_two_middle_columns() -> None:
    # Columns begin at 22, 122, 222, 322; the middle of two rows is 222.
    assert "122 222 m 322 222 l S" in lines_of(zine(8), "trim")


def test_rings_stand_in_pairs_beside_the_middle_of_each_edge() -> None:
    # The middle is 72, 122; 12 pt aside; 16 - 6 = 10 pt off the page. A ring begins 3 pt right of its centre.
    starts = [line for line in lines_of(up(1, 1, 1), "register") if line.endswith(" m")]
    assert starts == [
        "63 12 m", "63 232 m", "15 110 m", "135 110 m", "87 12 m", "87 232 m", "15 134 m", "135 134 m",
    ]  # fmt: skip
