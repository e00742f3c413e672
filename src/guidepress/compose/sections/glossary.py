"""In: the terms of the glossary. Out: the glossary in alphabetical order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.columns import in_columns
from guidepress.compose.filing import filed
from guidepress.compose.spread import spread
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["glossary"]


def glossary(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the terms, sorted as in a dictionary; at most `limit` of them, from the whole alphabet."""
    if not guide.glossary:
        return None
    style = context.style("term")
    terms = sorted(guide.glossary, key=lambda term: filed(term.term))
    entries = tuple(
        Paragraph(
            style,
            (Text(term.term, Look(strong=True)), Text(context.labels.colon), *context.line(term.meaning)),
        )
        for term in spread(terms, context.number(spec, "limit"))
    )
    columns = in_columns(context, entries, context.number(spec, "columns"))
    return context.section(spec, context.labels.text("glossary"), (columns,))
