"""In: a text field of the guide. Out: blocks in the layout's styles, or the inlines of one paragraph.

Paragraphs without markup, nearly all there are, take a path of a few steps each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span
from guidepress.compose.headings import depths
from guidepress.compose.prose_blocks import convert
from guidepress.compose.references import next_in_list, page_of
from guidepress.document.blocks import Note, Paragraph, Picture
from guidepress.document.inlines import (
    PLAIN,
    InlinePicture,
    LineBreak,
    LinkTo,
    Look,
    NoteMark,
    PageRef,
    Text,
    plain_text,
)
from guidepress.guide.markdown import (
    MdBreak,
    MdImage,
    MdNote,
    MdParagraph,
    MdReference,
    MdText,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.surroundings import Surroundings
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.kinds import SectionKind
    from guidepress.document.style import Style
    from guidepress.guide.markdown import MdBlock, MdDocument, MdInline
    from guidepress.guide.model import Markdown

__all__ = ["Prose", "ended", "opened"]

_MARKED = re.compile(r"""[*_`\[\]<>&\\|#~'"=]|[^\S ]|--|\.\.\.| / |^[ +-]|^[0-9]+[.)]|[ ]$""")
"""What a short field must not hold to be printed as it is typed; two fields out of three hold nothing of it."""

_NO_BREAK_SPACE = "\u00a0"

_SHEET = 2
"""Pages: what must fit on the two sides of one sheet is looked over at a glance, and names no pages of itself."""

_LOOKS = {
    (emphasis, strong): Look(emphasis=emphasis, strong=strong)
    for emphasis in (False, True)
    for strong in (False, True)
}
_LOOKS[False, False] = PLAIN


class Prose:
    """Turns the text fields of one document into blocks; numbers the footnotes on the way.

    Attributes:
        notes: the footnotes so far, numbered through the whole document.
        pictures: those that were read so far, by their files and places, each with the kind of section that read it.
    """

    def __init__(self, context: Surroundings) -> None:
        self.context = context
        self.notes: list[Note] = []
        self.pictures: dict[tuple[str, Span], SectionKind] = {}
        self._typography = context.labels.typography
        conjunctions = context.labels.custom("conjunctions").split()
        self._joining = frozenset((*conjunctions, context.labels.text("and")))
        self._plain_stays_plain = not (self._typography.spaces or self._typography.ordinals)
        self._numbers: dict[str, NoteMark] = {}  # marks of the field at hand, by the field's own names
        self._firsts: dict[str, Style] = {}

    def blocks(self, text: Markdown, style: str = "body", *, first: str = "") -> tuple[Block, ...]:
        """Turn a field into blocks.

        Args:
            text: the field.
            style: of paragraphs that follow another.
            first: style of the first paragraph; the flush variety of `style` unless given.
        """
        document = self.context.drafts.read(text, self._typography)
        self._open_notes(document, text)
        body = self.context.style(style)
        flush = self._flush(style)
        following = self.context.style(first) if first else flush
        places = _Places(text)
        made: list[Block] = []
        deep = None
        for block in document.blocks:
            if type(block) is not MdParagraph:
                deep = depths(document.blocks) if deep is None else deep
                made.append(convert(block, self, text, style=style, deep=deep))
                following = flush
                continue
            inlines = block.inlines
            if len(inlines) == 1:
                only = inlines[0]
                if type(only) is MdImage:
                    made.append(self._picture(only, text))
                    following = flush
                    continue
                if type(only) is MdText and not (only.link or only.code or only.language):
                    span = places.at(block.offset)
                    words = Text(only.text, _LOOKS[only.emphasis, only.strong], span=span)
                    made.append(Paragraph(following, (words,), span=span))
                    following = body
                    continue
            made.append(Paragraph(following, self.inlines(inlines, text), span=places.at(block.offset)))
            following = body
        return tuple(made)

    def line(self, text: Markdown) -> tuple[Inline, ...]:
        """Turn a field into the inlines of one paragraph; a second paragraph begins a new line."""
        if self._plain_stays_plain and _MARKED.search(text.source) is None:
            return (Text(self._typography.spaced(text.source), span=text.span),) if text.source else ()
        document = self.context.drafts.read(text, self._typography)
        self._open_notes(document, text)
        made: list[Inline] = []
        for block in document.blocks:
            if made:
                made.append(LineBreak())
            made.extend(self._run_in(block, text))
        return tuple(made)

    def plain(self, text: Markdown) -> str:
        """Read a field as plain text, markup and notes left out."""
        numbered = len(self.notes)
        inlines = self.line(text)
        del self.notes[numbered:]  # a note without its mark would be counted and never printed
        return "".join(
            inline.text if isinstance(inline, Text) else " " if isinstance(inline, LineBreak) else ""
            for inline in inlines
        )

    def inlines(self, inlines: tuple[MdInline, ...], text: Markdown) -> tuple[Inline, ...]:
        """Turn the inside of a paragraph into inlines."""
        made: list[Inline] = []
        for at, inline in enumerate(inlines):
            if isinstance(inline, MdText):
                made.append(self._text(inline, text))
            elif isinstance(inline, MdReference):
                following = next_in_list(inlines, at, self._joining)
                made.extend(self._reference(inline, text, following, inside=_is_open(made)))
            elif isinstance(inline, MdNote):
                made.append(self._numbers[inline.name])
            elif isinstance(inline, MdBreak):
                made.append(LineBreak())
            else:
                made.extend(self._inline_picture(inline, text))
        return tuple(made)

    def _inline_picture(self, image: MdImage, text: Markdown) -> tuple[InlinePicture, ...]:
        file, span = self.context.guide.images.get(image.path), text.at(image.offset)
        if file is None:  # a guide made in memory: the loader refuses pictures that are not there
            return ()
        for needed in ("figure", "caption"):
            self.context.style(needed)
        self.pictures.setdefault((file.path, span), self.context.kind)
        return (InlinePicture(file.path, image.alt, file.width, file.height, image.title, span, image.share),)

    def _run_in(self, block: MdBlock, text: Markdown) -> tuple[Inline, ...]:
        """Keep a paragraph's inlines; other blocks give those of the paragraphs they are made of."""
        if isinstance(block, MdParagraph):
            return self.inlines(block.inlines, text)
        made: list[Inline] = []
        for paragraph in _paragraphs(convert(block, self, text, style="body", deep=depths((block,)))):
            if made:
                made.append(LineBreak())
            if paragraph.marker:
                made.extend((*paragraph.marker, Text(" ")))
            made.extend(paragraph.inlines)
        return tuple(made)

    def _text(self, inline: MdText, text: Markdown) -> Text:
        look = _LOOKS[inline.emphasis, inline.strong]
        if inline.code:
            look = Look(emphasis=inline.emphasis, strong=inline.strong, font=self.context.style("code").font)
        return Text(
            inline.text,
            look,
            self._link(inline.link, inline.text) if inline.link else None,
            inline.language,
            text.at(inline.offset),
        )

    def _link(self, target: str, words: str) -> LinkTo | None:
        if target.startswith("#"):
            return self.context.link(target[1:])
        address = target.removeprefix("https://").removeprefix("http://").rstrip("/")
        visit = self.context.labels.text("visit", address=address)
        return LinkTo(target, visit if words in (target, address) else f"{words}: {visit}")

    def _reference(
        self, inline: MdReference, text: Markdown, following: str, *, inside: bool
    ) -> tuple[Inline, ...]:
        """Print a cross-reference as title and page; the title alone on a sheet, or if its target is not printed.

        The page stands in parentheses, or after a comma where the reference is `inside` parentheses already. It is left
        out where the reference that is `following` it in a list stands on the same page.
        """
        span = text.at(inline.offset)
        title = self.context.titles.get(inline.anchor, inline.anchor)
        link = self.context.link(inline.anchor)
        if link is None:
            return (Text(title, span=span),)
        opening, closing = (", ", "") if inside else (" (", ")")
        named = Text(title, link=link, span=span)
        if 0 < self.context.layout.fit.pages <= _SHEET:
            return (named,)
        marks = f"{opening}{self.context.labels.text('page')}{_NO_BREAK_SPACE}", closing
        before = following if self.context.link(following) is not None else ""
        return (named, *page_of(PageRef(inline.anchor, link=link, span=span), marks, before))

    def _picture(self, image: MdImage, text: Markdown) -> Block:
        """Set a picture that stands alone in its paragraph, its title below it as the caption."""
        context, span = self.context, text.at(image.offset)
        file = context.guide.images.get(image.path)
        if file is None:  # a guide made in memory: the loader refuses pictures that are not there
            return Paragraph(context.style("caption"), (Text(image.alt),), span=span)
        self.pictures.setdefault((file.path, span), context.kind)
        caption = context.paragraph("caption", image.title, role="Caption") if image.title else None
        style = context.style("figure")
        return Picture(file.path, image.alt, file.width, file.height, style, caption, span, share=image.share)

    def _flush(self, style: str) -> Style:
        found = self._firsts.get(style)
        if found is None:
            name = f"{style}-first"
            found = self._firsts[style] = self.context.style(
                name if name in self.context.layout.styles else style
            )
        return found

    def _open_notes(self, document: MdDocument, text: Markdown) -> None:
        """Number the notes of a field in the order of its marks, and compose them."""
        self._numbers = {}
        if not document.notes:
            return
        style = self.context.style("note")
        first = len(self.notes) + 1
        marks = [NoteMark(f"note-{number}", number) for number, _ in enumerate(document.notes, first)]
        # A note may mark another, so all have their numbers before the first is composed.
        self._numbers = dict(zip([note.name for note in document.notes], marks, strict=True))
        for note, mark in zip(document.notes, marks, strict=True):
            blocks: list[Block] = []
            for block in note.blocks:
                inlines = self._run_in(block, text)
                blocks.append(Paragraph(style, inlines))
            self.notes.append(Note(mark.note, mark.number, tuple(blocks)))


class _Places:
    """Finds the places of a field's blocks, in order, without counting its lines from the start each time."""

    def __init__(self, text: Markdown) -> None:
        self._text = text
        self._line = text.span.line
        self._offset = 0

    def at(self, offset: int) -> Span:
        """Find the place of an offset that is not before the last one asked for."""
        text = self._text
        if not text.block:
            return text.at(offset)
        self._line += text.source.count("\n", self._offset, offset)
        self._offset = offset
        return Span(text.span.file, self._line, text.span.column, text.span.keys)


def _paragraphs(block: Block) -> tuple[Paragraph, ...]:
    """Find the paragraphs inside a block, in order."""
    if isinstance(block, Paragraph):
        return (block,)
    inner = getattr(block, "blocks", ())
    return tuple(paragraph for each in inner for paragraph in _paragraphs(each))


def _is_open(inlines: Sequence[Inline]) -> bool:
    """Tell whether a parenthesis is open at the end of a text."""
    words = plain_text(inlines)
    return words.count("(") > words.count(")")


def opened(text: str) -> str:
    """Begin what stands by itself with a capital: "the narrator" above a quotation is "The narrator"."""
    return f"{text[:1].upper()}{text[1:]}"


def ended(inlines: Sequence[Inline]) -> bool:
    """Tell whether a text ends in a mark that ends a sentence, so that none is to be added."""
    last = inlines[-1] if inlines else None
    return isinstance(last, Text) and last.text.rstrip("’”»)").endswith((".", "!", "?", "…"))
