"""In: a formula as Word writes it (OMML). Out: the same in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["formula_text"]

_DEEPEST = 60

_PROPERTIES = {"m.rPr", "m.ctrlPr", "m.fPr", "m.naryPr", "m.dPr", "m.radPr"}
_SHAPES = {
    "m.f": ("num", "den"),
    "m.rad": ("deg", "e"),
    "m.sSup": ("e", "sup"),
    "m.sSub": ("e", "sub"),
    "m.sSubSup": ("e", "sub", "sup"),
}
"""Parts of a formula that stand above, below or beside each other (ISO 29500-1, 22.1)."""


def formula_text(element: _Element, depth: int = 0) -> str:
    """Write a formula: fractions with a slash, powers with ^, indices with _."""
    tag = element.tag
    if depth > _DEEPEST:
        return "".join(map(str, element.itertext()))
    if tag in {"m.t", "t"}:
        return element.text or ""
    if tag in _PROPERTIES:
        return _sign(element) if tag == "m.naryPr" else ""
    if tag == "m.d":
        return f"({', '.join(formula_text(each, depth + 1) for each in element.iterchildren('m.e'))})"
    parts = {
        name: "" if (found := element.find(f"m.{name}")) is None else formula_text(found, depth + 1)
        for name in _SHAPES.get(tag, ())
    }
    return _shaped(tag, parts) if parts else "".join(formula_text(each, depth + 1) for each in element)


def _shaped(tag: str, parts: dict[str, str]) -> str:
    if tag == "m.f":
        return f"{_grouped(parts['num'])}/{_grouped(parts['den'])}"
    if tag == "m.rad":
        return f"{parts['deg']}√{_grouped(parts['e'])}"
    low, high = parts.get("sub", ""), parts.get("sup", "")
    return parts["e"] + (f"_{_grouped(low)}" if low else "") + (f"^{_grouped(high)}" if high else "")


def _grouped(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"


def _sign(element: _Element) -> str:
    """The sign of a sum or an integral, which stands among the properties; an integral unless it is said."""
    found = element.find("m.chr")
    return str(next(iter(found.attrib.values()), "∫")) if found is not None else "∫"
