"""The facts of an order, for tests."""

from __future__ import annotations

from tests.press.orders import ordered

from guidepress.page.book import Metadata
from guidepress.press.isbn import read_isbn
from guidepress.press.ticket import FileFacts, TicketFacts, file_facts

METADATA = Metadata(
    "Fog: Study Guide", "B. Writer", "", "en-GB", ("fog", "work"), "Candle Press", "", "2026-11-28"
)


def facts(name: str, interior: FileFacts | None = None, cover: FileFacts | None = None) -> TicketFacts:
    """An order of 126 pages from a printer."""
    return TicketFacts(
        ordered(name),
        METADATA,
        "A tale",
        "=What it is about.",
        (("B. Writer", "author"), ("C. Editor", "editor")),
        (("bisac", "STU004000"), ("thema", "YPCA21")),
        read_isbn("978-0-306-40615-7"),
        20_430,
        interior or file_facts("interior.pdf", b"pages", 126, (432_000, 648_000)),
        cover or file_facts("cover.pdf", b"cover", 1, (902_430, 666_000)),
    )
