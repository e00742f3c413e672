"""In: the bytes of a Word file. Out: its parts as trees, in the names of one dialect, and what their references mean."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.exchange.doors import open_archive, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.doors import Archive

__all__ = ["WordPackage", "attribute", "child", "inner_copy", "open_word", "value"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m.",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m.",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a.",
    "http://purl.oclc.org/ooxml/drawingml/main": "a.",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp.",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp.",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc.",
    "urn:schemas-microsoft-com:vml": "v.",
}
"""Namespaces by the prefix that elements get here; Word's own, in both editions of ISO 29500, gets none."""

_MAIN = "/officeDocument"


@record
class WordPackage:
    """An open Word file.

    Attributes:
        archive: its parts.
        main: the name of the part with its text.
    """

    archive: Archive
    main: str

    def tree(self, name: str) -> _Element:
        """Read a part.

        Raises:
            FaultsFound: it is not well-formed XML.
        """
        root = parse_xml(self.archive.read(name), f"{self.archive.file}/{name}").root
        for element in root.iter():
            element.tag = _plain(element.tag)
        return root

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What the references of a part mean: the kind ("image") and the part or address, by id."""
        folder, _, name = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.archive:
            return {}
        found = {}
        for each in parse_xml(self.archive.read(rels), f"{self.archive.file}/{rels}").root:
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = self.archive.find(target, part) or ""
            found[each.get("Id", "")] = each.get("Type", "").rpartition("/")[2], target
        return found

    def part(self, kind: str) -> str:
        """The name of the first part of a kind that the text refers to ("styles"); "" for none."""
        return next(
            (target for each, target in self.targets(self.main).values() if each == kind and target), ""
        )


def open_word(data: bytes, file: str) -> WordPackage:
    """Open a Word file.

    Raises:
        FaultsFound: it is damaged or dangerous, or holds no text.
    """
    archive = open_archive(data, file)
    main = "word/document.xml"
    if "_rels/.rels" in archive:
        for each in parse_xml(archive.read("_rels/.rels"), f"{file}/_rels/.rels").root:
            if each.get("Type", "").endswith(_MAIN):
                main = archive.find(each.get("Target", "")) or main
    if main not in archive:
        raise fault("damaged-archive", f"{file} holds no text of a Word file.", "Save it again as .docx.")
    return WordPackage(archive, main)


def _plain(tag: object) -> str:
    """A name without its namespace: "p" of Word's own, "a.blip" of others, the bare name of those that are unknown."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return _PREFIXES.get(space[1:], "") + name


def attribute(element: _Element, name: str) -> str | None:
    """An attribute of Word's own, in either edition, or one without a namespace."""
    found = element.get(f"{{{_W}}}{name}")
    if found is None:
        found = element.get(f"{{{_W_STRICT}}}{name}")
    return element.get(name) if found is None else found


def value(element: _Element | None, name: str, key: str = "val") -> str | None:
    """The value of a child: `<w:pStyle w:val="Heading1"/>`; None for no such child, "" for one without a value."""
    found = child(element, name)
    return None if found is None else attribute(found, key) or ""


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a name."""
    return None if element is None else element.find(name)


def inner_copy(element: _Element, outer: _Element) -> bool:
    """Whether an element stands in a text box within an outer one, or in the copy of it that is for old programs."""
    for each in element.iterancestors():
        if each is outer:
            return False
        if each.tag in {"txbxContent", "mc.Fallback"}:
            return True
    return False
