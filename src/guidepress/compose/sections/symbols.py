"""In: symbols and motifs. Out: the section about them, with the themes they carry beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.chips import chips
from guidepress.compose.run_in import opening, run_in
from guidepress.document.blocks import Group

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Paragraph, Section
    from guidepress.guide.model import Guide, Symbol
    from guidepress.layout.model import SectionSpec

__all__ = ["symbols"]


def symbols(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set each symbol under its name, with the chips of its themes."""
    if not guide.symbols:
        return None
    title = context.labels.text("symbols")
    if context.option(spec, "form") == "run-in":
        return context.section(spec, title, tuple(_run_in(symbol, spec, context) for symbol in guide.symbols))
    mixed = len({symbol.kind for symbol in guide.symbols}) > 1
    with_chips = bool(context.option(spec, "chips"))
    blocks = tuple(
        _symbol(symbol, context, with_chips=with_chips, with_kind=mixed) for symbol in guide.symbols
    )
    return context.section(spec, title, blocks)


def _run_in(symbol: Symbol, spec: SectionSpec, context: Context) -> Paragraph:
    text = opening(context, symbol.text, context.number(spec, "most"))
    mark = context.themes[symbol.themes[0]] if symbol.themes else None
    return run_in(context, symbol.name, text, mark=mark, anchor=symbol.id)


def _symbol(symbol: Symbol, context: Context, *, with_chips: bool, with_kind: bool) -> Group:
    blocks: list[Block] = []
    heading = context.heading(2, symbol.name, "h2", anchor=symbol.id, span=symbol.span)
    blocks.extend(context.kicked(context.labels.text(symbol.kind) if with_kind else "", heading))
    if with_chips:
        blocks.extend(chips(context, symbol.themes))
    if symbol.text:
        blocks.extend(context.blocks(symbol.text))
    return Group(tuple(blocks), role="Sect")
