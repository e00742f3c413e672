"""In: a guide and a layout. Out: the title of everything that a cross-reference may name, and what of it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from guidepress.document.kinds import OWN_SECTIONS, kind_called
from guidepress.layout.kinds import declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.guide.model import FreeSection, Guide
    from guidepress.labels import Labels
    from guidepress.layout.model import Layout

__all__ = ["place_of", "printed", "quote_anchor", "titles"]


def quote_anchor(number: int) -> str:
    """Name the anchor of a quote."""
    return f"quote-{number}"


def titles(guide: Guide, labels: Labels) -> dict[str, str]:
    """Map the anchors of a guide to the titles that a cross-reference prints."""
    titled = {unit.id: unit.title for unit in guide.units} | {each.id: each.title for each in guide.sections}
    named = {person.id: person.name for person in guide.characters}
    named |= {theme.id: theme.name for theme in guide.themes}
    named |= {symbol.id: symbol.name for symbol in guide.symbols}
    quotes = {quote_anchor(quote.number): labels.text("quote-n", n=quote.number) for quote in guide.quotes}
    return titled | named | quotes


class _Printing(Protocol):
    """What is asked of a kind of section here."""

    @property
    def anchors(self) -> Callable[[Guide, object], Iterable[str]]:
        """What of a guide it prints, with these options, that links may lead to."""


def printed(guide: Guide, layout: Layout) -> dict[str, int]:
    """Find the anchors that this layout's sections print, each with the first place in its order that prints it.

    A link to any other would lead nowhere.
    """
    found: dict[str, int] = {}
    for place, spec in enumerate(layout.sections):
        if not spec.printed:
            continue
        kind = cast("_Printing", declared(spec.kind))
        follow = (each.id for each in guide.sections if place_of(each, layout) == place)
        for anchor in (*kind.anchors(guide, spec.options), *follow):
            found.setdefault(anchor, place)
    return found


def place_of(section: FreeSection, layout: Layout) -> int | None:
    """The place in a layout's order after which a section of the guide's own is printed.

    It follows the last entry of the kind that it names. Where the layout prints none of that kind, or the section names
    none, it stands among the guide's own; a layout that does not order these prints none of them, so that a handout
    stays a sheet.
    """
    order = [spec.kind if spec.printed else "" for spec in layout.sections]
    if OWN_SECTIONS not in order:
        return None
    named = kind_called(section.after)
    wanted = named if named in order else OWN_SECTIONS
    return len(order) - 1 - order[::-1].index(wanted)
