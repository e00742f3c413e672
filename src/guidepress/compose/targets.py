"""In: a guide and a layout. Out: the title of everything that a cross-reference may name, and what of it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.guide.model import Guide
    from guidepress.labels import Labels
    from guidepress.layout.model import Layout

__all__ = ["kind_of", "printed", "quote_anchor", "titles"]


def quote_anchor(number: int) -> str:
    """Name the anchor of a quote."""
    return f"quote-{number}"


def kind_of(after: str) -> str:
    """Read the section kind that a free section follows; "further_reading" and "further-reading" are one."""
    return after.replace("_", "-")


def titles(guide: Guide, labels: Labels) -> dict[str, str]:
    """Map anchors to the titles that a cross-reference prints."""
    return {anchor: title for _, anchor, title in _entries(guide, labels)}


def printed(guide: Guide, layout: Layout, labels: Labels) -> frozenset[str]:
    """Find the anchors that this layout's sections print; a link to any other would lead nowhere."""
    kinds = {spec.kind for spec in layout.sections}
    chosen = {
        quote_anchor(quote.number)
        for spec in layout.sections
        if spec.kind == "quotes" and isinstance(limit := spec.options.get("limit", 0), int)
        for quote in spread(guide.quotes, limit)
    }
    own = {section.id for section in guide.sections} if "sections" not in kinds else set()
    return frozenset(
        anchor
        for kind, anchor, _ in _entries(guide, labels)
        if kind in kinds and anchor not in own and (kind != "quotes" or anchor in chosen)
    )


def _entries(guide: Guide, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """List (section kind, anchor, title)."""
    for unit in guide.units:
        yield "units", unit.id, unit.title
    for character in guide.characters:
        yield "characters", character.id, character.name
    for theme in guide.themes:
        yield "themes", theme.id, theme.name
    for symbol in guide.symbols:
        yield "symbols", symbol.id, symbol.name
    for section in guide.sections:
        yield kind_of(section.after) if section.after else "sections", section.id, section.title
    for quote in guide.quotes:
        yield "quotes", quote_anchor(quote.number), labels.text("quote-n", n=quote.number)
