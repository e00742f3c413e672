"""Spaces at marks become those of the language."""

from __future__ import annotations

import pytest

from guidepress.labels import ENGLISH, Labels


def test_french_labels_are_typed_with_spaces_and_printed_with_those_that_do_not_break() -> None:
    assert Labels.for_language("fr").text("guide-title", title="Nana") == "Nana\u00a0: guide de lecture"
    assert Labels.for_language("fr").text("marked-with", rubric="Débat").endswith("«\u202fDébat\u202f»")
    assert Labels.for_language("fr").colon == "\u00a0: "


def test_english_leaves_spaces_as_they_are_typed() -> None:
    assert ENGLISH.spaced("so ? « no »") == "so ? « no »"
    assert Labels.for_language("en").colon == ": "


def test_a_quoted_title_that_begins_with_a_mark_is_told_from_its_own() -> None:
    assert ENGLISH.quoted("‘No’: A Reading") == "“\u202f‘No’: A Reading”"


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en-GB", "Future Imperfect", "‘Future Imperfect’"),
        ("en-GB", "Shelley’s ‘Ozymandias’", "‘Shelley’s “Ozymandias”\u202f’"),
        (
            "en-GB",
            "The boys’ ‘’Twas the ghosts’ night’, and ’90s",
            "‘The boys’ “\u202f’Twas the ghosts’ night”, and ’90s’",
        ),
        ("en-US", "Shelley’s “Ozymandias”", "“Shelley’s ‘Ozymandias’\u202f”"),
        ("de", "Das „Nein“", "„Das ‚Nein‘\u202f“"),
    ],
)
def test_titles_stand_between_the_marks_that_their_country_has(
    language: str, title: str, expected: str
) -> None:
    """British ones are single, double within; American and German ones the other way."""
    assert Labels.for_language(language).typography.quoted(title) == expected
