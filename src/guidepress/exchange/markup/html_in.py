"""In: a piece of HTML. Out: the same as Markdown of a guide, and what of it has no place there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from guidepress.base.numbers import whole_number
from guidepress.base.record import record
from guidepress.exchange.markup.escaping import escape_starts, escaped
from guidepress.exchange.markup.raised import moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

__all__ = ["Reworded", "from_html"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
        "details",
        "summary",
    ]
) | set(_HEADINGS)
_SILENT = {"script": "a script", "style": "", "head": "", "title": "", "meta": "", "link": "", "template": ""}
_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_LOST_LOOKS = {
    "u": "underlining",
    "ins": "underlining",
    "s": "striking through",
    "strike": "striking through",
    "del": "striking through",
    "font": "a colour or size of letters",
    "math": "a formula's shape",
}
_STYLES = (
    (re.compile(r"underline"), "underlining"),
    (re.compile(r"line-through"), "striking through"),
    (re.compile(r"(?:^|[;\s])color\s*:|background"), "a colour of letters"),
)
_MEDIA = {
    "audio": "a sound",
    "video": "a film",
    "iframe": "a page in a frame",
    "object": "an object",
    "embed": "an object",
}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\ue001"
"""A forced end of line, until it is known whether it ends a paragraph."""

_DEEPEST = 100
"""Elements within each other that are followed; a page made by people has twenty."""


@record
class Reworded:
    """Markdown that was made of another markup.

    Attributes:
        text: the Markdown.
        lost: what has no place in it, in a few words each: "underlining".
    """

    text: str
    lost: tuple[str, ...] = ()


def from_html(source: str, picture: Callable[[str, str], tuple[str, str]] | None = None) -> Reworded:
    """Read HTML.

    Args:
        source: the inside of an element.
        picture: gets the address and the alt text of a picture and returns its path, "" to leave it out, and its alt
            text; None keeps both as they are.
    """
    if "<" not in source and "&" not in source:
        return Reworded(escaped(_SPACE.sub(" ", source).strip()))
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        # Characters that no document may hold.
        cleaned = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", source)
        root = html.fragment_fromstring(cleaned, create_parent="div")
    reader = _Reader(picture or (lambda path, alt: (path, alt)))
    blocks = reader.blocks(root, 0)
    return Reworded("\n\n".join(blocks), tuple(dict.fromkeys(reader.lost)))


class _Reader:
    """Reads elements into blocks of Markdown."""

    def __init__(self, picture: Callable[[str, str], tuple[str, str]]) -> None:
        self.lost: list[str] = []
        self._picture = picture

    def blocks(self, element: HtmlElement, depth: int) -> list[str]:
        """The blocks inside an element."""
        if depth > _DEEPEST:
            self.lost.append("elements nested more than a hundred deep")
            return [escaped(_SPACE.sub(" ", element.text_content()).strip())]
        found: list[str] = []
        run = [self._text(element.text)]
        for child in element:
            if isinstance(child.tag, str) and child.tag in _BLOCKS:
                found += _paragraphs("".join(run))
                found += self._block(child, depth)
                run = []
            elif isinstance(child.tag, str) and any(inner.tag in _BLOCKS for inner in child.iter()):
                found += _paragraphs("".join(run))
                found += self.blocks(child, depth + 1)
                run = []
            else:
                run.append(self._inline(child, depth + 1))
            run.append(self._text(child.tail))
        return [*found, *_paragraphs("".join(run))]

    def _block(self, element: HtmlElement, depth: int) -> list[str]:
        tag = element.tag
        if tag in {"ul", "ol"}:
            return self._list(element, depth)
        if tag == "table":
            return self._table(element, depth)
        if tag in {"hr", "pre"}:
            text = element.text_content().strip("\n")
            code = ["\n".join(f"    {line}" for line in text.split("\n"))] if text.strip() else []
            return ["---"] if tag == "hr" else code
        inside = self.blocks(element, depth + 1)
        if tag in _HEADINGS:
            return [f"{'#' * _HEADINGS[tag]} {' '.join(block.split())}" for block in inside]
        return [_prefixed("\n\n".join(inside), "> ")] if tag == "blockquote" and inside else inside

    def _list(self, element: HtmlElement, depth: int) -> list[str]:
        items = []
        start = whole_number(element.get("start"))
        number = 1 if start is None else start
        for child in element:
            if not isinstance(child.tag, str):
                continue
            mark = f"{number}. " if element.tag == "ol" else "- "
            text = "\n\n".join(self.blocks(child, depth + 1))
            if text:
                items.append(mark + _prefixed(text, " " * len(mark)).lstrip(" "))
                number += 1
        if not items:
            return []
        return [("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)]

    def _table(self, element: HtmlElement, depth: int) -> list[str]:
        rows = [
            [" ".join(" ".join(self.blocks(cell, depth + 1)).split()).replace("|", "\\|") for cell in row]
            for row in (list(each.iterchildren("td", "th")) for each in element.iter("tr"))
        ]
        caption = [
            block for each in element.iterchildren("caption") for block in self.blocks(each, depth + 1)
        ]
        rows = [row for row in rows if any(row)]
        if not rows:
            return caption
        if any(
            cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1"
            for cell in element.iter("td", "th")
        ):
            self.lost.append("joined cells of a table")
        width = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        return [*caption, "\n".join((lines[0], "|" + "---|" * width, *lines[1:]))]

    def _inline(self, element: HtmlElement, depth: int) -> str:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            self.lost.extend(filter(None, (_SILENT.get(str(tag), ""),)))
            return ""
        if tag in _MEDIA:
            return self._media(element)
        if tag in {"br", "img"}:
            return _BREAK if tag == "br" else self._image(element)
        self._looks(element)
        words = _SPACE.sub(" ", element.text_content())
        if tag in _CODE:
            return _coded(words)
        if depth > _DEEPEST:
            return escaped(words, starts=False)
        inside = self._text(element.text) + "".join(
            self._inline(child, depth + 1) + self._text(child.tail) for child in element
        )
        return self._dressed(element, inside)

    def _dressed(self, element: HtmlElement, inside: str) -> str:
        """Put the marks of an element about what is inside it."""
        tag, style = element.tag, element.get("style", "")
        if tag in {"sup", "sub"}:
            made = moved(inside, up=tag == "sup")
            if made == inside and inside.strip():
                self.lost.append("raised letters" if tag == "sup" else "lowered letters")
            return made
        if tag in _STRONG or re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style):
            inside = _around(inside, "**")
        if tag in _EMPHASIS or re.search(r"font-style\s*:\s*(?:italic|oblique)", style):
            inside = _around(inside, "*")
        if tag == "q":
            return f"“{inside}”"
        language = element.get("lang", "")
        if tag == "span" and language and re.fullmatch(r"[^\[\]{}*_`\ue001]+", inside):
            return f"[{inside}]{{lang={language}}}"
        target = element.get("href", "")
        if tag == "a" and target and inside.strip():
            if target.startswith(("http://", "https://", "mailto:")) and not re.search(r"[\s()<>]", target):
                return f"[{inside.strip()}]({target})"
            self.lost.append(f"a link to {target[:60]}")
        return inside

    def _image(self, element: HtmlElement) -> str:
        alt = _SPACE.sub(" ", element.get("alt") or "").strip()
        path, alt = self._picture(element.get("src") or "", alt)
        if not path:
            return escaped(alt, starts=False)
        alt = re.sub(r"([\[\]\\])", r"\\\1", alt)
        width = re.fullmatch(r"(100|[1-9][0-9]?)%", element.get("width") or "")
        target = f"<{path}>" if re.search(r"[\s()]", path) else path
        title = (element.get("title") or "").replace('"', "'")
        return f"![{alt}]({target}{f' {chr(34)}{title}{chr(34)}' if title else ''})" + (
            f"{{width={width[1]}%}}" if width else ""
        )

    def _media(self, element: HtmlElement) -> str:
        inner = next((each.get("src") for each in element.iter("source") if each.get("src")), "")
        address = element.get("src") or element.get("data") or inner or ""
        self.lost.append(f"{_MEDIA[element.tag]} {address[:80]}".strip())
        words = escaped(_SPACE.sub(" ", element.text_content()).strip(), starts=False)
        return f"[{words or 'link'}]({address})" if re.fullmatch(r"https?://[^\s()<>]+", address) else words

    def _looks(self, element: HtmlElement) -> None:
        style = element.get("style", "")
        self.lost.extend(name for pattern, name in _STYLES if style and pattern.search(style))
        if element.tag in _LOST_LOOKS:
            self.lost.append(_LOST_LOOKS[element.tag])

    def _text(self, text: str | None) -> str:
        return escaped(_SPACE.sub(" ", text), starts=False) if text else ""


def _paragraphs(run: str) -> Iterator[str]:
    """The paragraphs of a run of inlines: two forced line ends part them."""
    for part in re.split(rf"(?:\s*{_BREAK}\s*){{2,}}", run):
        lines = [line.strip() for line in part.split(_BREAK)]
        text = "\\\n".join(escape_starts(line) for line in lines if line)
        if text.replace("\u00a0", "").strip():
            yield text


def _around(inside: str, marks: str) -> str:
    """Put marks about words, the spaces at their ends outside, and not across forced line ends."""
    pieces = inside.split(_BREAK)
    made = []
    for piece in pieces:
        words = piece.strip()
        if not words:
            made.append(piece)
            continue
        before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        made.append(f"{before}{marks}{words}{marks}{after}")
    return _BREAK.join(made)


def _coded(text: str) -> str:
    """Put back-ticks about code, one more than it holds in a row."""
    if not text.strip():
        return text
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() if line else prefix.rstrip() for line in text.split("\n"))
