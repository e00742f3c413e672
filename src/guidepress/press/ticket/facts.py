"""What an order says: the book, what was ordered, and the two files, bound to one another by their digests."""

from __future__ import annotations

from hashlib import md5, sha256
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.page.book import Metadata
    from guidepress.press.isbn import Isbn
    from guidepress.press.spec import PressSpec

__all__ = ["FileFacts", "TicketFacts", "file_facts"]

INCH = 72_000
_MM = INCH / 25.4


@record
class FileFacts:
    """A file that goes with an order.

    Attributes:
        name: its name in the folder of the ticket.
        size: in bytes.
        pages: how many it has.
        width, height: of a page with its bleed, mpt.
        sha256: the digest by which a pair is told.
        md5: the digest that Lulu asks for.
    """

    name: str
    size: int
    pages: int
    width: int
    height: int
    sha256: str
    md5: str


@record
class TicketFacts:
    """All that an order says.

    Attributes:
        spec: what was ordered of which printer.
        metadata: what the book says of itself.
        subtitle: what stands beside its title; "" for none.
        description: what is said of it to its buyers; "" for none.
        contributors: who wrote and edited it, each with the role.
        subjects: codes of its subjects by scheme, "bisac" and "thema".
        isbn: None where it has none.
        spine: its width, mpt.
        interior: the file of the pages.
        cover: the file of the cover.
    """

    spec: PressSpec
    metadata: Metadata
    subtitle: str
    description: str
    contributors: tuple[tuple[str, str], ...]
    subjects: tuple[tuple[str, str], ...]
    isbn: Isbn | None
    spine: int
    interior: FileFacts
    cover: FileFacts


def file_facts(name: str, data: bytes, pages: int, size: tuple[int, int]) -> FileFacts:
    """Take down what an order says of a file.

    Args:
        name: its name in the folder of the ticket.
        data: its bytes.
        pages: how many it has.
        size: width and height of a page with its bleed, mpt.
    """
    digest = md5(data, usedforsecurity=False).hexdigest()
    return FileFacts(name, len(data), pages, *size, sha256(data).hexdigest(), digest)


def inches(mpt: int) -> float:
    """A length in inches, to a ten-thousandth."""
    return round(mpt / INCH, 4)


def millimetres(mpt: int) -> float:
    """A length in millimetres, to a hundredth."""
    return round(mpt / _MM, 2)
