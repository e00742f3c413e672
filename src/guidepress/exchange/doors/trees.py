"""In: the bytes of an XML file. Out: its tree, read without entities, without the network, within bounds.

A file that is not well formed is mended only where nothing of its text can be lost (`mending`), and each mend is said;
any other is refused with its line and column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from guidepress.base.diagnostics import FaultsFound, Span, fault
from guidepress.base.record import record
from guidepress.exchange.doors.limits import LIMITS, in_words
from guidepress.exchange.doors.mending import mended

if TYPE_CHECKING:
    from guidepress.exchange.doors.limits import Limits
    from guidepress.exchange.doors.mending import Mend

__all__ = ["XmlFile", "line_of", "parse_xml"]

_DECLARED = re.compile(rb"<!ENTITY\s")
_ROOT = re.compile(rb"<[A-Za-z_:]")

_PLACED = re.compile(r", line \d+, column \d+(?: \(.*\))?$")
"""What the parser adds to its message, and a span says."""

_SLIP = "malformed-xml"
_AGAIN = "Have it exported again, or mend that line."


@record
class XmlFile:
    """A tree and how it came to be.

    Attributes:
        file: the file's name, for faults and places.
        root: its outermost element; comments and processing instructions are gone.
        mends: what had to be mended before it could be read.
    """

    file: str
    root: etree._Element
    mends: tuple[Mend, ...] = ()

    def place(self, element: etree._Element) -> Span:
        """Where an element begins."""
        return Span(self.file, line_of(element), 1)


def line_of(element: etree._Element) -> int:
    """The line on which an element begins, from 1; lines beyond 65,535 may be told as that one."""
    line: Any = element.sourceline
    return int(line or 1)


def parse_xml(data: bytes, file: str, *, limits: Limits = LIMITS) -> XmlFile:
    """Parse an XML file.

    Args:
        data: all of it, in any encoding that it declares.
        file: its name, for faults.
        limits: how much it may hold.

    Raises:
        FaultsFound: it is not well formed beyond mending, declares entities, or is too large.
    """
    if len(data) > limits.xml:
        raise _refused(
            "file-too-large", f"The file has more than {in_words(limits.xml)}.", "Export it in parts.", file
        )
    if data.count(b"<") > limits.tags:
        raise _refused(
            "file-too-large", f"The file has more than {limits.tags:,} tags.", "Export it in parts.", file
        )
    head = data[:100_000].replace(b"\0", b"")  # UTF-16 likewise
    root = _ROOT.search(head)
    declared = _DECLARED.search(head)
    if declared and (root is None or declared.start() < root.start()):
        raise _entities(file)
    try:
        return XmlFile(file, _parsed(data, file))
    except FaultsFound as problem:
        again, mends = mended(data) if problem.diagnostics[0].code == _SLIP else (data, ())
        if not mends:
            raise
        try:
            return XmlFile(file, _parsed(again, file), mends)
        except FaultsFound:  # the first problem is told: its place is that of the file as it stands
            raise problem from None


def _parsed(data: bytes, file: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise _malformed(str(problem), file, *problem.position) from problem
    declared: Any = root.getroottree().docinfo.internalDTD  # what it declares has no type in the stubs
    if declared is not None and any(True for _ in declared.iterentities()):
        raise _entities(file)
    unknown = next(root.iter(etree.Entity), None)
    if unknown is not None:  # a file that names a DTD may use its entities, and the DTD is nowhere to be had
        raise _malformed(f"Entity {unknown.text} is not defined", file, line_of(unknown), 1)
    return root


def _entities(file: str) -> FaultsFound:
    message = "The file declares entities, which could make it grow without end or read other files."
    return _refused("unsafe-xml", message, "Use no file that you do not know.", file)


def _malformed(problem: str, file: str, line: int, column: int) -> FaultsFound:
    said = _PLACED.sub("", problem).strip().rstrip(".")
    said = said[:1].lower() + said[1:] if said else "it ends too early"
    span = Span(file, max(line, 1), max(column, 1))
    return fault(_SLIP, f"This is not well-formed XML: {said}.", _AGAIN, span)


def _refused(code: str, message: str, hint: str, file: str) -> FaultsFound:
    return fault(code, message, hint, Span(file, 1, 1))
