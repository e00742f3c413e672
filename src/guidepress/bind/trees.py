"""In: sorted pairs. Out: the name trees and number trees of the output (ISO 32000-1, 7.9.6 and 7.9.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos.writer import Writer

__all__ = ["write_tree"]

_LEAF = 64
"""Pairs in a leaf, and nodes under a node: a reader finds one of 250,000 names in three steps."""


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
