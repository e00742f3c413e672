"""In: the properties of a run, and the styles that they stand on. Out: how its words look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.base.record import record
from guidepress.exchange.text.docx.package import attribute
from guidepress.exchange.text.docx.styles import WordStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.text.docx.styles import WordStyles

__all__ = ["RunLook", "look_of"]

_OFF = {"0", "false", "off"}
_DARK = 0x60
"""The brightest part, of 255, of a colour that is near black."""

_PLAIN = WordStyle()


@record
class RunLook:
    """How the words of a run look.

    Attributes:
        strong: bold.
        emphasis: in italics.
        hidden: not shown.
        raised: "superscript", "subscript" or "".
        size: in half points.
        marked: highlighted, shaded, or of a colour that is not near black.
    """

    strong: bool
    emphasis: bool
    hidden: bool
    raised: str
    size: int
    marked: bool


def look_of(properties: _Element | None, style: WordStyle, styles: WordStyles) -> RunLook:
    """Find how a run looks: as it says itself, as its own style says, as that of its paragraph says, in this order.

    Args:
        properties: what it says itself; None for nothing.
        style: of its paragraph.
        styles: of the file.
    """
    said = {} if properties is None else {each.tag: each for each in properties}

    def value(name: str, key: str = "val") -> str:
        found = said.get(name)
        return "" if found is None else attribute(found, key) or ""

    def on(name: str, otherwise: bool) -> bool:  # noqa: FBT001 - what holds where nothing is said
        return value(name).casefold() not in _OFF if name in said else otherwise

    named = styles.style(value("rStyle")) if "rStyle" in said else _PLAIN
    size = value("sz")
    return RunLook(
        on("b", named.strong or style.strong),
        on("i", named.emphasis or style.emphasis),
        on("vanish", named.hidden or style.hidden),
        value("vertAlign") or named.raised,
        whole_number(size) or named.size or style.size or styles.size,
        value("highlight") not in {"", "none"} or _coloured(value("color"), value("shd", "fill")),
    )


def _coloured(colour: str, shade: str) -> bool:
    bright = re.fullmatch(r"[0-9A-Fa-f]{6}", colour) is not None and max(bytes.fromhex(colour)) >= _DARK
    return bright or shade.upper() not in {"", "AUTO", "FFFFFF"}
