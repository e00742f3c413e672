"""In: the guide's credits. Out: the imprint, line by line: who made the guide, its edition and number, its rights, how it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Paragraph

__all__ = ["imprint"]


def imprint(context: Context) -> tuple[Paragraph, ...]:
    """Set what the credits say, a paragraph each; how the book was set, which is always true, comes last."""
    credit, labels = context.guide.credits, context.labels
    both = f" {labels.text('and')} "
    lines = (
        labels.text("written-by", names=both.join(credit.written_by)) + "." if credit.written_by else "",
        labels.text("edited-by", names=both.join(credit.edited_by)) + "." if credit.edited_by else "",
        labels.text("published-by", name=credit.publisher) + "." if credit.publisher else "",
        labels.text("dated", date=labels.date(credit.date)) + "." if credit.date else "",
        labels.text("isbn", number=credit.isbn) if credit.isbn else "",
        context.line(credit.rights) if credit.rights else "",
        labels.text("set-by"),
    )
    return tuple(context.paragraph("colophon", line) for line in lines if line)
