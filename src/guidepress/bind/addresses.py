"""In: the front's links to files it has not seen. Out: named destinations of the pack.

A link in the contents leads out of the file that the engine sets, so it is written as an address of a scheme of its
own; when the front is bound, each such address becomes a destination.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.cos.values import Dictionary

__all__ = ["ADDRESS_SIGN", "FRONT", "address", "arrive", "place_name"]

FRONT = -1
"""The rank of cover and contents: written last, when the pages of all files are known, they stand first."""

_SCHEME = "guidepress-part:"
ADDRESS_SIGN = _SCHEME.encode("ascii")
"""What stands in the bytes of every annotation that has such an address."""


def address(rank: int) -> str:
    """The address of the file of a rank, for the engine."""
    return f"{_SCHEME}{rank}"


def arrive(entries: Dictionary) -> Dictionary:
    """Make an address in an annotation a named destination; it gets the front's prefix when it is copied."""
    action = entries.get("A")
    uri = action.get("URI") if isinstance(action, dict) else None
    if not isinstance(uri, bytes) or not uri.startswith(ADDRESS_SIGN):
        return entries
    kept = {key: value for key, value in entries.items() if key != "A"}
    return {**kept, "Dest": b"part-" + uri.removeprefix(ADDRESS_SIGN)}


def place_name(rank: int) -> bytes:
    """The name of that destination in the pack."""
    return b"%d.part-%d" % (FRONT + 1, rank)
