"""In: short facts about the work. Out: the section that lists them, each with its unit and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.kind import Kind
from guidepress.compose.lists import bullets
from guidepress.compose.prose import ended
from guidepress.compose.spread import spread
from guidepress.document.inlines import Text
from guidepress.layout.options import Amount, Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, TriviaFact
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class TriviaOptions:
    """The options of `trivia`."""

    limit: Amount = 0
    """At most so many facts, from the whole list; 0 is all."""
    columns: Whole = 1
    """Set the list in so many columns."""
    sources: bool = True
    """Where each fact is told."""


def trivia(guide: Guide, spec: SectionSpec[TriviaOptions], context: Context) -> Section | None:
    """List the facts in the order of the guide."""
    facts = spread(guide.trivia, spec.options.limit)
    context.kept(spec, "facts", len(facts), len(guide.trivia))
    if not facts:
        return None
    listed = bullets(context.style("list"), (_fact(fact, spec.options, context) for fact in facts))
    columns = in_columns(context, (listed,), spec.options.columns)
    return context.section(spec, context.labels.text("trivia"), (columns,))


def _fact(fact: TriviaFact, options: TriviaOptions, context: Context) -> tuple[Inline, ...]:
    """Set a fact, its unit as a link, and its source."""
    inlines: list[Inline] = list(context.line(fact.text))
    if not ended(inlines):
        inlines.append(Text("."))
    places: list[Inline] = []
    if fact.unit:
        unit = context.guide.unit(fact.unit)
        places.append(Text(context.unit_label(unit), link=context.link(unit.id)))
    if fact.source and options.sources:
        places += [Text("; ")] if places else []
        places.append(Text(fact.source))
    return (*inlines, Text(" ("), *places, Text(")")) if places else tuple(inlines)


KIND = Kind(
    "trivia",
    "Short facts about the work that few readers know",
    TriviaOptions,
    trivia,
)
