"""In: an open PDF and an Expectation. Out: what does not hold, check by check, in one ordered list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from guidepress.base.diagnostics import Diagnostic
from guidepress.verify.arrivals import check_links, check_outline
from guidepress.verify.reading import number_of
from guidepress.verify.text import check_sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["CHECKS", "Check"]

_TOLERANCE = 0.01
"""Points; boxes are written with three decimals, so a hundredth is a true difference."""


def _fault(code: str, message: str) -> Diagnostic:
    return Diagnostic(
        "error", code, message, "This is a fault of the writer, not of the guide; please report it."
    )


def _check_count(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if not opened.pages:
        yield _fault("no-pages", "The file has no pages.")
    if expectation is None:
        return
    expected = len(expectation.sizes)
    if len(opened.pages) != expected:
        yield _fault("page-count", f"The file has {len(opened.pages)} pages, not {expected}.")
    cover = bool(expectation.labels) and expected == expectation.counted + 1
    if expectation.excerpt:
        if expected > expectation.counted + 1:
            message = f"The excerpt has {expected} pages, but the whole book only {expectation.counted}."
            yield _fault("printed-count", message)
    elif expected - cover != expectation.counted:
        message = f"The book block has {expected - cover} pages, but {expectation.counted} are printed on the cover."
        yield _fault("printed-count", message)


def _check_boxes(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    for index, page in enumerate(opened.pages):
        media, trim = page.mediabox, page.trimbox
        width, height = float(trim.width), float(trim.height)
        if width <= 0 or height <= 0:
            yield _fault("page-size", f"Page {index + 1} has no area.")
        inside = media.left <= trim.left and media.bottom <= trim.bottom
        if not (inside and trim.right <= media.right and trim.top <= media.top):
            yield _fault("trim-box", f"The trim box of page {index + 1} reaches out of its media box.")
        if expectation is not None and index < len(expectation.sizes):
            wanted = expectation.sizes[index]
            if abs(width - wanted[0] / 1000) > _TOLERANCE or abs(height - wanted[1] / 1000) > _TOLERANCE:
                size, want = f"{width:g} x {height:g} pt", f"{wanted[0] / 1000:g} x {wanted[1] / 1000:g} pt"
                yield _fault("page-size", f"Page {index + 1} measures {size}, not {want}.")


def _check_fonts(opened: Opened, _: Expectation | None) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for index in range(len(opened.pages)):
        for name, font in opened.fonts(index).items():
            if number_of(font) in seen:
                continue
            seen.add(number_of(font))
            label = str(font.get("/BaseFont", name)).lstrip("/")
            if not _is_embedded(font):
                yield _fault("font-not-embedded", f"The font {label} (page {index + 1}) is not embedded.")
            if "/ToUnicode" not in font:
                yield _fault("no-tounicode", f"The font {label} (page {index + 1}) has no ToUnicode map.")


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    holder = descendants[0].get_object() if isinstance(descendants, ArrayObject) and descendants else font
    descriptor = holder.get("/FontDescriptor")
    descriptor = descriptor.get_object() if isinstance(descriptor, IndirectObject) else descriptor
    return isinstance(descriptor, DictionaryObject) and any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _check_blanks(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    for index, page in enumerate(opened.pages):
        contents = page.get_contents()
        empty = contents is None or not any(
            mark in contents.get_data()
            for mark in (b"TJ", b"Tj", b" Do", b"\nf", b"\nS", b" f", b" S", b"\nB")
        )
        if empty and index not in expectation.blanks:
            yield _fault("blank-page", f"Page {index + 1} is blank, and was not meant to be.")


def _check_metadata(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    information = opened.reader.metadata
    title = information.title if information is not None else None
    if title != expectation.title:
        yield _fault("title", f"The file's title reads {title!r}, not {expectation.title!r}.")
    language = opened.root.get("/Lang")
    if language != expectation.language:
        yield _fault("language", f"The file's language is {language!r}, not {expectation.language!r}.")


def _check_labels(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    for index, (found, wanted) in enumerate(zip(opened.reader.page_labels, expectation.labels, strict=False)):
        if found != wanted:
            yield _fault(
                "page-label", f"Page {index + 1} is labelled {found!r}, but {wanted!r} is printed on it."
            )


Check: TypeAlias = "Callable[[Opened, Expectation | None], Iterator[Diagnostic]]"

CHECKS: tuple[tuple[str, Check], ...] = (
    ("page count", _check_count),
    ("page sizes and boxes", _check_boxes),
    ("fonts embedded, with ToUnicode", _check_fonts),
    ("no unmeant blank page", _check_blanks),
    ("outline arrives", check_outline),
    ("links arrive", check_links),
    ("metadata", _check_metadata),
    ("page labels", _check_labels),
    ("text in reading order", check_sections),
)
