"""Guides and orders whose covers the tests make, and what they read off the sheet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.composing import fonts_of

from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.page.book import Metadata
from guidepress.press.barcode import BarcodeOrder
from guidepress.press.cover.cover import make_cover
from guidepress.press.cover.interior import Inside, Interior
from guidepress.press.isbn import Isbn
from guidepress.press.printers.load import load_printer
from guidepress.press.spec import PressChoice, order

if TYPE_CHECKING:
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.press.cover.cover import PrintCover
    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec

SYMBOL = BarcodeOrder(Isbn("9780306406157"), "51499")
TITLES = ("Overview", "Summaries and Analyses", "Character Analysis", "Themes", "Essay Topics", "Quiz")
SECTIONS = tuple(Inside(title, 3 + place) for place, title in enumerate(TITLES))
BLURB = (
    "A man explains, with great care, why he is not mad. This guide listens to what he leaves out.\n\n"
    "For the classroom there are questions with their answers."
)
GUIDE = {
    "format": 1,
    "title": "The Tell-Tale Heart",
    "author": "Edgar Allan Poe",
    "language": "en-GB",
    "credits": {"date": "2026-11-23", "publisher": "guidepress"},
    "work": {"category": "Fiction", "form": "Short story", "published": "1843"},
    "cover": {"tagline": "Why will you say that I am mad?", "blurb": BLURB},
    "overview": "A man explains, with great care, why he is not mad.",
    "unit_name": "Night",
    "units": [
        {
            "title": "The first seven nights",
            "themes": ["guilt"],
            "summary": "He opens the door and looks in.",
        },
        {
            "title": "The eighth night",
            "themes": ["time", "guilt"],
            "summary": "The old man wakes, and sits up.",
        },
    ],
    "themes": [
        {"name": "Guilt", "id": "guilt", "text": "What he hears is his own heart."},
        {"name": "Time", "id": "time", "text": "He is slow, and the watch is quick."},
    ],
}


def guide_of(**changes: object) -> Guide:
    return load_guide({**GUIDE, **changes})


@cache
def layout_of(name: str, paper: str = "") -> Layout:
    return load_layout(name, paper=paper or None)


@cache
def printer_of(name: str) -> Printer:
    return load_printer(name)


def spec_of(
    printer: str = "kdp", trim: str = "6x9", binding: str = "paperback", paper: str = ""
) -> PressSpec:
    return order(printer_of(printer), PressChoice(trim, paper=paper, binding=binding))


def interior_of(count: int, sections: tuple[Inside, ...] = SECTIONS) -> Interior:
    metadata = Metadata("The Tell-Tale Heart: Study Guide", language="en-GB", date="2026-11-23")
    return Interior(metadata, count, count, "1 hour read", sections)


def cover_of(
    guide: Guide | None = None,
    count: int = 126,
    spec: PressSpec | None = None,
    symbol: BarcodeOrder | None = SYMBOL,
    sections: tuple[Inside, ...] = SECTIONS,
    layout: str = "paperback-6x9",
) -> PrintCover:
    laid_out = layout_of(layout)
    return make_cover(
        guide or guide_of(),
        laid_out,
        interior_of(count, sections),
        spec or spec_of(),
        symbol=symbol,
        fonts=fonts_of(laid_out),
    )
