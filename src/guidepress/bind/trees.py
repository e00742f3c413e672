"""In: name trees and number trees of inputs; sorted pairs. Out: their pairs; trees of the output (ISO 32000-1, 7.9.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.syntax import Malformed, integer, reference_of, string_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.source import Source
    from guidepress.cos.writer import Writer

__all__ = ["name_pairs", "number_pairs", "write_tree"]

_LEAF = 64
"""Pairs in a leaf, and nodes under a node: a reader finds one of 250,000 names in three steps."""


def number_pairs(source: Source, root: bytes | None) -> Iterator[tuple[int, bytes]]:
    """Yield the pairs of a number tree; keys that are no numbers are passed over."""
    for key, value in _pairs(source, root, b"/Nums"):
        number = integer(source.value(key), -1)
        if number >= 0:
            yield number, value


def name_pairs(source: Source, root: bytes | None) -> Iterator[tuple[bytes, bytes]]:
    """Yield the pairs of a name tree, keys as the bytes they stand for."""
    for key, value in _pairs(source, root, b"/Names"):
        try:
            yield string_bytes(source.value(key)), value
        except Malformed:
            continue


def _pairs(source: Source, root: bytes | None, key: bytes) -> Iterator[tuple[bytes, bytes]]:
    stack = [root] if root else []
    seen: set[int] = set()
    while stack:
        raw = stack.pop()
        number = reference_of(raw)
        if number and number in seen:
            continue
        seen.add(number)
        parts = source.dictionary(raw)
        pairs = source.items(parts.get(key))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        stack.extend(reversed(source.items(parts.get(b"/Kids"))))


def write_tree(sink: Writer, key: bytes, pairs: Sequence[tuple[bytes, bytes]]) -> int:
    """Write a tree of sorted pairs, keys as they stand in the file; returns the number of its root."""
    level: list[tuple[bytes, bytes, bytes]] = []  # the node's body, its first and last key
    for start in range(0, max(len(pairs), 1), _LEAF):
        leaf = pairs[start : start + _LEAF]
        body = key + b"[" + b" ".join([each + b" " + value for each, value in leaf]) + b"]"
        level.append((body, leaf[0][0] if leaf else b"", leaf[-1][0] if leaf else b""))
    while len(level) > 1:
        above = []
        for start in range(0, len(level), _LEAF):
            nodes = level[start : start + _LEAF]
            kids = [sink.add(b"<</Limits[%b %b]%b>>" % (first, last, body)) for body, first, last in nodes]
            listed = b" ".join([b"%d 0 R" % kid for kid in kids])
            above.append((b"/Kids[" + listed + b"]", nodes[0][1], nodes[-1][2]))
        level = above
    return sink.add(b"<<" + level[0][0] + b">>")
