"""In: an element within a line. Out: its words with their looks, its pictures and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.markup.raised import moved
from guidepress.exchange.text.html_notes import MARK
from guidepress.guide.markdown import MdBreak, MdNote, MdText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

    from guidepress.guide.markdown import MdInline

__all__ = ["PageLook", "hidden", "inlines_of_element"]

_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_MARKED = re.compile(
    r"\[\^(?P<note>[^\]\s]+)\]|\[(?P<foreign>[^\[\]^]+)\]\{lang=(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}"
)


@record
class PageLook:
    """How words stand: in which letters, and where they lead."""

    emphasis: bool = False
    strong: bool = False
    code: bool = False
    link: str = ""

    def texts(self, text: str, notes: Iterable[str]) -> Iterator[MdInline]:
        """Words in this look; marks of known notes, and words of another language as guides mark them, are these."""
        at = 0
        for match in _MARKED.finditer(text) if "[" in text and not self.code else ():
            if match["note"] and match["note"] not in notes:
                continue
            yield self._text(text[at : match.start()])
            if match["note"]:
                yield MdNote(match["note"], 0)
            else:
                yield replace(self._text(match["foreign"]), language=match["language"])
            at = match.end()
        yield self._text(text[at:])

    def _text(self, text: str) -> MdText:
        return MdText(re.sub(r"[ \t\r\n\f]+", " ", text), 0, self.emphasis, self.strong, self.code, self.link)


def hidden(element: HtmlElement) -> bool:
    """Whether a page does not show an element."""
    style = element.get("style", "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style or "visibility:hidden" in style


def inlines_of_element(
    element: HtmlElement,
    look: PageLook,
    image: Callable[[HtmlElement], MdInline],
    left_out: Callable[[HtmlElement], bool],
    texts: Callable[[str | None, PageLook], Iterable[MdInline]],
) -> Iterator[MdInline]:
    """Read an element and all in it.

    Args:
        element: no block.
        look: of the words around it.
        image: reads a picture.
        left_out: names an element that has no words for a page, and says so.
        texts: reads words.
    """
    tag = element.tag
    if not isinstance(tag, str) or left_out(element):
        return
    if tag == "br":
        yield MdBreak(0)
    elif tag == "img":
        yield image(element)
    elif tag == MARK:
        yield MdNote(element.get("name", ""), 0)
    elif tag in {"sup", "sub"} and len(element) == 0:
        yield from texts(moved(element.text or "", up=tag == "sup"), look)
    else:
        inner = _look(element, look)
        mark = '"' if tag == "q" else ""
        yield from texts(mark + (element.text or ""), inner)
        for child in element:
            yield from inlines_of_element(child, inner, image, left_out, texts)
            yield from texts(child.tail, inner)
        yield from texts(mark, inner)


def _look(element: HtmlElement, look: PageLook) -> PageLook:
    tag = element.tag
    style = element.get("style", "").replace(" ", "").lower()
    if tag in _STRONG or re.search(r"font-weight:(?:bold|[6-9]00)", style):
        look = replace(look, strong=True)
    if tag in _EMPHASIS or "font-style:italic" in style:
        look = replace(look, emphasis=True)
    if tag in _CODE:
        look = replace(look, code=True)
    if tag == "b" and re.search(r"font-weight:(?:normal|400)", style):
        look = replace(look, strong=False)  # Google Docs wraps a whole page so
    address = element.get("href", "").strip() if tag == "a" else ""
    return replace(look, link=address) if address.startswith(("https://", "http://", "mailto:")) else look
