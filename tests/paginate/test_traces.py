"""Whole pages as text, beside what they should be.

To write the cases anew after a change that is meant: GUIDEPRESS_UPDATE=1 pytest tests/paginate.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, NOTE, box, document, heading, layout_of, lines, para, section

from guidepress.document.blocks import (
    Cell,
    Drawing,
    Figure,
    Group,
    Label,
    Lines,
    MarginNote,
    Note,
    Paragraph,
    Row,
    Table,
)
from guidepress.document.inlines import LinkTo, NoteMark, PageRef, Text
from guidepress.document.style import Border, Style
from guidepress.layout.model import Furniture, Slots
from guidepress.page.items import Shape
from guidepress.page.trace import trace
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.document.blocks import Document
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book
    from guidepress.typeset import Fonts

CASES = Path(__file__).parent / "cases"
ITEM = Style("item", size=10_000, leading=14_000, hang=12_000, keep_together=True, grid=True)
TABLE = Style("table", padding=3_000, rule_above=Border(500), rule_below=Border(250))


def flowing() -> tuple[Document, Layout]:
    """A heading, paragraphs over three pages, a footnote, a reference to another section's page."""
    link = LinkTo("#two", "Go to Two")
    marked = Paragraph(
        BODY, (Text("With a note"), NoteMark("n1", 1), Text(" and a page "), PageRef("two", link=link))
    )
    note = Note("n1", 1, (Paragraph(NOTE, (Text("The note itself."),)),))
    one = section(heading("One", anchor="one"), para(40), marked, para(90, 11), start="recto")
    two = section(heading("Two", anchor="two"), para(12), title="Two", start="recto")
    furniture = Furniture(
        head_verso=Slots(left="{title}"),
        head_recto=Slots(right="{section}"),
        first_foot=Slots(right="{folio}"),
    )
    return document(one, two, notes=(note,)), layout_of(lines=12, furniture=furniture)


def margins() -> tuple[Document, Layout]:
    """A margin column, a list, a box, answer lines: a page as a study guide has it."""
    items = tuple(
        Group(
            (
                Paragraph(ITEM, (Text(text),), role="LBody", marker=(Text(f"{number}."),)),
                Lines(2, 25_500, BODY),
            ),
            role="LI",
        )
        for number, text in enumerate(("Who is Marley?", "Who mourns him?"), 1)
    )
    blocks = (
        heading("Stave One"),
        MarginNote((Paragraph(NOTE, (Text("executor: who carries out a will"),)),)),
        para(25),
        box(*lines("In a box", "of two lines"), space_before=7_000, space_after=7_000),
        Group(items, role="L", numbering="Decimal"),
    )
    return document(section(*blocks, tab=0)), layout_of(lines=22, margin=60_000)


def figures() -> tuple[Document, Layout]:
    """A drawing with a caption, and a table with a head, after it."""
    drawing = Drawing(
        120_000,
        40_000,
        (Shape((("m", (0, 0)), ("l", (120_000, 40_000))), stroke=BODY.colour),),
        (Label(60_000, 20_000, (Text("in the middle"),), BODY, 100_000, "centred"),),
    )
    caption = Paragraph(NOTE, (Text("A line"),), role="Caption")
    rows = tuple(Row((Cell(lines(f"r{n}"), header="Row"), Cell(lines(f"c{n}")))) for n in range(2))
    head = (Row((Cell(lines("A")), Cell(lines("B")))),)
    blocks = (
        heading("Figures"),
        Figure(drawing, "A line from corner to corner", BODY, caption, anchor="fig"),
        Table((400, 600), head, rows, TABLE),
        para(10),
    )
    return document(section(*blocks)), layout_of(lines=18)


MADE: dict[str, Callable[[], tuple[Document, Layout]]] = {
    "flowing": flowing,
    "margins": margins,
    "figures": figures,
}


@pytest.fixture(params=sorted(MADE))
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _book(case: str, fonts: Fonts) -> Book:
    doc, layout = MADE[case]()
    return paginate(doc, layout, fonts)


def test_pages_are_as_they_were(case: str, fonts: Fonts) -> None:
    found = trace(_book(case, fonts))
    path = CASES / f"{case}.txt"
    if os.environ.get("GUIDEPRESS_UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found


def test_the_same_document_makes_the_same_pages(case: str, fonts: Fonts) -> None:
    assert trace(_book(case, fonts)) == trace(_book(case, fonts))


def test_headings_skip_no_level(case: str, fonts: Fonts) -> None:
    roles = [node.role for node in _book(case, fonts).tree]
    levels = [int(role[1]) for role in roles if role[0] == "H" and role[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
