"""Tables as rows of pieces: where cells stand, which rules are drawn, which elements are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.stacks import PLAIN, frame, paragraph, piece

from guidepress.base.colour import BLACK, Colour
from guidepress.base.record import replace
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.style import Border
from guidepress.paginate.pieces import Close, Open, TableRow
from guidepress.paginate.place import CollectingPlace
from guidepress.paginate.tables import collect_table
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block
    from guidepress.paginate.pieces import Piece

RED, BLUE = Colour(255, 0, 0), Colour(0, 0, 255)
STYLE = replace(
    PLAIN, padding=3000, rule_above=Border(1000, BLACK), rule_below=Border(500, RED), border=Border(750, BLUE)
)
AROUND = frame()
OVER, UNDER, BELOW_HEAD = (1000, BLACK), (500, RED), (750, BLUE)


def table(head: int, rows: int, **values: object) -> Table:
    """A table of two columns, a third and two thirds of the measure."""

    def made(count: int) -> tuple[Row, ...]:
        return tuple(Row((Cell((paragraph(1),)), Cell((paragraph(1),)))) for _ in range(count))

    fields: dict[str, object] = {"style": STYLE, **values}
    return Table((300, 700), made(head), made(rows), **fields)  # type: ignore[arg-type]


class Walk:
    """Collects a table and notes where blocks were to be collected."""

    def __init__(self, made: Table, place: CollectingPlace | None = None) -> None:
        self.tree = Tree("en")
        self.places: list[CollectingPlace] = []
        at = place or CollectingPlace(0, 100_000, self.tree.add("Sect", 0), AROUND)
        self.pieces = collect_table(made, at, self.tree, self._collect)
        self.rows = [each for each in self.pieces if isinstance(each, TableRow)]

    def _collect(self, blocks: Iterable[Block], place: CollectingPlace) -> list[Piece]:
        self.places.append(place)
        return [piece(each) for each in blocks if isinstance(each, Paragraph)]

    def roles(self) -> list[tuple[str, int]]:
        return [(node.role, node.parent) for node in self.tree.nodes[2:]]


def test_a_table_is_a_box_that_repeats_its_head() -> None:
    walk = Walk(table(1, 2), CollectingPlace(1000, 100_000, 0, AROUND))
    opened, head, _, _, closed = walk.pieces
    assert isinstance(opened, Open)
    assert isinstance(closed, Close)
    assert (opened.box.parent, opened.box.x, opened.box.width) == (AROUND, 1000, 100_000)
    assert opened.box.head == (head,)
    assert [row.head for row in walk.rows] == [True, False, False]


def test_columns_have_their_share_of_the_measure_less_the_indents() -> None:
    indented = replace(STYLE, indent_left=8000, indent_right=2000)
    walk = Walk(table(0, 1, style=indented), CollectingPlace(1000, 100_000, 0))
    # From 9 over 90: 30 % are 27.
    (row,) = walk.rows
    assert [(cell.left, cell.right) for cell in row.cells] == [(9000, 36_000), (36_000, 99_000)]
    assert (row.x, row.width) == (9000, 90_000)


def test_cells_keep_off_each_other_and_flush_with_the_text() -> None:
    walk = Walk(table(0, 1))
    # The first from 0 to 30 less 3, the second from 30 and 3 to 100.
    assert [(place.x, place.measure) for place in walk.places] == [(0, 27_000), (33_000, 67_000)]
    assert all(place.deep and place.box is None for place in walk.places)


def test_on_a_ground_cells_keep_off_its_edges_too() -> None:
    inset = [(3000, 24_000), (33_000, 64_000)]
    walk = Walk(table(0, 1, style=replace(STYLE, background=RED)))
    assert [(place.x, place.measure) for place in walk.places] == inset
    tinted = Row((Cell((), background=RED), Cell(())))
    walk = Walk(replace(table(0, 0), rows=(tinted,)))
    assert [(place.x, place.measure) for place in walk.places] == inset
    walk = Walk(replace(table(0, 0), head=(tinted,)))
    assert [(place.x, place.measure) for place in walk.places] == inset


def test_a_cell_is_never_narrower_than_its_padding() -> None:
    walk = Walk(replace(table(0, 1), widths=(10, 990)))
    assert walk.places[0].measure == 3000


def test_a_cell_spans_columns_but_no_more_than_there_are() -> None:
    wide = (Row((Cell((), column_span=2),)), Row((Cell(()), Cell((), column_span=5))))
    walk = Walk(replace(table(0, 0), rows=wide))
    assert [[(cell.left, cell.right) for cell in row.cells] for row in walk.rows] == [
        [(0, 100_000)],
        [(0, 30_000), (30_000, 100_000)],
    ]
    assert walk.places[0].measure == 100_000


def test_rules_stand_over_the_head_under_it_and_under_each_row() -> None:
    walk = Walk(table(2, 2))
    assert [(row.over, row.under) for row in walk.rows] == [
        (OVER, UNDER),
        (None, BELOW_HEAD),
        (None, UNDER),
        (None, UNDER),
    ]


def test_without_a_head_the_rule_stands_over_the_first_row() -> None:
    assert [row.over for row in Walk(table(0, 2)).rows] == [OVER, None]


def test_a_row_may_have_no_rule_below_it() -> None:
    rows = tuple(replace(row, rule=False) for row in table(0, 2).rows)
    assert [row.under for row in Walk(replace(table(0, 0), rows=rows)).rows] == [None, None]
    # A grid for layout is closed below.
    assert [row.under for row in Walk(replace(table(0, 0), rows=rows, layout=True)).rows] == [None, UNDER]


def test_a_style_without_rules_draws_none() -> None:
    assert [(row.over, row.under) for row in Walk(table(1, 1, style=PLAIN)).rows] == [(None, None)] * 2


def test_grounds_are_those_of_cells_or_of_the_head() -> None:
    made = table(1, 0, style=replace(STYLE, background=RED))
    body = Row((Cell(()), Cell((), background=BLUE)))
    walk = Walk(replace(made, rows=(body,)))
    assert [[cell.background for cell in row.cells] for row in walk.rows] == [[RED, RED], [None, BLUE]]


def test_joined_rows_have_no_white_space_between_them() -> None:
    first, second, third = table(0, 3).rows
    walk = Walk(replace(table(0, 0), rows=(first, replace(second, joined="kept"), third)))
    assert [(row.above, row.below, row.joined) for row in walk.rows] == [
        (3000, 0, ""),
        (0, 3000, "kept"),
        (3000, 3000, ""),
    ]


def test_a_table_may_have_a_head_and_no_rows() -> None:
    walk = Walk(table(1, 0))
    assert len(walk.rows) == 1
    assert [role for role, _ in walk.roles()] == ["Table", "THead", "TR", "TH", "TH"]


def test_elements_of_a_table() -> None:
    caption = paragraph(1, role="Caption")
    walk = Walk(table(1, 1, caption=caption))
    assert walk.roles() == [
        ("Table", 1), ("THead", 2), ("TR", 3), ("TH", 4), ("TH", 4), ("TBody", 2), ("TR", 7), ("TD", 8), ("TD", 8),
    ]  # fmt: skip
    assert walk.places[0] == CollectingPlace(0, 100_000, 2, AROUND)  # the caption, above the rows
    assert [node.scope for node in walk.tree.nodes[5:7]] == ["Column", "Column"]


def test_a_cell_may_head_its_row() -> None:
    row = Row((Cell((), header="Row"), Cell((), column_span=1)))
    walk = Walk(replace(table(0, 0), rows=(row,)))
    assert [(node.role, node.scope) for node in walk.tree.nodes[5:]] == [("TH", "Row"), ("TD", "")]


def test_spans_reach_the_tree() -> None:
    head, row = Row((Cell((), column_span=2),)), Row((Cell((), column_span=2),))
    walk = Walk(replace(table(0, 0), head=(head,), rows=(row,)))
    assert [node.column_span for node in walk.tree.nodes if node.role in {"TH", "TD"}] == [2, 2]


def test_a_grid_for_layout_is_no_table_to_a_reader() -> None:
    walk = Walk(table(1, 1, layout=True))
    assert walk.roles() == [
        ("Div", 1), ("Div", 2), ("Div", 3), ("Div", 3), ("Div", 2), ("Div", 6), ("Div", 6),
    ]  # fmt: skip
