"""How to cite a guide: each style parts its elements with full stops, whoever wrote it."""

from __future__ import annotations

import pytest
from tests.compose.orders import entry
from tests.compose.outline import outline
from tests.composing import compose
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace


@pytest.mark.parametrize(
    ("writers", "cited"),
    [
        (("The Editors",), "APA | The Editors. (2026). "),  # a group has no initial to end in a stop
        (("Jo Field",), "APA | Field, J. (2026). "),
        (("Jo Field", "The Editors"), "APA | Field, J. & The Editors. (2026). "),
    ],
)
def test_a_stop_parts_the_writers_from_the_year(writers: tuple[str, ...], cited: str) -> None:
    guide = stock_guide("ozymandias")
    guide = replace(guide, credits=replace(guide.credits, written_by=writers, date="2026-01-31"))
    layout = replace(stock_layout("study-guide"), sections=(entry("citation"),))
    assert cited in outline(compose(guide, layout))
