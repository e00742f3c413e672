"""In: a Book. Out: the bytes of its PDF file, for readers or for a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.lower import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.page.book import Book
    from guidepress.pdf.press_ink import PressInk
    from guidepress.pdf.text import Coders

__all__ = ["write_pdf", "write_press"]


def write_pdf(book: Book, profiles: Iterable[str] = ("ua1", "2a"), coders: Coders | None = None) -> bytes:
    """Write a book as a PDF file; the same book gives the same bytes.

    Args:
        book: the finished pages.
        profiles: standards that the file must meet and will name: "ua1", "2a", "3a".
        coders: encoded words by face, kept by a caller that writes several books.

    Raises:
        FaultsFound: the book cannot meet one of the profiles, or a picture cannot be read; nothing was written.
        ValueError: a profile is unknown.
    """
    objects = lower(book, profiles, coders)
    from guidepress.pdf.emit import emit  # noqa: PLC0415 - ReportLab takes 50 ms to import; faults come first

    return emit(objects)


def write_press(book: Book, ink: PressInk, coders: Coders | None = None) -> bytes:
    """Write a book as a file for a press; the same book gives the same bytes.

    Args:
        book: the finished pages; a page is the paper, bleed included.
        ink: colours, standard and boxes.
        coders: encoded words by face, kept by a caller that writes several books.

    Raises:
        FaultsFound: the book or the options cannot meet the standard, or a picture cannot be read; nothing was written.
    """
    from guidepress.pdf.press_file import press_objects  # noqa: PLC0415 - a book for readers needs none of this
    from guidepress.pdf.press_ink import PDF_VERSIONS  # noqa: PLC0415 - likewise

    objects = press_objects(book, ink, coders)
    from guidepress.pdf.emit import emit  # noqa: PLC0415 - as above

    return emit(objects, PDF_VERSIONS[ink.standard])
