"""In: the terms of the glossary. Out: the glossary in alphabetical order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.filing import filed
from guidepress.compose.kind import Kind
from guidepress.compose.spread import spread
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Look, Text
from guidepress.layout.options import Amount, Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class GlossaryOptions:
    """The options of `glossary`."""

    limit: Amount = 0
    """At most so many words; 0 is all."""
    columns: Whole = 1
    """Set the list in so many columns."""


def glossary(guide: Guide, spec: SectionSpec[GlossaryOptions], context: Context) -> Section | None:
    """Set the terms, sorted as in a dictionary; at most `limit` of them, from the whole alphabet."""
    if not guide.glossary:
        return None
    style = context.style("term")
    terms = spread(sorted(guide.glossary, key=lambda term: filed(term.term)), spec.options.limit)
    context.kept(spec, "terms", len(terms), len(guide.glossary))
    entries = tuple(
        Paragraph(
            style,
            (Text(term.term, Look(strong=True)), Text(context.labels.colon), *context.line(term.meaning)),
            role="LI",
        )
        for term in terms
    )
    columns = in_columns(context, entries, spec.options.columns, listed=True)
    return context.section(spec, context.labels.text("glossary"), (columns,))


KIND = Kind(
    "glossary",
    "Terms and what they mean",
    GlossaryOptions,
    glossary,
)
