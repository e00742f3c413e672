"""In: an item of QTI 1.2. Out: an Item: what is shown, what may be answered, and how that is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from guidepress.base.numbers import whole_number
from guidepress.base.record import record
from guidepress.exchange.quiz.packages.elements import (
    child,
    children,
    content_html,
    name_of,
    text_of,
    words_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked
    from guidepress.guide.model import Markdown

__all__ = ["MARK", "Answerable", "Item", "ItemLabel", "material_text", "read_item"]

MARK = "\ue100"
"""Stands in the shown text where an answer goes, between two of them the number of the Answerable."""

_RESPONSES = {
    "response_lid": "lid",
    "response_str": "str",
    "response_num": "num",
    "response_grp": "grp",
    "response_xy": "xy",
}
_NUMERIC = {"integer", "decimal", "scientific"}
_BLOCKS = re.compile(r"<(?:p|div|ul|ol|table|h[1-6]|pre|blockquote)\b", re.IGNORECASE)


@record
class ItemLabel:
    """A response_label: its ident, its text, and for groups the labels that it may be matched to."""

    ident: str
    text: Markdown
    group: tuple[str, ...] = ()


@record
class Answerable:
    """A response: what may be answered in one place.

    Attributes:
        ident: of the response.
        kind: what is answered: choices (lid), a text, a number, groups, a place.
        many: several labels may be chosen.
        ordered: labels are to be put in order.
        labels: what to choose from; of a text, the idents that conditions may name it by.
        prompt: what stands before it alone.
        numeric: the text is a number.
        rows: lines of room.
        shuffled: the labels are shuffled.
        boxes: texts that are asked in this one place, in any order.
    """

    ident: str
    kind: Literal["lid", "str", "num", "grp", "xy"]
    many: bool
    ordered: bool
    labels: tuple[ItemLabel, ...]
    prompt: Markdown
    numeric: bool = False
    rows: int = 1
    shuffled: bool = True
    boxes: int = 1


@record
class Item:
    """An item.

    Attributes:
        element: as it stands.
        ident: its identifier.
        title: its title.
        said: fields of its metadata, by label in small letters.
        shown: its text as HTML, with MARK where answers go.
        responses: in order.
    """

    element: _Element
    ident: str
    title: str
    said: dict[str, str]
    shown: str
    responses: tuple[Answerable, ...]

    def metadata(self, *labels: str) -> str:
        """The first of some fields that is filled."""
        return next((value for label in labels if (value := self.said.get(label, ""))), "")


def read_item(element: _Element, kept: Unpacked) -> Item:
    """Read an item, plainly named."""
    responses: list[Answerable] = []
    pieces: list[str] = []
    presentation = child(element, "presentation")
    if presentation is not None:
        _shown(presentation, pieces, responses, kept)
    inline = any(each.kind in {"str", "num"} for each in responses)
    blocks = any(_BLOCKS.search(piece) for piece in pieces)
    shown = "".join(pieces) if inline and not blocks else "".join(_paragraph(piece) for piece in pieces)
    return Item(
        element,
        element.get("ident") or "",
        element.get("title") or "",
        _metadata(element),
        shown,
        tuple(responses),
    )


def _metadata(element: _Element) -> dict[str, str]:
    """Fields as pairs of label and entry, and elements of their own as Blackboard has them."""
    found: dict[str, str] = {}
    for area in children(element, "itemmetadata", "qtimetadata"):
        for field in area.iter("qtimetadatafield", "qti_metadatafield"):
            found.setdefault(
                words_of(child(field, "fieldlabel")).lower(), text_of(child(field, "fieldentry"))
            )
        for single in area.iter():
            if name_of(single).startswith(("bbmd_", "qmd_")) and len(single) == 0:
                found.setdefault(name_of(single).lower(), text_of(single))
    return found


def _shown(element: _Element, pieces: list[str], responses: list[Answerable], kept: Unpacked) -> None:
    """Collect what is shown and what is answered, in reading order."""
    for each in element:
        name = name_of(each)
        if name in _RESPONSES:
            pieces.append(f"{MARK}{len(responses)}{MARK}")
            responses.append(_answerable(each, name, kept))
        elif name == "material":
            pieces.append(_material_html(each))
        elif name in {"flow", "flow_mat"}:
            _shown(each, pieces, responses, kept)


def _answerable(element: _Element, name: str, kept: Unpacked) -> Answerable:
    cardinality = (element.get("rcardinality") or "Single").lower()
    fib = next(element.iter("render_fib"), None)
    choice = next(element.iter("render_choice", "ims_render_object"), None)
    kind: Literal["lid", "str", "num", "grp", "xy"] = "lid"
    for each in ("lid", "str", "num", "grp", "xy"):
        kind = each if _RESPONSES[name] == each else kind
    if any(name_of(each) == "render_hotspot" for each in element.iter()):
        kind = "xy"
    elif kind in {"lid", "xy"} and fib is not None and choice is None:
        kind = "str"
    own = "".join(_material_html(each) for each in children(element, "material", "material_ref"))
    return Answerable(
        element.get("ident") or "",
        kind,
        cardinality == "multiple",
        cardinality == "ordered",
        tuple(_label(each, kept) for each in element.iter("response_label")),
        kept.text(own),
        numeric=kind == "num" or (fib is not None and (fib.get("fibtype") or "").lower() in _NUMERIC),
        rows=_whole(fib.get("rows") if fib is not None else None),
        shuffled=choice is None or (choice.get("shuffle") or "yes").lower() != "no",
        boxes=_whole(fib.get("input_boxes") if fib is not None else None),
    )


def _label(element: _Element, kept: Unpacked) -> ItemLabel:
    own = [each for each in element.iter("material") if each.getparent() is not None]
    text = kept.text(
        "".join(_paragraph(_material_html(each)) if len(own) > 1 else _material_html(each) for each in own)
    )
    if not own:
        text = kept.text(text_of(element))
    group = tuple(each.strip() for each in (element.get("match_group") or "").split(",") if each.strip())
    return ItemLabel(element.get("ident") or "", text, group)


def material_text(element: _Element, kept: Unpacked) -> Markdown:
    """The text of all materials inside an element."""
    parts = [_material_html(each) for each in element.iter("material")]
    return kept.text("".join(map(_paragraph, parts)) if len(parts) > 1 else "".join(parts))


def _material_html(material: _Element) -> str:
    return "".join(map(_piece_html, material))


def _piece_html(element: _Element) -> str:
    """A part of a material as HTML."""
    name = name_of(element)
    if name in {"mattext", "matemtext", "mat_formattedtext"}:
        made = _text_html(element)
        return f"<em>{made}</em>" if name == "matemtext" else made
    if name == "matbreak":
        return "<br/>"
    if name == "matimage":
        source, alt = element.get("uri") or "", element.get("label") or ""
        return f'<img src="{_attribute(source)}" alt="{_attribute(alt)}"/>'
    if name in {"mataudio", "matvideo", "matapplet", "matapplication"}:
        return f'<iframe src="{_attribute(element.get("uri") or "")}"></iframe>'
    return "".join(map(_piece_html, element))


def _text_html(element: _Element) -> str:
    """Programs call HTML plain and plain words HTML: tags decide."""
    if len(element):
        return content_html(element)
    text = element.text or ""
    kind = (element.get("texttype") or element.get("type") or "").lower()
    html = "html" in kind or re.search(r"<[A-Za-z/!][^<>]*>|&[A-Za-z]+;|&#\d+;", text) is not None
    if html:
        return text
    said = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip()
    return re.sub(r"\n\s*\n", "<br/><br/>", said)


def _paragraph(piece: str) -> str:
    return piece if piece.startswith(MARK) or _BLOCKS.search(piece) else f"<p>{piece}</p>"


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _whole(text: str | None) -> int:
    said = whole_number(text)
    return said if said is not None and said < 1000 else 1
