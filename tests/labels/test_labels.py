"""The engine's own words stand in every language it speaks."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.labels import Labels


def test_a_region_falls_back_to_its_language() -> None:
    assert Labels.for_language("en-GB").text("contents") == "Contents"
    assert Labels.for_language("es-419").text("contents") == "Índice"


def test_a_language_without_labels_is_a_fault() -> None:
    with pytest.raises(FaultsFound, match=r"'tlh'.*Write one of en, d") as raised:
        Labels.for_language("tlh")
    assert raised.value.diagnostics[0].code == "no-labels"


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
    ("language", "name", "expected"),
    [
        ("en", "", "Ozymandias: Study Guide"),
        ("en", "exam", "Ozymandias: Exam"),
        ("es", "", "Ozymandias: guía de lectura"),
        ("es", "exam", "Ozymandias: examen"),
        ("fr", "exam", "Ozymandias\u00a0: évaluation"),
        ("de", "exam", "Ozymandias: Klassenarbeit"),
        ("es", "Curso 2", "Ozymandias: Curso 2"),  # the layout's own words stay as they are
    ],
)
def test_editions_are_written_behind_a_title_as_the_study_guide_is(
    language: str, name: str, expected: str
) -> None:
    assert Labels.for_language(language).edition_title("Ozymandias", name) == expected
