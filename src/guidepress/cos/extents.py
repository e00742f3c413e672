"""In: the bytes of a file with a table of its objects. Out: each object's bytes as they lie, to compare files by."""

from __future__ import annotations

from guidepress.cos.places import read_places
from guidepress.cos.values import Malformed

__all__ = ["extents"]


def extents(data: bytes) -> dict[int, bytes]:
    """The bytes of each object, from its number to the next object or the table.

    Raises:
        Malformed: the file's table cannot be read, or an object lies in a stream with others.
    """
    places = {number: place for number, place in read_places(data, 0).found.items() if place is not None}
    if any(place.holder for place in places.values()):
        raise Malformed("its objects lie in streams")
    end = data.rfind(b"xref\n", 0, data.rfind(b"startxref"))
    order = sorted((place.offset, number) for number, place in places.items() if number)
    starts = [offset for offset, _ in order]
    return {number: data[start:stop] for (start, number), stop in zip(order, [*starts[1:], end], strict=True)}
