"""In: a guide. Out: MapPlan: who stands in the middle of the character map, in which groups the others, which edges lead where.

The author's `map` says it. Without one it is worked out from the relations of the characters, as far as they tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.guide.model import Character, CharacterMap, Guide
    from guidepress.labels import Labels

__all__ = ["MOST_EDGES", "Bunch", "Edge", "MapPlan", "plan_of"]

MOST_EDGES = 12
"""Lines that an eye can follow on one map; the others are a list."""

_MOST_PEOPLE = 24
"""People on a map that no author has chosen; the least important of more are left out."""

_SECOND = 4
"""Relations that a second person in the middle must have, so that the place is earned."""


@record
class Edge:
    """A line of the map, from one person to another; its words go on from the name of its source."""

    source: str
    target: str
    words: str


@record
class Bunch:
    """People who stand together in a frame, under a name unless that is empty."""

    name: str
    members: tuple[str, ...]


@record
class MapPlan:
    """What a map shows.

    Attributes:
        centres: one or two people.
        bunches: the others, each in one of them.
        edges: at most `MOST_EDGES`, those that are drawn.
        rest: those that are too many.
    """

    centres: tuple[str, ...]
    bunches: tuple[Bunch, ...]
    edges: tuple[Edge, ...]
    rest: tuple[Edge, ...] = ()


def plan_of(guide: Guide, labels: Labels) -> MapPlan | None:
    """Plan the map of a guide; None unless its author draws one or at least two relations are known."""
    if guide.map is not None:
        return _authored(guide.map, guide, labels)
    return _derived(guide.characters, labels)


def _authored(drawn: CharacterMap, guide: Guide, labels: Labels) -> MapPlan:
    """Take the author's map; who is in no group stands alone, in the order in which edges name them."""
    edges = []
    for edge in drawn.edges:
        person = guide.character(edge.from_)
        words = edge.words or (_said(person, edge.to, labels) if person else "")
        edges.append(Edge(edge.from_, edge.to, words))
    placed = {*drawn.centre, *(name for group in drawn.groups for name in group.members)}
    ends = dict.fromkeys(name for edge in edges for name in (edge.source, edge.target))
    bunches = (
        *(Bunch(group.name, group.members) for group in drawn.groups),
        *(Bunch("", (name,)) for name in ends if name not in placed),
    )
    return MapPlan(drawn.centre, bunches, tuple(edges[:MOST_EDGES]), tuple(edges[MOST_EDGES:]))


def _said(person: Character, to: str, labels: Labels) -> str:
    """What a character's own relations say of another."""
    found = next((each.as_ for each in person.relations if each.to == to), "")
    return "".join(labels.relation(found, to)) if found else ""


def _derived(characters: Sequence[Character], labels: Labels) -> MapPlan | None:
    people = sorted(characters, key=lambda each: each.importance)[:_MOST_PEOPLE]
    edges = _edges_among(people, labels)
    if len(edges) < 2:
        return None
    centres = tuple(_centres(people, edges))
    ends = {name for edge in edges for name in (edge.source, edge.target)}
    outer = [each.name for each in people if each.name in ends and each.name not in centres]
    bunches = (Bunch("", tuple(cluster)) for cluster in _clusters(outer, edges))
    return MapPlan(centres, tuple(bunches), tuple(edges))


def _edges_among(people: Sequence[Character], labels: Labels) -> list[Edge]:
    """Take one relation a pair, that of the more important of those who say something, between the most important pairs."""
    by_name = {each.name: each for each in people}
    pairs: dict[frozenset[str], Edge] = {}
    for person in people:
        for relation in person.relations:
            if relation.to in by_name and relation.to != person.name:
                edge = Edge(person.name, relation.to, _said(person, relation.to, labels))
                pairs.setdefault(frozenset((person.name, relation.to)), edge)
    weights = {
        edge: by_name[edge.source].importance + by_name[edge.target].importance for edge in pairs.values()
    }
    kept = set(sorted(weights, key=weights.__getitem__)[:MOST_EDGES])
    return [edge for edge in weights if edge in kept]


def _centres(people: Sequence[Character], edges: Sequence[Edge]) -> list[str]:
    """Choose the person with most relations among the most important, and a second one with at least `_SECOND`."""
    degree = {each.name: 0 for each in people}
    for edge in edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    order = sorted(
        people, key=lambda each: (-degree[each.name] * (5 - min(each.importance, 4)), each.importance)
    )
    second = [each.name for each in order[1:2] if degree[each.name] >= _SECOND and len(people) > 4]
    return [order[0].name, *second]


def _clusters(names: Iterable[str], edges: Sequence[Edge]) -> Iterator[list[str]]:
    """Find the people joined by relations among themselves, each in the order of a walk from the loosest of them."""
    near: dict[str, list[str]] = {name: [] for name in names}
    for edge in edges:
        if edge.source in near and edge.target in near:
            near[edge.source].append(edge.target)
            near[edge.target].append(edge.source)
    seen: set[str] = set()
    for name in sorted(near, key=lambda each: len(near[each])):
        cluster: list[str] = []
        stack = [name]
        while stack:
            each = stack.pop()
            if each not in seen:
                seen.add(each)
                cluster.append(each)
                stack.extend(reversed(near[each]))
        if cluster:
            yield cluster
