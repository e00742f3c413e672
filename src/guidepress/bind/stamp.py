"""In: a PDF and a line of text. Out: the PDF with the line on its pages, as an artifact; all else is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import record
from guidepress.bind.account import Reckoning, take_account
from guidepress.bind.balance import closing
from guidepress.bind.impose_forms import operands
from guidepress.bind.leaves import leaves_of, repairs_of, upright
from guidepress.bind.stamp_copy import Rewriting
from guidepress.bind.stamp_form import StampForms
from guidepress.bind.stamp_job import GREY, WHERE, Stamp
from guidepress.cos import Malformed, Name, Ref, Stream, open_file, reading
from guidepress.cos.filters import deflated
from guidepress.cos.pages import LETTER, box_of
from guidepress.cos.values import rounded
from guidepress.verify.checks import run_checks
from guidepress.verify.claims import claims_in
from guidepress.verify.reading import open_pdf
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.leaves import Leaf, Matrix
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary
    from guidepress.verify.reading import Opened

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
    opened = open_file(pdf, file, password)
    with reading(file):
        return _stamp(pdf, opened, what, password)


def _stamp(pdf: bytes, file: File, what: Stamp, password: str) -> Stamped:
    leaves = leaves_of(file)
    chosen = sorted(what.pages) or range(len(leaves))
    if chosen[-1] >= len(leaves):
        message = f"{file.name} has no page {chosen[-1] + 1}; it has {len(leaves)}."
        raise fault("no-such-page", message, "Give other --pages.")
    oldest = any(claim.startswith("PDF/A-1") for claim in _claims(file))
    if oldest and what.opacity < 1:
        message = f"{file.name} claims PDF/A-1, which allows nothing to be seen through."
        raise fault("no-transparency", message, "Give --opacity 1 and a light --colour.")
    within = next((index for index in chosen if not leaves[index].page.number), None)
    if within is not None:
        message = f"Page {within + 1} of {file.name} is written into the node above it and cannot be stamped."
        raise fault("page-within", message, "Write the file again: print it to a PDF, for example.")
    stamping = _Stamping(file, what, oldest=oldest)
    for leaf in {leaves[index].page.number: leaves[index] for index in chosen}.values():
        stamping.page(leaf)  # one that stands in the file twice is stamped once
    made = stamping.rewriting.close()
    opened = open_pdf(made)
    _hold(opened, len(leaves), pdf, password)
    before = take_account(file, [leaf.page for leaf in leaves])
    lost = Reckoning(take_account(opened.file, opened.pages)).lost(before, file.name)
    return Stamped(made, len(chosen), (*_warnings(file), *lost, *repairs_of(file)))


class _Stamping:
    """One file while its pages are being stamped."""

    def __init__(self, file: File, what: Stamp, *, oldest: bool) -> None:
        self._file = file
        self._what = what
        self.rewriting = Rewriting(file, plain=oldest)
        self._copy = self.rewriting.copier.value
        self._writer = self.rewriting.writer
        self._intent = "OutputIntents" in file.root
        self._forms = StampForms(what, self._writer, intent=self._intent, oldest=oldest)
        self._streams: dict[bytes, Ref] = {}
        self._resources: dict[tuple[int, Ref], Ref] = {}

    def page(self, leaf: Leaf) -> None:
        """Stamp one page: wrap its content, and add the form to its resources."""
        file, number = self._file, leaf.page.number
        contents, data = self._contents(leaf.page.entries)
        before, after = closing(data)
        place = operands(_inverse(upright(leaf)))
        tail = f"/Artifact<</Type/Pagination/Subtype/{_SUBTYPE[self._what.where]}>>BDC\n"
        resources, own = self._add_form(leaf)
        tail += f"q {place} cm /{own} Do Q\nEMC\n"
        wrapped = [self._stream(before), *contents] if contents else []
        tail_stream = self._stream((after if contents else b"") + tail.encode("ascii"))
        page = file.dictionary(Ref(number))
        made = {key: self._copy(value) for key, value in page.items()}
        made["Contents"] = [*wrapped, tail_stream]
        made["Resources"] = resources
        if box_of(file, leaf.page, "MediaBox") is None:
            made["MediaBox"] = rounded(LETTER)
        group = file.dictionary(page.get("Group"))
        if self._what.opacity < 1 and not self._intent and "CS" not in group:
            blending: Dictionary = {"S": Name("Transparency"), "CS": self._forms.srgb()}
            made["Group"] = {**{key: self._copy(value) for key, value in group.items()}, **blending}
        self.rewriting.change(number, made)

    def _stream(self, content: bytes) -> Ref:
        """A stream, shared by all pages that need the same."""
        if content not in self._streams:
            self._streams[content] = self._writer.add_object(deflated(content, {}))
        return self._streams[content]

    def _add_form(self, leaf: Leaf) -> tuple[Dictionary | Ref, str]:
        """The page's resources with the form in them, and its name there; shared resources stay shared."""
        file = self._file
        raw = leaf.page.entries.get("Resources")
        form = self._forms.of(leaf.size)
        old = file.dictionary(raw)
        pictures = file.dictionary(old.get("XObject"))
        names = (f"{_NAME}{number or ''}" for number in range(len(pictures) + 1))
        own = next(name for name in names if name not in pictures)
        if isinstance(raw, Ref) and (raw.number, form) in self._resources:
            return self._resources[raw.number, form], own
        made = {key: self._copy(value) for key, value in old.items()}
        made["XObject"] = {**{key: self._copy(value) for key, value in pictures.items()}, own: form}
        if not isinstance(raw, Ref):
            return made, own
        self._resources[raw.number, form] = self._writer.add_object(made)
        return self._resources[raw.number, form], own

    def _contents(self, page: Dictionary) -> tuple[list[Ref], bytes]:
        """References to the parts of a page's content in the new file, and all of it decoded."""
        file = self._file
        parts = [each for each in file.array(page.get("Contents")) if isinstance(each, Ref)]
        found = [(part, stream) for part in parts if isinstance(stream := file.get(part), Stream)]
        data: list[bytes] = []
        for _, stream in found:
            try:
                data.append(file.content(stream))
            except Malformed as problem:
                file.note(f"part of a page's content cannot be read: {problem}")
        return [Ref(self.rewriting.copier.number(part.number)) for part, _ in found], b"\n".join(data)


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def _claims(file: File) -> tuple[str, ...]:
    packet = file.get(file.root.get("Metadata"))
    try:
        return (
            claims_in(file.content(packet).decode("utf-8", "replace")) if isinstance(packet, Stream) else ()
        )
    except Malformed:
        return ()


def _hold(made: Opened, pages: int, old: bytes, password: str) -> None:
    """Check the stamped file: it must have as many pages, and no fault that the old one had not.

    Raises:
        FaultsFound: it has; nothing may be written.
    """
    found = [each for each in run_checks(made, None) if each.severity == "error"]
    if found:
        known = set(map(str, verify(old, password=password).diagnostics))
        found = [each for each in found if str(each) not in known]
    if len(made.pages) != pages:
        found.append(Diagnostic("error", "page-count", f"The file has {len(made.pages)} pages, not {pages}."))
    if found:
        raise FaultsFound(found)


def _warnings(file: File) -> Iterator[Diagnostic]:
    if file.integer(file.dictionary(file.root.get("AcroForm")).get("SigFlags")) & 1:
        message = f"{file.name} is signed; its signature does not hold for the stamped file."
        yield Diagnostic("warning", "signature", message, "Sign it again.")
    if file.is_encrypted:
        message = f"{file.name} is encrypted; the stamped file is not."
        yield Diagnostic("warning", "encryption", message, "Encrypt it again where that matters.")
