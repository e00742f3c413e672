"""In: the files of one layout, base first. Out: the Layout made of them, its parts read in the order they need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.colour import BLACK
from guidepress.base.decoding import Decoder
from guidepress.base.decoding_run import Decoding
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.document.style import Style
from guidepress.layout.families import place_families
from guidepress.layout.merge import merge, pairs_of
from guidepress.layout.model import Family, Floor, Layout, PageSpec, SectionSpec
from guidepress.layout.page import finish_page, read_page
from guidepress.layout.page_rules import (
    check_contents,
    check_fit,
    check_furniture,
    check_heads,
    check_page,
    check_sampler,
    check_standards,
    node_at,
)
from guidepress.layout.sections import read_sections
from guidepress.layout.shape import check_keys, layout_shape
from guidepress.layout.style_rules import check_styles
from guidepress.layout.styles import StyleReader
from guidepress.layout.values import CONVERTERS, ValueScope, names_of

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.roots import Root
    from guidepress.base.yaml import Node, YamlFile
    from guidepress.layout.layers import Layers

__all__ = ["FORMAT", "Assembly"]

FORMAT = "1"
"""The version of the layout format that this loader reads."""


class Assembly:
    """Puts one layout together.

    Args:
        name: the layout's name.
        files: the files it is made from, the nearest first.
        sources: the parsed files and settings, the base first.
        layers: knows every node's file.
        root: in which the files must lie that they name.
    """

    def __init__(
        self, name: str, files: tuple[str, ...], sources: tuple[YamlFile, ...], layers: Layers, root: Root
    ) -> None:
        self._name = name
        self._files = files
        self._sources = sources
        self._layers = layers
        self._root = root
        self._run = Decoding(layers, None)
        self._faults: list[Diagnostic] = []
        finish = {Layout: self._finish, PageSpec: finish_page, Style: _name_style, Family: _name_family}
        self._decoder = Decoder(CONVERTERS, finish)
        self._parts: dict[str, Node] = {}
        self._head = MappingNode("", [])
        self._page_node = self._head

    def layout(self) -> Layout:
        """Read everything, then say everything that is wrong with it.

        Raises:
            FaultsFound: the files have faults.
        """
        shape = layout_shape()
        for source in self._sources:
            check_keys(source.root, shape, self._run)
        pairs = self._merged()
        for key in ("styles", "sections"):
            if key in pairs:
                self._parts[key] = pairs.pop(key)[1]
        top = self._sources[-1].root
        self._head = MappingNode("", list(pairs.values()), top.start_mark, top.end_mark)
        decoded = self._decoder.decode(Layout, self._layers.over(self._head), ValueScope({}))
        # Unknown keys were noted file by file; what the decoder says of them once they are merged is less.
        values = (fault for fault in (*decoded.faults, *self._faults) if fault.code != "unknown-key")
        faults = tuple(dict.fromkeys((*self._run.in_order(), *values)))
        if faults or decoded.record is None:
            raise FaultsFound(faults)
        return decoded.record

    def _merged(self) -> dict[str, tuple[Node, Node]]:
        """The top-level keys of all files, each laid over the ones before."""
        root: Node = MappingNode("", [])
        for source in self._sources:
            root = merge(root, self._own_keys(source), self._run)
        return pairs_of(root, self._run) if isinstance(root, MappingNode) else {}

    def _own_keys(self, source: YamlFile) -> MappingNode:
        """What a file says of itself, without what is read apart: its version, its parent, its pages."""
        pairs = pairs_of(source.root, self._run)
        version = pairs.pop("format", None)
        if version is not None and not (isinstance(version[1], ScalarNode) and version[1].value == FORMAT):
            message = "This is not version 1 of the layout format."
            self._run.fault(version[1], "wrong-value", message, "Write format: 1.")
        for key in ("extends", "page", "papers", "switches"):
            pairs.pop(key, None)
        return MappingNode("", list(pairs.values()), source.root.start_mark, source.root.end_mark)

    def _finish(self, values: dict[str, Any], _node: Node, run: Decoding) -> None:
        """Add to the head of the layout what is read apart."""
        values["name"] = self._name
        values["files"] = self._files
        values["fonts"] = place_families(values["fonts"], self._head, run, self._root)
        self._name_colours(values["colours"])
        reader = self._styles(values, run)
        values["styles"] = reader.styles
        values["origins"] = reader.origins(self._sources)
        values["sections"] = self._sections(run)
        values["page"] = self._page(reader.styles, run)
        if values.get("labels"):
            from guidepress.layout.own_labels import read_own_labels  # noqa: PLC0415 - few layouts have any

            named = tuple((name, self._label_folder(run) / name) for name in values["labels"])
            values["own_labels"], faults = read_own_labels(named, self._head, run, self._root)
            self._faults.extend(faults)
        self._logo(values, run)
        if "furniture" in values:
            check_furniture(values["furniture"], self._head, run)
            if values["page"] is not None and "body" in values["styles"]:
                check_heads(values["furniture"], values["page"], values["styles"], self._page_node, run)
        if "contents" in values:
            check_contents(values["contents"], self._head, run)
        if "standards" in values:
            check_standards(values["standards"], self._head, run)
        if "fit" in values:
            check_fit(values["fit"], self._head, run)
        if "sampler" in values:
            check_sampler(values["sampler"], values["sections"], self._head, run)

    def _logo(self, values: dict[str, Any], run: Decoding) -> None:
        """Find the logo, and check what heads and feet do with it."""
        from guidepress.layout.logos import (  # noqa: PLC0415 - few layouts have one
            check_logo_places,
            check_logo_room,
            place_logo,
        )

        furniture, logo = values.get("furniture"), values.get("logo")
        if logo is not None and logo.file:  # a missing name is told already
            values["logo"], faults = place_logo(logo, self._files, self._head, run, self._root)
            self._faults.extend(faults)
            if furniture is not None and values["page"] is not None and "body" in values["styles"]:
                check_logo_room(values["logo"], furniture, values["page"], values["styles"], self._head, run)
        if furniture is not None:
            check_logo_places(furniture, self._head, run, known="logo" in pairs_of(self._head, run))

    def _label_folder(self, run: Decoding) -> Path:
        """The folder of the layout that names label files; what is set on the command line is no file."""
        layout = run.source.span(node_at(self._head, "labels")).file
        return Path(layout).parent if layout in self._files else Path()

    def _name_colours(self, colours: dict[str, Colour]) -> None:
        """Put black where a colour could not be read, so that the styles which name it are not at fault."""
        named = node_at(self._head, "colours")
        for key, _ in named.value if isinstance(named, MappingNode) else ():
            colours.setdefault(key.value, BLACK)

    def _styles(self, values: dict[str, Any], run: Decoding) -> StyleReader:
        reader = StyleReader(self._layers, self._decoder, values["colours"], values.get("floor", Floor()))
        node = self._parts.get("styles")
        if isinstance(node, MappingNode):
            reader.read(node, run)
            self._faults.extend(reader.faults)
            check_styles(reader, values["fonts"], values["colours"], run)
        elif node is not None:
            run.no_mapping(node)
        return reader

    def _sections(self, run: Decoding) -> tuple[SectionSpec[Any], ...]:
        node = self._parts.get("sections")
        if node is not None:
            return read_sections(node, run)
        if len(self._files) > 1:  # the base alone orders nothing
            hint = "List them, or extend a layout that does."
            run.fault(self._head, "missing-key", "This layout has no sections.", hint)
        return ()

    def _page(self, styles: dict[str, Style], run: Decoding) -> PageSpec | None:
        node = self._page_node = read_page(self._sources, run)
        decoded = self._decoder.decode(PageSpec, self._layers.over(node), ValueScope({}))
        self._faults.extend(decoded.faults)
        page = decoded.record
        if page is not None and not decoded.faults and "body" in styles and "margin" in styles:
            check_page(page, styles, node, run)
        return page


def _name_style(values: dict[str, Any], _node: Node, run: Decoding) -> None:
    values["name"] = names_of(run).name


def _name_family(values: dict[str, Any], _node: Node, _run: Decoding) -> None:
    values["name"] = ""  # its key, which `place_families` knows
