"""What the measurer says is what the pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, NOTE, box, document, heading, layout_of, para, section, words

from guidepress.base.record import replace
from guidepress.compose.measurer import Stood
from guidepress.document.blocks import (
    Break,
    Cell,
    Columns,
    Drawing,
    Figure,
    Label,
    Lines,
    Note,
    Paragraph,
    Row,
    Spacer,
    Table,
)
from guidepress.document.inlines import LineBreak, NoteMark, PageRef, Text
from guidepress.document.style import Style
from guidepress.paginate import GalleyMeasurer, paginate
from guidepress.typeset import Fonts, set_paragraph

if TYPE_CHECKING:
    from guidepress.document.blocks import Block

PLAIN = Style("plain", size=10_000, leading=14_000, expand=0)
SPACED = replace(PLAIN, name="spaced", space_before=6000, space_after=4000)
GRID = Style("cells", size=10_000, leading=14_000, padding=3000)


def measurer(fonts: Fonts, lines: int = 20) -> GalleyMeasurer:
    return GalleyMeasurer(layout_of(lines=lines), fonts, "en")


def test_a_verse_is_as_high_as_its_lines(fonts: Fonts) -> None:
    """Three lines of 14 pt."""
    verse = Paragraph(PLAIN, (Text("One"), LineBreak(), Text("two"), LineBreak(), Text("three")))
    assert measurer(fonts).stood((verse,), 200_000) == Stood(0, 3 * 14_000, 0)


def test_of_two_spaces_that_meet_the_larger_counts(fonts: Fonts) -> None:
    """6 + 14 + max(4, 6) + 14 + 4 pt."""
    stood = measurer(fonts).stood((para(2, style=SPACED), para(2, style=SPACED)), 200_000)
    assert stood == Stood(6000, 34_000, 4000)
    assert stood is not None
    assert stood.whole == 44_000


def test_where_nothing_is_printed_nothing_stands(fonts: Fonts) -> None:
    assert measurer(fonts).stood((), 200_000) is None
    assert measurer(fonts).stood((Spacer(5000),), 200_000) is None


def test_a_box_adds_its_padding(fonts: Fonts) -> None:
    """7 + 14 + 7 pt."""
    assert measurer(fonts).stood((box(para(2, style=PLAIN)),), 200_000) == Stood(0, 28_000, 0)


def test_ruled_lines_want_half_a_pitch_below(fonts: Fonts) -> None:
    assert measurer(fonts).stood((Lines(3, 20_000, PLAIN),), 200_000) == Stood(0, 60_000, 10_000)


def test_columns_are_as_high_as_the_highest_of_them(fonts: Fonts) -> None:
    """Five lines in two columns: three of 14 pt."""
    entries = tuple(para(1, style=PLAIN) for _ in range(5))
    assert measurer(fonts).stood((Columns(entries, 2, 10_000),), 200_000) == Stood(0, 42_000, 0)


def test_columns_stand_below_what_is_above_them(fonts: Fonts) -> None:
    """14 + 4 + 28 pt."""
    entries = tuple(para(1, style=PLAIN) for _ in range(4))
    stood = measurer(fonts).stood((para(2, style=SPACED), Columns(entries, 2, 10_000)), 200_000)
    assert stood == Stood(6000, 46_000, 0)


def test_columns_that_no_page_holds_are_measured_all_the_same(fonts: Fonts) -> None:
    """Twenty lines on a page of five, in two columns: ten of 14 pt."""
    entries = tuple(para(1, style=PLAIN) for _ in range(20))
    assert measurer(fonts, lines=5).stood((Columns(entries, 2, 10_000),), 200_000) == Stood(0, 140_000, 0)


def test_footnotes_take_room_with_the_rule_above_them(fonts: Fonts) -> None:
    """14 pt of text, 14 pt of rule, 10 pt of note."""
    noted = Paragraph(PLAIN, (Text("See"), NoteMark("n", 1)))
    note = Note("n", 1, (Paragraph(NOTE, (Text("There."),)),))
    assert measurer(fonts).stood((noted,), 200_000, (note,)) == Stood(0, 38_000, 0)


def test_words_that_were_learnt_together_are_not_shaped_again(fonts: Fonts) -> None:
    gauge, paragraph = measurer(fonts), Paragraph(PLAIN, (Text("Unheard syllabubs"),))
    gauge.learn((paragraph,))
    shaped = fonts.words
    assert gauge.word(paragraph.inlines, PLAIN) == gauge.word((Text("syllabubs"),), PLAIN)
    assert fonts.words == shaped


def test_a_page_reference_has_room_for_two_figures(fonts: Fonts) -> None:
    gauge = measurer(fonts)
    assert gauge.width((PageRef("a"),), PLAIN) == gauge.width((Text("00"),), PLAIN)
    assert gauge.word((Text("x "), PageRef("a")), PLAIN) == gauge.word((Text("x 00"),), PLAIN)


def test_lines_are_those_that_typesetting_makes(fonts: Fonts) -> None:
    text = (Text(words(60)),)
    assert measurer(fonts).lines(text, BODY, 150_000) == set_paragraph(text, 150_000, BODY, fonts)


def test_a_label_is_set_as_it_is_aligned(fonts: Fonts) -> None:
    label = Label(0, 0, (Text(words(20)),), PLAIN, 80_000, align="centred")
    assert measurer(fonts).label(label) == set_paragraph(
        label.inlines, 80_000, replace(PLAIN, align="centred"), fonts
    )


def test_rows_are_as_high_as_their_highest_cell_with_its_padding(fonts: Fonts) -> None:
    """The head 3 + 14 + 3 pt, the row likewise with as many lines as its second cell takes."""
    row = Row((Cell((para(1, style=PLAIN),)), Cell((para(30, style=PLAIN),))))
    head = Row((Cell((para(1, style=PLAIN),)), Cell((para(1, style=PLAIN),))))
    first, second = measurer(fonts).rows(Table((300, 700), (head,), (row,), GRID), 200_000)
    assert first.height == 20_000
    assert [len(cell) for cell in first.cells] == [1, 1]
    assert len(second.cells[1]) > 2
    assert second.height == 6000 + len(second.cells[1]) * 14_000


@pytest.mark.parametrize("count", [3, 40, 200])
def test_leaves_are_filled_as_pages_are(fonts: Fonts, count: int) -> None:
    blocks: tuple[Block, ...] = (heading("One"), *(para(count, start) for start in range(3)))
    leaves = measurer(fonts, lines=12).leaves(blocks, 200_000)
    book = paginate(document(section(*blocks)), layout_of(lines=12), fonts)
    assert len(leaves) == book.page_count
    assert all(0 < each <= 12 * 14_000 for each in leaves)


def test_what_was_measured_is_not_set_again(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    from guidepress.typeset import setting  # noqa: PLC0415 - to count its calls

    blocks: list[Block] = [para(60, start) for start in range(0, 12, 3)]
    blocks.append(Table((500, 500), (), (Row((Cell((para(9),)), Cell((para(8, 2),)))),), GRID))
    blocks.append(
        Figure(Drawing(90_000, 30_000, (), (Label(0, 9000, (Text(words(7)),), PLAIN, 90_000),)), "", PLAIN)
    )
    label = blocks[-1].drawing.labels[0]  # type: ignore[union-attr]
    gauge = measurer(fonts)
    gauge.stood(blocks, 200_000)
    gauge.label(label)
    calls: list[object] = []
    monkeypatch.setattr(setting, "set_paragraph", lambda *given, **_: calls.append(given))
    paginate(document(section(*blocks)), layout_of(), fonts)
    assert calls == []


def test_a_forced_break_parts_what_is_measured(fonts: Fonts) -> None:
    """Only what stands on the last page counts: a line of 14 pt."""
    blocks = (box(para(2, style=PLAIN)), Break("page"), para(1, style=PLAIN))
    assert measurer(fonts).stood(blocks, 200_000) == Stood(0, 14_000, 0)
