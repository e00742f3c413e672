"""In: parsed files laid over each other. Out: one source for the decoder that still knows every node's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span
from guidepress.base.yaml import MappingNode, SequenceNode, YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.yaml import Node

__all__ = ["Layers"]


class Layers(YamlFile):
    """A mapping merged from several files; `span` finds the file a node came from.

    Args:
        root: the merged mapping.
        sources: the files its nodes come from.
        places: the place of nodes that stand in no file: those of `--set`.
    """

    __slots__ = ("_files", "_places", "_sources")

    def __init__(self, root: MappingNode, sources: Iterable[YamlFile], places: dict[int, Span]) -> None:
        super().__init__("", "", root)
        self._sources = tuple(sources)
        self._places = places
        self._files: dict[int, str] = {}

    def over(self, root: MappingNode) -> Layers:
        """The same files under another root."""
        layers = Layers(root, self._sources, self._places)
        layers._files = self._files
        return layers

    def span(self, node: Node) -> Span:
        """The place at which a node starts, its file included."""
        place = self._places.get(id(node.start_mark))
        if place is not None:
            return place
        # A merged mapping has a mark of one of the mappings it was merged from, so marks tell files apart.
        if not self._files:
            for source in self._sources:
                _note(source.root, source.file, self._files)
        mark = node.start_mark
        return Span(self._files.get(id(mark), self.file), mark.line + 1, mark.column + 1)


def _note(node: Node, file: str, files: dict[int, str]) -> None:
    files.setdefault(id(node.start_mark), file)
    if isinstance(node, MappingNode):
        for key, value in node.value:
            _note(key, file, files)
            _note(value, file, files)
    elif isinstance(node, SequenceNode):
        for entry in node.value:
            _note(entry, file, files)
