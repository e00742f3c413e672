"""Two texts stand side by side: rows pair what belongs together, verse keeps its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.orders import entry
from tests.compose.outline import texts, words
from tests.compose.test_sections import only
from tests.composing import compose

from guidepress.base.record import replace
from guidepress.compose.passages import verses
from guidepress.compose.side_by_side import shared_out
from guidepress.document.blocks import Block, Group, Paragraph, Table
from guidepress.document.inlines import LineBreak, Text
from guidepress.document.style import Style
from guidepress.guide.model import Markdown, Passage
from guidepress.layout.areas import areas_of

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
    spec = entry("units", form="side-by-side")
    (section,) = compose(guide, replace(layout, sections=(spec,))).sections
    rows = [table for table in tables(section.blocks) if table.layout and table.style.name == "side-by-side"]
    first = rows[0].rows[0].cells
    assert [words(next(texts(cell.blocks)).inlines) for cell in first] == ["Summary", "Analysis"]


def test_verse_is_parted_at_its_hard_breaks() -> None:
    line = (Text("One,"), LineBreak(), Text("two "), Text("and"), LineBreak(), Text("three."))
    assert verses(line) == ((Text("One,"),), (Text("two "), Text("and")), (Text("three."),))


def _parallel(guide: Guide, layout: Layout, original: str, modern: str) -> tuple[Block, ...]:
    """What stands below the heading of a unit with one passage, in a parallel text."""
    unit = replace(
        guide.units[0], recap=None, passages=(Passage(Markdown(original), Markdown(modern), "st. 2"),)
    )
    (section,) = compose(replace(guide, units=(unit,)), only(layout, "parallel")).sections
    (group,) = (block for block in section.blocks if isinstance(block, Group))
    return group.blocks[1:]


def _narrow(layout: Layout, measure: int) -> Layout:
    """The layout on a page of so wide a column, without a margin column."""
    page = replace(layout.page, margin_column=None)
    column = areas_of(page, layout.styles).measure
    return replace(layout, page=replace(page, width=page.width - column + measure))


def _rows(blocks: Iterable[Block]) -> list[list[str]]:
    (table,) = tables(blocks)
    return [
        [" / ".join(words(block.inlines) for block in texts(cell.blocks)) for cell in row.cells]
        for row in table.rows
    ]


def test_verse_stands_line_beside_line_under_its_place(guide: Guide, layout: Layout) -> None:
    made = _parallel(guide, layout, "Ozymandias,\\\nking of kings", "My name,\\\nthe greatest")
    assert _rows(made) == [["st.\u00a02"], ["Ozymandias,", "My name,"], ["king of kings", "the greatest"]]


def test_a_passage_may_be_parted_after_three_lines_and_before_three(guide: Guide, layout: Layout) -> None:
    eight = "\\\n".join("abcdefgh")
    (table,) = tables(_parallel(guide, layout, eight, eight))
    # the place, then a to h; d, e and f are the first lines of a page, if any are
    assert [row.joined for row in table.rows] == ["", *["kept"] * 3, *["loose"] * 3, *["kept"] * 2]
    assert [row.rule for row in table.rows] == [False] * 8 + [True]


def test_verse_that_has_more_lines_on_one_side_is_one_row(guide: Guide, layout: Layout) -> None:
    made = _parallel(guide, layout, "Ozymandias,\\\nking of kings", "My name\\\nis that\\\nof a king")
    assert _rows(made) == [["st.\u00a02"], ["Ozymandias, / king of kings", "My name / is that / of a king"]]


def test_verse_keeps_its_lines_where_columns_would_turn_most_of_them_over(
    guide: Guide, layout: Layout
) -> None:
    # The lines are about 190 pt long in 10 pt type: not half of 280, but the whole of it.
    original = "I met a traveller from an antique land\\\nWho said: Two vast and trunkless legs of stone"
    made = _parallel(guide, _narrow(layout, 280_000), original, original)
    assert [next(words(block.inlines) for block in texts([group])) for group in made] == [
        "Original · st.\u00a02",
        "Modern · st.\u00a02",
    ]
    assert [words(block.inlines) for block in texts(made)][1] == "I met a traveller from an antique land"
    assert _rows(_parallel(guide, _narrow(layout, 560_000), original, original))[0] == ["st.\u00a02"]


@pytest.mark.parametrize(("measure", "beside"), [(320_000, True), (240_000, False)])
def test_prose_stands_side_by_side_in_columns_of_thirty_letters(
    guide: Guide, layout: Layout, measure: int, *, beside: bool
) -> None:
    made = _parallel(guide, _narrow(layout, measure), "Call me Ishmael.", "My name is Ishmael.")
    assert isinstance(made[0], Table) is beside


def test_the_heading_says_how_the_two_stand(guide: Guide, layout: Layout) -> None:
    verse = "I met a traveller from an antique land\\\nWho said: Two vast and trunkless legs of stone"
    passage = Passage(Markdown(verse), Markdown(verse))
    units = (replace(guide.units[0], passages=(passage,)),)
    found = [
        [words(text.inlines) for text in texts(compose(replace(guide, units=units), each).sections[0].blocks)]
        for each in (only(_narrow(layout, wide), "units") for wide in (560_000, 280_000))
    ]
    assert [("Side by side" in each, "Original and modern" in each) for each in found] == [
        (True, False),
        (False, True),
    ]
