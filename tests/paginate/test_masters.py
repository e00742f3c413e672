"""Furniture: on the right pages, on the right side, saying the right things, as artifacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import document, furniture, heading, layout_of, para, section

from guidepress.base.record import replace
from guidepress.layout.model import Furniture, Slots
from guidepress.page.items import ARTIFACT, Run, Shape
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.typeset import Fonts

FURNITURE = Furniture(
    head_verso=Slots(left="{title}"),
    head_recto=Slots(right="{section}", left="{unit}"),
    foot_verso=Slots(left="{folio}"),
    foot_recto=Slots(right="{folio}", centre="page {page} of {pages}"),
    first_foot=Slots(right="{folio}"),
)


def test_what_stands_where(fonts: Fonts) -> None:
    blocks = (heading("Section"), heading("Stave", 2), para(900))
    book = paginate(document(section(*blocks)), layout_of(furniture=FURNITURE), fonts)
    assert len(book.pages) > 2
    assert furniture(book.pages[0]) == ["1"]  # the first page has no head
    assert furniture(book.pages[1]) == ["A Title", "2"]
    assert furniture(book.pages[2]) == ["Stave", "One", f"page 3 of {book.page_count}", "3"]


def test_folios_stand_at_the_outer_edge(fonts: Fonts) -> None:
    book = paginate(document(section(para(900))), layout_of(furniture=FURNITURE), fonts)

    def edges(number: int) -> tuple[int, int]:
        frame = [f for f in book.pages[number].frames if f.tag == ARTIFACT][-1]
        run = frame.items[0]
        assert isinstance(run, Run)
        return frame.x, frame.x + run.width

    assert edges(1)[0] == 20_000  # a verso: left
    assert edges(2)[1] == 220_000  # a recto: right, 240 less 20
    # the foot's baseline: 340 less 30 of margin, 30 below it
    assert [f.y for f in book.pages[1].frames if f.tag == ARTIFACT][-1] == 340_000


def test_the_first_foot_is_turned_on_a_verso(fonts: Fonts) -> None:
    sections = (section(para(5)), section(para(5), title="Two"))
    book = paginate(document(*sections), layout_of(furniture=FURNITURE), fonts)
    assert [f.x for f in book.pages[1].frames if f.tag == ARTIFACT] == [20_000]


def test_tabs_step_down_by_section(fonts: Fonts) -> None:
    sections = tuple(section(para(5), title=f"S{index}", tab=index) for index in range(3))
    layout = layout_of(furniture=replace(FURNITURE, tabs=True))
    book = paginate(document(*sections), layout, fonts)
    tabs = [next(f for f in page.frames if isinstance(f.items[0], Shape)) for page in book.pages]
    assert [tab.y for tab in tabs] == [30_000, 65_000, 100_000]  # 280 in eighths
    assert [tab.x for tab in tabs] == [240_000 - 11_000, 0, 240_000 - 11_000]


def test_a_plain_master_has_none(fonts: Fonts) -> None:
    book = paginate(document(section(para(5), master="plain")), layout_of(furniture=FURNITURE), fonts)
    assert furniture(book.pages[0]) == []
