"""In: the character map of a decoded guide. Out: its faults: too many in the middle, one person in two places, a line without words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.guide.model import CharacterMap, Guide, MapEdge

__all__ = ["check_map"]

_CENTRES = 2
"""People in the middle at the most: lines to a third would cross the others'."""


def check_map(guide: Guide) -> Iterator[Diagnostic]:
    """Check the author's character map, if there is one."""
    drawn = guide.map
    if drawn is None:
        return
    if len(drawn.centre) > _CENTRES:
        message = f"{len(drawn.centre)} characters are to stand in the middle of the map; two are the most."
        yield Diagnostic("error", "map-centre", message, "Move the others to groups.", drawn.span)
    for group in drawn.groups:
        if not group.members:
            message = f'The group "{group.name}" of the map has nobody in it.'
            yield Diagnostic(
                "error", "map-group-empty", message, "Name its members, or delete it.", group.span
            )
    yield from _one_place_each(drawn)
    seen: set[tuple[str, str]] = set()
    for edge in drawn.edges:
        yield from _edge(edge, guide)
        if (edge.from_, edge.to) in seen:
            message = f"The map has a line from {edge.from_} to {edge.to} already."
            hint = "Say both things in the words of one line."
            yield Diagnostic("error", "map-edge-twice", message, hint, edge.span)
        seen.add((edge.from_, edge.to))


def _one_place_each(drawn: CharacterMap) -> Iterator[Diagnostic]:
    places: list[tuple[str, Span]] = [(name, drawn.span) for name in drawn.centre]
    places += [(name, group.span) for group in drawn.groups for name in group.members]
    seen: set[str] = set()
    for name, span in places:
        if name in seen:
            message = f"{name} stands in two places of the map."
            yield Diagnostic("error", "map-place", message, "Leave the name in one of them.", span)
        seen.add(name)


def _edge(edge: MapEdge, guide: Guide) -> Iterator[Diagnostic]:
    if edge.from_ == edge.to:
        message = f"This line leads from {edge.to} back to {edge.to}."
        yield Diagnostic("error", "own-relation", message, "Name the other character.", edge.span)
        return
    person = guide.character(edge.from_)
    said = any(each.to == edge.to and each.as_ for each in person.relations) if person else False
    if not edge.words and not said:
        message = f"Nothing says what {edge.from_} is to {edge.to}."
        hint = 'Add "words: …" to this line of the map, or the relation to the character.'
        yield Diagnostic("error", "map-edge-silent", message, hint, edge.span)
