from __future__ import annotations

from typing import Literal

import pytest
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.document.blocks import Document
from guidepress.labels import Labels
from guidepress.page.book import Metadata
from guidepress.paginate.counts import folio, reading_time, time_of

ENGLISH = Labels.for_language("en-GB")
DOCUMENT = Document(Metadata("A Book"), (), minutes=125)

# 39 published guides: pages, and the reading time printed on them.
PUBLISHED = [
    (17, "34 minutes read"), (21, "42 minutes read"), (33, "1 hour read"), (37, "1 hour read"),
    (39, "1 hour read"), (41, "1 hour read"), (47, "1 hour read"), (50, "1 hour read"), (51, "1 hour read"),
    (52, "1 hour read"), (53, "1 hour read"), (53, "1 hour read"), (56, "1 hour read"), (56, "1 hour read"),
    (59, "1 hour read"), (59, "1 hour read"), (59, "1 hour read"), (60, "2 hours read"), (62, "2 hours read"),
    (62, "2 hours read"), (63, "2 hours read"), (65, "2 hours read"), (66, "2 hours read"),
    (70, "2 hours read"), (73, "2 hours read"), (76, "2 hours read"), (80, "2 hours read"),
    (89, "2 hours read"), (89, "2 hours read"), (93, "3 hours read"), (99, "3 hours read"),
    (100, "3 hours read"), (101, "3 hours read"), (102, "3 hours read"), (104, "3 hours read"),
    (105, "3 hours read"), (105, "3 hours read"), (107, "3 hours read"), (108, "3 hours read"),
]  # fmt: skip


def test_all_rows_are_there() -> None:
    assert len(PUBLISHED) == 39


@pytest.mark.parametrize(("pages", "printed"), PUBLISHED)
def test_reading_times_of_published_guides(pages: int, printed: str) -> None:
    layout = replace(stock_layout("study-guide"), reading_time="pages")
    assert time_of(DOCUMENT, layout, ENGLISH)(pages) == printed


@pytest.mark.parametrize(
    ("minutes", "printed"),
    [(118, "1 hr 58 min"), (120, "2 hr"), (34, "34 min"), (0, "0 min"), (60, "1 hr")],
)
def test_exact_reading_times(minutes: int, printed: str) -> None:
    assert reading_time(minutes, ENGLISH, exact=True) == printed


def test_hours_are_rounded_down() -> None:
    assert reading_time(59, ENGLISH) == "59 minutes read"
    assert reading_time(60, ENGLISH) == "1 hour read"
    assert reading_time(119, ENGLISH) == "1 hour read"


@pytest.mark.parametrize(
    ("kind", "printed"),
    [("floor", "2 hours read"), ("exact", "2 hr 5 min"), ("none", ""), ("pages", "20 minutes read")],
)
def test_a_layout_chooses_how_the_time_is_said(
    kind: Literal["floor", "exact", "none", "pages"], printed: str
) -> None:
    layout = replace(stock_layout("study-guide"), reading_time=kind)
    assert time_of(DOCUMENT, layout, ENGLISH)(10) == printed


def test_folios_are_roman_or_arabic() -> None:
    assert [folio(4, "roman"), folio(4, "arabic")] == ["iv", "4"]
