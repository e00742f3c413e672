"""In: the merged `styles` mapping. Out: one complete Style per name, with where each was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.base.limits import EXTENDS
from guidepress.base.record import replace
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.document.style import Style
from guidepress.layout.merge import pairs_of
from guidepress.layout.values import ValueScope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.colour import Colour
    from guidepress.base.decoding import Decoder
    from guidepress.base.decoding_run import Decoding
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.yaml import Node, YamlFile
    from guidepress.document.style import Align
    from guidepress.layout.layers import Layers
    from guidepress.layout.model import Floor

__all__ = ["StyleReader"]

_DEFAULT_SIZE = 10_500  # mpt; what Style.size is unless a style or its parents set it


class StyleReader:
    """Reads the styles of one layout.

    Attributes:
        styles: the finished styles by name.
        nodes: by style and key, the key and value nodes that set it, inherited ones included.
        faults: what was wrong with values; faults of structure are noted in the run.
    """

    def __init__(self, layers: Layers, decoder: Decoder, colours: dict[str, Colour], floor: Floor) -> None:
        self.styles: dict[str, Style] = {}
        self.nodes: dict[str, dict[str, tuple[Node, Node]]] = {}
        self.faults: list[Diagnostic] = []
        self._layers = layers
        self._decoder = decoder
        self._colours = colours
        self._floor = floor
        self._raw: dict[str, tuple[Node, Node]] = {}
        self._parents: dict[str, str] = {}

    def read(self, node: MappingNode, run: Decoding) -> None:
        """Resolve inheritance and decode every style."""
        self._raw = pairs_of(node, run)
        for name, (key, value) in self._raw.items():
            if not isinstance(value, MappingNode):
                run.no_mapping(value)
                continue
            nodes = self._resolve(name, (), run)
            flat = MappingNode("", list(nodes.values()), key.start_mark, value.end_mark)
            decoded = self._decoder.decode(
                Style,
                self._layers.over(flat),
                ValueScope(self._colours, max(_size(nodes), self._floor.size), name),
            )
            self.faults.extend(decoded.faults)
            if decoded.record is not None:
                self.styles[name] = _raised(decoded.record, self._floor)

    def place(self, name: str, keys: tuple[str, ...]) -> Node:
        """The node that best explains a style: the first of the keys that it sets itself, else that it inherits."""
        key_node, value = self._raw[name]
        nodes = self.nodes[name]
        own = {key.value for key, _ in value.value}
        found = [key for key in keys if key in own] or [key for key in keys if key in nodes]
        return nodes[found[0]][1] if found else key_node

    def _resolve(self, name: str, children: tuple[str, ...], run: Decoding) -> dict[str, tuple[Node, Node]]:
        """The keys of a style with those of its parents below them."""
        done = self.nodes.get(name)
        if done is not None:
            return done
        value = self._raw[name][1]
        own = pairs_of(value, run) if isinstance(value, MappingNode) else {}
        extends = own.pop("extends", None)
        if extends is not None:
            parent = self._parent(extends[1], (*children, name), run)
            self._parents[name] = parent
            own = {**self._resolve(parent, (*children, name), run), **own} if parent else own
        self.nodes[name] = own
        return own

    def _parent(self, node: Node, children: tuple[str, ...], run: Decoding) -> str:
        if not isinstance(node, ScalarNode):
            run.no_scalar(node, "the name of a style")
            return ""
        parent: str = node.value
        if parent in children:
            circle = " extends ".join((*children[children.index(parent) :], parent))
            run.fault(node, "extends-circle", f"These styles extend each other in a circle: {circle}.")
            return ""
        if len(children) > EXTENDS:
            message = f"More than {EXTENDS} styles extend one another in a row."
            run.fault(node, "extends-too-deep", message, "Let this one extend a style nearer to its end.")
            return ""
        if parent not in self._raw:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            run.fault(
                node, "unknown-style", f'There is no style "{parent}".', did_you_mean(parent, self._raw)
            )
            return ""
        return parent

    def origins(self, sources: Sequence[YamlFile]) -> dict[str, tuple[str, ...]]:
        """By style, where it and its parents were set: the nearest file first, then its parent ("body base.yaml:101")."""
        places: dict[str, list[str]] = {name: [] for name in self._raw}
        for source in reversed(sources):
            file = source.file.replace("\\", "/").rpartition("/")[2]
            for key, value in source.root.value:
                if key.value == "styles" and isinstance(value, MappingNode):
                    for name, _ in value.value:
                        number = source.span(name).line
                        line = f":{number}" if number else ""
                        places.setdefault(name.value, []).append(f"{name.value} {file}{line}")
        found: dict[str, tuple[str, ...]] = {}
        for name, own in places.items():
            parent, chain = self._parents.get(name, ""), list(own)
            while parent:
                chain += places[parent]
                parent = self._parents.get(parent, "")
            found[name] = tuple(chain)
        return found


def _size(nodes: dict[str, tuple[Node, Node]]) -> int:
    """The type size that "em" means; a size that is no length is noted when the style is decoded."""
    pair = nodes.get("size")
    if pair is None or not isinstance(pair[1], ScalarNode):
        return _DEFAULT_SIZE
    try:
        return parse_length(pair[1].value)
    except ValueError:
        return _DEFAULT_SIZE


def _raised(style: Style, floor: Floor) -> Style:
    """Raise a style to the least that the layout allows: its size, its leading, its plainness.

    Where the floor says no leading, larger type is as open as the style was.
    """
    if floor.plain:
        align: Align = "left" if style.align == "justified" else style.align
        style = replace(
            style,
            italic=False,
            emphasis="bold",
            small_caps=False,
            uppercase=False,
            align=align,
            hyphenate=False,
            protrude=False,
            expand=0,
        )
    size = max(style.size, floor.size)
    least = size * floor.leading // 1000 if floor.leading else style.leading * size // max(style.size, 1)
    leading = max(style.leading, least)
    if (size, leading, floor.size) == (style.size, style.leading, style.least):
        return style
    return replace(style, size=size, leading=leading, least=floor.size)
