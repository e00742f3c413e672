from __future__ import annotations

import pytest
from tests.typeset.reading import hang, right_edge
from tests.typeset.specimen import BARE, BODY, CAROL, FONTS, MEASURE, set_text

from guidepress.document.inlines import Text
from guidepress.typeset.collecting import collect
from guidepress.typeset.protrusion import LEFT, RIGHT
from guidepress.typeset.rows import whole_row


def test_justified_lines_fill_the_measure_and_marks_hang_over_it() -> None:
    lines = set_text(CAROL)
    for line in lines[:-1]:
        left, right = hang(line)
        assert line.runs[0].x == pytest.approx(-left, abs=1)
        # gaps are whole mpt: n of them leave at most n/2 over
        assert right_edge(line) == pytest.approx(MEASURE + right, abs=len(line.runs[0].words) / 2 + 2)
    assert any(hang(line)[1] > 0 for line in lines)


def test_quotation_marks_hang_out_alike_on_both_sides() -> None:
    assert {mark: LEFT[mark] for mark in "“”‘’'\""} == {mark: RIGHT[mark] for mark in "“”‘’'\""}


def test_nothing_hangs_out_so_far_that_it_seems_detached() -> None:
    assert min(*LEFT.values(), *RIGHT.values()) > 0
    assert max(*LEFT.values(), *RIGHT.values()) <= 700


@pytest.mark.parametrize(("mark", "share"), [(".", 700), ("”", 400), ("r", 60), ("…", 150)])
def test_a_mark_at_the_right_margin_hangs_out_by_its_share(mark: str, share: int) -> None:
    """Its share of its own width, so much less is left of the line between the margins."""
    plain, hanging = (
        whole_row(collect((Text(f"n{mark}"),), style, FONTS, "en-GB")[0][0]) for style in (BARE, BODY)
    )
    fount = plain.strips[0][1]
    width = fount.shaper.word(f"n{mark}").advances[-1] * fount.scale
    assert plain.natural - hanging.natural == pytest.approx(width * share / 1000)
    assert (plain.trail, plain.lead, hanging.lead) == (0, 0, 0)


@pytest.mark.parametrize(("mark", "share"), [("“", 400), ("(", 60), ("T", 60), ("—", 150)])
def test_a_mark_at_the_left_margin_hangs_out_by_its_share(mark: str, share: int) -> None:
    row = whole_row(collect((Text(f"{mark}n"),), BODY, FONTS, "en-GB")[0][0])
    fount = row.strips[0][1]
    assert row.lead == pytest.approx(fount.shaper.word(f"{mark}n").advances[0] * fount.scale * share / 1000)
