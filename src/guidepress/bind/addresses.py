"""In: the front's links to files it has not seen. Out: named destinations of the pack.

A link in the contents leads out of the file that the engine sets, so it is written as an address of a scheme of its
own; when the front is bound, each such address becomes a destination.
"""

from __future__ import annotations

import re

__all__ = ["FRONT", "address", "arrive", "place_name"]

FRONT = -1
"""The rank of cover and contents: written last, when the pages of all files are known, they stand first."""

_SCHEME = "guidepress-part:"
_ADDRESS = re.compile(rb"/A<</Type/Action/S/URI/URI\(guidepress-part:(\d+)\)>>")


def address(rank: int) -> str:
    """The address of the file of a rank, for the engine."""
    return f"{_SCHEME}{rank}"


def arrive(body: bytes) -> bytes:
    """Make an address in an annotation a named destination; it gets the front's prefix when it is copied."""
    return _ADDRESS.sub(rb"/Dest(part-\1)", body)


def place_name(rank: int) -> bytes:
    """The name of that destination in the pack."""
    return b"%d.part-%d" % (FRONT + 1, rank)
