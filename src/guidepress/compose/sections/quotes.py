"""In: the important quotations. Out: the numbered quotes with source, themes and what they show, or as cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record, replace
from guidepress.compose.chips import chips, number_mark, stacked
from guidepress.compose.kind import Kind
from guidepress.compose.prose import opened
from guidepress.compose.quote_cards import quote_cards
from guidepress.compose.spread import spread
from guidepress.compose.targets import quote_anchor
from guidepress.document.blocks import Group, MarginNote, Paragraph
from guidepress.document.inlines import Look, PageRef, Text, run_on
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Quote
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_CLOSE = 3_500
"""White between the number of a quote and its words, mpt: a quarter of a line."""


@record
class QuotesOptions:
    """The options of `quotes`."""

    form: Literal["text", "cards", "run-in"] = "text"
    """Each with its analysis; cards to look at, two abreast; each in one paragraph with its source."""
    analysis: bool = True
    """The paragraph that explains each; cards have none."""
    chips: bool = True
    """The chips of their themes."""
    limit: Amount = 0
    """At most so many, at even distances and without their numbers; 0 is all."""


def quotes(guide: Guide, spec: SectionSpec[QuotesOptions], context: Context) -> Section | None:
    """Set the quotes in order, at most `limit` of them, from the whole work; a selection is not numbered."""
    if not guide.quotes:
        return None
    chosen = spread(guide.quotes, spec.options.limit)
    context.kept(spec, "quotes", len(chosen), len(guide.quotes))
    whole = len(chosen) == len(guide.quotes)
    form = spec.options.form
    if form == "run-in":
        entries = tuple(_run_in(quote, context) for quote in chosen)
        return context.section(spec, context.labels.text("key-quotes"), entries)
    if form == "cards":
        cards = [_card(quote, spec, context, numbered=whole) for quote in chosen]
        blocks = quote_cards(context, cards)
    else:
        blocks = tuple(_quote(quote, spec, context, numbered=whole) for quote in chosen)
    return context.section(spec, context.labels.text("quotes"), blocks)


def _run_in(quote: Quote, context: Context) -> Paragraph:
    """Set the number of the leading theme, the words, and who says them where; a stroke parts lines of verse."""
    mark = context.themes[quote.themes[0]] if quote.themes else None
    before: tuple[Inline, ...] = (*number_mark(mark), Text("\u00a0")) if mark else ()
    unit = context.guide.unit(quote.unit) if quote.unit else None
    place = quote.locator or (context.unit_label(unit) if unit else "")
    source = ", ".join(filter(None, (quote.speaker, place)))
    words = (*before, *run_on(context.line(quote.text)), Text(f" ({source})" if source else ""))
    return Paragraph(context.style("term"), words, anchor=quote_anchor(quote.number))


def _quote(quote: Quote, spec: SectionSpec[QuotesOptions], context: Context, *, numbered: bool) -> Group:
    """Set one quote: number and chips in the margin, the words, the source, the analysis."""
    with_chips = spec.options.chips and bool(quote.themes)
    blocks: list[Block] = []
    text = context.style("quote-text")
    if context.margin:
        marks = [context.themes[anchor] for anchor in quote.themes] if with_chips else []
        beside = (*_number(quote, context, "margin-label", numbered=numbered), *stacked(context, marks))
        blocks.extend((MarginNote(beside),) if beside else ())
    elif numbered:  # the white space stands above the number, which stands close to the words
        (number,) = _number(quote, context, "label", numbered=numbered)
        apart = max(text.space_before, number.style.space_before)
        blocks.append(replace(number, style=context.varied("label", "quote", space_before=apart)))
        text = context.varied("quote-text", "numbered", space_before=_CLOSE)
    blocks.append(_words(quote, context, text))
    below: list[Block] = []
    held = context.style(
        "quote-source"
    ).keep_next  # large type lets a page end between a quote and what explains it
    if with_chips and not context.margin:
        style = context.style("chips") if held else context.varied("chips", "loose", keep_next=False)
        below.extend(chips(context, quote.themes, style=style))
    if quote.analysis and spec.options.analysis:
        below.extend(context.blocks(quote.analysis))
    source = _source(quote, context)
    if source:  # it holds what explains the quote, and no other quote
        last = context.varied("quote-source", "last", keep_next=False)
        blocks.append(Paragraph(context.style("quote-source") if below else last, source))
    blocks.extend(below)
    return Group(tuple(blocks), role="Sect", anchor=quote_anchor(quote.number))


def _number(quote: Quote, context: Context, style: str, *, numbered: bool) -> tuple[Paragraph, ...]:
    return (context.label(context.labels.text("quote-n", n=quote.number), style),) if numbered else ()


def _card(quote: Quote, spec: SectionSpec[QuotesOptions], context: Context, *, numbered: bool) -> Group:
    """Set one quote as a card: number, words, source, and its themes at the foot."""
    blocks: list[Block] = [
        *_number(quote, context, "margin-label", numbered=numbered),
        _words(quote, context, context.style("card-quote")),
    ]
    source = _source(quote, context)
    if source:
        blocks.append(Paragraph(context.style("quote-source"), source))
    if spec.options.chips:
        blocks.extend(stacked(context, [context.themes[anchor] for anchor in quote.themes]))
    return Group(tuple(blocks), role="Sect", anchor=quote_anchor(quote.number))


def _words(quote: Quote, context: Context, style: Style) -> Group:
    """Set the words themselves, those to notice on a ground in the colour of the leading theme."""
    mark = context.themes[quote.themes[0]] if quote.themes else None
    ground = Look(
        highlight=mark.pale if mark else context.colour("tint"),
        underline=mark.ink if mark else context.colour("accent"),
    )
    words = _highlighted(context.line(quote.text), quote.highlight, ground)
    return Group((Paragraph(style, words),), role="BlockQuote")


def _source(quote: Quote, context: Context) -> tuple[Inline, ...]:
    """Say who speaks, and where: "Jacob Marley · Stave 1 · Marley's Ghost (page 14)"."""
    inlines: list[Inline] = []
    character = context.guide.character(quote.speaker) if quote.speaker else None
    if quote.speaker:
        inlines.append(
            Text(
                opened(quote.speaker),
                Look(strong=True),
                link=context.link(character.id) if character else None,
            )
        )
    place = quote.locator
    unit = context.guide.unit(quote.unit) if quote.unit else None
    if not place and unit:
        place = context.unit_label(unit)
    if place:
        inlines.append(Text(f" · {place}" if inlines else place))
    link = context.link(unit.id) if unit else None
    if unit and link:
        page = context.labels.text("page")
        inlines.extend((Text(f" · {page}\u00a0", link=link), PageRef(unit.id, link=link)))
    return tuple(inlines)


def _highlighted(inlines: tuple[Inline, ...], words: tuple[str, ...], ground: Look) -> tuple[Inline, ...]:
    """Put a ground behind the words to notice, and a rule below them that a copier keeps."""
    if not words:
        return inlines
    pattern = re.compile(
        "(" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
    )
    marked: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            marked.append(inline)
            continue
        for index, piece in enumerate(pattern.split(inline.text)):
            if piece:
                look = inline.look
                if index % 2:
                    look = replace(look, highlight=ground.highlight, underline=ground.underline)
                marked.append(replace(inline, text=piece, look=look))
    return tuple(marked)


def _anchors(guide: Guide, options: QuotesOptions) -> Iterable[str]:
    return (quote_anchor(quote.number) for quote in spread(guide.quotes, options.limit))


KIND = Kind(
    "quotes",
    "Important quotations with source and analysis",
    QuotesOptions,
    quotes,
    anchors=_anchors,
)
