"""What a plan holds, painted: where frames stand, in which order, on which elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import layout_of, section
from tests.paginate.stacks import LABELS, LINE, PLAIN, frame, para, paragraph, piece, stacker

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Picture
from guidepress.document.inlines import Blank, LinkTo, NoteMark, Text
from guidepress.layout.areas import areas_of
from guidepress.page.items import ARTIFACT, BACKGROUND, Anchor, Frame, Image, Link, Run, Shape
from guidepress.paginate.galley import Galley
from guidepress.paginate.painting import Painter
from guidepress.paginate.pieces import (
    AnchorMark,
    Art,
    Box,
    Close,
    Footnote,
    Open,
    Photo,
    Ruled,
    TableCell,
    TableRow,
)
from guidepress.paginate.plans import Plan, SideNote, Slice
from guidepress.paginate.resolve import unknown
from guidepress.paginate.setter import Setter

if TYPE_CHECKING:
    from guidepress.layout.model import Layout
    from guidepress.paginate.pieces import Piece
    from guidepress.typeset import Fonts

X, Y = 20_000, 30_000
"""Where the text area of the test layout begins."""

BASE = 9_700
"""From a line's top to its baseline."""

GROUND = replace(PLAIN, background=BLACK)


def paint(
    fonts: Fonts, *slices: Slice, layout: Layout | None = None, verso: bool = False, **values: object
) -> tuple[Frame, ...]:
    chosen = layout or layout_of(grid=0)
    painter = Painter(Setter(fonts, LABELS, unknown(LABELS)), areas_of(chosen.page, chosen.styles))
    wide = bool(values.pop("wide", False))
    return painter.page(Plan(slices, section(wide=wide), **values), verso=verso)  # type: ignore[arg-type]


def stack(fonts: Fonts, *pieces: Piece, notes: dict[str, Footnote] | None = None) -> Galley:
    return stacker(fonts, notes=notes).stack(pieces, main=True)


def whole(galley: Galley, x: int = 0, y: int = 0, note_end: int = 0, foot: int = 0) -> Slice:
    return Slice(galley, 0, len(galley), x, y, 0, note_end, foot)


def told(frames: tuple[Frame, ...]) -> list[tuple[int, int, str]]:
    """Where each frame stands, and its text, or what kind of item it begins with."""
    return [(each.x, each.y, _said(each)) for each in frames]


def _said(each: Frame) -> str:
    runs = [word.text for item in each.items if isinstance(item, Run) for word in item.words]
    return " ".join(runs) or type(each.items[0]).__name__


def names(frames: tuple[Frame, ...]) -> list[tuple[str, int, int]]:
    return [(item.name, item.x, item.y) for each in frames for item in each.items if isinstance(item, Anchor)]


def test_lines_stand_on_their_baselines(fonts: Fonts) -> None:
    made = paint(fonts, whole(stack(fonts, para(2)), x=5000, y=1000))
    assert told(made) == [
        (X + 5000, Y + 1000 + BASE, "l0"),
        (X + 5000, Y + 1000 + BASE + LINE, "l1"),
    ]
    assert [each.tag for each in made] == [1, 1]


def test_an_indented_paragraph_stands_at_its_own_edge(fonts: Fonts) -> None:
    assert told(paint(fonts, whole(stack(fonts, piece(paragraph(1), x=7000)))))[0][0] == X + 7000


def test_a_slice_holds_only_its_atoms(fonts: Fonts) -> None:
    made = stack(fonts, AnchorMark("a"), para(1), AnchorMark("b"), para(1), AnchorMark("c"), para(1))
    frames = paint(fonts, Slice(made, 1, 2, 0, 0))
    assert told(frames)[0] == (X, Y + BASE, "l0")
    assert len(frames) == 2
    assert names(frames) == [("b", X, Y)]
    assert frames[-1].tag == BACKGROUND
    assert paint(fonts, Slice(made, 1, 1, 0, 0)) == ()


def test_slices_are_painted_in_their_order(fonts: Fonts) -> None:
    one, two = stack(fonts, para(1)), stack(fonts, para(2))
    assert [text for *_, text in told(paint(fonts, whole(two), whole(one, y=50_000)))] == ["l0", "l1", "l0"]


def test_wide_text_of_a_verso_begins_where_its_margin_column_would(fonts: Fonts) -> None:
    made, layout = stack(fonts, para(1)), layout_of(grid=0, margin=60_000)
    # 20 of margin, 60 of margin column, 10 between; wide text has the column's room.
    assert told(paint(fonts, whole(made), layout=layout, verso=True))[0][0] == 90_000
    assert told(paint(fonts, whole(made), layout=layout, verso=True, wide=True))[0][0] == 20_000


def test_links_and_shapes_belong_to_their_line(fonts: Fonts) -> None:
    linked = replace(paragraph(1), inlines=(Text("a", link=LinkTo("#a", "A")), Blank(20_000, "blank")))
    (made,) = paint(fonts, whole(stack(fonts, replace(piece(linked), tags=(7, 8)))))
    kinds = [type(item) for item in made.items]
    assert kinds[0] is Shape
    assert kinds[-1] is Link
    assert made.tags == (7, 8)


def test_a_marker_stands_before_the_first_line_alone(fonts: Fonts) -> None:
    style = replace(PLAIN, indent_left=4000, hang=12_000)
    marked = replace(piece(paragraph(2, style, marker=(Text("1."),)), x=3000), label=9, label_tags=(5,))
    made = stack(fonts, marked)
    frames = paint(fonts, whole(made))
    assert told(frames)[0] == (X + 3000 + 4000, Y + BASE, "1.")
    assert (frames[0].tag, frames[0].tags) == (9, (5,))
    assert [text for *_, text in told(frames)] == ["1.", "l0", "l1"]
    # On the next page the paragraph goes on without it.
    assert [text for *_, text in told(paint(fonts, Slice(made, 1, 2, 0, 0)))] == ["l1"]


def test_two_paragraphs_have_a_marker_each(fonts: Fonts) -> None:
    one, two = (piece(paragraph(1, marker=(Text(text),))) for text in ("1.", "2."))
    made = told(paint(fonts, whole(stack(fonts, one, two))))
    assert [text for *_, text in made] == ["1.", "l0", "2.", "l0"]


def test_answer_lines_stand_at_the_foot_of_their_room(fonts: Fonts) -> None:
    made = paint(fonts, whole(stack(fonts, Ruled(2, 20_000, 1000, 90_000, BLACK))))
    rule = Shape((("m", (0, 20_000)), ("l", (90_000, 20_000))), stroke=BLACK, line_width=500)
    assert made == (
        Frame(X + 1000, Y, (rule,), BACKGROUND),
        Frame(X + 1000, Y + 20_000, (rule,), BACKGROUND),
    )


def test_pictures_and_drawings_stand_at_their_place(fonts: Fonts) -> None:
    shape = Shape((("r", (0, 0, 1, 1)),))
    art = Art(Drawing(50_000, 30_000, (shape,)), 2000, 4, (), "en")
    photo = Photo(Picture("a.png", "", 10, 10, PLAIN), 3000, 10_000, 25_000, 5)
    assert paint(fonts, whole(stack(fonts, art, photo))) == (
        Frame(X + 2000, Y, (shape,), 4),
        Frame(X + 3000, Y + 30_000, (Image("a.png", 0, 0, 10_000, 25_000),), 5),
    )


# boxes


def decorated(parent: Box | None = None, x: int = 0) -> Box:
    return Box(parent, GROUND, x, 200_000 - 2 * x, 5000, 6000, decorated=True)


def grounds(frames: tuple[Frame, ...]) -> list[tuple[int, int, int]]:
    """Left edge, top and height of each ground."""
    return [
        (each.x, each.y, int(item.path[0][1][3]))
        for each in frames
        for item in each.items
        if isinstance(item, Shape) and item.path[0][0] == "r"
    ]


def test_a_ground_lies_behind_its_lines_and_reaches_over_its_padding(fonts: Fonts) -> None:
    box = decorated(x=1000)
    frames = paint(fonts, whole(stack(fonts, para(1), Open(box), para(2), Close(box), para(1))))
    # Below a line of 14; 5 + two lines + 6.
    assert grounds(frames) == [(X + 1000, Y + LINE, 5000 + 2 * LINE + 6000)]
    assert [text for *_, text in told(frames)] == ["Shape", "l0", "l0", "l1", "l0"]


def test_a_box_is_drawn_on_every_page_it_reaches(fonts: Fonts) -> None:
    box = decorated()
    made = stack(fonts, para(1), Open(box), *(para(1) for _ in range(4)), Close(box))
    # 14, then 5 and two lines and 6; on the next page 5 and two lines and 6.
    assert grounds(paint(fonts, Slice(made, 0, 3, 0, 0))) == [(X, Y + LINE, 39_000)]
    assert grounds(paint(fonts, Slice(made, 3, 5, 0, 0))) == [(X, Y, 39_000)]
    assert grounds(paint(fonts, Slice(made, 0, 1, 0, 0))) == []


def test_a_box_in_a_box_lies_on_it(fonts: Fonts) -> None:
    outer = decorated()
    inner = decorated(outer, 7000)
    made = stack(fonts, Open(outer), Open(inner), para(1), Close(inner), Close(outer))
    # 5 + 5 + 14 + 6 + 6, and inside it 5 + 14 + 6.
    assert grounds(paint(fonts, whole(made))) == [(X, Y, 36_000), (X + 7000, Y + 5000, 25_000)]


def test_a_box_without_decoration_is_not_drawn(fonts: Fonts) -> None:
    box = frame(top=5000, bottom=5000, style=GROUND)
    assert grounds(paint(fonts, whole(stack(fonts, Open(box), para(1), Close(box))))) == []


def test_rules_of_a_box_stand_where_it_opens_and_closes(fonts: Fonts) -> None:
    style = replace(
        PLAIN,
        rule_above=replace(PLAIN.rule_above, width=700),
        rule_below=replace(PLAIN.rule_below, width=300),
    )
    box = Box(None, style, 0, 200_000, decorated=True)
    made = stack(fonts, Open(box), para(1), para(1), Close(box))

    def rules(part: Slice) -> list[int]:
        return [
            item.line_width for each in paint(fonts, part) for item in each.items if isinstance(item, Shape)
        ]

    assert rules(whole(made)) == [700, 300]
    assert rules(Slice(made, 0, 1, 0, 0)) == [700]
    assert rules(Slice(made, 1, 2, 0, 0)) == [300]


# the grid


def test_what_follows_the_first_line_on_the_grid_moves_with_it(fonts: Fonts) -> None:
    grid, box = replace(PLAIN, grid=True), decorated()
    pieces = (para(1), AnchorMark("a"), para(1, grid), Open(box), para(1), Close(box))
    made = stacker(fonts, layout_of()).stack(pieces, main=True)
    # 3 pt down, the second line moves on to the grid at 28; 14 below it stand the box and its padding.
    frames = paint(fonts, whole(made, y=3000))
    assert [y - Y for _, y, text in told(frames) if text == "l0"] == [
        3000 + BASE,
        28_000 + BASE,
        42_000 + 5000 + BASE,
    ]
    assert grounds(frames) == [(X, Y + 42_000, 25_000)]
    assert names(frames) == [("a", X, Y + 28_000)]


# tables


TABLE = replace(PLAIN, name="table")


def row(*pieces: Piece, head: bool = False, ground: bool = False) -> TableRow:
    cell = TableCell(pieces, 0, 90_000, BLACK if ground else None)
    return TableRow((cell,), 0, 90_000, TABLE, head, None, None, 3000, 4000)


def test_cells_stand_below_the_padding_of_their_row(fonts: Fonts) -> None:
    made = stack(fonts, para(1), row(AnchorMark("a"), para(1), ground=True))
    frames = paint(fonts, whole(made))
    assert told(frames)[1:3] == [(X, Y + LINE, "Shape"), (X, Y + LINE + 3000 + BASE, "l0")]
    assert names(frames) == [("a", X, Y + LINE)]  # once, at the row


def test_a_row_that_was_cut_has_padding_where_it_begins(fonts: Fonts) -> None:
    made = stack(fonts, row(para(25)))
    # The first part begins with 3 pt of padding, the second does not.
    assert told(paint(fonts, Slice(made, 0, 1, 0, 0)))[0][1] == Y + 3000 + BASE
    assert told(paint(fonts, Slice(made, 1, 2, 0, 0)))[0][1] == Y + BASE


def test_heads_are_repeated_as_artifacts_above_the_rows(fonts: Fonts) -> None:
    head = row(AnchorMark("a"), piece(paragraph(1, marker=(Text("*"),))), head=True, ground=True)
    box = Box(None, TABLE, 0, 90_000, head=(head,))
    made = stack(fonts, Open(box), head, row(para(1)), row(para(1)), Close(box))
    frames = paint(fonts, Slice(made, 2, 3, 0, 1000))
    # 1 pt down stand 21 of head; the row's padding and baseline below it.
    assert told(frames) == [
        (X, Y + 1000, "Shape"),
        (X, Y + 1000 + 3000 + BASE, "l0"),
        (X, Y + 22_000 + 3000 + BASE, "l0"),
    ]
    assert [each.tag for each in frames] == [BACKGROUND, ARTIFACT, 1]
    first = paint(fonts, Slice(made, 0, 2, 0, 0))
    assert [each.tag for each in first if _said(each) == "l0"] == [1, 1]


def test_a_ground_behind_a_table_reaches_over_its_repeated_head(fonts: Fonts) -> None:
    outer = decorated()
    head = row(para(1), head=True)
    box = Box(outer, TABLE, 0, 90_000, head=(head,))
    made = stack(
        fonts,
        para(1),
        Open(outer),
        Open(box),
        head,
        *(row(para(1)) for _ in range(3)),
        Close(box),
        Close(outer),
    )
    # 5, the head of 21, two rows of 21, 6.
    assert grounds(paint(fonts, Slice(made, 3, 5, 0, 0))) == [(X, Y, 5000 + 3 * 21_000 + 6000)]


# notes


SMALL = replace(PLAIN, size=8000, leading=10_000)
NOTES = {"n": Footnote("n", 1, (AnchorMark("note-n"), para(3, SMALL)))}


def marked() -> Piece:
    return piece(replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1))))


def test_footnotes_stand_at_the_foot_under_a_short_rule(fonts: Fonts) -> None:
    made = stack(fonts, marked(), notes=NOTES)
    frames = paint(fonts, whole(made, x=1000, note_end=3, foot=280_000))
    rule = next(each for each in frames if isinstance(each.items[0], Shape))
    # Three lines of 10 end at 280; the rule stands half of its 14 above them, a fifth of 200 long.
    assert (rule.x, rule.y) == (X + 1000, Y + 250_000 - 7000)
    assert rule.items[0] == Shape((("m", (0, 0)), ("l", (40_000, 0))), stroke=BLACK, line_width=500)
    small = SMALL.baseline
    assert [(x, y - Y) for x, y, text in told(frames) if text.startswith("l")] == [
        (X + 1000, 250_000 + small),
        (X + 1000, 260_000 + small),
        (X + 1000, 270_000 + small),
    ]
    assert ("note-n", X + 1000, Y + 250_000) in names(frames)


def test_a_footnote_goes_on_where_it_was_left(fonts: Fonts) -> None:
    made = stack(fonts, marked(), notes=NOTES)
    frames = paint(fonts, Slice(made, 1, 1, 0, 0, 1, 3, 280_000))
    assert [text for *_, text in told(frames)] == ["Shape", "l1", "l2"]
    assert told(frames)[1][1] == Y + 260_000 + SMALL.baseline
    assert paint(fonts, Slice(made, 1, 1, 0, 0, 2, 2, 280_000)) == ()


def test_a_page_without_footnotes_has_no_rule(fonts: Fonts) -> None:
    assert [text for *_, text in told(paint(fonts, whole(stack(fonts, para(1)), foot=280_000)))] == ["l0"]


# the margin


def test_margin_notes_are_read_before_the_line_they_stand_beside(fonts: Fonts) -> None:
    note = stacker(fonts).stack((AnchorMark("m"), para(2, SMALL)))
    side = SideNote(note, 0, 2, 1000, 0, 1)
    layout = layout_of(grid=0, margin=60_000)
    frames = paint(fonts, whole(stack(fonts, para(1), para(1))), layout=layout, sides=(side,))
    # 20 of margin, 200 of text and 10 between.
    assert told(frames)[:-1] == [
        (X, Y + BASE, "l0"),
        (230_000, Y + 1000 + SMALL.baseline, "l0"),
        (230_000, Y + 11_000 + SMALL.baseline, "l1"),
        (X, Y + LINE + BASE, "l0"),
    ]
    assert names(frames) == [("m", 230_000, Y + 1000)]


def test_what_is_left_of_a_margin_note_heads_the_page(fonts: Fonts) -> None:
    note = stacker(fonts).stack((para(3, SMALL),))
    layout = layout_of(grid=0, margin=60_000)
    side = SideNote(note, 1, 3, 0, 0, -1)
    frames = paint(fonts, whole(stack(fonts, para(1))), layout=layout, sides=(side,))
    assert [text for *_, text in told(frames)] == ["l1", "l2", "l0"]
    assert told(frames)[0][1] == Y + SMALL.baseline


def test_margin_notes_belong_to_their_slice(fonts: Fonts) -> None:
    note = stacker(fonts).stack((para(1, SMALL),))
    layout = layout_of(grid=0, margin=60_000)
    slices = whole(stack(fonts, para(2))), whole(stack(fonts, para(2)), y=50_000)
    sides = (SideNote(note, 0, 1, 0, 1, 1),)
    frames = paint(fonts, *slices, layout=layout, sides=sides)
    assert [x for x, *_ in told(frames)] == [X, X, X, 230_000, X]
