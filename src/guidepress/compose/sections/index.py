"""In: characters, themes and symbols. Out: the index: each by name, with the pages where the guide speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.columns import in_columns
from guidepress.compose.filing import filed
from guidepress.compose.targets import quote_anchor
from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import Look, PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

    Entry = tuple[str, tuple[tuple[str, str], ...], str]

__all__ = ["index"]

_GAP = 18_000  # mpt between columns


def index(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """List characters, themes and symbols under headings of their own; the page of the entry itself is bold."""
    order = {kind.kind: place for place, kind in reversed(list(enumerate(context.layout.sections)))}

    def placed(*places: tuple[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
        """Put the places of an entry in the order in which the layout prints them."""
        ordered = sorted(places, key=lambda place: order.get(place[0], len(order)))
        return tuple((kind, anchor) for kind, anchors in ordered for anchor in anchors)

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
    listed = in_columns(context, tuple(blocks), context.number(spec, "columns"), gap=_GAP)
    return context.section(spec, context.labels.text("index"), (listed,))


def _characters(guide: Guide, placed: Callable[..., tuple[tuple[str, str], ...]]) -> list[Entry]:
    entries = []
    for person in guide.characters:
        units = (unit.id for unit in guide.units if person.name in unit.characters)
        quotes = (quote_anchor(quote.number) for quote in guide.quotes if quote.speaker == person.name)
        places = placed(("characters", (person.id,)), ("units", units), ("quotes", quotes))
        entries.append((person.name, places, person.id))
    return entries


def _themes(guide: Guide, placed: Callable[..., tuple[tuple[str, str], ...]]) -> list[Entry]:
    """Where themes are discussed; quotations are left out, of which nearly every page with some has one."""
    entries = []
    for theme in guide.themes:
        units = (unit.id for unit in guide.units if theme.id in unit.themes)
        symbols = (symbol.id for symbol in guide.symbols if theme.id in symbol.themes)
        places = placed(("themes", (theme.id,)), ("units", units), ("symbols", symbols))
        entries.append((theme.name, places, theme.id))
    return entries


def _symbols(guide: Guide, placed: Callable[..., tuple[tuple[str, str], ...]]) -> list[Entry]:
    return [(symbol.name, placed(("symbols", (symbol.id,))), symbol.id) for symbol in guide.symbols]


def _line(entry: Entry, context: Context) -> Paragraph | None:
    """Set a name and its pages, each once; nothing for what is not printed."""
    name, places, own = entry
    inlines: list[Inline] = [Text(f"{name}\u2002")]
    before: tuple[str, ...] = ()
    for _, anchor in places:
        link = context.link(anchor)
        if link is not None:
            if before:
                inlines.append(PageRef(anchor, after=before, instead=", "))
            inlines.append(PageRef(anchor, Look(strong=anchor == own), link, after=before))
            before = (*before, anchor)
    return Paragraph(context.style("index-entry"), tuple(inlines)) if before else None
