"""In: XML elements of any dialect. Out: the same with plain names, and their contents as HTML."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

__all__ = ["child", "children", "content_html", "name_of", "plainly_named", "text_of", "words_of"]

_KEPT = (
    "href",
    "src",
    "alt",
    "title",
    "lang",
    "style",
    "colspan",
    "rowspan",
    "start",
    "width",
    "data",
    "cite",
)
_KEBAB = re.compile(r"-([a-z0-9])")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EMPTY = {"br", "hr", "img", "wbr", "col"}
_PICTURE = re.compile(r"image/|\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)
_DEEPEST = 200


def plainly_named(root: _Element) -> None:
    """Take namespaces off all names, and give those of QTI 3 their form of QTI 2: qti-item-body is itemBody."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        later = name.startswith("qti-")
        element.tag = _camel(name.removeprefix("qti-")) if later else name
        said = list(element.attrib.items())
        if any("}" in str(key) or "-" in str(key) for key, _ in said):
            element.attrib.clear()
            for raw, value in said:
                key = str(raw)
                if key == _LANG:
                    key = "lang"
                key = key.rpartition("}")[2]
                if later and not key.startswith(("data-", "aria-")):
                    key = _camel(key)
                element.set(key, value)


def name_of(element: _Element) -> str:
    """The plain name of an element."""
    return str(element.tag).rpartition("}")[2]


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a name."""
    return None if element is None else next(children(element, name), None)


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """The children of some names, in order."""
    return (each for each in element if name_of(each) in names)


def text_of(element: _Element | None) -> str:
    """The words of an element as they stand, without its tags."""
    return "" if element is None else "".join(map(str, element.itertext())).strip()


def words_of(element: _Element | None) -> str:
    """The words of an element, with single spaces."""
    return " ".join(text_of(element).split())


def content_html(
    element: _Element, instead: Callable[[_Element], str | None] | None = None, depth: int = 0
) -> str:
    """The inside of an element as HTML.

    Args:
        element: an element, plainly named.
        instead: what is to stand in the place of an element within; None takes the element as it is.
        depth: how deep it lies.
    """
    pieces = [html.escape(element.text or "", quote=False)]
    for inner in element:
        said = instead(inner) if instead else None
        pieces.append(_element_html(inner, instead, depth) if said is None else said)
        pieces.append(html.escape(inner.tail or "", quote=False))
    return "".join(pieces)


def _element_html(element: _Element, instead: Callable[[_Element], str | None] | None, depth: int) -> str:
    name = name_of(element)
    if depth > _DEEPEST:
        return html.escape(text_of(element), quote=False)
    if name == "object" and _PICTURE.search(element.get("type") or element.get("data") or ""):
        source, alt = element.get("data") or "", words_of(element)
        return f'<img src="{html.escape(source)}" alt="{html.escape(alt)}"/>'
    said = "".join(
        f' {key}="{html.escape(value)}"' for key in _KEPT if (value := element.get(key)) is not None
    )
    if name in _EMPTY:
        return f"<{name}{said}/>"
    return f"<{name}{said}>{content_html(element, instead, depth + 1)}</{name}>"


def _camel(name: str) -> str:
    return _KEBAB.sub(lambda found: found[1].upper(), name)
