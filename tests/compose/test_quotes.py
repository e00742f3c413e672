"""Important quotes: what stays with them, and where a page may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.orders import entry
from tests.compose.outline import texts
from tests.composing import compose
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.document.blocks import Group, Table

if TYPE_CHECKING:
    from guidepress.guide.model import Guide


@pytest.mark.parametrize(("layout", "held"), [("large-print", False), ("paperback-6x9", True)])
def test_in_large_type_a_page_may_end_between_a_quote_and_what_explains_it(
    guide: Guide, layout: str, *, held: bool
) -> None:
    """Number, words, source, chips and two lines together are half a page of large print, which stayed white."""
    made = replace(stock_layout(layout), sections=(entry("quotes"),))
    (section,) = compose(guide, made).sections
    quotes = [each for each in section.blocks if isinstance(each, Group)]
    chips = [table.style for quote in quotes for table in quote.blocks if isinstance(table, Table)]
    sources = [each.style for each in texts(quotes) if each.style.name.startswith("quote-source")]
    assert sources
    assert chips
    assert {each.keep_next for each in (*sources, *chips)} == {held}
