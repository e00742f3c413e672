"""A document laid out flat: places, boxes, names, breaks, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import HEADING, document, layout_of, section
from tests.paginate.stacks import LABELS, PLAIN, collected, paragraph, pieces_of

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.document.blocks import (
    Break,
    Cell,
    Columns,
    Document,
    Drawing,
    Figure,
    Group,
    Heading,
    Label,
    Lines,
    MarginNote,
    Note,
    Paragraph,
    Picture,
    Row,
    Section,
    Spacer,
    Table,
)
from guidepress.document.inlines import Look, NoteMark, PageRef, Text
from guidepress.document.style import Border, Style
from guidepress.layout.areas import areas_of
from guidepress.page.book import Metadata, OutlineEntry
from guidepress.page.items import BACKGROUND
from guidepress.paginate.collect import collect, collect_loose
from guidepress.paginate.pieces import (
    AnchorMark,
    Art,
    Begin,
    Beside,
    Close,
    ColumnSet,
    Open,
    Para,
    Photo,
    Ruled,
    Space,
    Stop,
    TableRow,
)

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.layout.model import Layout
    from guidepress.paginate.collect import Collected
    from guidepress.paginate.pieces import Piece

BOXED = replace(PLAIN, name="boxed", background=BLACK, padding=5000, indent_left=2000, indent_right=1000)


def kinds(pieces: list[Piece]) -> list[str]:
    return [type(piece).__name__ for piece in pieces]


def paras(pieces: list[Piece]) -> list[Para]:
    return [piece for piece in pieces if isinstance(piece, Para)]


def sections(*made: Section, layout: Layout | None = None) -> Collected:
    chosen = layout or layout_of()
    return collect(document(*made), chosen, areas_of(chosen.page, chosen.styles), LABELS)


# sections


def test_a_section_begins_with_its_name() -> None:
    (strand,) = collected(paragraph(1)).strands
    begin, name, para = strand.pieces
    assert isinstance(begin, Begin)
    assert begin.section.title == "One"
    assert name == AnchorMark("one")
    assert isinstance(para, Para)
    assert (para.x, para.measure, para.tag, para.language) == (0, 200_000, 2, "en")


def test_a_wide_section_has_the_measure_of_the_margin_column_too() -> None:
    layout = layout_of(margin=60_000)
    made = sections(section(paragraph(1), wide=True), section(paragraph(1), title="Two"), layout=layout)
    # 200, and 10 of gap and 60 of margin.
    assert [strand.pieces[-1].measure for strand in made.strands] == [270_000, 200_000]  # type: ignore[union-attr]


def test_a_wide_section_on_a_page_of_columns_stands_across_them() -> None:
    layout = layout_of(columns=2)
    made = sections(section(paragraph(1), Break("page"), paragraph(1), wide=True), layout=layout)
    (across,) = made.strands[0].pieces
    assert isinstance(across, ColumnSet)
    assert (across.count, across.x, across.measure, across.gap) == (1, 0, 200_000, 0)
    # Nothing in it ends the strand.
    assert kinds(list(across.pieces)) == ["Begin", "AnchorMark", "Para", "Stop", "Para"]
    assert [each is not None for each in made.texts[0][1:]] == [True, True]


def test_the_first_and_the_last_paragraph_of_the_text_are_known() -> None:
    first, last = paragraph(1), paragraph(2)
    title = Paragraph(HEADING, (Text("A"),), role="H1", heading=Heading(1, "A"))
    made = collected(title, Group((first,), BOXED), last, paragraph(1, role="Caption"))
    assert made.texts[0][1:] == (first, last)
    assert collected(title).texts[0][1:] == (None, None)


def test_text_in_cells_and_columns_is_no_first_paragraph() -> None:
    made = collected(Columns((paragraph(1),), 2, 10_000), paragraph(2))
    assert made.texts[0][1:] == (paragraph(2), paragraph(2))


def test_the_cover_is_a_section_of_its_own_before_all_others() -> None:
    labels = (Label(0, 0, (Text("T"),), PLAIN, 1000, role="H1"), Label(0, 0, (Text("x"),), PLAIN, 1000))
    made = replace(document(section(paragraph(1))), cover=Drawing(10, 10, (), labels))
    layout = layout_of()
    found = collect(made, layout, areas_of(layout.page, layout.styles), LABELS)
    assert found.cover is not None
    assert (found.cover.tag, found.cover.labels, found.cover.x) == (1, (2, 1), 0)
    assert [node.role for node in found.tree] == ["Document", "Sect", "H1", "Sect", "P"]


# text


def test_a_paragraph_with_a_ground_stands_in_a_box_of_its_own() -> None:
    opened, para, closed = pieces_of(paragraph(1, BOXED))
    assert isinstance(opened, Open)
    assert isinstance(para, Para)
    assert isinstance(closed, Close)
    assert closed.box is opened.box
    # 2 of indent, 5 of padding; 200 - 2 - 1 - 5 - 5.
    assert (opened.box.x, opened.box.width, para.x, para.measure) == (2000, 197_000, 7000, 187_000)


def test_a_marker_hangs_in_the_indent_of_the_first_line() -> None:
    style = replace(PLAIN, hang=12_000)
    (para,) = paras(pieces_of(paragraph(1, style, role="LI", marker=(Text("1."),))))
    assert para.indent == 12_000
    assert (para.label, para.tag) == (3, 4)
    assert paras(pieces_of(paragraph(1, style)))[0].indent is None


def test_a_paragraph_knows_whether_it_waits_for_pages() -> None:
    late = paragraph(1)
    late = replace(late, inlines=(PageRef("a"),))
    assert [para.late for para in paras(pieces_of(late, paragraph(1)))] == [True, False]


def test_a_paragraph_in_another_language_says_so() -> None:
    made = pieces_of(paragraph(1, language="fr"), paragraph(1))
    assert [para.language for para in paras(made)] == ["fr", "en"]


def test_a_name_stands_where_it_was_first() -> None:
    made = pieces_of(paragraph(1, anchor="a"), paragraph(1, anchor="a"), Group((), anchor="b"))
    assert [piece for piece in made if isinstance(piece, AnchorMark)] == [AnchorMark("a"), AnchorMark("b")]
    assert kinds(made) == ["AnchorMark", "Para", "Para", "AnchorMark"]


def test_headings_are_listed_with_a_name_to_lead_to() -> None:
    def titled(title: str, *, anchor: str = "", outline: bool = True) -> Paragraph:
        return Paragraph(
            HEADING, (Text(title),), role="H2", anchor=anchor, heading=Heading(2, title, outline=outline)
        )

    made = collected(titled("A"), titled("B", anchor="b"), titled("C", outline=False), titled("D"))
    assert made.outline == (
        OutlineEntry(2, "A", "heading-1"),
        OutlineEntry(2, "B", "b"),
        OutlineEntry(2, "D", "heading-3"),
    )
    names = [piece.name for piece in made.strands[0].pieces if isinstance(piece, AnchorMark)]
    assert names == ["one", "heading-1", "b", "heading-3"]


# groups


def test_a_group_with_a_style_is_a_box() -> None:
    made = pieces_of(Group((paragraph(1), Group((paragraph(1),), BOXED)), BOXED))
    assert kinds(made) == ["Open", "Para", "Open", "Para", "Close", "Close"]
    outer, inner = (piece.box for piece in made if isinstance(piece, Open))
    assert inner.parent is outer
    assert [(para.x, para.measure) for para in paras(made)] == [(7000, 187_000), (14_000, 174_000)]


def test_a_group_without_a_style_is_none() -> None:
    assert kinds(pieces_of(Group((paragraph(1),)))) == ["Para"]


def test_a_question_stays_with_its_choices() -> None:
    kept = replace(PLAIN, keep_together=True)
    made = pieces_of(Group((paragraph(1, kept), paragraph(1)), role="LI"))
    assert kinds(made) == ["Open", "Para", "Para", "Close"]
    assert isinstance(made[0], Open)
    assert (made[0].box.style, made[0].box.width) == (kept, 200_000)
    assert kinds(pieces_of(Group((paragraph(1), paragraph(1)), role="LI"))) == ["Para", "Para"]
    assert kinds(pieces_of(Group((paragraph(1, kept),), role="L"))) == ["Para"]
    assert kinds(pieces_of(Group((), role="LI"))) == []


# breaks


@pytest.mark.parametrize("kind", ["page", "recto", "verso", "column"])
def test_a_break_begins_a_strand(kind: str) -> None:
    made = collected(paragraph(1), Group((Break(kind),)), paragraph(1))  # type: ignore[arg-type]
    assert [strand.start for strand in made.strands] == ["page", "page" if kind == "column" else kind]


def test_a_break_in_a_box_ends_the_page_and_not_the_strand() -> None:
    made = pieces_of(Group((paragraph(1), Break("recto"), paragraph(1)), BOXED))
    assert [piece for piece in made if isinstance(piece, Stop)] == [Stop("page")]


def test_a_break_of_a_column_ends_one_where_there_are_several() -> None:
    made = pieces_of(paragraph(1), Break("column"), paragraph(1), layout=layout_of(columns=2))
    assert made[1] == Stop("column")


def test_a_break_for_room_says_how_much() -> None:
    assert pieces_of(paragraph(1), Break("room", 9000))[1] == Stop("room", 9000)


# columns, the margin, the rest


def test_columns_share_the_measure() -> None:
    (made,) = pieces_of(Columns((paragraph(1),), 2, 10_000))
    assert isinstance(made, ColumnSet)
    assert (made.count, made.x, made.measure, made.gap) == (2, 0, 95_000, 10_000)  # (200 - 10) / 2
    assert [para.measure for para in paras(list(made.pieces))] == [95_000]


@pytest.mark.parametrize(
    ("block", "columns"),
    [
        (Columns((paragraph(1),), 1, 10_000), 1),
        (Columns((paragraph(1),), 2, 10_000), 2),
        (Group((Columns((paragraph(1),), 2, 10_000),), BOXED), 1),
    ],
)
def test_columns_stand_in_the_text_where_they_cannot_be_balanced(block: Block, columns: int) -> None:
    made = pieces_of(block, layout=layout_of(columns=columns))
    assert len(paras(made)) == 1
    assert "ColumnSet" not in kinds(made)


def test_columns_in_columns_are_set_one_below_the_other() -> None:
    (made,) = pieces_of(Columns((Columns((paragraph(1),), 2, 10_000), Break("page")), 2, 10_000))
    assert isinstance(made, ColumnSet)
    assert kinds(list(made.pieces)) == ["Para", "Stop"]


def test_a_margin_note_stands_beside_the_text() -> None:
    made = collected(MarginNote((paragraph(1),)), paragraph(1), layout=layout_of(margin=60_000))
    note = made.strands[0].pieces[2]
    assert isinstance(note, Beside)
    assert [(para.x, para.measure, para.tag) for para in paras(list(note.pieces))] == [(0, 60_000, 4)]
    assert [node.role for node in made.tree[2:]] == ["P", "Aside", "P"]


def test_without_a_margin_column_a_margin_note_stands_in_the_text() -> None:
    note = MarginNote((paragraph(1),))
    assert kinds(pieces_of(note)) == ["Para"]
    inside = pieces_of(Columns((note,), 2, 10_000), layout=layout_of(margin=60_000))[0]
    assert isinstance(inside, ColumnSet)
    assert kinds(list(inside.pieces)) == ["Para"]
    wide = sections(section(note, wide=True), layout=layout_of(margin=60_000))
    assert kinds(list(wide.strands[0].pieces)) == ["Begin", "AnchorMark", "Para"]


def test_a_margin_note_in_a_box_stands_beside_it() -> None:
    made = pieces_of(Group((MarginNote((paragraph(1),)),), BOXED), layout=layout_of(margin=60_000))
    assert kinds(made) == ["Open", "Beside", "Close"]


def test_every_kind_of_block_has_its_piece() -> None:
    figure = Figure(Drawing(100_000, 50_000, ()), "A", PLAIN, anchor="fig")
    picture = Picture("a.png", "", 10, 10, PLAIN)
    table = Table((1000,), (), (), PLAIN, anchor="tab")
    made = pieces_of(figure, picture, Lines(3, 20_000, PLAIN), Spacer(9000), table)
    assert kinds(made) == [
        "AnchorMark", "Open", "Art", "Close", "Open", "Photo", "Close", "Ruled", "Space", "AnchorMark", "Open", "Close",
    ]  # fmt: skip
    assert made[8] == Space(9000)
    assert not any(isinstance(piece, TableRow) for piece in made)
    assert isinstance(made[2], Art)
    assert isinstance(made[5], Photo)


def test_answer_lines_have_the_colour_of_rules() -> None:
    layout = layout_of()
    (ruled,) = pieces_of(Lines(3, 20_000, PLAIN), layout=layout)
    assert isinstance(ruled, Ruled)
    assert (ruled.count, ruled.pitch, ruled.x, ruled.width) == (3, 20_000, 0, 200_000)
    assert ruled.colour == layout.colours["rule"]


def test_a_caption_stands_below_its_figure() -> None:
    caption = paragraph(1, role="Caption")
    figure = Figure(Drawing(100_000, 50_000, ()), "A", PLAIN, caption)
    made = collected(figure)
    assert kinds(list(made.strands[0].pieces[2:])) == ["Open", "Art", "Para", "Close"]
    assert [(node.role, node.parent) for node in made.tree[2:]] == [("Figure", 1), ("Caption", 2)]


def test_below_a_decoration_a_caption_is_a_paragraph() -> None:
    figure = Figure(Drawing(100_000, 50_000, ()), "", PLAIN, paragraph(1, role="Caption"))
    assert [(node.role, node.parent) for node in collected(figure).tree[2:]] == [("P", 1)]


def test_labels_with_a_role_are_read_though_their_drawing_is_decoration() -> None:
    label = Label(0, 0, (Text("covetous"),), PLAIN, 90_000, role="P")
    made = collected(Figure(Drawing(100_000, 50_000, (), (label,)), "", PLAIN))
    (art,) = [piece for piece in made.strands[0].pieces if isinstance(piece, Art)]
    assert (art.tag, art.labels) == (BACKGROUND, (2,))
    assert [(node.role, node.parent) for node in made.tree[2:]] == [("P", 1)]


def test_an_entry_of_a_list_is_what_it_explains_and_what_it_says() -> None:
    words = (Text("1 "), Text("ghost", Look(strong=True)), Text(": a "), Text("spirit", Look(strong=True)))
    entry = replace(paragraph(1), role="LI", inlines=words)
    made = collected(Group((entry,), role="L"))
    assert [(node.role, node.parent) for node in made.tree[2:]] == [
        ("L", 1), ("LI", 2), ("Lbl", 3), ("LBody", 3), ("Strong", 5),
    ]  # fmt: skip
    (para,) = paras(list(made.strands[0].pieces))
    assert (para.tag, para.tags) == (5, (4, 4, 5, 6))


def test_the_cells_of_a_grid_may_be_items_of_lists_that_are_read_one_after_the_other() -> None:
    rows = tuple(Row((Cell((paragraph(1),), listed=0), Cell((paragraph(1),), listed=1))) for _ in range(2))
    made = collected(Table((500, 500), (), rows, PLAIN, layout=True, lists=("Decimal", "UpperAlpha")))
    tree = made.tree
    lists = [index for index, node in enumerate(tree) if node.role == "L"]
    assert [tree[each].numbering for each in lists] == ["Decimal", "UpperAlpha"]
    assert [lists.index(node.parent) for node in tree if node.role == "LI"] == [0, 1, 0, 1]


# footnotes


def test_a_footnote_is_collected_at_its_first_mark() -> None:
    text = replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1), NoteMark("n", 1), NoteMark("?", 2)))
    made = collected(text, text, notes=(Note("n", 1, (paragraph(1),)), Note("unused", 2, ())))
    assert list(made.notes) == ["n"]
    assert [node.role for node in made.tree].count("Note") == 1


def test_a_footnote_is_as_wide_as_a_column_wherever_its_mark_stands() -> None:
    text = replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1)))
    made = collected(
        Group((text,), BOXED), notes=(Note("n", 1, (paragraph(1),)),), layout=layout_of(columns=2)
    )
    # (200 - 10) / 2.
    assert [(para.x, para.measure) for para in paras(list(made.notes["n"].pieces))] == [(0, 95_000)]


# loose blocks


def test_loose_blocks_stand_in_a_measure_of_their_own() -> None:
    layout = layout_of()
    areas = areas_of(layout.page, layout.styles)
    text = replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1)))
    made = Document(Metadata("", language="fr"), (), (Note("n", 1, (paragraph(1),)),))
    loose = collect_loose((text,), 90_000, made, layout, areas, LABELS)
    assert [(para.measure, para.language) for para in paras(list(loose.pieces))] == [(90_000, "fr")]
    assert list(loose.notes) == ["n"]


def test_of_loose_blocks_what_stands_after_the_last_new_page_counts() -> None:
    layout = layout_of()
    areas = areas_of(layout.page, layout.styles)
    made = Document(Metadata(""), ())
    blocks = (paragraph(1), Break("page"), paragraph(2), Break("page"), paragraph(3))
    loose = collect_loose(blocks, 90_000, made, layout, areas, LABELS)
    assert [para.paragraph for para in paras(list(loose.pieces))] == [paragraph(3)]


def test_a_bar_alone_makes_a_box() -> None:
    bar = replace(PLAIN, bar=Border(2000, BLACK))
    assert kinds(pieces_of(paragraph(1, bar))) == ["Open", "Para", "Close"]
    assert isinstance(bar, Style)
