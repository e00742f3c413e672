"""A date is written out as its language does."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from guidepress.labels import Labels
from guidepress.labels.shipped import complete


@pytest.mark.parametrize(
    ("language", "iso", "expected"),
    [
        ("en", "2027-01-01", "1 January 2027"),
        ("en-US", "2027-01-21", "January 21, 2027"),
        ("es", "2027-01-01", "1 de enero de 2027"),
        ("fr", "2027-01-01", "1ᵉʳ janvier 2027"),
        ("fr", "2026-11-23", "23 novembre 2026"),
        ("de", "2027-01-01", "1. Januar 2027"),
        ("de-AT", "2027-01-02", "2. Jänner 2027"),
        ("it", "2027-01-01", "1º gennaio 2027"),
        ("pt", "2027-03-02", "2 de março de 2027"),
        ("nl", "2027-03-02", "2 maart 2027"),
        ("pl", "2026-11-23", "23 listopada 2026"),
        ("sv", "2026-11-23", "23 november 2026"),
    ],
)
def test_a_date_is_written_as_the_language_does(language: str, iso: str, expected: str) -> None:
    assert Labels.for_language(language).date(iso) == expected


@pytest.mark.parametrize("iso", ["2027", "2027-13-01", "soon", "2027-01"])
def test_what_is_no_full_date_stays_as_it_is(iso: str) -> None:
    assert Labels.for_language("fr").date(iso) == iso


@pytest.mark.parametrize("tag", [*complete(), "de-AT", "en-US", "pt-BR", "es-MX"])
@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_those_of_cldr(tag: str, month: int) -> None:
    """English without a country is that of Britain here; the first of a month is left out, which CLDR does not raise."""
    locale = {"en": "en_GB", "pt": "pt_PT"}.get(tag, tag.replace("-", "_"))
    day = date(2026, month, 23)
    assert Labels.for_language(tag).date(day.isoformat()) == format_date(day, "long", locale)
