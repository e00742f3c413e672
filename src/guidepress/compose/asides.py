"""In: a label and short entries. Out: a list below its label in the margin, or one paragraph where there is no margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import APART, Look, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline

__all__ = ["aside"]

_APART = Text(APART)


def aside(context: Context, label: str, entries: Iterable[tuple[Inline, ...]]) -> tuple[Block, ...]:
    """Set entries below each other in the margin; run on in the text, where a narrow list would tear a hole."""
    listed = list(entries)
    if not listed:
        return ()
    if context.margin:
        style = context.style("gloss")
        return (
            context.label(label, "margin-label"),
            *(Paragraph(style, entry) for entry in listed),
        )
    inlines: list[Inline] = [Text(f"{label}: ", Look(strong=True))]
    for index, entry in enumerate(listed):
        inlines.extend((_APART, *entry) if index else entry)
    return (Paragraph(context.style("aside"), tuple(inlines)),)
