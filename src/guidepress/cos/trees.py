"""In: name trees and number trees. Out: their pairs, in order (ISO 32000-1, 7.9.6 and 7.9.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.file import File
    from guidepress.cos.values import Value

__all__ = ["name_pairs", "number_pairs"]


def number_pairs(file: File, root: Value) -> Iterator[tuple[int, Value]]:
    """Yield the pairs of a number tree; a key that is no whole number from 0 up is passed over."""
    for key, value in _pairs(file, root, "Nums"):
        number = file.integer(key, -1)
        if number >= 0:
            yield number, value


def name_pairs(file: File, root: Value) -> Iterator[tuple[bytes, Value]]:
    """Yield the pairs of a name tree; a key that is no string is passed over."""
    for key, value in _pairs(file, root, "Names"):
        name = file.get(key)
        if isinstance(name, bytes):
            yield name, value


def _pairs(file: File, root: Value, kind: str) -> Iterator[tuple[Value, Value]]:
    stack = [root]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if isinstance(node, Ref):
            if node.number in seen:
                continue
            seen.add(node.number)
        entries = file.dictionary(node)
        pairs = file.array(entries.get(kind))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        stack.extend(reversed(file.array(entries.get("Kids"))))
