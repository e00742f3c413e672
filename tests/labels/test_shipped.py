"""The label files that come with the engine are read when they are asked for."""

from __future__ import annotations

from guidepress.base.record import replace
from guidepress.labels.shipped import languages, read_so_far, shipped, take_over


def test_english_comes_first_and_the_others_by_their_tags() -> None:
    assert languages()[0] == "en"
    assert list(languages()[1:]) == sorted(languages()[1:])


def test_a_tag_is_found_however_it_is_written() -> None:
    german = shipped("DE")
    assert german is not None
    assert german.tag == "de"
    assert german.words["contents"] == "Inhalt"


def test_a_language_that_does_not_come_is_none() -> None:
    assert shipped("tlh") is None


def test_what_another_process_has_read_is_not_read_again() -> None:
    english = shipped("en")
    assert english is not None
    assert read_so_far()["en"] is english
    handed = replace(english, words={})
    take_over({"en": handed})
    try:
        assert shipped("en") is handed
    finally:
        take_over({"en": english})
