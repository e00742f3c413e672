"""In: a decoded guide. Out: faults in its people and in the order of its story: what a picture could not show rightly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from guidepress.base.diagnostics import Diagnostic
from guidepress.guide.model import Beat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.guide.model import Character, Guide

__all__ = ["check_story"]

_BEATS: tuple[str, ...] = get_args(Beat.__annotations__["beat"])
"""The beats in the order of a plot."""

_STAGED = frozenset({"rising action", "falling action"})
"""Beats that are a stretch of the plot and may have several steps; each of the others is one moment."""


def check_story(guide: Guide) -> Iterator[Diagnostic]:
    """Check the order of events, beats and stages, and that each name belongs to one character."""
    yield from _told_once(guide)
    yield from _told_everywhere(guide)
    yield from _beats(guide)
    for character in guide.characters:
        yield from _arc(character)
        yield from _relations(character)
    yield from _names_shared(guide)
    yield from _named_twice(guide)


def _told_once(guide: Guide) -> Iterator[Diagnostic]:
    places: dict[int, str] = {}
    for event in guide.timeline:
        if event.told is None:
            continue
        if event.told in places:
            message = f"Two events are told as number {event.told}; the other stands {places[event.told]}."
            hint = "Number the events in the order in which the work tells them: 1, 2, 3 and so on."
            yield Diagnostic("error", "told-twice", message, hint, event.span)
        places.setdefault(event.told, event.span.where)


def _told_everywhere(guide: Guide) -> Iterator[Diagnostic]:
    without = [event for event in guide.timeline if event.told is None]
    if without and len(without) < len(guide.timeline):
        count = f"{len(without)} of {len(guide.timeline)} events"
        message = f"The picture of story and telling leaves out {count}: they do not say when they are told."
        hint = 'Add "told: …" to this event and to any other without it.'
        yield Diagnostic("warning", "told-missing", message, hint, without[0].span)


def _beats(guide: Guide) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for beat in guide.plot_arc:
        if beat.beat in seen and beat.beat not in _STAGED:
            message = f"The plot has its {beat.beat} twice; the other stands {seen[beat.beat]}."
            hint = "Make one of them a step of the rising or the falling action."
            yield Diagnostic("warning", "repeated-beat", message, hint, beat.span)
        seen.setdefault(beat.beat, beat.span.where)
    for before, beat in pairwise(guide.plot_arc):
        if _BEATS.index(beat.beat) < _BEATS.index(before.beat):
            message = f"The {beat.beat} stands after the {before.beat}."
            hint = f"A plot goes in this order: {', '.join(_BEATS)}."
            yield Diagnostic("warning", "beat-order", message, hint, beat.span)


def _arc(character: Character) -> Iterator[Diagnostic]:
    for before, stage in pairwise(character.arc):
        if stage.unit <= before.unit:
            where = "the same unit as" if stage.unit == before.unit else "an earlier unit than"
            message = f"This stage of {character.name} belongs to {where} the one before it."
            yield Diagnostic(
                "warning", "stage-order", message, "Give one stage a unit, in order.", stage.span
            )


def _relations(character: Character) -> Iterator[Diagnostic]:
    for relation in character.relations:
        if relation.to == character.name:
            message = f"This relation leads from {character.name} back to {character.name}."
            yield Diagnostic("error", "own-relation", message, "Name the other character.", relation.span)


def _names_shared(guide: Guide) -> Iterator[Diagnostic]:
    """Names and aliases that two characters have: a reference by that name would mean either."""
    owners: dict[str, Character] = {}
    for character in guide.characters:
        for name in dict.fromkeys((character.name, *character.aliases)):
            other = owners.setdefault(name.casefold(), character)
            if other is not character and not name == other.name == character.name:
                message = f'"{name}" is a name of {other.name} ({other.span.where}) and of {character.name}.'
                hint = "Take it from the aliases of one of them."
                yield Diagnostic("error", "shared-name", message, hint, character.span)


def _named_twice(guide: Guide) -> Iterator[Diagnostic]:
    for unit in guide.units:
        yield from _doubles("character", unit.characters, unit.span)
        yield from _doubles("theme", unit.themes, unit.span)
        for row in unit.rows:
            yield from _doubles("theme", row.themes, row.span)
        yield from _doubles("word", (entry.word for entry in unit.vocabulary), unit.span)
    for quote in guide.quotes:
        yield from _doubles("theme", quote.themes, quote.span)
    for symbol in guide.symbols:
        yield from _doubles("theme", symbol.themes, symbol.span)


def _doubles(kind: str, names: Iterable[str], span: Span) -> Iterator[Diagnostic]:
    listed = tuple(names)
    for name in dict.fromkeys(name for name in listed if listed.count(name) > 1):
        message = f'The {kind} "{name.removeprefix("theme-")}" is listed twice here.'
        yield Diagnostic("warning", "listed-twice", message, "Delete one of the two.", span)
