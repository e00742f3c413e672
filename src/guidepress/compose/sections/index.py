"""In: characters, themes, symbols and topics. Out: the index: each by name, with the pages where the guide speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.filing import filed
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import LinkTo, Look, Mention, PageRef, Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Character, Guide, Theme, Topic
    from guidepress.layout.model import SectionSpec

    Entry = tuple[str, tuple[Inline, ...]]

__all__ = ["KIND"]


@record
class IndexOptions:
    """The options of `index`."""

    columns: Whole = 2
    """Set the list in so many columns."""
    least: Whole = 5
    """With fewer entries there is no index: one finds them in the contents."""


_GAP = 18_000  # mpt between columns

_MOST = 24
"""Links of an entry; what it lists beyond them stands in its last."""


def index(guide: Guide, spec: SectionSpec[IndexOptions], context: Context) -> Section | None:
    """List characters, themes, symbols and the guide's topics under headings of their own; an entry's own page is bold.

    Names and topics are listed by where they stand in running text; a theme, whose name is a phrase that texts seldom
    repeat, by where the guide says that it is at work.
    """
    groups = (
        ("who-is-who", [_person(each, guide, context) for each in guide.characters]),
        ("themes", [_theme(guide, theme, context) for theme in guide.themes]),
        ("symbols", [_named(each.name, each.id, context) for each in guide.symbols]),
        ("topics", [_topic(each, context) for each in guide.index]),
    )
    articles = context.labels.articles
    style = context.style("index-entry")
    blocks: list[Block] = []
    if sum(bool(pages) for _, entries in groups for _, pages in entries) < spec.options.least:
        return None
    for label, entries in groups:
        ordered = sorted(entries, key=lambda entry: (filed(entry[0], articles), entry[0]))
        lines = tuple(Paragraph(style, (Text(f"{name}\u2002"), *pages)) for name, pages in ordered if pages)
        if lines:
            blocks.append(context.heading(2, context.labels.text(label), "h3", contents=False))
            blocks.append(Group(lines, role="Index"))
    if not blocks:
        return None
    listed = in_columns(context, tuple(blocks), spec.options.columns, gap=_GAP)
    return context.section(spec, context.labels.text("index"), (listed,))


def _named(
    name: str, own: str, context: Context, others: Iterable[str] = (), nouns: Iterable[str] = ()
) -> Entry:
    """Ask for the pages where a name stands, or another by which the same is meant; none if nothing of it is printed."""
    if own and own not in context.printed:
        return name, ()
    words = (name, *others)
    within = _in_sentences(words, context.labels.articles)
    return name, tuple(_mentions((*words, *within, *nouns), own, context))


def _in_sentences(names: Iterable[str], articles: tuple[str, ...]) -> Iterator[str]:
    """Names whose article is small within a sentence and a capital at its head, the other way: "the Witches"."""
    for name in names:
        if name.casefold().startswith(articles):
            yield name[0].swapcase() + name[1:]


def _person(who: Character, guide: Guide, context: Context) -> Entry:
    """A name that opens with an article is a noun, with a capital in sentences ("a Porter") or not, as the guide has it."""
    small = who.name.casefold()
    article = next((each for each in context.labels.articles if small.startswith(each)), "")
    noun = who.name[len(article) :]
    told = (text.source for unit in guide.units for text in (*unit.summaries, *unit.analyses))
    capital = noun[:1].isupper() and any(noun in text for text in told)
    nouns = [noun if capital else small] if article else []
    return _named(who.name, who.id, context, who.aliases, nouns)


def _topic(topic: Topic, context: Context) -> Entry:
    return topic.name, tuple(_mentions((topic.name, *topic.words), "", context, topic.span))


def _mentions(
    words: tuple[str, ...], own: str, context: Context, span: Span | None = None
) -> Iterator[Mention]:
    """Keep a place for each folio that an entry may have, a comma before each but the first."""
    words = tuple(dict.fromkeys(words))
    description = context.labels.text("go-to", title=words[0])
    for at in range(_MOST):
        if at:
            yield Mention(words, own, at)
        link = LinkTo("#index", description)  # where each leads is settled with the pages
        yield Mention(words, own, at, link, last=at == _MOST - 1, span=span)


def _theme(guide: Guide, theme: Theme, context: Context) -> Entry:
    """The pages of a theme, each once; quotations are left out, of which nearly every page with some has one."""
    units = (unit.id for unit in guide.units if theme.id in unit.themes)
    symbols = (symbol.id for symbol in guide.symbols if theme.id in symbol.themes)
    printed = [anchor for anchor in (theme.id, *units, *symbols) if anchor in context.printed]
    inlines: list[Inline] = []
    before: tuple[str, ...] = ()
    for anchor in sorted(printed, key=lambda each: context.printed[each]):
        link = context.link(anchor)
        if link is not None:
            if before:
                inlines.append(PageRef(anchor, after=before, instead=", "))
            inlines.append(PageRef(anchor, Look(strong=anchor == theme.id), link, after=before))
            before = (*before, anchor)
    return theme.name, tuple(inlines)


KIND = Kind(
    "index",
    "Characters, themes, symbols and topics with the pages where they come",
    IndexOptions,
    index,
    apparatus=True,
)
