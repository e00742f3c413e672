"""In: names and texts. Out: entries of a few lines, the name run in before their first words, for crowded sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record, replace
from guidepress.compose.chips import number_mark
from guidepress.document.blocks import Paragraph, is_heading
from guidepress.document.inlines import Look, Text, plain_text
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Markdown

__all__ = ["RunInOptions", "opening", "run_in", "whole_sentences"]


@record
class RunInOptions:
    """How the entries of a section are set."""

    form: Literal["text", "run-in"] = "text"
    """Each under its heading, or in one paragraph, its name run in before it."""
    most: Amount = 0
    """Run in, whole sentences up to so many characters of each; 0 is its first paragraph."""


_END = re.compile(r"(\w*)([.!?…]+)[\"”’»)\]]*(?=\s+([^\s])|\s*$)")
"""The last word of a sentence, its mark, what closes after it, and the first character of what follows."""

_ABBREVIATED = 3
"""Letters: a capitalised word as short as "Mr", "Mrs" or an initial before a full stop ends no sentence."""


def opening(context: Context, text: Markdown | None, most: int = 0) -> tuple[Inline, ...]:
    """Read the first paragraph of a text, below its headings; nothing where it begins with a list or a picture.

    Args:
        context: of the document.
        text: the field.
        most: characters; only as many whole sentences are read as fit, but one at least. 0 reads them all.
    """
    blocks = context.blocks(text) if text else ()
    first = next((block for block in blocks if not is_heading(block)), None)
    inlines = first.inlines if isinstance(first, Paragraph) else ()
    return whole_sentences(inlines, most) if most else inlines


def whole_sentences(inlines: tuple[Inline, ...], most: int) -> tuple[Inline, ...]:
    """Cut inlines after the last sentence that ends within `most` characters, or after the first one."""
    said = plain_text(inlines)
    ends = [found.end() for found in _END.finditer(said) if _closes(*found.groups())]
    fitting = [end for end in ends if end <= most] or ends[:1] or [len(said)]
    left = fitting[-1]
    kept: list[Inline] = []
    for inline in inlines:
        if left <= 0:
            break
        if not isinstance(inline, Text):
            kept.append(inline)
            continue
        kept.append(inline if len(inline.text) <= left else replace(inline, text=inline.text[:left]))
        left -= len(inline.text)
    return tuple(kept)


def _closes(word: str, mark: str, following: str | None) -> bool:
    """Whether a mark ends a sentence: no abbreviation, and nothing that goes on in small letters."""
    abbreviated = mark == "." and word[:1].isupper() and len(word) <= _ABBREVIATED
    return not abbreviated and not (following or "").islower()


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
    after = f" ({role})" if role else ""
    words = (Text(f"{after}. "), *text) if text else (Text(after),) if after else ()
    return Paragraph(context.style("term"), (*before, named, *words), role="LI", anchor=anchor)
