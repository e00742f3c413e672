"""A sheet that tells what the work is tells it of the plot where the guide has no overview."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.composing import compose
from tests.stock import stock_layout

from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Text
from guidepress.guide import load_guide

HEAD = "format: 1\ntitle: The Gift of the Magi\nauthor: O. Henry\nlanguage: en-US\n"
PLOT = "plot: |-\n  She sells her hair.\n\n  He sells his watch.\n"


def said(folder: Path, text: str, layout: str) -> tuple[str, list[str]]:
    """All paragraphs of the sections, and what was left out of the plot."""
    file = folder / "magi.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    document = compose(load_guide(file), stock_layout(layout))
    words = [
        inline.text
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text)
    ]
    return " ".join(words), [each.reason for each in document.left_out if each.section == "plot"]


@pytest.mark.parametrize("layout", ["handout", "one-page"])
def test_without_an_overview_the_plot_begins_the_sheet_and_its_rest_is_told(
    tmp_path: Path, layout: str
) -> None:
    words, gone = said(tmp_path, PLOT, layout)
    assert "She sells her hair." in words
    assert "watch" not in words
    assert gone == ["only how they begin is printed"]


@pytest.mark.parametrize("layout", ["handout", "one-page"])
def test_with_an_overview_the_plot_is_not_told(tmp_path: Path, layout: str) -> None:
    words, _ = said(tmp_path, "overview: Two gifts.\n" + PLOT, layout)
    assert "Two gifts." in words
    assert "hair" not in words


def test_of_a_plot_in_parts_the_first_begins_the_sheet(tmp_path: Path) -> None:
    parts = "plot:\n  - {title: Morning, text: She counts her money.}\n  - {title: Evening, text: He comes home.}\n"
    words, gone = said(tmp_path, parts, "handout")
    assert "She counts her money." in words
    assert gone == ["only how they begin is printed"]
