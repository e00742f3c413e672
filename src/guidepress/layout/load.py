"""In: a layout's name or path, a paper, settings. Out: the Layout, or every fault of its files with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.binding import Binder
from guidepress.base.binding_run import Run
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.layout.chain import BASE, read_chain
from guidepress.layout.families import place_families
from guidepress.layout.layers import Layers
from guidepress.layout.merge import merge, pairs_of
from guidepress.layout.model import Family, Layout, PageSpec, SectionSpec
from guidepress.layout.page import finish_page, read_page
from guidepress.layout.page_rules import check_furniture, check_page
from guidepress.layout.sections import read_sections
from guidepress.layout.shape import check_keys, layout_shape
from guidepress.layout.style import Style
from guidepress.layout.style_rules import check_styles
from guidepress.layout.styles import StyleReader
from guidepress.layout.values import CONVERTERS, Names, names_of

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic, Span
    from guidepress.base.yaml import Node, Source

__all__ = ["load_layout"]

FORMAT = "1"
"""The version of the layout format that this loader reads."""


def load_layout(
    name_or_path: str, *, paper: str | None = None, sets: tuple[tuple[str, str], ...] = ()
) -> Layout:
    """Load a layout with all that it extends.

    Args:
        name_or_path: a stock layout's name ("study-guide"), or the path of a YAML file.
        paper: the paper to use instead of the layout's own ("a4", "6x9", "170mm x 240mm").
        sets: keys joined by dots, and values, laid over everything else (("page.grid", "0")).

    Returns:
        The layout, every style resolved, every option filled in.

    Raises:
        FaultsFound: the layout, what it extends or the settings have faults.
    """
    chain = read_chain(name_or_path)
    places: dict[int, Span] = {}
    settings: list[Source] = []
    expressions = [(key, value, f"--set {key}={value}") for key, value in sets]
    if paper is not None:
        expressions.insert(0, ("page.size", paper, f"--paper {paper}"))
    if expressions:
        from guidepress.layout.sets import parse_set  # noqa: PLC0415 - most builds have none
    for key, value, expression in expressions:
        source, marks = parse_set(key, value, expression)
        settings.append(source)
        places.update(marks)
    # From the base up to the settings, each laid over the ones before.
    sources = (*reversed(chain), *settings)
    layers = Layers(chain[0].root, (*settings, *chain), places)
    return _Loading(Path(chain[0].file).stem, sources, layers).layout()


class _Loading:
    """One loading of one layout."""

    def __init__(self, name: str, sources: tuple[Source, ...], layers: Layers) -> None:
        self._name = name
        self._sources = sources
        self._layers = layers
        self._run = Run(layers, None)
        self._faults: list[Diagnostic] = []
        self._binder = Binder(
            CONVERTERS,
            {Layout: self._finish, PageSpec: finish_page, Style: _finish_style, Family: _finish_family},
        )
        self._parts: dict[str, Node] = {}
        self._head = MappingNode("", [])

    def layout(self) -> Layout:
        shape = layout_shape()
        for source in self._sources:
            check_keys(source.root, shape, self._run)
        pairs = self._merged()
        for key in ("styles", "sections"):
            if key in pairs:
                self._parts[key] = pairs.pop(key)[1]
        top = self._sources[-1].root
        head = MappingNode("", list(pairs.values()), top.start_mark, top.end_mark)
        self._head = head
        bound = self._binder.bind(Layout, self._layers.over(head), Names({}))
        # Unknown keys were noted file by file; what the binder says of them once they are merged is less.
        bound_faults = (fault for fault in (*bound.faults, *self._faults) if fault.code != "unknown-key")
        faults = tuple(dict.fromkeys((*self._run.in_order(), *bound_faults)))
        if faults or bound.record is None:
            raise FaultsFound(faults)
        found: Layout = bound.record
        return found

    def _merged(self) -> dict[str, tuple[Node, Node]]:
        """The top-level keys of all files, each laid over the ones before."""
        root: Node = MappingNode("", [])
        for source in self._sources:
            root = merge(root, self._own_keys(source), self._run)
        return pairs_of(root, self._run) if isinstance(root, MappingNode) else {}

    def _own_keys(self, source: Source) -> MappingNode:
        """What a file says of itself, without what is read apart: its version, its parent, its pages."""
        pairs = pairs_of(source.root, self._run)
        version = pairs.pop("format", None)
        if version is not None and not (isinstance(version[1], ScalarNode) and version[1].value == FORMAT):
            self._run.fault(
                version[1], "wrong-value", "This is not version 1 of the layout format.", "Write format: 1."
            )
        for key in ("extends", "page", "papers"):
            pairs.pop(key, None)
        return MappingNode("", list(pairs.values()), source.root.start_mark, source.root.end_mark)

    def _finish(self, values: dict[str, Any], _node: Node, run: Run) -> None:
        """Add to the head of the layout what is read apart."""
        values["name"] = self._name
        values["files"] = tuple(source.file for source in reversed(self._sources))
        colours = values["colours"]
        values["fonts"] = place_families(values["fonts"], self._head, run)
        reader = StyleReader(self._layers, self._binder, colours)
        styles = self._parts.get("styles")
        if isinstance(styles, MappingNode):
            reader.read(styles, run)
            self._faults.extend(reader.faults)
            check_styles(reader, values["fonts"], colours, run)
        elif styles is not None:
            run.no_mapping(styles)
        values["styles"] = reader.styles
        values["sections"] = self._sections(run)
        values["page"] = self._page(reader.styles, run)
        values["origins"] = reader.origins(self._sources)
        check_furniture(values["furniture"], self._head, run)

    def _sections(self, run: Run) -> tuple[SectionSpec, ...]:
        node = self._parts.get("sections")
        if node is not None:
            return read_sections(node, run)
        if self._name != BASE:
            run.fault(
                self._head,
                "missing-key",
                "This layout has no sections.",
                "List them, or extend one that does.",
            )
        return ()

    def _page(self, styles: dict[str, Style], run: Run) -> PageSpec | None:
        node = read_page(self._sources, run)
        bound = self._binder.bind(PageSpec, self._layers.over(node), Names({}))
        self._faults.extend(bound.faults)
        page: PageSpec | None = bound.record
        if page is not None and not bound.faults and "body" in styles and "margin" in styles:
            check_page(page, styles, node, run)
        return page


def _finish_style(values: dict[str, Any], _node: Node, run: Run) -> None:
    values["name"] = names_of(run).name


def _finish_family(values: dict[str, Any], _node: Node, _run: Run) -> None:
    """A family's name is its key, which `place_families` knows."""
    values["name"] = ""
