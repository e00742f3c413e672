"""In: an archive. Out: the XML files in it that hold questions, in the order of its manifest, with their tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.doors import parse_xml
from guidepress.exchange.quiz.packages.elements import child, children, name_of, plainly_named, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.doors import Archive

__all__ = ["ROOTS", "Manifest", "read_manifest", "root_name"]

ROOTS = frozenset(
    {"questestinterop", "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test"}
)
"""The outermost elements of files that hold questions, or say in which order they stand."""

_FIRST = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s>/]")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_LOOKED = 20_000
_XML = (".xml", ".qti", ".dat")


@record
class Manifest:
    """What a package says of itself.

    Attributes:
        files: names of the files that hold questions, in order.
        tags: the keywords of each.
        title: of the whole, "".
    """

    files: tuple[str, ...]
    tags: dict[str, tuple[str, ...]]
    title: str = ""


def root_name(data: bytes) -> str:
    """The name of the outermost element of an XML file, "" when it is none; nothing is parsed."""
    head = _COMMENT.sub(b"", data[:_LOOKED].replace(b"\0", b""))
    found = _FIRST.search(head)
    return found[1].decode() if found else ""


def read_manifest(archive: Archive) -> Manifest:
    """Find the files with questions; those that the manifest forgets come last."""
    manifests = sorted(
        (name for name in archive.names if name.rpartition("/")[2].lower() == "imsmanifest.xml"), key=len
    )
    named: list[str] = []
    tags: dict[str, tuple[str, ...]] = {}
    title = ""
    if manifests:
        root = parse_xml(archive.read(manifests[0]), f"{archive.file}/{manifests[0]}").root
        plainly_named(root)
        title = _title(child(root, "metadata"))
        for resource in root.iter("resource"):
            for href in filter(
                None, (resource.get("href"), *(each.get("href") for each in children(resource, "file")))
            ):
                name = archive.find(href, manifests[0])
                if name is not None and name not in named:
                    named.append(name)
                    tags[name] = _keywords(resource)
    every = dict.fromkeys((*named, *archive.names))
    holding = [name for name in every if _holds(archive, name)]
    return Manifest(tuple(_once(holding)), tags, title)


def _holds(archive: Archive, name: str) -> bool:
    return name.lower().endswith(_XML) and root_name(archive.read(name)) in ROOTS


def _once(names: list[str]) -> list[str]:
    """Canvas writes a quiz twice: as Common Cartridge can hold it, and whole. The whole one is read."""
    whole = {
        name.rpartition("/")[2].removesuffix(".xml.qti")
        for name in names
        if name.startswith("non_cc_assessments/")
    }
    return [
        name for name in names if not (name.endswith("/assessment_qti.xml") and name.split("/")[-2] in whole)
    ]


def _keywords(resource: _Element) -> tuple[str, ...]:
    metadata = child(resource, "metadata")
    if metadata is None:
        return ()
    words = (words_of(each) for each in metadata.iter("keyword"))
    return tuple(dict.fromkeys(filter(None, words)))


def _title(metadata: _Element | None) -> str:
    if metadata is None:
        return ""
    return next((words_of(each) for each in metadata.iter() if name_of(each) == "title"), "")
