"""In: the sections of a document. Out: the same, each that begins a copy of its own named as one, where a layout asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import replace
from guidepress.compose.kind import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Section
    from guidepress.layout.model import Layout

__all__ = ["REST", "parted"]

REST = "rest"
"""What stands in no copy, after one: it is numbered apart from it."""


def parted(sections: Iterable[Section], layout: Layout) -> tuple[Section, ...]:
    """Part sections into copies; a copy begins on a sheet of its own where pages are printed on both sides."""
    if layout.numbering == "book":
        return tuple(replace(section, part="") if section.part else section for section in sections)
    handed = {spec.kind for spec in layout.sections if kind_of(spec).handed}
    side: Literal["recto", "page"] = "recto" if layout.page.mirrored else "page"
    made: list[Section] = []
    taken: set[str] = set()
    inside = False
    for section in sections:
        given = section.kind in handed or bool(section.part)
        if given:
            name = section.anchor if section.part in taken else section.part or section.anchor
            made.append(replace(section, part=name, start=side))
            taken.add(name)
        else:
            made.append(replace(section, part=REST, start=side) if inside else section)
        inside = given
    return tuple(made)
