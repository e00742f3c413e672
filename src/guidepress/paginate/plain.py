"""In: inlines. Out: their text as a reader copies it out of the page, for the verifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import Blank, NoteMark, Text
from guidepress.page.book import SectionText
from guidepress.paginate.resolve import resolve

if TYPE_CHECKING:
    from guidepress.document.blocks import Paragraph, Section
    from guidepress.labels import Labels
    from guidepress.paginate.resolve import Resolved

__all__ = ["section_text"]


def section_text(
    texts: tuple[Section, Paragraph | None, Paragraph | None], resolved: Resolved, labels: Labels
) -> SectionText:
    """Say with which words a section begins and ends."""
    section, first, last = texts
    return SectionText(
        section.anchor, section.title, _plain(first, resolved, labels), _plain(last, resolved, labels)
    )


def _plain(paragraph: Paragraph | None, resolved: Resolved, labels: Labels) -> str:
    if paragraph is None:
        return ""
    parts: list[str] = []
    for inline in resolve(paragraph.inlines, resolved, labels):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, NoteMark):
            parts.append(str(inline.number))
        elif isinstance(inline, Blank):
            parts.append(inline.says if inline.drawn == "ring" else inline.text or inline.says)
        else:
            parts.append(" ")
    text = " ".join("".join(parts).replace("\u00ad", "").split())
    return text.upper() if paragraph.style.uppercase else text
