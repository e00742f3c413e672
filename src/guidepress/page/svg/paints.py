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

_ALPHA = re.compile(r"(rgb|hsl)a?\(([^,()]+,[^,()]+,[^,()]+),\s*([\d.]+)(%?)\s*\)", re.IGNORECASE)
_NOT_PLAIN = "its style sheet has more than plain rules"
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
    *rules, rest = _without_comments(text).replace("<!--", "").replace("-->", "").split("}")
    found: dict[str, dict[str, str]] = {}
    for rule in rules:
        selectors, brace, body = rule.partition("{")
        if not brace or "{" in body:
            raise ValueError(_NOT_PLAIN)
        for each in selectors.split(","):
            if not _SIMPLE.fullmatch(each.strip()):
                raise ValueError(f'its style sheet has "{each.strip()[:40]}"')
            found.setdefault(each.strip(), {}).update(declarations(body))
    if rest.strip():
        raise ValueError(_NOT_PLAIN)
    return found


def _without_comments(text: str) -> str:
    """Searching for both ends at once would take time in proportion to the square of the comments that do not end."""
    first, *others = text.split("/*")
    kept, ended = [first], True
    for each in others:
        _, end, after = each.partition("*/")
        ended = bool(end)
        kept.append(after)
    if not ended:
        raise ValueError("its style sheet has a comment without an end")
    return "".join(kept)


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
