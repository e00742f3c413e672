"""Hints name what was probably meant."""

from __future__ import annotations

from guidepress.base.suggest import Suggester, did_you_mean, nearest


def test_the_likest_option_is_found_whatever_its_capitals() -> None:
    assert nearest("redemtion", ["Memory", "Redemption"]) == "Redemption"


def test_one_word_of_a_name_is_enough_if_only_one_name_has_it() -> None:
    assert nearest("scrooge", ["Ebenezer Scrooge", "Bob Cratchit"]) == "Ebenezer Scrooge"
    assert nearest("bob", ["The Clerk Bob", "The Boy Bob"]) == ""


def test_few_options_are_listed_and_many_are_not() -> None:
    assert did_you_mean("zzz", ["a", "b"]) == "Known here: a, b."
    assert did_you_mean("zzz", map(str, range(100))) == ""
    assert did_you_mean("zzz", []) == ""


def test_a_file_has_hints_until_very_many_words_have_been_compared() -> None:
    """100,000 pairs: of 40,000 options two faults have a hint, and the third has none."""
    options = [f"a{number}" for number in range(40_000)]
    suggester = Suggester()
    assert [suggester.did_you_mean("a39999x", options) for _ in range(3)] == [
        'Did you mean "a39999"?',
        'Did you mean "a39999"?',
        "",
    ]
