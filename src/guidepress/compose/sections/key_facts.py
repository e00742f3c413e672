"""In: what the guide says of the work and its author. Out: the card of key facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.tables import facts
from guidepress.document.blocks import MarginNote
from guidepress.document.inlines import Look, Text
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Person
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class KeyFactsOptions:
    """The options of `key-facts`."""

    author: bool = True
    """The note about the author."""
    short: bool = False
    """Without what a masthead says and the edition."""
    limit: Amount = 0
    """At most so many facts; 0 is all."""


_IN_MASTHEAD = frozenset({"title", "author", "published", "form", "audience", "edition"})
_BESIDE = 1500  # characters: a longer life would not fit the margin of one page


def key_facts(guide: Guide, spec: SectionSpec[KeyFactsOptions], context: Context) -> Section | None:
    """Set the facts beside their labels, then a short life of each author."""
    lives = [person for person in guide.authors if person.about] if spec.options.author else []
    length = sum(len(person.about.source) for person in lives if person.about)
    beside = context.margin and length <= _BESIDE
    entries = _entries(guide, context, short=spec.options.short)
    shown = entries[: spec.options.limit or len(entries)]
    context.kept(spec, "facts", len(shown), len(entries))
    if not shown and not lives:
        return None
    table = (facts(context, shown),) if shown else ()
    blocks = [block for person in lives for block in _life(person, context, beside=beside)]
    inside: tuple[Block, ...] = (
        (MarginNote(tuple(blocks)), *table) if beside and blocks else (*table, *blocks)
    )
    return context.section(spec, context.labels.text("key_facts"), inside)


def _life(person: Person, context: Context, *, beside: bool) -> tuple[Block, ...]:
    """Set an author's life, in the margin or under a heading of its own."""
    if person.about is None:
        return ()
    about = context.labels.text("about-author", name=person.name)
    if beside:
        return (context.label(about, "margin-label"), *context.blocks(person.about, "margin"))
    return (context.heading(2, about, "h2", contents=False), *context.blocks(person.about))


def _entries(guide: Guide, context: Context, *, short: bool) -> list[tuple[str, tuple[Inline, ...]]]:
    """Gather label and text of each fact; where `short`, not those of a masthead, and not the edition."""
    labels, work = context.labels, guide.work
    entries: list[tuple[str, tuple[Inline, ...]]] = []

    def add(key: str, *inlines: Inline, number: int = 1) -> None:
        if inlines and not (short and key in _IN_MASTHEAD):
            entries.append((labels.form(key, number), inlines))

    title: tuple[Inline, ...] = (Text(guide.title, Look(emphasis=True)),)
    add("title", *title, *([Text(f"{labels.colon}{guide.subtitle}")] if guide.subtitle else []))
    add(
        "author", Text(", ".join(_author(each, context) for each in guide.authors)), number=len(guide.authors)
    )
    add("published", *([Text(work.published)] if work.published else []))
    add("form", *([Text(work.form)] if work.form else []))
    add("genre", *([Text(", ".join(work.genre))] if work.genre else []), number=len(work.genre))
    add("audience", *([Text(work.audience)] if work.audience else []))
    if work.setting:
        add("time", *(context.line(work.setting.time) if work.setting.time else ()))
        add("place", *(context.line(work.setting.place) if work.setting.place else ()))
    entries.extend((f"{name[:1].upper()}{name[1:]}", context.line(text)) for name, text in work.facts.items())
    add("edition", *(context.line(guide.edition) if guide.edition else ()))
    return entries


def _author(person: Person, context: Context) -> str:
    """Write an author's name with the years of birth and death."""
    if person.born and person.died:
        years = context.labels.text("author-dates", born=person.born, died=person.died)
    elif person.born:
        years = context.labels.text("born", born=person.born)
    else:
        return person.name
    return f"{person.name} ({years})"


KIND = Kind(
    "key-facts",
    "The card of facts about the work",
    KeyFactsOptions,
    key_facts,
    front=True,
)
