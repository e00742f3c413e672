"""In: links and anchors on pages. Out: link annotations and named destinations (ISO 32000-1, 12.3.2, 12.5.6.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.objects import escape, number, text_string

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.page.items import Link

__all__ = ["annotation", "destinations", "uri"]

_PRINT = 4
"""Annotation flag that ISO 19005-2, 6.3.2 requires: printed with the page."""


def annotation(link: Link, x: int, y: int, key: int) -> str:
    """Write a link's annotation.

    Args:
        link: the active rectangle.
        x: its left edge, mpt from the page's.
        y: its upper edge, mpt from the page's foot.
        key: its key in the ParentTree.
    """
    box = " ".join(map(number, (x, y - link.height, x + link.width, y)))
    if link.target.startswith("#"):
        action = f"/Dest{text_string(link.target[1:])}"
    else:
        action = f"/A<</Type/Action/S/URI/URI({escape(uri(link.target))})>>"
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F {_PRINT}"
        f"/Contents{text_string(link.description)}/StructParent {key}{action}>>"
    )


def uri(address: str) -> str:
    """Write an address in ASCII: other characters percent-encoded as UTF-8 (RFC 3986, 2.5)."""
    return "".join(
        character if "!" <= character <= "~" else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in address
    )


def destinations(
    places: Mapping[str, tuple[int, int, int]], elements: Mapping[str, int] | None = None
) -> str:
    """Write the name tree of destinations.

    Args:
        places: by name, the object number of the page, and x and y in mpt from its lower left corner.
        elements: by name, the object number of the structure element that begins there, for PDF 2.0 (ISO 32000-2,
            12.3.2.3).
    """
    # A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6).
    entries = sorted((_key(name), text_string(name), name, place) for name, place in places.items())
    written = []
    for _, key, name, (page, x, y) in entries:
        spot = f"XYZ {number(x)} {number(y)} null]"
        there = f"[{page} 0 R/{spot}"
        if elements is not None:
            there = f"<</D{there}/SD[{elements[name]} 0 R/{spot}>>"
        written.append(f"{key}{there}")
    return f"<</Names[{''.join(written)}]>>"


def _key(name: str) -> bytes:
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")
