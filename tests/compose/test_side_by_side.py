"""Two texts stand side by side: rows pair what belongs together, verse keeps its lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.compose.outline import texts, words
from tests.compose.test_sections import only

from guidepress.compose import compose
from guidepress.compose.document import Block, Paragraph, Table
from guidepress.compose.inlines import LineBreak, Text
from guidepress.compose.passages import verses
from guidepress.compose.side_by_side import shared_out
from guidepress.guide.model import Markdown, Passage
from guidepress.layout.model import SectionSpec
from guidepress.layout.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


def paragraphs(*lengths: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Style("body"), (Text("x" * length),)) for length in lengths)


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        else:
            yield from tables(getattr(block, "blocks", ()))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((10, 10), (10, 10), [(1, 1), (1, 1)]),
        ((10, 10, 10, 10), (10, 10), [(2, 1), (2, 1)]),
        # 30 of 60 is half of the left side: its first paragraph alone stands beside the first of the right.
        ((30, 10, 10, 10), (10, 10), [(1, 1), (3, 1)]),
        ((10,), (10, 10, 10), [(1, 3)]),
        ((), (10,), []),
    ],
)
def test_rows_share_texts_out_evenly(
    left: tuple[int, ...], right: tuple[int, ...], expected: list[tuple[int, int]]
) -> None:
    rows = shared_out(paragraphs(*left), paragraphs(*right))
    assert [(len(one), len(other)) for one, other in rows] == expected


def test_rows_lose_nothing_and_keep_the_order() -> None:
    left, right = paragraphs(3, 50, 7, 9, 1), paragraphs(8, 8, 90)
    rows = shared_out(left, right)
    assert tuple(block for one, _ in rows for block in one) == left
    assert tuple(block for _, other in rows for block in other) == right


def test_summary_and_analysis_stand_in_one_row(guide: Guide, layout: Layout) -> None:
    spec = SectionSpec("units", options={"form": "side-by-side"})
    (section,) = compose(guide, replace(layout, sections=(spec,))).sections
    rows = [table for table in tables(section.blocks) if table.layout and table.style.name == "side-by-side"]
    first = rows[0].rows[0].cells
    assert [words(next(texts(cell.blocks)).inlines) for cell in first] == ["Summary", "Analysis"]


def test_verse_is_parted_at_its_hard_breaks() -> None:
    line = (Text("One,"), LineBreak(), Text("two "), Text("and"), LineBreak(), Text("three."))
    assert verses(line) == ((Text("One,"),), (Text("two "), Text("and")), (Text("three."),))


def test_a_passage_is_one_row_with_its_place_and_its_lines(guide: Guide, layout: Layout) -> None:
    passage = Passage(Markdown("Ozymandias,\\\nking of kings"), Markdown("My name,\\\nthe greatest"), "st. 2")
    unit = replace(guide.units[0], passages=(passage, replace(passage, locator="st. 3")))
    (section,) = compose(replace(guide, units=(unit,)), only(layout, "parallel")).sections
    (table,) = tables(section.blocks)
    row, _ = table.rows
    assert [[words(block.inlines) for block in texts(cell.blocks)] for cell in row.cells] == [
        ["st.\u00a02"],
        ["Ozymandias,", "king of kings"],
        ["My name,", "the greatest"],
    ]
    assert row.cells[0].header == "Row"
