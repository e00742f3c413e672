"""What a cover must know of its interior: its count, its words, and the sections that are a reason to buy it."""

from __future__ import annotations

from tests.composing import fonts_of
from tests.press.cover.covers import guide_of, layout_of

from guidepress.build import Tools, make_book
from guidepress.press.cover.interior import interior_of


def test_sections_come_with_their_pages_and_the_apparatus_stays_out() -> None:
    layout = layout_of("paperback-6x9")
    tools = Tools(layout)
    tools.fonts = fonts_of(layout)
    document, book = make_book(guide_of(), layout, tools)
    found = interior_of(document, book, 90)
    titles = [each.title for each in found.sections]
    assert titles == ["Key Facts", "Overview", "Summaries and Analyses", "Themes"]
    assert (found.count, found.pages, found.reading_time) == (90, book.page_count, book.reading_time)
    units = next(each for each in found.sections if each.title == "Summaries and Analyses")
    assert units.pages == sum(page.section == "units" for page in book.pages) > 0
