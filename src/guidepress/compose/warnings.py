"""In: topics of content warnings. Out: the line that stands at the head of what touches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context

__all__ = ["warning"]


def warning(context: Context, topics: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Name the topics in one line; nothing where there are none."""
    if not topics:
        return ()
    name = Text(context.labels.text("content-warning") + ". ", Look(strong=True))
    listed = ", ".join(topics)
    return (Paragraph(context.style("warning"), (name, Text(f"{listed[:1].upper()}{listed[1:]}."))),)
