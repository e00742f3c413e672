"""The engine's own words stand in every language it speaks."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.labels import Labels
from guidepress.base.translations import LANGUAGES, TEXTS
from guidepress.compose.context import Context
from guidepress.compose.sections.colophon import long_date

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


@pytest.mark.parametrize("key", TEXTS)
def test_a_label_is_complete(key: str) -> None:
    assert len(TEXTS[key]) == len(LANGUAGES)
    assert all(text.strip() for text in TEXTS[key])


@pytest.mark.parametrize("key", TEXTS)
def test_a_label_has_the_same_fields_in_every_language(key: str) -> None:
    fields = [
        {name for form in text.split("|") for _, name, _, _ in Formatter().parse(form) if name}
        for text in TEXTS[key]
    ]
    assert all(each == fields[0] for each in fields), fields


def test_a_region_falls_back_to_its_language() -> None:
    assert Labels.for_language("en-GB").text("contents") == "Contents"
    assert Labels.for_language("es-419").text("contents") == "Índice"


def test_a_language_without_labels_is_a_fault() -> None:
    with pytest.raises(FaultsFound, match="'tlh'"):
        Labels.for_language("tlh")


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", 1, "1 page"),
        ("en", 59, "59 pages"),
        ("en", 0, "0 pages"),
        ("fr", 0, "0 page"),
        ("fr", 2, "2 pages"),
        ("de", 1, "1 Seite"),
        ("es", 3, "3 páginas"),
    ],
)
def test_a_number_takes_the_right_form(language: str, number: int, expected: str) -> None:
    assert Labels.for_language(language).count("pages", number) == expected


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
    assert long_date(date, Context(replace(guide, language=language), layout)) == expected
