"""In: an open tagged PDF. Out: sections whose first or last paragraph is missing, or out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.page.book import SectionText
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_sections", "text_in_order"]

_DROPPED = dict.fromkeys(
    (0x9, 0xA, 0xD, 0x20, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000)
)
"""White space and soft hyphens do not count: lines may break anywhere they like."""

_FEW = 3
"""The pages around the sections' ends are read alone if they are less than a third: a doubt reads the file again."""


def text_in_order(opened: Opened, pages: Iterable[int] | None = None) -> str:
    """Tagged text in the order of the structure tree: of some pages, or of the whole file."""
    order = opened.reading_order() if pages is None else opened.order_on(pages)
    return "".join(opened.marked_text(page).get(identifier, "") for page, identifier in order if page >= 0)


def check_sections(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """The first and the last paragraph of each section must be read out, in the order of the book."""
    if expectation is None or not expectation.sections:
        return
    # Most sections begin and end with text: the pages around their ends say enough, in a tenth of the time.
    count = len(opened.pages)
    near = {page + step for page in expectation.starts for step in (-1, 0, 1) if 0 <= page + step < count}
    near.add(count - 1)
    many = len(near) * _FEW > count
    if many or any(_missing(text_in_order(opened, sorted(near)), expectation.sections)):
        yield from _missing(text_in_order(opened), expectation.sections)


def _missing(text: str, sections: Iterable[SectionText]) -> Iterator[Diagnostic]:
    """Look for the sections' paragraphs one after the other."""
    text = text.translate(_DROPPED)
    at = 0
    for section in sections:
        for which, paragraph in (("first", section.first), ("last", section.last)):
            wanted = paragraph.translate(_DROPPED)
            found = text.find(wanted, at)
            if found < 0:
                problem = "out of order" if wanted in text else "missing"
                message = (
                    f"The {which} paragraph of {section.title!r} is {problem} in what a screen reader reads."
                )
                yield Diagnostic("error", "reading-order", message)
                continue
            at = found + (len(wanted) if which == "first" and section.first != section.last else 0)
