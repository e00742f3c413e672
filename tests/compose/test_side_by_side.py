"""Two texts stand side by side: rows pair what belongs together, verse keeps its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.orders import entry
from tests.compose.outline import outline, texts, words
from tests.compose.test_sections import only
from tests.composing import compose

from guidepress.base.record import replace
from guidepress.compose.passages import verses
from guidepress.document.blocks import Block, Group, Paragraph, Table
from guidepress.document.inlines import LineBreak, Text
from guidepress.document.left_out import LeftOut
from guidepress.guide.model import Markdown, Passage, UnitRow
from guidepress.layout.areas import areas_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Document
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        else:
            yield from tables(getattr(block, "blocks", ()))


ROWS = (
    UnitRow(Markdown("The lamp goes out."), Markdown("It is *dark*."), ("theme-fear",)),
    UnitRow(Markdown("Mary lights it."), None, ("theme-duty", "theme-fear")),
    UnitRow(None, Markdown("It is about duty.")),
)


def _in_rows(guide: Guide, layout: Layout, **unit: object) -> Document:
    """The first unit alone, with these rows and what else is given, in a layout that sets rows."""
    plain = {"summary": None, "analysis": None, "part": "", "passages": (), "vocabulary": (), "checks": ()}
    only_one = replace(guide.units[0], **{**plain, "rows": ROWS, **unit})  # type: ignore[arg-type]
    spec = entry("units", form="side-by-side", chips=False)
    return compose(replace(guide, units=(only_one,)), replace(layout, sections=(spec,)))


def _pairs(document: Document) -> list[list[str]]:
    rows = (
        row
        for table in tables(document.sections[0].blocks)
        if table.style.name == "side-by-side"
        for row in table.rows
    )
    return [
        [" / ".join(words(each.inlines) for each in texts(cell.blocks)) for cell in row.cells] for row in rows
    ]


def test_rows_stand_as_their_author_paired_them(guide: Guide, layout: Layout) -> None:
    assert _pairs(_in_rows(guide, layout)) == [
        ["Summary / The lamp goes out.", "Analysis / It is _dark_."],
        ["Mary lights it.", ""],
        ["", "It is about duty."],
    ]


def test_a_row_has_the_chips_that_its_author_gave_it(guide: Guide, layout: Layout) -> None:
    def chips(blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Paragraph) and block.style.name.startswith("chip/"):
                yield words(block.inlines)
            yield from chips(getattr(block, "blocks", ()))

    found = list(chips(_in_rows(guide, layout).sections[0].blocks))
    numbers = {theme.id: theme.number for theme in guide.themes}
    # the first row's, then the second's two; the third has none
    wanted = [numbers[f"theme-{name}"] for name in ("fear", "duty", "fear")]
    assert [int(each.lstrip("[").split("\u2002")[0]) for each in found] == wanted


def test_without_rows_texts_stand_below_one_another_and_no_chips_are_guessed(
    guide: Guide, layout: Layout
) -> None:
    spec = entry("units", form="side-by-side")
    made = [compose(guide, replace(layout, sections=(each,))) for each in (spec, entry("units"))]
    assert outline(made[0]) == outline(made[1])


def test_a_text_whose_rows_are_printed_in_its_place_is_said_to_be_left_out(
    guide: Guide, layout: Layout
) -> None:
    document = _in_rows(guide, layout, summary=Markdown("Another."))
    reason = "the rows of their units stand in their place"
    assert document.left_out == (LeftOut("units", "summaries", 1, 1, reason),)
    assert _in_rows(guide, layout).left_out == ()


def test_running_text_takes_the_texts_of_rows_in_their_order(guide: Guide, layout: Layout) -> None:
    unit = replace(guide.units[0], summary=None, rows=ROWS, vocabulary=(), part="")
    (section,) = compose(replace(guide, units=(unit,)), only(layout, "units")).sections
    listed = [(each.style.name, words(each.inlines)) for each in texts(section.blocks)]
    at = listed.index(("body-first", "The lamp goes out."))
    # the unit has an analysis of its own, which stands before those of its rows
    assert [text for _, text in listed[at : at + 4]] == [
        "The lamp goes out.",
        "Mary lights it.",
        "Analysis",
        "It is about duty.",
    ]
    assert listed[at + 1][0] == "body"


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


@pytest.mark.parametrize(
    ("original", "modern", "wider"),
    [
        # both sides fit: what is left over is shared; neither fits whole: in proportion, but 350 per mille at least
        ("A short line\\\nof verse", "A line that is a good deal longer than it\\\nis", 1),
        ("A line that is a good deal longer than it\\\nis", "A short line\\\nof verse", 0),
    ],
)
def test_the_side_with_the_longer_lines_is_the_wider(
    guide: Guide, layout: Layout, original: str, modern: str, wider: int
) -> None:
    (table,) = tables(_parallel(guide, layout, original, modern))
    assert sum(table.widths) == 1000
    assert max(table.widths) == table.widths[wider] > 500
    assert min(table.widths) >= 350


@pytest.mark.parametrize(("short", "beside"), [(1, False), (2, True)])
def test_verse_stands_side_by_side_where_no_more_than_two_lines_of_five_turn_over(
    guide: Guide, layout: Layout, short: int, *, beside: bool
) -> None:
    # One long line to one short line is a half, to two a third.
    long = "A line of verse that is a good deal longer than any column"
    verse = "\\\n".join(["Sleep."] * short + [long])
    made = _parallel(guide, _narrow(layout, 320_000), verse, verse)
    assert isinstance(made[0], Table) is beside
