"""In: symbols and motifs. Out: the section about them, with the themes they carry beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.chips import chips
from guidepress.compose.kind import Kind
from guidepress.compose.lists import described
from guidepress.compose.run_in import RunInOptions, in_brief, run_in
from guidepress.document.blocks import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Paragraph, Section
    from guidepress.guide.model import Guide, Symbol
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class SymbolsOptions:
    """The options of `symbols`."""

    chips: bool = True
    """The chips of their themes."""
    run_in: RunInOptions = RunInOptions()
    """How the entries are set."""


def symbols(guide: Guide, spec: SectionSpec[SymbolsOptions], context: Context) -> Section | None:
    """Set each symbol under its name, with the chips of its themes."""
    if not guide.symbols:
        return None
    title = context.labels.text("symbols")
    if spec.options.run_in.form == "run-in":
        entries = described(_run_in(symbol, context) for symbol in guide.symbols)
        return context.section(spec, title, (entries,))
    mixed = len({symbol.kind for symbol in guide.symbols}) > 1
    with_chips = spec.options.chips
    blocks = tuple(
        _symbol(symbol, context, with_chips=with_chips, with_kind=mixed) for symbol in guide.symbols
    )
    return context.section(spec, title, blocks)


def _run_in(symbol: Symbol, context: Context) -> Paragraph:
    text = in_brief(context, symbol.name, symbol.in_brief, symbol.span)
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


def _anchors(guide: Guide, _options: SymbolsOptions) -> Iterable[str]:
    return (each.id for each in guide.symbols)


KIND = Kind(
    "symbols",
    "Symbols and motifs",
    SymbolsOptions,
    symbols,
    anchors=_anchors,
)
