"""In: an open PDF and an Expectation. Out: what does not hold, check by check, in one ordered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Malformed, Ref
from guidepress.cos.active import active_content
from guidepress.cos.labels import labels_of
from guidepress.cos.pages import LETTER, box_of
from guidepress.cos.text import text_of
from guidepress.verify.arrivals import check_links, check_outline
from guidepress.verify.claims import title_of
from guidepress.verify.foreign_places import check_places
from guidepress.verify.second import check_second
from guidepress.verify.tags import check_tags
from guidepress.verify.text import check_sections
from guidepress.verify.within import check_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.cos.values import Dictionary
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["CHECKS", "FOREIGN", "Check", "run_checks"]

_TOLERANCE = 0.01
"""Points; boxes are written with three decimals, so a hundredth is a true difference."""

_MARKS = re.compile(rb"(?:(?<=[\s)>\]])|^)(?:TJ|Tj|'|\"|Do|f\*?|F|S|s|B\*?|b\*?|sh|EI)(?=[\s/(\[<%]|$)")
"""Operators that leave something on a page; content without any of them is blank."""


def _fault(code: str, message: str) -> Diagnostic:
    return Diagnostic(
        "error", code, message, "This is a fault of the writer, not of the guide; please report it."
    )


def _check_count(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
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
    file = opened.file
    for index, page in enumerate(opened.pages):
        media = box_of(file, page, "MediaBox")
        if media is None:
            message = f"Page {index + 1} does not say how large it is; readers take Letter."
            yield Diagnostic("warning", "no-media-box", message, "Write the file again, or repair it.")
            media = LETTER
        trim = box_of(file, page, "TrimBox") or box_of(file, page, "CropBox") or media
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        if width <= 0 or height <= 0:
            yield _fault("page-size", f"Page {index + 1} has no area.")
        if trim[0] < media[0] or trim[1] < media[1] or trim[2] > media[2] or trim[3] > media[3]:
            yield _fault("trim-box", f"The trim box of page {index + 1} reaches out of its media box.")
        if expectation is not None and index < len(expectation.sizes):
            wanted = expectation.sizes[index]
            if abs(width - wanted[0] / 1000) > _TOLERANCE or abs(height - wanted[1] / 1000) > _TOLERANCE:
                size, want = f"{width:g} x {height:g} pt", f"{wanted[0] / 1000:g} x {wanted[1] / 1000:g} pt"
                yield _fault("page-size", f"Page {index + 1} measures {size}, not {want}.")


def _check_fonts(opened: Opened, _: Expectation | None) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for index in range(len(opened.pages)):
        for name, raw in opened.fonts(index).items():
            font = opened.file.dictionary(raw)
            known = raw.number if isinstance(raw, Ref) else -id(font)  # the file keeps it, and so its address
            if known in seen:
                continue
            seen.add(known)
            label = opened.file.word(font.get("BaseFont")) or name
            if not _is_embedded(opened, font):
                yield _fault("font-not-embedded", f"The font {label} (page {index + 1}) is not embedded.")
            if "ToUnicode" not in font:
                yield _fault("no-tounicode", f"The font {label} (page {index + 1}) has no ToUnicode map.")


def _is_embedded(opened: Opened, font: Dictionary) -> bool:
    file = opened.file
    if file.word(font.get("Subtype")) == "Type3":
        return True
    descendants = file.array(font.get("DescendantFonts"))
    holder = file.dictionary(descendants[0]) if descendants else font
    descriptor = file.dictionary(holder.get("FontDescriptor"))
    return any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3"))


def _check_blanks(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    for index in range(len(opened.pages)):
        content = opened.content(index)
        if index not in expectation.blanks and _MARKS.search(content) is None:
            yield _fault("blank-page", f"Page {index + 1} is blank, and was not meant to be.")


def _check_metadata(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    file = opened.file
    title = title_of(file)
    if title != expectation.title:
        found = f"title reads {title!r}, not" if title else "title is missing; it should read"
        yield _fault("title", f"The file's {found} {expectation.title!r}.")
    language = text_of(file.get(opened.root.get("Lang")))
    if language != expectation.language:
        found = f"language is {language!r}, not" if language else "language is missing; it should be"
        yield _fault("language", f"The file's {found} {expectation.language!r}.")


def _check_labels(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    if expectation is None:
        return
    found = labels_of(opened.file, len(opened.pages))
    if "PageLabels" not in opened.root:
        found = [str(index + 1) for index in range(len(found))]  # readers count pages that nothing is said of
    for index, (label, wanted) in enumerate(zip(found, expectation.labels, strict=False)):
        if label != wanted:
            message = f"Page {index + 1} is labelled {label!r}, but {wanted!r} is printed on it."
            yield _fault("page-label", message)


def _reason(problem: Exception, opened: Opened) -> str:
    """Why a check ended, as the end of a sentence; what is no sentence of ours is named by the object it was met in."""
    if isinstance(problem, Malformed):
        return str(problem)
    if isinstance(problem, RecursionError):
        return "its objects lie too deep inside one another"
    where = f"object {opened.file.latest}" if opened.file.latest else "an object"
    return f"{where} holds what its place does not allow ({type(problem).__name__})"


Check: TypeAlias = "Callable[[Opened, Expectation | None], Iterator[Diagnostic]]"

CHECKS: tuple[tuple[str, Check], ...] = (
    ("page count", _check_count),
    ("page sizes and boxes", _check_boxes),
    ("fonts embedded, with ToUnicode", _check_fonts),
    ("no unmeant blank page", _check_blanks),
    ("all lies on its page", check_within),
    ("outline arrives", check_outline),
    ("links arrive", check_links),
    ("metadata", _check_metadata),
    ("page labels", _check_labels),
    ("tags and pages agree", check_tags),
    ("text in reading order", check_sections),
    ("another reader agrees", check_second),
)


FOREIGN: tuple[tuple[str, Check], ...] = (*CHECKS, ("texts and pictures by their widths", check_places))
"""Of a file alone: where its glyphs stand is measured; of our own books the engine has measured it."""


def run_checks(
    opened: Opened, expectation: Expectation | None, checks: tuple[tuple[str, Check], ...] = CHECKS
) -> Iterator[Diagnostic]:
    """Run every check; one that meets an object beyond reading says so, and the others go on."""
    for name, check in checks:
        try:
            yield from check(opened, expectation)
        except Exception as problem:  # noqa: BLE001 - files of strangers break rules that nobody has thought of
            message = f"Not all could be checked ({name}): {_reason(problem, opened)}."
            yield Diagnostic("error", "not-checked", message, "Write the file again, or repair it.")
    if expectation is None and (active := active_content(opened.file)):
        message = f"The file acts by itself: {', '.join(active)}."
        yield Diagnostic(
            "warning", "active-content", message, "guidepress stamp --strip-active takes it out."
        )
    for repair in (*opened.file.repairs, *opened.file.losses):
        message = f"The file is damaged, but can be read: {repair}."
        yield Diagnostic("warning", "damaged", message, "Write the file again, or repair it.")
