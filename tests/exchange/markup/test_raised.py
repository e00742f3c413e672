"""Powers and indices are characters of their own where every sign of them has one."""

from __future__ import annotations

import pytest

from guidepress.exchange.markup.raised import moved


@pytest.mark.parametrize(
    ("text", "up", "made"),
    [("2", True, "²"), ("2", False, "₂"), ("10 -2", True, "¹⁰ ⁻²"), ("th", True, "th"), ("2a", False, "2a")],
)
def test_figures_move_and_letters_stay(text: str, made: str, *, up: bool) -> None:
    assert moved(text, up=up) == made
