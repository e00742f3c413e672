"""Headings inside texts nest below the heading that prints them, whatever number of "#" was typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.composing import compose
from tests.examples import so_many
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.build import build
from guidepress.compose.headings import depths
from guidepress.document.blocks import Columns, Group, MarginNote, Paragraph, Table
from guidepress.guide import load_guide
from guidepress.guide.markdown import read_markdown
from guidepress.guide.model import Guide, Markdown, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block, Document

GUIDE = load_guide({"format": 1, "title": "T", "author": "A", "language": "en", "overview": "Text."})


def headings(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading is not None:
            assert block.role == f"H{block.heading.level}"
            yield block.heading.level, block.heading.title
        elif isinstance(block, Group | MarginNote | Columns):
            yield from headings(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from headings(cell.blocks)


def told(document: Document, kind: str) -> list[tuple[int, str]]:
    return [
        found for section in document.sections if section.kind == kind for found in headings(section.blocks)
    ]


def with_plot(*parts: Part) -> Document:
    return compose(replace(GUIDE, plot=parts), stock_layout("study-guide"))


@pytest.mark.parametrize(
    ("typed", "deep"),
    [
        ([4], [1]),
        ([1, 2, 3], [1, 2, 3]),
        ([6, 2, 4, 4, 1], [1, 1, 2, 2, 1]),  # 2 is higher than the 6 before it, so both are the highest
        ([2, 6, 4], [1, 2, 2]),  # 6 and 4 are both right below 2
    ],
)
def test_depths_count_what_is_deeper_than_what(typed: list[int], deep: list[int]) -> None:
    text = "\n\n".join(f"{'#' * level} Head" for level in typed)
    assert list(depths(read_markdown(Markdown(text)).blocks).values()) == deep


def test_headings_in_quotations_and_lists_count_too() -> None:
    assert list(depths(read_markdown(Markdown("## A\n\n> #### B\n\n- ##### C")).blocks).values()) == [1, 2, 3]


def test_a_heading_stands_one_level_below_that_of_its_section() -> None:
    assert told(with_plot(Part(Markdown("#### Inside\n\nText."))), "plot") == [
        (1, "Plot Summary"),
        (2, "Inside"),
    ]


def test_below_the_title_of_a_part_it_stands_deeper() -> None:
    document = with_plot(
        Part(Markdown("# In\n\n## Deeper\n\nText."), "Part"), Part(Markdown("# Again"), "Next")
    )
    assert told(document, "plot")[1:] == [(2, "Part"), (3, "In"), (4, "Deeper"), (2, "Next"), (3, "Again")]


@settings(max_examples=so_many(15), deadline=None)
@given(st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=4), min_size=1, max_size=3), st.booleans())
def test_no_level_is_ever_skipped(fields: list[list[int]], titled: bool) -> None:  # noqa: FBT001 - drawn
    parts = (
        Part(Markdown("\n\n".join(f"{'#' * level} Head" for level in levels)), "Title" if titled else "")
        for levels in fields
    )
    levels = [0, *(level for level, _ in told(with_plot(*parts), "plot"))]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("layout", ["study-guide", "one-page", "side-by-side"])
def test_a_guide_with_headings_in_its_texts_is_verified(layout: str) -> None:
    guide: Guide = load_guide(
        {
            "format": 1,
            "title": "H",
            "author": "A",
            "language": "en",
            "overview": "Intro.\n\n#### A heading\n\nText.",
            "units": [{"title": "One", "summary": "###### Low\n\nText.\n\n# High\n\nText."}],
            "themes": [{"name": "Duty", "text": "## Head\n\nText of the theme."}],
        }
    )
    assert build(guide, layout).report
