"""In: the bytes of a PDF. Out: what qpdf and pdfium say of it, and what can be counted in it by them.

Neither shares code with ours. Both are optional: one that is not installed says nothing.
"""

from __future__ import annotations

import importlib
import io
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Counts", "count", "losses", "missing_peers"]

_TEXT_TOLERANCE = 0.01
"""Readers guess some spaces and double letters by their places, which move when pages are made smaller."""
_FEW_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What two readers find in a file.

    Attributes:
        pdfium: pages that pdfium loads, -1 where it does not open the file; None where it is not installed.
        qpdf: the same of qpdf.
        letters: how often each character that is not white space is shown, by pdfium.
        annotations: how many there are of each kind, by qpdf.
    """

    pdfium: int | None = None
    qpdf: int | None = None
    letters: Counter[str] = field(default_factory=Counter)
    annotations: Counter[str] = field(default_factory=Counter)

    @property
    def opens(self) -> bool:
        """Whether both open it and find pages."""
        return (self.pdfium or 0) > 0 and (self.qpdf or 0) > 0


def missing_peers() -> list[str]:
    """The packages of the peers that are not installed."""
    return [name for name in ("pikepdf", "pypdfium2") if _module(name) is None]


def count(data: bytes) -> Counts:
    """Open a file with both and count."""
    pages, letters = _by_pdfium(data)
    others, annotations = _by_qpdf(data)
    return Counts(pages, others, letters, annotations)


def losses(before: Counts, after: Counts, *, same_pages: bool) -> list[str]:
    """What a result has less of than the file it was made of.

    Args:
        before: counts of the file.
        after: counts of the result.
        same_pages: whether the result should have the same pages, with their annotations; sheets do not.
    """
    found = []
    if same_pages and before.pdfium is not None and before.pdfium > (after.pdfium or 0):
        found.append(f"{before.pdfium - (after.pdfium or 0)} of {before.pdfium} pages")
    lost = (before.letters - after.letters).total()
    if lost > max(_FEW_LETTERS, _TEXT_TOLERANCE * before.letters.total()):
        found.append(f"{lost} of {before.letters.total()} letters")
    if same_pages:
        found += [
            f"{number} of {before.annotations[kind]} annotations {kind}"
            for kind, number in sorted((before.annotations - after.annotations).items())
        ]
    return found


def _module(name: str) -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _by_pdfium(data: bytes) -> tuple[int | None, Counter[str]]:
    """Pages and letters; those of a page that cannot be read count as none."""
    letters: Counter[str] = Counter()
    pdfium = _module("pypdfium2")
    if pdfium is None:
        return None, letters
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return -1, letters
    pages = 0  # pdfium believes what the page tree says of their number; only those count that are there
    for index in range(len(document)):
        try:
            page = document[index]
            pages += 1
            text = page.get_textpage().get_text_range()
        except pdfium.PdfiumError:
            continue
        letters.update("".join(text.split()))
    document.close()
    return pages, letters


def _by_qpdf(data: bytes) -> tuple[int | None, Counter[str]]:
    """Pages, and annotations by kind; those that stand on no page are not counted."""
    kinds: Counter[str] = Counter()
    pikepdf = _module("pikepdf")
    if pikepdf is None:
        return None, kinds
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            pages = len(document.pages)
            for page in document.pages:
                listed = page.obj.get("/Annots")
                if isinstance(listed, pikepdf.Array):
                    kinds.update(
                        str(each.get("/Subtype", "")).lstrip("/")
                        for each in listed
                        if isinstance(each, pikepdf.Dictionary)
                    )
            return pages, kinds
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RuntimeError):
        return -1, Counter()
