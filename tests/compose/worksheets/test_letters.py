"""Words for puzzles: accents are taken off, words of more than one word are refused."""

from __future__ import annotations

import pytest

from guidepress.compose.worksheets.letters import folded, puzzle_words
from guidepress.guide.model import Markdown, VocabularyWord


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("covetous", "COVETOUS"),
        ("ínsula", "INSULA"),
        ("dueña", "DUEÑA"),
        ("duen\u0303a", "DUEÑA"),
        ("œuvre", "OEUVRE"),
        ("Straße", "STRASSE"),
        ("charnel-houses", "CHARNELHOUSES"),
        ("o’clock", "OCLOCK"),
        ("dead as a doornail", ""),
        ("1843", ""),
    ],
)
def test_letters_of_a_word(text: str, letters: str) -> None:
    assert folded(text) == letters


def test_words_that_do_not_fit_are_named_and_doubles_are_dropped() -> None:
    words = [
        VocabularyWord(text, Markdown("m"))
        for text in ("ghost", "Ghost", "ox", "good will", "extraordinarily")
    ]
    kept, refused = puzzle_words(words, longest=12)
    assert [clue.letters for clue in kept] == ["GHOST"]
    assert [word.word for word in refused] == ["ox", "good will", "extraordinarily"]
