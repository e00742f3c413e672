"""Figures of grade D that make the size of a file are warned of, those of better grades are not."""

from __future__ import annotations

import pytest
from tests.press.orders import ordered

from guidepress.base.record import replace
from guidepress.press.doubts import doubts
from guidepress.press.geometry import cover_geometry
from guidepress.press.spec import PressSpec


def told(spec: PressSpec) -> dict[str, str]:
    """What is warned of for a book of 120 pages: code and message."""
    return {each.code: each.message for each in doubts(spec, cover_geometry(spec, 120))}


@pytest.mark.parametrize(
    ("binding", "bleed", "figures"),
    [
        ("paperback", False, "the trim 6x9, the bleed of the cover"),
        (
            "paperback",
            True,
            "the trim 6x9, the bleed of the pages, the edges that have bleed, the bleed of the cover",
        ),
        ("case-wrap", False, "the trim 6x9, the bleed of the cover, what is turned in over the boards"),
    ],
)
def test_each_figure_that_makes_a_size_is_named(binding: str, bleed: bool, figures: str) -> None:  # noqa: FBT001 - a row
    said = told(ordered("generic", binding=binding, bleed=bleed))
    assert said["size-approximate"] == (
        f"The files are as large as figures of Generic printer say that are approximations: {figures} "
        "(What printers commonly ask for, 2026-11-23 [D])."
    )
    assert "spine-approximate" in said


def test_figures_of_a_better_grade_are_not_named() -> None:
    assert told(ordered("kdp", bleed=True)) == {}


def test_one_doubtful_figure_among_good_ones_is_named_alone() -> None:
    spec = ordered("kdp")
    bleed = spec.printer.cover.bleed
    doubtful = replace(bleed, source=replace(bleed.source, grade="D"))
    cover = replace(spec.printer.cover, bleed=doubtful)
    said = told(replace(spec, printer=replace(spec.printer, cover=cover)))
    assert said.keys() == {"size-approximate"}
    assert "approximations: the bleed of the cover (" in said["size-approximate"]
