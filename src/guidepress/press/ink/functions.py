"""In: the function of an axial or radial shading. Out: colours among which its heaviest is (ISO 32000-1, 7.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Stream

if TYPE_CHECKING:
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["ends_of"]

_SAMPLED, _EXPONENTIAL, _STITCHING = 0, 2, 3
_DEEPEST = 4
_MOST = 4096
_GRADUAL = frozenset({2, 3})
"""Axial and radial shadings; of others the colours stand in their data."""


def ends_of(file: File, shading: Dictionary, size: int) -> list[tuple[float, ...]]:
    """The colours at the ends of a shading's steps.

    An exponential function changes all components alike, so that the heaviest colour is at an end; of a sampled one all
    samples are given; of what a program works out, nothing.
    """
    if file.integer(shading.get("ShadingType")) not in _GRADUAL:
        return []
    given = shading.get("Function")
    parts = file.array(given)
    if len(parts) == 1:
        return [colour for colour in _colours(file, parts[0], 0) if len(colour) == size]
    columns = [_colours(file, part, 0) for part in parts]
    if len(columns) != size or not all(columns):
        return []
    # Each component has a function of its own: their heaviest values need not meet, but bound the sum.
    return [
        tuple(max(colour[0] for colour in column) for column in columns),
        tuple(min(colour[0] for colour in column) for column in columns),
    ]


def _colours(file: File, value: Value, depth: int) -> list[tuple[float, ...]]:
    entries = file.dictionary(value)
    kind = file.integer(entries.get("FunctionType"), -1)
    if depth > _DEEPEST:
        return []
    if kind == _EXPONENTIAL:
        low = tuple(file.number(each) for each in file.array(entries.get("C0")) or [0])
        high = tuple(file.number(each) for each in file.array(entries.get("C1")) or [1])
        return [low, high]
    if kind == _STITCHING:
        found = [_colours(file, each, depth + 1) for each in file.array(entries.get("Functions"))[:_MOST]]
        return [colour for colours in found for colour in colours] if all(found) else []
    return _samples(file, value, entries) if kind == _SAMPLED else []


def _samples(file: File, value: Value, entries: Dictionary) -> list[tuple[float, ...]]:
    """The samples of a function of one input, of eight bits each; of others nothing."""
    stream = file.get(value)
    sizes = file.array(entries.get("Size"))
    if not isinstance(stream, Stream) or len(sizes) != 1 or file.integer(entries.get("BitsPerSample")) != 8:
        return []
    reach = [file.number(each) for each in file.array(entries.get("Decode", entries.get("Range")))]
    pairs = list(zip(reach[::2], reach[1::2], strict=False))
    try:
        data = file.content(stream)
    except Malformed:
        return []
    count = min(file.integer(sizes[0]), _MOST)
    width = len(pairs)
    if not width or len(data) < count * width:
        return []
    return [
        tuple(low + data[at + index] / 255 * (high - low) for index, (low, high) in enumerate(pairs))
        for at in range(0, count * width, width)
    ]
