"""Every stock layout composes every guide that comes with guidepress."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.outline import texts
from tests.composing import compose

from guidepress.guide import load_guide
from guidepress.layout import load_layout, stock_layouts

GUIDES = sorted((Path(__file__).parents[2] / "guides").glob("*.yaml"))
LAYOUTS = [name for name, _ in stock_layouts() if name != "base"]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_composes_a_guide(name: str, path: Path) -> None:
    layout = load_layout(name)
    document = compose(load_guide(path), layout)
    assert document.sections
    assert (document.cover is None) == (layout.cover == "none")
    assert all(
        block.inlines for section in document.sections for block in texts(section.blocks) if block.role == "P"
    )
