"""Tables: rows whole, heads repeated, cells in place, elements right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from tests.paginate.making import BODY, document, layout_of, lines, para, roles, said, section, spots, words

from guidepress.base.colour import BLACK
from guidepress.document.blocks import Cell, Group, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.document.style import Border, Style
from guidepress.page.items import ARTIFACT, Anchor, Run
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts

TABLE = Style(
    "table", padding=4_000, rule_above=Border(1_000, BLACK), rule_below=Border(500, BLACK),
    border=Border(750, BLACK), space_before=14_000,
)  # fmt: skip
CELL = Style("cell", size=8_000, leading=10_000, align="left", hyphenate=False)


def cell(text: str, **values: object) -> Cell:
    return Cell((Paragraph(CELL, (Text(text),)),), **values)  # type: ignore[arg-type]


def table(count: int, **values: object) -> Table:
    head = Row((cell("When", header="Column"), cell("What", header="Column")))
    rows = tuple(Row((cell(f"day{number}", header="Row"), cell(f"what{number}"))) for number in range(count))
    return Table((300, 700), (head,), rows, TABLE, **values)  # type: ignore[arg-type]


def repeated(page: Page) -> list[str]:
    """Artifacts in the text area."""
    return [
        " ".join(word.text for word in item.words)
        for frame in page.frames
        for item in frame.items
        if frame.tag == ARTIFACT and isinstance(item, Run) and frame.y < 30_000 + 140_000
    ]


def test_cells_stand_in_their_columns(fonts: Fonts) -> None:
    book = paginate(document(section(table(1))), layout_of(), fonts)
    first, second = spots(book.pages[0])[:2]
    assert round(first.x, -3) == 20_000  # the first column is flush with the text
    assert round(second.x, -3) == 20_000 + 60_000 + 4_000  # 300 per mille of 200, then the padding
    assert first.y == second.y


def test_heads_repeat_as_artifacts(fonts: Fonts) -> None:
    book = paginate(document(section(table(30))), layout_of(lines=10), fonts)
    assert repeated(book.pages[0]) == []
    assert all(repeated(page) == ["When", "What"] for page in book.pages[1:])
    text = " ".join(said(page) for page in book.pages).split()
    assert text == ["When", "What", *(f"{name}{row}" for row in range(30) for name in ("day", "what"))]


def test_rows_are_never_cut(fonts: Fonts) -> None:
    rows = tuple(Row((cell(f"r{number}"), cell(words(20)))) for number in range(12))
    book = paginate(document(section(Table((200, 800), (), rows, TABLE))), layout_of(lines=10), fonts)
    for page in book.pages:
        starts = [spot for spot in spots(page) if spot.text.startswith("r") and spot.text[1:].isdigit()]
        assert said(page).split().count("marley") == len(starts)  # each cell begins with that word
        assert spots(page)[0] == starts[0]


def test_a_row_higher_than_a_page_is_cut_between_lines_and_reported(fonts: Fonts) -> None:
    rows = (Row((cell("name"), cell(words(300)))),)
    book = paginate(document(section(Table((200, 800), (), rows, TABLE))), layout_of(lines=10), fonts)
    assert [diagnostic.code for diagnostic in book.diagnostics] == ["row-cut"]
    assert " ".join(said(page) for page in book.pages) == f"name {words(300)}"
    assert all(spot.y <= 30_000 + 140_000 for page in book.pages for spot in spots(page))


def test_a_small_table_moves_as_a_whole(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (*lines(*(f"l{number}" for number in range(16))), table(2))
    book = paginate(document(section(*blocks)), layout_of(lines=20), fonts)
    # 54 pt in three rows and 14 above do not fit into four lines; one row would
    assert "When" not in said(book.pages[0])


def test_elements_of_a_table(fonts: Fonts) -> None:
    caption = Paragraph(CELL, (Text("Days"),), role="Caption")
    book = paginate(document(section(table(1, caption=caption))), layout_of(), fonts)
    inside = "Document/Sect/Table"
    assert roles(book)[2:] == [
        inside,
        f"{inside}/Caption",
        f"{inside}/THead",
        f"{inside}/THead/TR",
        f"{inside}/THead/TR/TH",
        f"{inside}/THead/TR/TH/P",
        f"{inside}/THead/TR/TH",
        f"{inside}/THead/TR/TH/P",
        f"{inside}/TBody",
        f"{inside}/TBody/TR",
        f"{inside}/TBody/TR/TH",
        f"{inside}/TBody/TR/TH/P",
        f"{inside}/TBody/TR/TD",
        f"{inside}/TBody/TR/TD/P",
    ]
    assert [node.scope for node in book.tree if node.role == "TH"] == ["Column", "Column", "Row"]


def test_a_layout_table_is_no_table_to_a_reader(fonts: Fonts) -> None:
    book = paginate(document(section(table(1, layout=True))), layout_of(), fonts)
    assert {node.role for node in book.tree} == {"Document", "Sect", "Div", "P"}


def test_a_cell_spans_columns(fonts: Fonts) -> None:
    rows = (Row((cell(words(8), column_span=2),)), Row((cell("a"), cell("b"))))
    book = paginate(document(section(Table((300, 700), (), rows, TABLE))), layout_of(), fonts)
    assert len({spot.y for spot in spots(book.pages[0])}) == 2  # eight words fit on one line of both columns
    assert [node.column_span for node in book.tree if node.role == "TD"] == [2, 1, 1]


def test_text_after_a_table_is_on_the_grid_again(fonts: Fonts) -> None:
    book = paginate(document(section(table(3), para(5, style=BODY))), layout_of(), fonts)
    last = spots(book.pages[0])[-1]
    assert (last.y - 30_000 - 9_700) % 14_000 == 0


def test_what_a_cell_names_is_named_once(fonts: Fonts) -> None:
    named = Cell((Group(lines("words"), anchor="here"),))
    grid = Table((1000,), (), (Row((named,)),), BODY, layout=True)
    book = paginate(document(section(grid)), layout_of(), fonts)
    anchors = [
        item.name
        for page in book.pages
        for frame in page.frames
        for item in frame.items
        if isinstance(item, Anchor)
    ]
    assert anchors.count("here") == 1


def _poem(count: int) -> Table:
    """A table of a line a row, each joined to the one above, the first two and the last two on one page."""
    joined: list[Literal["", "kept", "loose"]] = ["loose"] * count
    joined[0] = ""
    joined[1] = joined[-1] = "kept"
    rows = (
        Row((cell(f"v{at}"), cell(f"w{at}")), rule=at == count - 1, joined=each)
        for at, each in enumerate(joined)
    )
    head = Row((cell("When", header="Column"), cell("What", header="Column")))
    return Table((500, 500), (head,), tuple(rows), TABLE)


def test_rows_that_are_joined_stand_close(fonts: Fonts) -> None:
    book = paginate(document(section(_poem(4))), layout_of(), fonts)
    places = sorted({spot.y for spot in spots(book.pages[0]) if spot.text.startswith("v")})
    assert [below - above for above, below in pairwise(places)] == [
        10_000
    ] * 3  # the leading and nothing else


def test_joined_rows_are_parted_where_they_may_be(fonts: Fonts) -> None:
    # 140 pt: the head takes 18, a white space of 4 and 11 rows of 10 follow. Of 12 rows the last two stay together.
    book = paginate(document(section(_poem(12))), layout_of(lines=10), fonts)
    assert said(book.pages[0]).split()[-1] == "w9"
    assert said(book.pages[1]).split() == ["v10", "w10", "v11", "w11"]


def test_a_joined_row_keeps_off_the_repeated_head(fonts: Fonts) -> None:
    pages = paginate(document(section(_poem(12))), layout_of(lines=10), fonts).pages
    whole, rest = (spots(page)[2 if index == 0 else 0] for index, page in enumerate(pages))
    assert (whole.text, rest.text) == ("v0", "v10")
    assert whole.y == rest.y
