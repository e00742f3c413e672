"""Lists by the alphabet are in the order of a dictionary."""

from __future__ import annotations

from guidepress.compose.filing import filed


def test_accents_capitals_and_marks_before_a_name_count_for_nothing() -> None:
    words = ["bachiller", "baño", "’Change", "bálsamo", "Bedlam", "charwoman"]
    assert sorted(words, key=filed) == ["bachiller", "bálsamo", "baño", "Bedlam", "’Change", "charwoman"]


def test_an_article_is_passed_over() -> None:
    assert filed("L’Étranger", ("le ", "l'")) == "etranger"
    assert filed("Thé", ("the ",)) == "the"


def test_a_name_without_letters_is_filed_as_it_is() -> None:
    assert filed("…") == "..."
