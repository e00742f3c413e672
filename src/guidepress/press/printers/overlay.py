"""In: a printer's figures and those that a user's own file lays over them. Out: the merged figures, none with a false source.

Keys merge one by one, "none" takes an entry away, and anything else replaces what it covers. Where what is covered
names a source and what covers it does not, the merged figure is said to be the user's own: it was not read where
the other was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.layout.merge import is_none, pairs_of

if TYPE_CHECKING:
    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node

__all__ = ["OWN", "lay_over"]

OWN = "own"
"""The key of the source that stands for a user's own file."""

_SOURCE = "source"


def lay_over(under: Node, over: Node, run: Decoding) -> Node:
    """Lay one node over another; neither is changed.

    Args:
        under: what the printer that is extended says.
        over: what the user's file says.
        run: notes duplicate keys.
    """
    if not isinstance(under, MappingNode) or not isinstance(over, MappingNode):
        return over
    merged, above = pairs_of(under, run), pairs_of(over, run)
    if _SOURCE in merged and _SOURCE not in above and above:
        key, named = merged.pop(_SOURCE)
        merged[_SOURCE] = (key, ScalarNode("", OWN, named.start_mark, named.end_mark))
    for name, pair in above.items():
        below = merged.get(name)
        if below is not None and is_none(pair[1]):
            del merged[name]
        else:
            merged[name] = pair if below is None else (pair[0], lay_over(below[1], pair[1], run))
    return MappingNode("", list(merged.values()), over.start_mark, over.end_mark)
