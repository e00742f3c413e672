from __future__ import annotations

import pytest

from guidepress.labels import Labels
from guidepress.paginate.counts import folio, reading_time

ENGLISH = Labels.for_language("en-GB")

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
    assert reading_time(pages, ENGLISH) == printed


@pytest.mark.parametrize(
    ("pages", "printed"),
    [(59, "1 hr 58 min"), (60, "2 hr"), (17, "34 min"), (0, "0 min"), (30, "1 hr")],
)
def test_exact_reading_times(pages: int, printed: str) -> None:
    assert reading_time(pages, ENGLISH, exact=True) == printed


def test_the_first_full_hour_is_thirty_pages() -> None:
    assert reading_time(29, ENGLISH) == "58 minutes read"  # 2 x 29
    assert reading_time(30, ENGLISH) == "1 hour read"


def test_folios_are_roman_or_arabic() -> None:
    assert [folio(4, "roman"), folio(4, "arabic")] == ["iv", "4"]
