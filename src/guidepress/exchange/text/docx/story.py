"""In: the body of a part. Out: its paragraphs and tables, resolved, in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.base.record import replace
from guidepress.exchange.report import Loss
from guidepress.exchange.text.docx.numbering import DEEPEST_LEVEL
from guidepress.exchange.text.docx.package import child, value
from guidepress.exchange.text.docx.paragraph import WordParagraph, WordTable
from guidepress.exchange.text.docx.runs import Runs
from guidepress.guide.markdown import MdBreak, MdImage, MdText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from guidepress.exchange.text.docx.numbering import WordNumbering
    from guidepress.exchange.text.docx.styles import WordStyle, WordStyles
    from guidepress.guide.markdown import MdInline

__all__ = ["Story"]

_INTO = {"ins", "moveTo", "customXml", "sdtContent", "smartTag", "mc.Choice"}
_OUT = {"del", "moveFrom"}
_DEEPEST = 40
"""Tables and boxes within each other that are followed; below them the words are kept without their form."""


class Story:
    """Reads one part: the text, or the notes.

    Args:
        styles: of the file.
        numbering: of the file; counts on.
        targets: what the part's references mean.
        picture: gives the pictures of a drawing.
    """

    def __init__(
        self,
        styles: WordStyles,
        numbering: WordNumbering,
        targets: dict[str, tuple[str, str]],
        picture: Callable[[_Element, str], list[MdInline]],
    ) -> None:
        self.losses: list[Loss] = []
        self._styles = styles
        self._numbering = numbering
        self._count = 0
        self._runs = Runs(styles, targets, lambda element: picture(element, self._place))

    @property
    def _place(self) -> str:
        return f"paragraph {self._count + 1}"

    def read(self, body: _Element) -> list[WordParagraph | WordTable]:
        """Read all that a body holds."""
        found = list(self._blocks(body, 0))
        self.losses += self._runs.losses
        self._runs.losses = []
        passed = " ".join("".join(self._runs.fields.passed).split())
        if passed:
            self.losses.append(Loss("", f"contents and numbers of pages: {passed}", "they are made anew"))
            self._runs.fields.passed = []
        return found

    def _blocks(self, parent: _Element, depth: int) -> Iterator[WordParagraph | WordTable]:
        held: list[
            MdInline
        ] = []  # of a paragraph whose end was deleted under tracking: the next one goes on with it
        for element in parent:
            tag = element.tag
            if tag == "p":
                made = self._paragraph(element, held)
                held = []
                if _end_deleted(element):
                    held = list(made.inlines)
                else:
                    yield from (made,) if made.inlines else ()
                yield from self._boxes(depth)
            elif tag == "tbl":
                yield from self._table(element, depth)
            elif tag == "sdt":
                yield from self._control(element, depth)
            elif tag == "mc.AlternateContent":
                chosen = child(element, "mc.Choice")
                yield from self._blocks(chosen if chosen is not None else element, depth)
            elif tag in _INTO:
                yield from self._blocks(element, depth)
            elif tag in _OUT or tag == "altChunk":
                self._lose(element, "deleted" if tag in _OUT else "a file within the file")
        if held:
            yield WordParagraph(tuple(held), _words(held))

    def _boxes(self, depth: int) -> Iterator[WordParagraph | WordTable]:
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            if depth > _DEEPEST:
                words = " ".join("".join(map(str, box.itertext())).split())
                yield WordParagraph((MdText(words, 0),), words)
            else:
                yield from self._blocks(box, depth + 1)

    def _control(self, element: _Element, depth: int) -> Iterator[WordParagraph | WordTable]:
        """A content control; one that is a table of contents is left out."""
        gallery = value(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery") or ""
        content = child(element, "sdtContent")
        if content is None:
            return
        if gallery == "Table of Contents":
            words = " ".join(" ".join(each.text or "" for each in content.iter("t")).split())
            self.losses.append(Loss(self._place, f"contents: {words}", "they are made anew"))
        else:
            yield from self._blocks(content, depth)

    def _lose(self, element: _Element, what: str) -> None:
        words = " ".join("".join(each.text or "" for each in element.iter("delText", "t")).split())
        if words or element.tag == "altChunk":
            self.losses.append(
                Loss(self._place, f"{what}: {words}".rstrip(": "), "it cannot be read or was deleted")
            )

    def _paragraph(self, element: _Element, before: list[MdInline]) -> WordParagraph:
        said = child(element, "pPr")
        name = value(said, "pStyle")
        style = self._styles.style(self._styles.usual if name is None else name)
        heading = _heading(said, style)
        self._runs.place = self._place
        self._runs.fields.pass_over(" ")
        plain = bool(heading) or style.role in {"title", "subtitle"}
        inlines = [*before, *self._runs.read(element, style, plain=plain)]
        label, depth = self._label(said, style) if _says(inlines) else ("", -1)
        words = _words(inlines)
        self._count += bool(inlines)
        looks = self._runs.looks
        made = WordParagraph(tuple(inlines), words, heading, style.role, label, depth)
        if not looks:
            return made
        sizes = Counter({size: 0 for _, look in looks for size in (look.size,)})
        for text, look in looks:
            sizes[look.size] += len(text)
        marked = [look.marked for _, look in looks]
        return replace(
            made,
            strong=all(look.strong for _, look in looks) or (plain and style.strong),
            marked=any(marked),
            size=sizes.most_common(1)[0][0],
        )

    def _label(self, said: _Element | None, style: WordStyle) -> tuple[str, int]:
        """The label of a paragraph and its depth; its own numbering goes before that of its style, 0 is none."""
        own = child(said, "numPr")
        number, depth = style.numbering
        if own is not None:
            own_number, own_depth = value(own, "numId"), value(own, "ilvl")
            number = own_number if own_number is not None else number
            said_depth = whole_number(own_depth)
            depth = said_depth if said_depth is not None else depth if own_number is None else 0
        depth = min(max(depth, 0), DEEPEST_LEVEL)
        label = self._numbering.label(number, depth)
        return label, depth if label else -1

    def _table(self, element: _Element, depth: int) -> Iterator[WordParagraph | WordTable]:
        if depth > _DEEPEST:
            words = " ".join(" ".join(each.text or "" for each in element.iter("t")).split())
            yield WordParagraph((MdText(words, 0),), words)
            return
        rows = []
        for line in _within(element, "tr"):
            if child(child(line, "trPr"), "del") is not None:
                self._lose(line, "deleted row")
                continue
            cells: list[tuple[WordParagraph | WordTable, ...]] = []
            before = value(child(line, "trPr"), "gridBefore")
            cells += [()] * (min(whole_number(before) or 0, 60))
            for cell in _within(line, "tc"):
                said = child(cell, "tcPr")
                wide = value(said, "gridSpan")
                cells.append(tuple(self._blocks(cell, depth + 1)))
                cells += [()] * (min(whole_number(wide) or 1, 60) - 1)
            rows.append(tuple(cells))
        if any(any(row) for row in rows):
            self._count += 1
            yield WordTable(tuple(rows))


def _within(element: _Element, tag: str) -> Iterator[_Element]:
    """Rows or cells, also those in content controls."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag in {"sdt", *_INTO}:
            yield from _within(each, tag)


def _heading(said: _Element | None, style: WordStyle) -> int:
    own = whole_number(value(said, "outlineLvl"))
    if own is not None:
        return own + 1 if own < 9 else 0
    return style.heading if style.role != "contents" else 0


def _end_deleted(element: _Element) -> bool:
    return child(child(child(element, "pPr"), "rPr"), "del") is not None


def _says(inlines: list[MdInline]) -> bool:
    return any(
        not isinstance(each, MdText | MdBreak) or (isinstance(each, MdText) and each.text.strip())
        for each in inlines
    )


def _words(inlines: list[MdInline]) -> str:
    pieces = (
        each.text if isinstance(each, MdText) else each.alt if isinstance(each, MdImage) else " "
        for each in inlines
    )
    return " ".join("".join(pieces).split())
