"""The engine's own words stand in every language it speaks."""

from __future__ import annotations

from string import Formatter

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.labels import Labels
from guidepress.base.translations import LANGUAGES, TEXTS


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
