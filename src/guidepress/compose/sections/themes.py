"""In: the themes and what refers to them. Out: the section of the themes, each under its number and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.asides import aside
from guidepress.compose.chips import number_mark
from guidepress.compose.figures.theme_tracker import theme_tracker
from guidepress.compose.kind import Kind
from guidepress.compose.lists import described
from guidepress.compose.run_in import RunInOptions, first_block, in_brief, run_in
from guidepress.compose.targets import quote_anchor
from guidepress.document.blocks import Figure, Group, Heading, MarginNote, Paragraph
from guidepress.document.inlines import PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Theme, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class ThemesOptions:
    """The options of `themes`."""

    tracker: bool = True
    """The grid of theme by unit."""
    brief: bool = False
    """Only the first paragraph of each."""
    run_in: RunInOptions = RunInOptions()
    """How the entries are set."""


_MANY = 12  # units: a longer list of titles would leave its essay behind
_BAR = 5000  # mpt, the bar down the left of a theme's essay


def themes(guide: Guide, spec: SectionSpec[ThemesOptions], context: Context) -> Section | None:
    """Set the tracker, then the essay on each theme beside the places where it appears."""
    if not guide.themes:
        return None
    blocks: list[Block] = []
    if spec.options.tracker:
        tracker = theme_tracker(guide, context, context.measure)
        if tracker is not None:
            drawing, alt = tracker
            caption = context.paragraph(
                "caption", context.labels.text("theme-tracker-caption"), role="Caption"
            )
            blocks.append(Figure(drawing, alt, context.style("figure"), caption))
    if spec.options.run_in.form == "run-in":
        blocks.append(described(_run_in(theme, context) for theme in guide.themes))
    else:
        brief = spec.options.brief
        blocks.extend(_essay(theme, guide, context, brief=brief) for theme in guide.themes)
    return context.section(spec, context.labels.text("themes"), tuple(blocks))


def _run_in(theme: Theme, context: Context) -> Paragraph:
    text = in_brief(context, theme.name, theme.in_brief, theme.span)
    return run_in(context, theme.name, text, mark=context.themes[theme.id], anchor=theme.id)


def _essay(theme: Theme, guide: Guide, context: Context, *, brief: bool) -> Group:
    mark = context.themes[theme.id]
    heading = Paragraph(
        context.style("h2"),
        (*number_mark(mark), Text(f"\u2002{theme.name}", span=theme.span)),
        role="H2",
        anchor=theme.id,
        heading=Heading(2, theme.name),
    )
    text = context.blocks(theme.text) if theme.text else ()
    if brief:
        return Group((heading, *first_block(context, "themes", text)), role="Sect")
    style = context.varied("callout", theme.id, bar=mark.bar(_BAR), keep_together=False, space_before=0)
    places = _places(theme, guide, context)
    note = (MarginNote(places),) if places and context.margin else ()
    after = places if places and not context.margin else ()
    body = (Group(text, style),) if text else ()
    return Group((heading, *note, *body, *after), role="Sect")


def _places(theme: Theme, guide: Guide, context: Context) -> tuple[Block, ...]:
    """List the units, quotes and symbols that carry a theme, with their pages; many units by number alone."""
    units = [unit for unit in guide.units if theme.id in unit.themes and unit.id in context.printed]
    most = max(sum(each.id in unit.themes for unit in guide.units) for each in guide.themes)
    many = most > _MANY and bool(units)  # one form in the whole book
    found: list[tuple[str, str]] = [] if many else [(unit.title, unit.id) for unit in units]
    found += [(symbol.name, symbol.id) for symbol in guide.symbols if theme.id in symbol.themes]
    entries = [_numerals(units, context)] if many else []
    entries += [_reference(title, anchor, context) for title, anchor in found if anchor in context.printed]
    quotes = [quote.number for quote in guide.quotes if theme.id in quote.themes]
    if quotes and all(quote_anchor(number) in context.printed for number in quotes):
        entries.append(_quotes(quotes, context))
    return aside(context, context.labels.text("where"), entries)


def _reference(title: str, anchor: str, context: Context) -> tuple[Inline, ...]:
    link = context.link(anchor)
    return (Text(f"{title}\u2002", link=link), PageRef(anchor, link=link))


def _numerals(units: list[Unit], context: Context) -> tuple[Inline, ...]:
    """Name units by number, each a link."""
    inlines: list[Inline] = [Text(f"{context.unit_word(several=len(units) > 1)}{context.labels.colon}")]
    for index, unit in enumerate(units):
        comma = "" if index == len(units) - 1 else ", "
        inlines.extend((Text(context.numeral(unit), link=context.link(unit.id)), Text(comma)))
    return tuple(inline for inline in inlines if inline != Text(""))


def _quotes(numbers: list[int], context: Context) -> tuple[Inline, ...]:
    """Name quotes by number, each a link."""
    inlines: list[Inline] = [Text(context.labels.text("quotes") + context.labels.colon)]
    for index, number in enumerate(numbers):
        inlines.append(Text(str(number), link=context.link(quote_anchor(number))))
        if index < len(numbers) - 1:
            inlines.append(Text(", "))
    return tuple(inlines)


def _anchors(guide: Guide, _options: ThemesOptions) -> Iterable[str]:
    return (each.id for each in guide.themes)


KIND = Kind(
    "themes",
    "The themes with number, colour and pattern",
    ThemesOptions,
    themes,
    anchors=_anchors,
)
