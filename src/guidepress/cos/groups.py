"""In: an object stream. Out: the objects in it, in order, each as bytes (ISO 32000-1, 7.5.7)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidepress.cos.filters import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cos.values import Object, Stream, Value

__all__ = ["unpack"]

_PAIR = re.compile(rb"[\x00\s]*+(\d{1,15}+)[\x00\s]++(\d{1,15}+)")


def unpack(stream: Stream, resolve: Callable[[Value], Object]) -> list[tuple[int, bytes]]:
    """The number of each object and its bytes, which end where the next begins, in whatever order they lie.

    Raises:
        Malformed: the data cannot be decoded.
    """
    content = decode(stream, resolve)
    first = resolve(stream.entries.get("First"))
    if not isinstance(first, int) or not 0 < first <= len(content):
        return []
    pairs = [(int(match[1]), first + int(match[2])) for match in _PAIR.finditer(content, 0, first)]
    stops = sorted({start for _, start in pairs} | {len(content)})
    after = dict(itertools.pairwise(stops))
    return [(number, content[start : after.get(start, start)].strip()) for number, start in pairs]
