"""In: text fields. Out: trees of blocks and inlines with typographer's quotes."""

from __future__ import annotations

from guidepress.guide.markdown.parse import parse_markdown, read_markdown
from guidepress.guide.markdown.tree import (
    MdBlock,
    MdBreak,
    MdCode,
    MdDocument,
    MdFootnote,
    MdHeading,
    MdImage,
    MdInline,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdReference,
    MdRule,
    MdTable,
    MdText,
)
from guidepress.guide.markdown.typography import educate
from guidepress.guide.markdown.walk import inlines_of

__all__ = [
    "MdBlock",
    "MdBreak",
    "MdCode",
    "MdDocument",
    "MdFootnote",
    "MdHeading",
    "MdImage",
    "MdInline",
    "MdList",
    "MdNote",
    "MdParagraph",
    "MdQuote",
    "MdReference",
    "MdRule",
    "MdTable",
    "MdText",
    "educate",
    "inlines_of",
    "parse_markdown",
    "read_markdown",
]
