"""In: a PDF and a line of text. Out: the PDF with the line on its pages, as an artifact; all else is as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import record, replace
from guidepress.bind.account import Reckoning, take_account
from guidepress.bind.active import without_active
from guidepress.bind.leaves import leaves_of
from guidepress.bind.remarks import as_it_was, remarks_on
from guidepress.bind.stamp_job import GREY, WHERE, Stamp
from guidepress.bind.stamp_pages import PageStamping
from guidepress.cos import open_file, reading
from guidepress.cos.active import active_content
from guidepress.verify.checks import run_checks
from guidepress.verify.claims import claims_of
from guidepress.verify.reading import open_pdf
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos import File
    from guidepress.verify.reading import Opened

__all__ = ["GREY", "WHERE", "Stamp", "Stamped", "stamp"]

_PAGE = re.compile(r" \(page \d+\)")


@record
class Stamped:
    """A stamped file, how many of its pages carry the stamp, and warnings."""

    pdf: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...] = ()


def stamp(
    pdf: bytes, what: Stamp, *, file: str = "The file", password: str = "", strip_active: bool = False
) -> Stamped:
    """Stamp a PDF.

    Args:
        pdf: the file's bytes.
        what: the stamp.
        file: what messages call the file.
        password: opens an encrypted file; the result is not encrypted.
        strip_active: take out scripts, programs to start and what happens when the file is opened.

    Raises:
        FaultsFound: the file cannot be read, the text cannot be set, a page does not exist, or the file claims
            a standard that the stamp would break.
    """
    opened = open_file(pdf, file, password)
    with reading(file):
        active = active_content(opened)
        if active and strip_active:
            pdf = without_active(opened)
            opened = open_file(pdf, file)
        stamped = _stamp(pdf, opened, what, password)
    return replace(stamped, diagnostics=(*stamped.diagnostics, *_told(file, active, gone=strip_active)))


def _told(file: str, active: list[str], *, gone: bool) -> Iterator[Diagnostic]:
    """Say what a file does by itself, and whether it still does."""
    if active:
        what = ", ".join(active)
        message = f"{file} acted by itself: {what}." if gone else f"{file} acts by itself: {what}."
        hint = "All that is taken out." if gone else "It is kept; --strip-active takes it out."
        yield Diagnostic("warning", "active-content", message, hint)


def _stamp(pdf: bytes, file: File, what: Stamp, password: str) -> Stamped:
    leaves = leaves_of(file)
    chosen = sorted(what.pages) or range(len(leaves))
    if chosen[-1] >= len(leaves):
        message = f"{file.name} has no page {chosen[-1] + 1}; it has {len(leaves)}."
        raise fault("no-such-page", message, "Give other --pages.")
    oldest = any(claim.startswith("PDF/A-1") for claim in claims_of(file))
    if oldest and what.opacity < 1:
        message = f"{file.name} claims PDF/A-1, which allows nothing to be seen through."
        raise fault("no-transparency", message, "Give --opacity 1 and a light --colour.")
    stamping = PageStamping(file, what, oldest=oldest)
    bare = stamping.run(leaves, chosen)
    made = stamping.rewriting.close()
    opened = open_pdf(made)
    known = _hold(opened, len(leaves), pdf, password)
    before = take_account(file, [leaf.page for leaf in leaves])
    lost = Reckoning(take_account(opened.file, opened.pages)).lost(before, file.name)
    found = (*_warnings(file), *bare, *lost, *remarks_on(file), *as_it_was(known))
    return Stamped(made, stamping.stamped, found)


def _hold(made: Opened, pages: int, old: bytes, password: str) -> list[Diagnostic]:
    """Check the stamped file: it must have as many pages, and no fault that the old one had not.

    What stood once for all pages may stand on each now, so that pages are no part of the comparison; and of an old file
    that could not all be checked nobody knows what it had not.

    Returns:
        The faults that it shares with the old one.

    Raises:
        FaultsFound: it has others; nothing may be written.
    """
    found = [each for each in run_checks(made, None) if each.severity == "error"]
    before = verify(old, password=password).diagnostics if found else ()
    known = {(each.code, _PAGE.sub("", each.message)) for each in before}
    undecided = any(each.code == "not-checked" for each in before)
    new = [] if undecided else [e for e in found if (e.code, _PAGE.sub("", e.message)) not in known]
    if len(made.pages) != pages:
        new.append(Diagnostic("error", "page-count", f"The file has {len(made.pages)} pages, not {pages}."))
    if new:
        raise FaultsFound(new)
    return found


def _warnings(file: File) -> Iterator[Diagnostic]:
    if file.integer(file.dictionary(file.root.get("AcroForm")).get("SigFlags")) & 1:
        message = f"{file.name} is signed; its signature does not hold for the stamped file."
        yield Diagnostic("warning", "signature", message, "Sign it again.")
    if file.is_encrypted:
        message = f"{file.name} is encrypted; the stamped file is not."
        yield Diagnostic("warning", "encryption", message, "Encrypt it again where that matters.")
