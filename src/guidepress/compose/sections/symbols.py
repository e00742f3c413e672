"""In: symbols and motifs. Out: the section about them, with the themes they carry beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.chips import chips
from guidepress.compose.document import Group

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.guide.model import Guide, Symbol
    from guidepress.layout.model import SectionSpec

__all__ = ["symbols"]


def symbols(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set each symbol under its name, with the chips of its themes."""
    if not guide.symbols:
        return None
    mixed = len({symbol.kind for symbol in guide.symbols}) > 1
    with_chips = bool(context.option(spec, "chips"))
    blocks = tuple(
        _symbol(symbol, context, with_chips=with_chips, with_kind=mixed) for symbol in guide.symbols
    )
    return context.section(spec, context.labels.text("symbols"), blocks)


def _symbol(symbol: Symbol, context: Context, *, with_chips: bool, with_kind: bool) -> Group:
    blocks: list[Block] = []
    heading = context.heading(2, symbol.name, "h2", anchor=symbol.id, span=symbol.span)
    blocks.extend(context.kicked(context.labels.text(symbol.kind) if with_kind else "", heading))
    if with_chips:
        blocks.extend(chips(context, symbol.themes))
    if symbol.text:
        blocks.extend(context.blocks(symbol.text))
    return Group(tuple(blocks), role="Sect")
