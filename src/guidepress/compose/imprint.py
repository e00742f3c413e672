"""In: the guide's credits. Out: the imprint, line by line: who made the guide, its edition and number, its rights, how it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Paragraph
    from guidepress.labels import Labels

__all__ = ["imprint"]


def imprint(context: Context) -> tuple[Paragraph, ...]:
    """Set what the credits say, a paragraph each; how the book was set, which is always true, comes last."""
    credit, labels = context.guide.credits, context.labels
    lines = (
        labels.text("written-by", names=_all(credit.written_by, labels)) + "." if credit.written_by else "",
        labels.text("edited-by", names=_all(credit.edited_by, labels)) + "." if credit.edited_by else "",
        labels.text("published-by", name=credit.publisher) + "." if credit.publisher else "",
        labels.text("dated", date=labels.date(credit.date)) + "." if credit.date else "",
        labels.text("isbn", number=credit.isbn) if credit.isbn else "",
        context.line(credit.rights) if credit.rights else "",
        labels.text("set-by"),
    )
    return tuple(context.paragraph("colophon", line) for line in lines if line)


def _all(names: tuple[str, ...], labels: Labels) -> str:
    """Join names as in a sentence, in which their articles have small letters."""
    return f" {labels.text('and')} ".join(labels.joining.joined("", name)[1] for name in names)
