"""In: elements of a page. Out: blocks of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import roman, whole_number
from guidepress.exchange.report import Loss
from guidepress.exchange.text.html_inlines import PageLook, hidden, inlines_of_element
from guidepress.exchange.text.markdown import (
    cell_of,
    inline_markdown,
    item_of,
    list_of,
    plain_of,
    quote_of,
    table_of,
)
from guidepress.exchange.text.source import SourceBlock
from guidepress.guide.markdown import MdBreak, MdText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.html import HtmlElement

    from guidepress.guide.markdown import MdInline

__all__ = ["HtmlReader"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "p",
        "section",
        "summary",
        "caption",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "menu",
    ]
)
_BLOCKS = _CONTAINERS | set(_HEADINGS) | {"ul", "ol", "table", "blockquote", "pre", "hr"}
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "meta",
        "link",
        "title",
        "col",
        "colgroup",
        "datalist",
    ]
)
_LOST = {
    "svg": "a drawing", "canvas": "a drawing", "iframe": "a page in a frame", "video": "a film", "audio": "a sound",
    "object": "an object", "embed": "an object", "input": "a field of a form", "select": "a field of a form",
    "textarea": "a field of a form", "button": "a button",
}  # fmt: skip
_NESTED = 8
"""Lists and quotations within each other that a text of a guide holds; what is deeper stands there as paragraphs."""

_DEEPEST = 60
"""Elements within each other that are followed; below them the words are kept without their form."""


class HtmlReader:
    """Reads elements into blocks.

    Args:
        picture: makes an inline of a picture's address, alt text and place.
        notes: names of notes that marks in the text mean ("[^1]").
    """

    def __init__(self, picture: Callable[[str, str, str], MdInline], notes: frozenset[str]) -> None:
        self.losses: list[Loss] = []
        self._picture = picture
        self._notes = notes
        self._count = 0
        self._nested = 0

    def blocks(self, element: HtmlElement) -> list[SourceBlock]:
        """The blocks inside an element."""
        return list(self._inside(element, 0))

    def note(self, element: HtmlElement) -> str:
        """The inside of an element as one text."""
        return item_of([(block.kind, block.text) for block in self._inside(element, 1)])

    def _inside(self, element: HtmlElement, depth: int) -> Iterator[SourceBlock]:
        if depth > _DEEPEST:
            yield from self._paragraph([MdText(" ".join(element.text_content().split()), 0)], depth)
            return
        run: list[MdInline] = list(self._text(element.text, PageLook()))
        for child in element:
            if not isinstance(child.tag, str):
                run += self._text(child.tail, PageLook())
                continue
            if child.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iter()):
                yield from self._paragraph(run, depth)
                run = []
                if not self._left_out(child):
                    yield from self._block(child, depth)
            else:
                run += self._inlines(child, PageLook())
            run += self._text(child.tail, PageLook())
        yield from self._paragraph(run, depth)

    def _block(self, element: HtmlElement, depth: int) -> Iterator[SourceBlock]:
        tag = element.tag
        if tag in _HEADINGS:
            yield from self._heading(element, depth)
        elif self._nested >= _NESTED:
            yield from self._inside(element, depth + 1)
        elif tag in {"ul", "ol", "dl"} or (tag == "menu" and element.find("li") is not None):
            self._nested += 1
            yield from self._list(element)
            self._nested -= 1
        elif tag == "table":
            yield from self._table(element, depth)
        elif tag == "blockquote":
            self._nested += 1
            text = item_of([(block.kind, block.text) for block in self._inside(element, depth + 1)])
            self._nested -= 1
            if text:
                yield self._counted("quote", quote_of(text), depth)
        elif tag == "pre":
            yield from self._code(element, depth)
        elif tag == "hr":
            yield SourceBlock("rule", "***", "")
        else:
            yield from self._inside(element, depth + 1)

    def _heading(self, element: HtmlElement, depth: int) -> Iterator[SourceBlock]:
        inlines = [
            MdText(" ", 0) if isinstance(each, MdBreak) else each
            for each in self._inlines(element, PageLook())
        ]
        bare = [MdText(each.text, 0) if isinstance(each, MdText) else each for each in inlines]
        text = inline_markdown(bare).replace("\n", " ")
        if plain_of(text):
            yield self._counted("heading", text, depth, level=_HEADINGS[element.tag])

    def _paragraph(self, run: Sequence[MdInline], depth: int) -> Iterator[SourceBlock]:
        listed = list(run)
        while listed and _blank(listed[0]):
            listed.pop(0)
        while listed and _blank(listed[-1]):
            listed.pop()
        text = inline_markdown(listed)
        if text:
            words = [each for each in listed if isinstance(each, MdText) and each.text.strip()]
            strong = (
                bool(words)
                and all(each.strong for each in words)
                and len(words) == len([each for each in listed if not _blank(each)])
            )
            yield self._counted("paragraph", text, depth, strong=strong)

    def _counted(
        self, kind: str, text: str, depth: int, *, level: int = 0, strong: bool = False
    ) -> SourceBlock:
        self._count += depth == 0 or kind == "heading"
        return SourceBlock(kind, text, plain_of(text), level=level, strong=strong)  # type: ignore[arg-type] # a literal

    def _code(self, element: HtmlElement, depth: int) -> Iterator[SourceBlock]:
        text = element.text_content().strip("\n")
        if text.strip():
            yield self._counted("code", f"```\n{text.replace('```', chr(39) * 3)}\n```", depth)

    def _list(self, element: HtmlElement) -> Iterator[SourceBlock]:
        items: list[str] = []
        labels: list[str] = []
        number = _start(element)
        for child in element:
            if not isinstance(child.tag, str) or self._left_out(child):
                continue
            if child.tag == "dd" and items:
                items[-1] = f"{items[-1]} {self.note(child)}".replace("\n\n", " ")
                continue
            text = self.note(child)
            if not text:
                continue
            if child.tag == "dt":
                text = f"**{plain_of(text)}**:"
            items.append(text)
            labels.append(_label(element, number))
            number += 1
        if items:
            text = list_of(items, labels)
            plain = plain_of(text)
            yield SourceBlock("list", text, plain, items=tuple(items), labels=tuple(labels))

    def _table(self, element: HtmlElement, depth: int) -> Iterator[SourceBlock]:
        for caption in element.iterchildren("caption"):
            yield from self._inside(caption, depth + 1)
        lines = [each for each in element.iter("tr") if _table_of(each) is element]
        cells = [list(line.iterchildren("td", "th")) for line in lines]
        layout = element.get("role") == "presentation" or max(map(len, cells), default=0) < 2
        if layout or any(each.find(".//table") is not None for line in cells for each in line):
            for line in cells:
                for cell in line:
                    yield from self._inside(cell, depth + 1)
            return
        rows = [row for row in self._rows(cells) if any(row)]
        if rows:
            text = table_of(rows)
            yield SourceBlock(
                "table", text, " ".join(plain_of(cell) for row in rows for cell in row), rows=tuple(rows)
            )

    def _rows(self, cells: list[list[HtmlElement]]) -> Iterator[tuple[str, ...]]:
        """The texts of cells; joined cells leave empty ones beside and below them."""
        below: dict[int, int] = {}
        for line in cells:
            row: list[str] = []
            for cell in line:
                while below.get(len(row), 0):
                    below[len(row)] -= 1
                    row.append("")
                tall = _whole(cell.get("rowspan")) - 1
                text = cell_of(" ".join(block.text for block in self._inside(cell, 1)))
                for index in range(_whole(cell.get("colspan"))):
                    below[len(row)] = tall
                    row.append(text if index == 0 else "")
            yield tuple(row)

    def _left_out(self, element: HtmlElement) -> bool:
        """Whether an element has no text of the page; what it has of its own is named."""
        if element.tag in _SILENT:
            return True
        what = _LOST.get(element.tag, "hidden text" if hidden(element) else "")
        if not what:
            return False
        words = " ".join(element.text_content().split()) or element.get("src", "") or element.get("value", "")
        if words or element.tag in {"iframe", "video", "audio", "object", "embed"}:
            self.losses.append(
                Loss(self._place, f"{what}: {words}".rstrip(": "), "a page of paper cannot show it")
            )
        return True

    @property
    def _place(self) -> str:
        return f"paragraph {self._count + 1}"

    def _inlines(self, element: HtmlElement, look: PageLook) -> Iterator[MdInline]:
        yield from inlines_of_element(element, look, self._image, self._left_out, self._text)

    def _image(self, element: HtmlElement) -> MdInline:
        source = element.get("src") or element.get("data-src") or ""
        return self._picture(source, element.get("alt") or "", self._place)

    def _text(self, text: str | None, look: PageLook) -> Iterator[MdInline]:
        yield from look.texts(text or "", self._notes)


def _blank(inline: MdInline) -> bool:
    return isinstance(inline, MdBreak) or (isinstance(inline, MdText) and not inline.text.strip())


def _whole(text: str | None) -> int:
    return min(whole_number(text) or 1, 100)


def _start(element: HtmlElement) -> int:
    said = whole_number(element.get("start"))
    return 1 if said is None else said


def _table_of(line: HtmlElement) -> HtmlElement | None:
    return next((each for each in line.iterancestors("table")), None)


def _label(element: HtmlElement, number: int) -> str:
    if element.tag != "ol":
        return "•"
    kind = element.get("type", "1")
    if kind in {"a", "A"} and number <= 26:
        return chr(ord(kind) + number - 1) + "."
    if kind in {"i", "I"}:
        return (roman(number) if kind == "i" else roman(number).upper()) + "."
    return f"{number}."
