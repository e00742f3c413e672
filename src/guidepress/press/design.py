"""In: a layout, an order, and the inside margin that is asked for. Out: the layout of the interior, and what of it had to change.

The trim is the order's. Pages are mirrored. A margin is the layout's own, or the printer's where that is wider, with room
for what hangs out of the lines; heads and feet stand within it. Ground and tabs that touch the edge are printed where there is bleed alone. The cover is a file of
its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.colour import WHITE
from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.base.record import record, replace
from guidepress.compose.kind import ordered
from guidepress.compose.sections.colophon import KIND as COLOPHON
from guidepress.compose.sections.title_page import KIND as TITLE_PAGE
from guidepress.layout import load_layout
from guidepress.layout.model import SectionSpec, Slots
from guidepress.press.geometry import margins

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.sources import Readable
    from guidepress.layout import Layout
    from guidepress.press.spec import PressSpec

__all__ = ["Design", "LayoutChoice", "design", "screen_design"]

_DESCENT = 3
"""A line of furniture reaches below its baseline by less than a third of its size, and above it by less than its size."""

_HANG = 3_000
"""mpt: signs at the end of a line hang out of the measure, and so does an italic's ink; a printer measures the ink."""
_HANG_OF_HEADING = 130
"""Per mille of a heading's size: a V or an A at the edge hangs so far."""

Sets: TypeAlias = tuple[tuple[str, str], ...]


@record
class LayoutChoice:
    """How pages are to look, before a printer is asked.

    Attributes:
        source: a layout, as `load_layout` takes it.
        sets: what a user changes of it.
        root: a folder in which what it names may lie beside its own root; None for none.
    """

    source: Readable
    sets: Sets = ()
    root: Path | None = None

    def load(self, *more: tuple[str, str]) -> Layout:
        """Load the layout with what the user and the order change of it.

        Raises:
            FaultsFound: it has faults.
        """
        return load_layout(self.source, sets=(*self.sets, *more), root=self.root)


@record
class Design:
    """The layout of an interior.

    Attributes:
        layout: as pages are set with it.
        notes: what the layout would have printed and the order has no room for, as warnings.
    """

    layout: Layout
    notes: tuple[Diagnostic, ...]


def design(look: LayoutChoice, spec: PressSpec, *, pages: int, inside: int = 0) -> Design:
    """Lay a layout out for an order.

    Args:
        look: the layout, and what a user changes of it.
        spec: what was ordered.
        pages: the count for which margins are asked.
        inside: the inside margin is no narrower, mpt.

    Raises:
        FaultsFound: the layout has faults, or no room between the margins.
    """
    fixed: Sets = (*_page(spec), ("page.mirrored", "true"), ("cover", "none"))
    plain = look.load(*fixed)
    notes: list[Diagnostic] = []
    if not spec.bleed:
        fixed += _within(plain, notes)
    asked = margins(spec, pages)
    head, foot = _furniture(plain)
    own = plain.page.margins
    hang = max(_HANG, plain.styles["h1"].size * _HANG_OF_HEADING // 1000)
    wanted = {
        "inside": max(own.inside, max(asked.inside, inside) + hang),
        "outside": max(own.outside, asked.outside + hang),
        "top": max(own.top, asked.top + head),
        "bottom": max(own.bottom, asked.bottom + foot),
    }
    raised = tuple(
        (f"page.margins.{side}", format_length(width))
        for side, width in wanted.items()
        if width > getattr(own, side)
    )
    return Design(_opened(look.load(*fixed, *raised)), tuple(notes))


def _opened(layout: Layout) -> Layout:
    """Let the book open with a title page, on its back the imprint, which then stands nowhere else."""
    if any(each.printed for each in ordered(layout, TITLE_PAGE)):
        return layout
    moved = {TITLE_PAGE.name, COLOPHON.name}
    first, *others = (each for each in layout.sections if each.kind not in moved)
    if first.start in {"room", "flow"}:
        first = replace(first, start="page")
    options = TITLE_PAGE.options(imprint=True)
    opening = SectionSpec(TITLE_PAGE.name, options, start="recto", contents=False, wide=True)
    return replace(layout, sections=(opening, first, *others))


def screen_design(look: LayoutChoice, spec: PressSpec) -> Layout:
    """The layout of the copy for screens: the same trim, margins alike on both sides, its own cover.

    Args:
        look: the layout, and what a user changes of it.
        spec: what was ordered.

    Raises:
        FaultsFound: the layout has faults, or no room between the margins.
    """
    fixed: Sets = (*_page(spec), ("page.mirrored", "false"))
    own = look.load(*fixed).page.margins
    side = format_length((own.inside + own.outside) // 2)
    even = (("page.margins.inside", side), ("page.margins.outside", side))
    return look.load(*fixed, *even)


def _page(spec: PressSpec) -> Sets:
    size = f"{format_length(spec.trim.width)} x {format_length(spec.trim.height)}"
    return (("page.size", size), ("page.landscape", "false"))


def _within(layout: Layout, notes: list[Diagnostic]) -> Sets:
    """Take away what touches the edges of pages that have no bleed."""
    taken: Sets = ()
    hint = "Order bleed with --bleed to have it printed."
    if layout.colours["paper"] != WHITE:
        taken += (("colours.paper", "#FFFFFF"),)
        message = "The ground of the pages reaches to their edges, which needs bleed: the pages stay white."
        notes.append(Diagnostic("warning", "ground-left-out", message, hint))
    if layout.furniture.tabs:
        taken += (("furniture.tabs", "false"),)
        message = (
            "The tabs of the sections reach to the edges of the pages, which needs bleed: they are left out."
        )
        notes.append(Diagnostic("warning", "tabs-left-out", message, hint))
    return taken


def _furniture(layout: Layout) -> tuple[int, int]:
    """How far heads and feet reach from the text towards the edge, mpt."""
    furniture, styles = layout.furniture, layout.styles
    size = max(styles[name].size for name in ("running-head", "folio"))
    heads = (furniture.head_verso, furniture.head_recto, furniture.first_head)
    feet = (furniture.foot_verso, furniture.foot_recto, furniture.first_foot)
    above = furniture.head_offset + size if any(line != Slots() for line in heads) else 0
    below = furniture.foot_offset + size // _DESCENT if any(line != Slots() for line in feet) else 0
    return above, below
