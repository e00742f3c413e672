"""In: a PDF and a line of text. Out: the PDF with the line on its pages, as an artifact; all else is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import record
from guidepress.bind.balance import closing
from guidepress.bind.impose_forms import operands
from guidepress.bind.leaves import leaves_of, resources_of, upright
from guidepress.bind.scribe import Shelf, dictionary, name, stream
from guidepress.bind.source import UNREADABLE, open_source, unreadable
from guidepress.bind.stamp_copy import rewrite
from guidepress.bind.stamp_form import StampForms
from guidepress.bind.stamp_job import GREY, WHERE, Stamp
from guidepress.verify.claims import claims_in
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.leaves import Leaf, Matrix
    from guidepress.bind.source import Source

__all__ = ["GREY", "WHERE", "Stamp", "Stamped", "stamp"]

_SUBTYPE = {"footer": "Footer", "header": "Header", "watermark": "Watermark", "corner": "Header"}
"""Kinds of pagination artifacts (ISO 32000-1, table 330)."""

_NAME = "GpStamp"


@record
class Stamped:
    """A stamped file, how many of its pages carry the stamp, and warnings."""

    pdf: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...] = ()


def stamp(pdf: bytes, what: Stamp, *, file: str = "The file", password: str = "") -> Stamped:
    """Stamp a PDF.

    Args:
        pdf: the file's bytes.
        what: the stamp.
        file: what messages call the file.
        password: opens an encrypted file; the result is not encrypted.

    Raises:
        FaultsFound: the file cannot be read, the text cannot be set, a page does not exist, or the file claims
            a standard that the stamp would break.
    """
    source = open_source(pdf, file, password)
    try:
        return _stamp(pdf, source, what, password)
    except UNREADABLE as problem:
        raise FaultsFound([unreadable(file, problem)]) from problem


def _stamp(pdf: bytes, source: Source, what: Stamp, password: str) -> Stamped:
    leaves = leaves_of(source)
    chosen = sorted(what.pages) or range(len(leaves))
    if chosen[-1] >= len(leaves):
        message = f"{source.name} has no page {chosen[-1] + 1}; it has {len(leaves)}."
        raise fault("no-such-page", message, "Give other --pages.")
    oldest = any(claim.startswith("PDF/A-1") for claim in _claims(source))
    if oldest and what.opacity < 1:
        message = f"{source.name} claims PDF/A-1, which allows nothing to be seen through."
        raise fault("no-transparency", message, "Give --opacity 1 and a light --colour.")
    stamping = _Stamping(source, what, oldest=oldest)
    for index in chosen:
        stamping.page(leaves[index])
    made = rewrite(source, stamping.changed, plain=oldest)
    _hold(made, len(leaves), pdf, password)
    return Stamped(made, len(chosen), tuple(_warnings(source)))


class _Stamping:
    """One file while its pages are being stamped."""

    def __init__(self, source: Source, what: Stamp, *, oldest: bool) -> None:
        self.changed: dict[int, object] = {}
        self._source = source
        self._what = what
        self._shelf = Shelf()
        root: Any = source.reader.root_object
        self._intent = "/OutputIntents" in root
        self._forms = StampForms(what, self._shelf, intent=self._intent, oldest=oldest)
        self._streams: dict[bytes, IndirectObject] = {}
        self._resources: dict[tuple[int, str], IndirectObject] = {}

    def page(self, leaf: Leaf) -> None:
        """Stamp one page: wrap its content, and add the form to its resources."""
        reference: Any = leaf.page.indirect_reference
        page: Any = reference.get_object()
        contents, data = _contents(leaf.page)
        before, after = closing(data)
        place = operands(_inverse(upright(leaf)))
        tail = f"/Artifact<</Type/Pagination/Subtype/{_SUBTYPE[self._what.where]}>>BDC\n"
        resources, own = self._add_form(leaf)
        tail += f"q {place} cm /{own} Do Q\nEMC\n"
        wrapped = [self._stream(before), *contents] if contents else []
        tail_stream = self._stream((after if contents else b"") + tail.encode("ascii"))
        made = DictionaryObject(page)
        made[name("Contents")] = ArrayObject([*wrapped, tail_stream])
        made[name("Resources")] = resources
        if self._what.opacity < 1 and not self._intent and "/CS" not in _dictionary(page.get("/Group")):
            group = {key[1:]: value for key, value in dict.items(_dictionary(page.get("/Group")))}
            blending = {"S": name("Transparency"), "CS": self._forms.srgb()}
            made[name("Group")] = dictionary(group | blending)
        self.changed[reference.idnum] = made

    def _stream(self, content: bytes) -> IndirectObject:
        """A stream, shared by all pages that need the same."""
        if content not in self._streams:
            self._streams[content] = self._shelf.add(stream(content, {}))
        return self._streams[content]

    def _add_form(self, leaf: Leaf) -> tuple[object, str]:
        """The page's resources with the form in them, and its name there; shared resources stay shared."""
        raw: Any = resources_of(leaf)
        form = self._forms.of(leaf.size)
        old = _dictionary(raw)
        pictures = _dictionary(old.get("/XObject"))
        own = next(
            f"{_NAME}{number or ''}"
            for number in range(len(pictures) + 1)
            if f"/{_NAME}{number or ''}" not in pictures
        )
        made = DictionaryObject(old)
        made[name("XObject")] = DictionaryObject(pictures)
        made["/XObject"][name(own)] = form  # type: ignore[index]
        if not isinstance(raw, IndirectObject):
            return made, own
        key = raw.idnum, str(form.idnum)
        if key not in self._resources:
            self._resources[key] = self._shelf.add(made)
        return self._resources[key], own


def _contents(page: DictionaryObject) -> tuple[list[IndirectObject], bytes]:
    """References to the parts of a page's content, and all of it decoded."""
    raw: Any = page.raw_get("/Contents") if "/Contents" in page else None
    value: Any = raw.get_object() if raw is not None else None
    parts = list(list.__iter__(value)) if isinstance(value, ArrayObject) else [raw]
    streams = [part for part in parts if isinstance(part, IndirectObject)]
    found = [(part, part.get_object()) for part in streams]
    kept = [(part, held) for part, held in found if isinstance(held, StreamObject)]
    return [part for part, _ in kept], b"\n".join(held.get_data() for _, held in kept)


def _dictionary(value: Any) -> DictionaryObject:  # noqa: ANN401 - a PDF object of any kind
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def _claims(source: Source) -> tuple[str, ...]:
    root: Any = source.reader.root_object
    packet: Any = root.get("/Metadata")
    packet = packet.get_object() if packet is not None else None
    return claims_in(packet.get_data().decode("utf-8", "replace")) if isinstance(packet, StreamObject) else ()


def _hold(made: bytes, pages: int, old: bytes, password: str) -> None:
    """Read the stamped file back: it must have as many pages, and no fault that the old one had not.

    Raises:
        FaultsFound: it has; nothing may be written.
    """
    report = verify(made)
    found = [each for each in report.diagnostics if each.severity == "error"]
    if found:
        known = set(map(str, verify(old, password=password).diagnostics))
        found = [each for each in found if str(each) not in known]
    if report.pages != pages:
        found.append(Diagnostic("error", "page-count", f"The file has {report.pages} pages, not {pages}."))
    if found:
        raise FaultsFound(found)


def _warnings(source: Source) -> Iterator[Diagnostic]:
    root: Any = source.reader.root_object
    flags = _dictionary(root.get("/AcroForm")).get("/SigFlags", 0)
    if isinstance(flags, int) and flags & 1:
        message = f"{source.name} is signed; its signature does not hold for the stamped file."
        yield Diagnostic("warning", "signature", message, "Sign it again.")
    if source.reader.is_encrypted:
        message = f"{source.name} is encrypted; the stamped file is not."
        yield Diagnostic("warning", "encryption", message, "Encrypt it again where that matters.")
