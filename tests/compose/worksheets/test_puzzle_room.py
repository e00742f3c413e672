"""Puzzles are as large as their page allows, and no larger."""

from __future__ import annotations

import pytest
from tests.compose.orders import entry
from tests.composing import compose, fonts_of
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.document.blocks import Figure
from guidepress.document.kinds import SectionKind
from guidepress.layout.areas import areas_of
from guidepress.paginate import paginate


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["student-workbook", "flash-cards"])
@pytest.mark.parametrize("guide", ["a-christmas-carol", "macbeth", "ozymandias", "don-quijote"])
@pytest.mark.parametrize("kind", ["crossword", "word-search"])
def test_a_puzzle_stands_on_one_page_with_its_list(
    kind: SectionKind, guide: str, name: str, paper: str
) -> None:
    spec = entry(kind, seed=7)
    layout = replace(stock_layout(name, paper), sections=(spec,), cover="none")
    document = compose(stock_guide(guide), layout)
    assert len(paginate(document, layout, fonts_of(layout)).pages) == 1
    drawing = [block for block in document.sections[0].blocks if isinstance(block, Figure)][-1].drawing
    least = min(areas_of(layout.page, layout.styles).height * 2 // 5, 300_000)
    assert drawing.height >= min(
        least, drawing.width * 2 // 3
    )  # large squares, or as large as the width allows
