"""The edition's date is written out as its language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import context_of

from guidepress.base.record import replace
from guidepress.compose.sections.colophon import long_date

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("en", "2027-01-01", "1 January 2027"),
        ("es", "2027-01-01", "1 de enero de 2027"),
        ("fr", "2027-01-01", "1er janvier 2027"),
        ("fr", "2026-11-23", "23 novembre 2026"),
        ("fr", "2027-01-21", "21 janvier 2027"),
        ("de", "2027-01-01", "1. Januar 2027"),
        ("fr", "2027", "2027"),
    ],
)
def test_a_date_is_written_as_the_language_does(
    guide: Guide, layout: Layout, language: str, date: str, expected: str
) -> None:
    assert long_date(date, context_of(replace(guide, language=language), layout)) == expected
