"""In: one layout file. Out: a fault for every key that no layout has, before files are laid over each other.

Once merged, a mapping holds the keys of all files, and neither a misspelt key's file nor the word that was meant
could be told as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from guidepress.base.record import fields
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.document.style import Style
from guidepress.layout.model import (
    Contents,
    Family,
    Fit,
    Floor,
    Furniture,
    Layout,
    Logo,
    MarginColumn,
    Margins,
    PageSpec,
    Sampler,
    Slots,
)

if TYPE_CHECKING:
    from guidepress.base.decoding_run import Decoding
from guidepress.base.yaml import Node

__all__ = ["Shape", "check_keys", "layout_shape"]

Shape: TypeAlias = "dict[str, Shape | None]"
"""The keys that a mapping may have, each with the shape of its value or None; "*" stands for any key."""


def layout_shape() -> Shape:
    """The shape of a layout file, from the records that it is decoded to."""
    page = _keys(PageSpec)
    page |= {"margins": _keys(Margins), "margin_column": _keys(MarginColumn)}
    furniture = {
        key: _keys(Slots)
        if key.startswith(("head_", "foot_", "first_")) and not key.endswith("offset")
        else None
        for key in _keys(Furniture)
    }
    shape: Shape = {
        "format": None,
        "extends": None,
        **_keys(Layout),
        "page": page,
        "papers": {"*": page},
        "fonts": {"*": _keys(Family) | {"files": None}},
        "furniture": furniture,
        "contents": _keys(Contents),
        "logo": _keys(Logo),
        "styles": {"*": {"extends": None, **_keys(Style)}},
        "sections": None,
        "fit": _keys(Fit),
        "sampler": _keys(Sampler),
        "floor": _keys(Floor),
    }
    # A switch may change whatever a file may say.
    return {**shape, "switches": {"*": shape}}


def _keys(record: Any) -> Shape:  # noqa: ANN401 - any record type
    return {field.name: None for field in fields(record) if not field.metadata.get("derived")}


def check_keys(node: Node, shape: Shape, run: Decoding, where: str = "a layout") -> None:
    """Note every key that the shape does not have.

    Args:
        node: a mapping; anything else is left to those who read it.
        shape: what it may hold.
        run: notes the faults.
        where: what the mapping is, for the message.
    """
    if not isinstance(node, MappingNode):
        return
    every = shape.get("*")
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            continue
        name: str = key.value
        below = every or shape.get(name)
        if every is None and name not in shape:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            run.fault(key, "unknown-key", f'There is no key "{name}" in {where}.', did_you_mean(name, shape))
        elif below is not None:
            check_keys(value, below, run, f"the style {name}" if every and "leading" in below else name)
