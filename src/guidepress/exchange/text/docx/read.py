"""In: the bytes of a Word file. Out: its text in blocks, its notes, its pictures, and what was left out of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.limits import DOCX_PARAGRAPHS, DOCX_RUNS
from guidepress.base.record import replace
from guidepress.exchange.report import Loss
from guidepress.exchange.text.docx.blocks import blocks_of
from guidepress.exchange.text.docx.drawings import drawn
from guidepress.exchange.text.docx.numbering import WordNumbering
from guidepress.exchange.text.docx.package import attribute, child, open_word
from guidepress.exchange.text.docx.paragraph import WordParagraph
from guidepress.exchange.text.docx.story import Story
from guidepress.exchange.text.docx.styles import WordStyles
from guidepress.exchange.text.inference import with_headings
from guidepress.exchange.text.markdown import item_of
from guidepress.exchange.text.pictures import PictureBox
from guidepress.exchange.text.source import SourceText
from guidepress.guide.names import slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from guidepress.exchange.text.docx.package import WordPackage
    from guidepress.exchange.text.docx.paragraph import WordTable
    from guidepress.exchange.text.source import SourceBlock

__all__ = ["read_docx", "word_paragraphs"]

_NOTES = (("footnotes", "footnote", "n"), ("endnotes", "endnote", "e"), ("comments", "comment", "c"))
"""Parts with notes, their elements, and how the names of their notes begin."""


def read_docx(data: bytes, path: Path, _encoding: str = "") -> SourceText:
    """Read a Word file.

    Args:
        data: all of it.
        path: where it is.

    Raises:
        FaultsFound: it is damaged or dangerous.
    """
    reader = _Reader(open_word(data, str(path)), PictureBox(slug(path.stem) or "picture"))
    story = reader.text()
    losses: list[Loss] = []
    listed = list(_without_contents(story, losses))
    blocks = _numbered(blocks_of(listed))
    if not any(block.kind == "heading" for block in blocks):
        blocks = with_headings(blocks, plain=not any(block.strong for block in blocks))
    notes = reader.notes()
    return SourceText(
        path.name,
        "Word file",
        tuple(blocks),
        notes=notes,
        pictures=tuple(reader.pictures.pictures),
        said=reader.said(),
        guesses=tuple(reader.pictures.guesses),
        losses=(*losses, *reader.losses, *reader.pictures.losses, *reader.margins()),
    )


def word_paragraphs(data: bytes, file: str) -> tuple[WordParagraph | WordTable, ...]:
    """The paragraphs and tables of a Word file, with the labels that its numbering puts before them.

    Args:
        data: all of it.
        file: its name, for faults.

    Raises:
        FaultsFound: it is damaged or dangerous.
    """
    return tuple(_Reader(open_word(data, file), PictureBox("picture")).text())


class _Reader:
    """Reads the parts of one file."""

    def __init__(self, package: WordPackage, pictures: PictureBox) -> None:
        self.pictures = pictures
        self.losses: list[Loss] = []
        self._package = package
        self._counts: Counter[str] = Counter()
        styles, numbering = package.part("styles"), package.part("numbering")
        self._styles = WordStyles(package.tree(styles) if styles else None)
        self._numbering = WordNumbering(package.tree(numbering) if numbering else None)

    def _story(self, part: str) -> Story:
        targets = self._package.targets(part)
        return Story(
            self._styles,
            self._numbering,
            targets,
            lambda element, place: drawn(element, place, self._package, targets, self.pictures),
        )

    def _tree(self, part: str) -> _Element:
        """A part that is set; with those before it, it has no more paragraphs and runs than a book."""
        root = self._package.tree(part)
        for tag, what, most in (("p", "paragraphs", DOCX_PARAGRAPHS), ("r", "runs", DOCX_RUNS)):
            self._counts[tag] += sum(1 for _ in root.iter(tag))
            if self._counts[tag] > most:
                message = f"{self._package.archive.file} has more than {most:,} {what}."
                raise fault("file-too-large", message, "Divide it.", Span(self._package.archive.file, 1, 1))
        return root

    def text(self) -> list[WordParagraph | WordTable]:
        """The text itself."""
        body = child(self._tree(self._package.main), "body")
        story = self._story(self._package.main)
        found = story.read(body) if body is not None else []
        self.losses += story.losses
        return found

    def notes(self) -> dict[str, str]:
        """The Markdown of each note, by the name that its marks have; of a comment, who wrote it leads."""
        found = {}
        for kind, tag, start in _NOTES:
            part = self._package.part(kind)
            if not part:
                continue
            story = self._story(part)
            for element in self._tree(part).iterchildren(tag):
                if attribute(element, "type") in {"separator", "continuationSeparator", "continuationNotice"}:
                    continue
                text = item_of([(block.kind, block.text) for block in blocks_of(story.read(element))])
                author = attribute(element, "author") if kind == "comments" else ""
                found[f"{start}{attribute(element, 'id')}"] = f"{author}: {text}" if author else text or "…"
            self.losses += story.losses
        return found

    def margins(self) -> list[Loss]:
        """What stands at the head and the foot of pages: a book has its own."""
        losses = []
        for kind, target in dict.fromkeys(self._package.targets(self._package.main).values()):
            if kind in {"header", "footer"} and target:
                words = " ".join(
                    " ".join(each.text or "" for each in self._package.tree(target).iter("t")).split()
                )
                if words:
                    losses.append(Loss("", f"{kind}: {words}", "a book has heads and feet of its own"))
        return losses

    def said(self) -> dict[str, str]:
        """The title among the file's properties, and the language that its words are marked with."""
        said = {"locale": self._styles.language} if self._styles.language else {}
        if "docProps/core.xml" in self._package.archive:
            title = self._package.tree("docProps/core.xml").findtext("title")
            if title and title.strip():
                said["filed_title"] = " ".join(title.split())
        return said


def _without_contents(
    story: Sequence[WordParagraph | WordTable], losses: list[Loss]
) -> list[WordParagraph | WordTable]:
    """Leave out a table of contents whose lines are known by their styles."""
    kept: list[WordParagraph | WordTable] = []
    lines: list[str] = []
    for each in story:
        if isinstance(each, WordParagraph) and each.role == "contents":
            lines.append(each.words)
        else:
            kept.append(each)
    if lines:
        losses.append(Loss("", f"contents: {' / '.join(lines)}", "they are made anew"))
    return kept


def _numbered(blocks: Sequence[SourceBlock]) -> tuple[SourceBlock, ...]:
    return tuple(replace(block, number=number) for number, block in enumerate(blocks, 1))
