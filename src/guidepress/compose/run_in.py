"""In: names and texts. Out: entries of a few lines, the name run in before their first words, for crowded sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import record
from guidepress.compose.chips import number_mark
from guidepress.compose.words import bracketed
from guidepress.document.blocks import Paragraph, is_heading
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.kinds import SectionKind
    from guidepress.guide.model import Markdown

__all__ = ["RunInOptions", "first_block", "in_brief", "run_in"]


@record
class RunInOptions:
    """How the entries of a section are set."""

    form: Literal["text", "run-in"] = "text"
    """Each under its heading, or its name and what the guide says of it `in_brief`."""


def in_brief(context: Context, name: str, text: Markdown | None, span: Span) -> tuple[Inline, ...]:
    """Read what the guide says of something in a sentence; where it says nothing, warn: the name stands alone.

    Args:
        context: of the document.
        name: what it is called.
        text: its `in_brief`.
        span: where it stands in the guide.
    """
    if text is not None:
        return context.line(text)
    message = f'"{name}" stands here by its name alone.'
    hint = 'Say in one sentence what it is: "in_brief: …" below its name.'
    context.diagnostics.append(Diagnostic("warning", "no-brief", message, hint, span))
    return ()


def first_block(
    context: Context, kind: SectionKind, blocks: tuple[Block, ...], *, more: bool = False
) -> tuple[Block, ...]:
    """The first block of a text that is no heading: above a single paragraph none has a place.

    Args:
        context: of the document.
        kind: whose text it is.
        blocks: the text.
        more: other texts follow, of which nothing is printed.
    """
    text = tuple(block for block in blocks if not is_heading(block))
    context.read_in_part(kind, cut=more or len(text) > 1)
    return text[:1]


def run_in(
    context: Context,
    name: str,
    text: tuple[Inline, ...],
    *,
    role: str = "",
    mark: ThemeMark | None = None,
    anchor: str = "",
) -> Paragraph:
    """Set a name in bold and what it is in one paragraph.

    Args:
        context: of the document.
        name: what the entry is about.
        text: what there is to say of it; without any, the name stands alone.
        role: a few words in brackets after the name.
        mark: of the theme that it is or carries; its number stands before the name.
        anchor: that links lead to.
    """
    before: tuple[Inline, ...] = (*number_mark(mark), Text("\u00a0")) if mark else ()
    named = Text(name, Look(strong=True))
    after = bracketed(role) if role else ""
    words = (Text(f"{after}. "), *text) if text else (Text(after),) if after else ()
    return Paragraph(context.style("term"), (*before, named, *words), role="LI", anchor=anchor)
