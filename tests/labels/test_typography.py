"""Spaces at marks become those of the language."""

from __future__ import annotations

from guidepress.labels import ENGLISH, Labels


def test_french_labels_are_typed_with_spaces_and_printed_with_those_that_do_not_break() -> None:
    assert Labels.for_language("fr").text("guide-title", title="Nana") == "Nana\u00a0: guide de lecture"
    assert Labels.for_language("fr").text("marked-with", rubric="Débat").endswith("«\u202fDébat\u202f»")
    assert Labels.for_language("fr").colon == "\u00a0: "


def test_english_leaves_spaces_as_they_are_typed() -> None:
    assert ENGLISH.spaced("so ? « no »") == "so ? « no »"
    assert Labels.for_language("en").colon == ": "
