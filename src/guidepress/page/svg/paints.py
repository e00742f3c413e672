"""In: presentation attributes, `style` and a style sheet. Out: how a shape is filled and stroked (SVG 1.1, chapters 6 and 11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.colour import Colour

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["INITIAL", "Properties", "Sheet", "colour_of", "declarations", "sheet_of"]

Properties: TypeAlias = "Mapping[str, str]"
"""Property names and values as written."""

Sheet: TypeAlias = "Mapping[str, Properties]"
"""By simple selector (".a", "#b", "path"), what it declares."""

INITIAL: Properties = {
    "fill": "black", "fill-rule": "nonzero", "stroke": "none", "stroke-width": "1", "stroke-dasharray": "none",
    "stroke-linecap": "butt", "stroke-linejoin": "miter", "color": "black", "visibility": "visible",
}  # fmt: skip
"""What is inherited, and what it is at the root."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ALPHA = re.compile(r"(rgb|hsl)a?\(([^,()]+,[^,()]+,[^,()]+),\s*([\d.]+)(%?)\s*\)", re.IGNORECASE)
_SIMPLE = re.compile(r"[.#]?[\w-]+")


def declarations(text: str) -> dict[str, str]:
    """Read "name: value; name: value"."""
    pairs = (each.partition(":") for each in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip()
        for name, _, value in pairs
        if value.strip()
    }


def sheet_of(text: str) -> dict[str, dict[str, str]]:
    """Read a style sheet of simple selectors, as programs that draw write them.

    Raises:
        ValueError: it has another selector or rule.
    """
    plain = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(plain):
        for each in selectors.split(","):
            if not _SIMPLE.fullmatch(each.strip()):
                raise ValueError(f'its style sheet has "{each.strip()[:40]}"')
            found.setdefault(each.strip(), {}).update(declarations(body))
    if _RULE.sub("", plain).strip():
        raise ValueError("its style sheet has more than plain rules")
    return found


def colour_of(value: str, current: str) -> Colour | None:
    """Read a paint; None for none.

    Raises:
        ValueError: it is a gradient, a pattern, or no colour.
    """
    said = value.strip()
    if said.lower() == "currentcolor":
        said = current
    if said.lower() in {"none", "transparent"}:
        return None
    if said.lower().startswith("url("):
        raise ValueError("it is painted with a gradient or a pattern")
    from PIL import ImageColor  # noqa: PLC0415 - a book without drawings needs none of it

    alpha = _ALPHA.fullmatch(said)
    if alpha is not None:
        said = f"{alpha[1]}({alpha[2]})"
    red, green, blue, *more = ImageColor.getrgb(said)
    share = (
        float(alpha[3]) / (100 if alpha[4] else 1) if alpha is not None else more[0] / 255 if more else 1.0
    )
    if 0 < share < 1:
        raise ValueError("it is half transparent")
    return Colour(red, green, blue) if share else None
