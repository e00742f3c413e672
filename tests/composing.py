"""Compose for tests: with a measurer made for the layout at hand, its faces opened once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose import compose as room
from guidepress.compose.context import Context
from guidepress.paginate import GalleyMeasurer
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from guidepress.document.blocks import Document
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout

_OPENED: dict[str, Fonts] = {}


def fonts_of(layout: Layout) -> Fonts:
    """The faces of a layout; layouts that name the same families share them."""
    return _OPENED.setdefault(repr(layout.fonts), Fonts(layout.fonts))


def measurer_of(guide: Guide, layout: Layout) -> GalleyMeasurer:
    """A measurer in the guide's language."""
    return GalleyMeasurer(layout, fonts_of(layout), guide.language)


def compose(guide: Guide, layout: Layout) -> Document:
    """Compose a guide."""
    return room.compose(guide, layout, measurer_of(guide, layout))


def context_of(guide: Guide, layout: Layout) -> Context:
    """What the sections of a guide have in common."""
    return Context(guide, layout, measurer_of(guide, layout))
