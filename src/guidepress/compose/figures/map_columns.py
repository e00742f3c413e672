"""In: characters and relations. Out: who stands in the middle of the map, and the order of the columns beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.guide.model import Character

__all__ = ["Edge", "edges_of", "hubs_of", "in_columns"]

_SECOND = 4
"""Relations that a second person in the middle must have, so that the place is earned."""


_MOST_EDGES = 12
"""Lines that an eye can follow on one map."""


@record
class Edge:
    """A relation: what `source` is to `target`; its label stands under the name of `owner`."""

    source: str
    target: str
    label: str
    owner: str

    def other(self, name: str) -> str:
        """The person at the other end."""
        return self.target if name == self.source else self.source


def edges_of(people: Sequence[Character]) -> list[Edge]:
    """Take one relation a pair, in the words of its owner where both have their say.

    The owner is the one who does not stand in the middle; of two in the middle or two outside it, the less important
    of those who say something, since words under a name are read as being said of that person. No more than
    `_MOST_EDGES` are taken, those between the most important people; the lists of relations have all of them.
    """
    rank = {each.name: index for index, each in enumerate(people)}
    said: dict[tuple[str, str], dict[str, Edge]] = {}
    for person in people:
        for relation in person.relations:
            if relation.to in rank and relation.to != person.name:
                first, second = sorted((person.name, relation.to), key=rank.__getitem__)
                edge = Edge(person.name, relation.to, relation.as_, second)
                said.setdefault((first, second), {}).setdefault(person.name, edge)
    pairs = sorted(said, key=lambda pair: sum(people[rank[name]].importance for name in pair))[:_MOST_EDGES]
    shown = {pair: edges for pair, edges in said.items() if pair in pairs}
    hubs = hubs_of(people, [next(iter(edges.values())) for edges in shown.values()]) if shown else []
    return [_owned(edges, first, second, hubs) for (first, second), edges in shown.items()]


def _owned(edges: dict[str, Edge], first: str, second: str, hubs: list[str]) -> Edge:
    """Choose the owner of a pair's label and, of what the two say, the owner's words."""
    owner = first if second in hubs and first not in hubs else second
    if owner not in edges and not {first, second} & set(hubs):
        owner = first
    edge = edges.get(owner) or next(iter(edges.values()))
    return Edge(edge.source, edge.target, edge.label, owner)


def hubs_of(people: Sequence[Character], edges: Sequence[Edge]) -> list[str]:
    """Choose the person with most relations among the most important, and a second one with at least `_SECOND`."""
    degree = {each.name: 0 for each in people}
    for edge in edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    order = sorted(
        people, key=lambda each: (-degree[each.name] * (5 - min(each.importance, 4)), each.importance)
    )
    first = [order[0].name]
    second = [each.name for each in order[1:2] if degree[each.name] >= _SECOND and len(people) > 4]
    return first + second


def in_columns(
    names: Sequence[str], edges: Sequence[Edge], hubs: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Share the others out over two columns.

    People related to one another stay together in one column, next to each other where they can; those near the
    first person of the middle stand high, those near the second low.
    """
    clusters = sorted(_clusters(names, edges), key=lambda cluster: _depth(cluster, edges, hubs))
    left: list[str] = []
    right: list[str] = []
    for cluster in clusters:
        (left if len(left) <= len(right) else right).extend(cluster)
    return left, right


def _clusters(names: Sequence[str], edges: Sequence[Edge]) -> list[list[str]]:
    """Find the groups joined by relations among themselves, each in the order of a walk from its loosest member."""
    inside = set(names)
    near: dict[str, list[str]] = {name: [] for name in names}
    for edge in edges:
        if edge.source in inside and edge.target in inside:
            near[edge.source].append(edge.target)
            near[edge.target].append(edge.source)
    seen: set[str] = set()
    clusters: list[list[str]] = []
    for name in sorted(names, key=lambda each: len(near[each])):
        cluster: list[str] = []
        stack = [name]
        while stack:
            each = stack.pop()
            if each not in seen:
                seen.add(each)
                cluster.append(each)
                stack.extend(reversed(near[each]))
        if cluster:
            clusters.append(cluster)
    return clusters


def _depth(cluster: Sequence[str], edges: Sequence[Edge], hubs: Sequence[str]) -> float:
    """Find how far down a group belongs: 0 beside the first person of the middle, 1 beside the second."""
    members = set(cluster)
    pulls = [
        float(index)
        for edge in edges
        for index, hub in enumerate(hubs)
        if hub in (edge.source, edge.target) and edge.other(hub) in members
    ]
    return sum(pulls) / len(pulls) if pulls else 0.5
