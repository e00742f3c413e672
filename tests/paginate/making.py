"""Layouts and documents for tests, made without files, and what the tests read off a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidepress.base.colour import WHITE, Colour
from guidepress.document.blocks import Document, Group, Heading, Paragraph, Section
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.layout.model import Family, Furniture, Layout, MarginColumn, Margins, PageSpec, Slots
from guidepress.page.book import Metadata
from guidepress.page.items import ARTIFACT, INHERIT, Frame, Link, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.document.blocks import Block, Note
    from guidepress.page.book import Book, Page
    from guidepress.page.items import Item

FAMILIES = {
    name: Family(
        name,
        f"font_source_{name}_pro",
        {
            "regular": f"Source{name.title()}Pro-Regular.ttf",
            "regular-italic": f"Source{name.title()}Pro-It.ttf",
            "bold": f"Source{name.title()}Pro-Bold.ttf",
        },
    )
    for name in ("serif", "sans")
}

BODY = Style("body", size=10_000, leading=14_000, grid=True, expand=0)
HEADING = Style(
    "h1", font="sans", size=14_000, leading=18_000, align="left", hyphenate=False, space_before=20_000,
    space_after=4_000, keep_next=True, expand=0,
)  # fmt: skip
NOTE = Style("note", size=8_000, leading=10_000, hang=8_000, expand=0)
FOLIO = Style("folio", font="sans", size=8_000, leading=10_000, align="left", expand=0)

FIRST_LINE = 30_000 + 2_000 + 7_700
"""Baseline of the first body line: the margin, (14 - 10) / 2 above the type, 77 % of 10 pt."""

WORDS = (
    "marley was dead to begin with there is no doubt whatever about that the register of his burial was signed by "
    "the clergyman the clerk the undertaker and the chief mourner scrooge signed it and his name was good upon the "
    "exchange for anything he chose to put his hand to old marley was as dead as a door nail"
)
_WORDS = WORDS.split(" ")


def layout_of(
    *,
    lines: int = 20,
    measure: int = 200_000,
    columns: int = 1,
    margin: int = 0,
    grid: int = 14_000,
    furniture: Furniture | None = None,
) -> Layout:
    """A layout whose page holds so many lines of 14 pt on so wide a measure."""
    side = MarginColumn(margin, 10_000) if margin else None
    width = measure + 40_000 + (margin + 10_000 if margin else 0)
    page = PageSpec(
        width, lines * 14_000 + 60_000, Margins(20_000, 20_000, 30_000, 30_000), columns=columns,
        column_gap=10_000, margin_column=side, grid=grid,
    )  # fmt: skip
    styles = {style.name: style for style in (BODY, HEADING, NOTE, FOLIO)}
    return Layout(
        name="test",
        description="for tests",
        page=page,
        fonts=FAMILIES,
        colours={
            **{name: Colour(0, 0, 0) for name in ("accent", "muted", "tint", "rule", "key")},
            "paper": WHITE,
        },
        palette=(),
        styles=styles,
        sections=(),
        furniture=furniture
        or Furniture(foot_verso=Slots(left="{folio}"), foot_recto=Slots(right="{folio}"), foot_offset=24_000),
    )


def words(count: int, start: int = 0) -> str:
    """So many words of text."""
    return " ".join(_WORDS[(start + index) % len(_WORDS)] for index in range(count))


def para(count: int, start: int = 0, style: Style = BODY) -> Paragraph:
    """A paragraph of so many words."""
    return Paragraph(style, (Text(words(count, start)),))


def lines(*texts: str, style: Style = BODY) -> tuple[Paragraph, ...]:
    """Paragraphs of a line each."""
    return tuple(Paragraph(style, (Text(text),)) for text in texts)


def heading(title: str, level: int = 1, anchor: str = "") -> Paragraph:
    """A heading."""
    return Paragraph(HEADING, (Text(title),), role=f"H{level}", anchor=anchor, heading=Heading(level, title))


def section(*blocks: Block, title: str = "One", **values: object) -> Section:
    """A section of blocks."""
    return Section("free", title, title.lower(), blocks, **values)  # type: ignore[arg-type]


def document(*sections: Section, notes: tuple[Note, ...] = ()) -> Document:
    """A document of sections."""
    return Document(Metadata("A Title", language="en"), sections, notes)


def box(*blocks: Block, **values: object) -> Group:
    """A tinted box."""
    look: dict[str, object] = {"background": Colour(240, 240, 240), "padding": 7_000, **values}
    return Group(blocks, Style("box", **look))  # type: ignore[arg-type]


class Spot(NamedTuple):
    """A run on a page: left end, baseline, width, element, text."""

    x: int
    y: int
    width: int
    tag: int
    text: str
    size: int


def spots(page: Page) -> list[Spot]:
    """The runs of a page that are no artifacts, in the order of its frames."""
    return [spot for frame in page.frames for spot in _spots(frame, 0, 0, INHERIT) if spot.tag >= 0]


def said(page: Page) -> str:
    """The text of a page, artifacts left out."""
    return " ".join(spot.text for spot in spots(page)).replace("\u00ad ", "")


def furniture(page: Page) -> list[str]:
    """The texts of a page's furniture."""
    return [
        spot.text for frame in page.frames for spot in _spots(frame, 0, 0, INHERIT) if spot.tag == ARTIFACT
    ]


def links(page: Page) -> list[str]:
    """Where the links of a page lead."""
    return [item.target for frame in page.frames for item in _items(frame) if isinstance(item, Link)]


def roles(book: Book) -> list[str]:
    """The roles of the tree, in order, as paths from the root."""
    paths: list[str] = []
    for node in book.tree:
        paths.append(f"{paths[node.parent]}/{node.role}" if node.parent >= 0 else node.role)
    return paths


def _items(frame: Frame) -> Iterator[Item]:
    for item in frame.items:
        if isinstance(item, Frame):
            yield from _items(item)
        else:
            yield item


def _spots(frame: Frame, x: int, y: int, around: int) -> Iterator[Spot]:
    x, y = x + frame.x, y + frame.y
    tag = around if frame.tag == INHERIT else frame.tag
    for item in frame.items:
        if isinstance(item, Frame):
            yield from _spots(item, x, y, tag)
        elif isinstance(item, Run):
            own = frame.tags[item.source] if item.source < len(frame.tags) else tag
            text = " ".join(word.text for word in item.words)
            yield Spot(x + item.x, y + item.y, item.width, own, text, item.size)
