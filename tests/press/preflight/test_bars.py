from __future__ import annotations

import pytest
from tests.press.ink.making import ink
from tests.press.preflight.making import EAN, barcode

from guidepress.press.preflight.bars import bar_groups

MODULE = 0.33 * 72 / 25.4


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_number_and_the_module_are_read_off_the_bars(scale: float) -> None:
    (group,) = bar_groups(ink(barcode(40, 20, scale)).marks)
    assert group.number == EAN
    assert group.module == pytest.approx(MODULE * scale, rel=0.001)
    assert group.box[0] == pytest.approx(40)
    assert group.box[2] == pytest.approx(40 + 95 * MODULE * scale, abs=0.01)


def test_bars_of_one_path_are_the_same() -> None:
    drawn = barcode(40, 20)
    white, bars = drawn.split(b"\n0 0 0 1 k\n")
    (group,) = bar_groups(ink(white + b"\n0 0 0 1 k\n" + bars.replace(b" re f", b" re") + b"f").marks)
    assert group.number == EAN


def test_bars_that_say_nothing_are_a_group_without_a_number() -> None:
    content = b"".join(b"%d 20 2 60 re f\n" % (20 + 5 * index) for index in range(30))
    (group,) = bar_groups(ink(b"0 g " + content).marks)
    assert (group.number, group.module) == ("", 0)


def test_a_few_bars_are_a_chart_and_two_of_one_place_are_no_matter() -> None:
    content = b"".join(b"%d 20 2 60 re f 1 0 0 rg %d 20 2 60 re f 0 g\n" % (at, at) for at in (20, 30, 40))
    assert bar_groups(ink(content).marks) == []
