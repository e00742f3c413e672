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
