"""In: characters, themes and symbols. Out: the index: each by name, with the pages where the guide speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.filing import filed
from guidepress.compose.kind import Kind
from guidepress.compose.targets import quote_anchor
from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import Look, PageRef, Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

    Entry = tuple[str, tuple[str, ...], str]

__all__ = ["KIND"]


@record
class IndexOptions:
    """The options of `index`."""

    columns: Whole = 2
    """Set the list in so many columns."""


_GAP = 18_000  # mpt between columns


def index(guide: Guide, spec: SectionSpec[IndexOptions], context: Context) -> Section | None:
    """List characters, themes and symbols under headings of their own; the page of the entry itself is bold."""

    def placed(*anchors: str) -> tuple[str, ...]:
        """Put the places of an entry in the order in which the layout prints them; what it does not print is out."""
        printed = [anchor for anchor in anchors if anchor in context.printed]
        return tuple(sorted(printed, key=lambda anchor: context.printed[anchor]))

    groups = (
        ("who-is-who", _characters(guide, placed)),
        ("themes", _themes(guide, placed)),
        ("symbols", _symbols(guide, placed)),
    )
    articles = context.labels.articles
    blocks: list[Block] = []
    for label, entries in groups:
        ordered = sorted(entries, key=lambda entry: (filed(entry[0], articles), entry[0]))
        lines = [line for entry in ordered if (line := _line(entry, context))]
        if lines:
            blocks.append(context.heading(2, context.labels.text(label), "h3", contents=False))
            blocks.append(Group(tuple(lines), role="Index"))
    if not blocks:
        return None
    listed = in_columns(context, tuple(blocks), spec.options.columns, gap=_GAP)
    return context.section(spec, context.labels.text("index"), (listed,))


def _characters(guide: Guide, placed: Callable[..., tuple[str, ...]]) -> list[Entry]:
    entries = []
    for person in guide.characters:
        units = (unit.id for unit in guide.units if person.name in unit.characters)
        quotes = (quote_anchor(quote.number) for quote in guide.quotes if quote.speaker == person.name)
        places = placed(person.id, *units, *quotes)
        entries.append((person.name, places, person.id))
    return entries


def _themes(guide: Guide, placed: Callable[..., tuple[str, ...]]) -> list[Entry]:
    """Where themes are discussed; quotations are left out, of which nearly every page with some has one."""
    entries = []
    for theme in guide.themes:
        units = (unit.id for unit in guide.units if theme.id in unit.themes)
        symbols = (symbol.id for symbol in guide.symbols if theme.id in symbol.themes)
        places = placed(theme.id, *units, *symbols)
        entries.append((theme.name, places, theme.id))
    return entries


def _symbols(guide: Guide, placed: Callable[..., tuple[str, ...]]) -> list[Entry]:
    return [(symbol.name, placed(symbol.id), symbol.id) for symbol in guide.symbols]


def _line(entry: Entry, context: Context) -> Paragraph | None:
    """Set a name and its pages, each once; nothing for what is not printed."""
    name, places, own = entry
    inlines: list[Inline] = [Text(f"{name}\u2002")]
    before: tuple[str, ...] = ()
    for anchor in places:
        link = context.link(anchor)
        if link is not None:
            if before:
                inlines.append(PageRef(anchor, after=before, instead=", "))
            inlines.append(PageRef(anchor, Look(strong=anchor == own), link, after=before))
            before = (*before, anchor)
    return Paragraph(context.style("index-entry"), tuple(inlines)) if before else None


KIND = Kind(
    "index",
    "Characters, themes and symbols with the pages where they come",
    IndexOptions,
    index,
)
