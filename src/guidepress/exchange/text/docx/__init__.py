"""Word files, whoever made them: their paragraphs with what Word would show beside them, and their text in blocks."""

from __future__ import annotations

from guidepress.exchange.text.docx.paragraph import WordParagraph, WordTable
from guidepress.exchange.text.docx.read import read_docx, word_paragraphs

__all__ = ["WordParagraph", "WordTable", "read_docx", "word_paragraphs"]
