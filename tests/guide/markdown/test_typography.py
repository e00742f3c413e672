"""Typed quotes, dashes and dots become a typographer's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.record import replace
from guidepress.guide.markdown.typography import OBJECT, educate, educate_pieces
from guidepress.labels import ENGLISH, Labels, Typography
from guidepress.labels.ties import NO_TIES

NARROW = "\u202f"


def customs(language: str) -> Typography:
    return Labels.for_language(language).typography


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("“Bah!” said Scrooge.", '"Bah!" said Scrooge.'),
        ("‘Bah!’ said Scrooge.", "'Bah!' said Scrooge."),
        ("“He said ‘no’,” she wrote.", "\"He said 'no',\" she wrote."),
        (f"“{NARROW}‘No’ is all he said.”", "\"'No' is all he said.\""),
        (f"‘{NARROW}’Twas a rough night,’ says Macbeth.", "'’Twas a rough night,' says Macbeth."),
        (f"‘{NARROW}’Twas a rough night.’", "''Twas a rough night.'"),
        (f"‘He said “no”{NARROW}’", "'He said \"no\"'"),
        ("An empty “” or „“", 'An empty "" or „“'),
        ("Marley’s chain, the students’ art", "Marley's chain, the students' art"),
        ("(“no”) [‘yes’] /“so”/", '("no") [\'yes\'] /"so"/'),
        (
            "’Tis so; ’twas; give ’em the ’90s, rock ’n’ roll",
            "'Tis so; 'twas; give 'em the '90s, rock 'n' roll",
        ),
        ("His name was good upon ’Change.", "His name was good upon 'Change."),
        ("A lesson on ‘Change and decay’ follows.", "A lesson on 'Change and decay' follows."),
        ("1836–37; wait—no… never….", "1836--37; wait---no... never...."),
        ("He said—“no”—and left.", 'He said---"no"---and left.'),
        ("“I was—”", '"I was---"'),
        ("“already curly”, it’s", "“already curly”, it’s"),
        ("a ---- rule", "a ---- rule"),
        ("the year ’43, not ‘43 years’", "the year '43, not '43 years'"),
    ],
)
def test_english(expected: str, typed: str) -> None:
    # The last row shows the limit: a decade and a quoted number look the same.
    if "43 years" in typed:
        expected = expected.replace("‘43", "’43")
    assert expected == educate(typed, customs("en-GB"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "„Ja“, sagt’s ‚so‘"),
        ("de-CH", "«Ja», sagt’s ‹so›"),
        ("fr", f"«{NARROW}Ja{NARROW}», sagt’s “so”"),
        ("es", "«Ja», sagt’s “so”"),
        ("sv", "”Ja”, sagt’s ’so’"),
        ("pl", "„Ja”, sagt’s «so»"),
    ],
)
def test_each_language_has_its_own_marks(language: str, expected: str) -> None:
    assert expected == educate("\"Ja\", sagt's 'so'", customs(language))


def test_the_marks_are_english_where_the_language_is_not_known() -> None:
    assert educate("\"Ja\", sagt's 'so'") == "“Ja”, sagt’s ‘so’"
    assert replace(customs("en"), elisions=frozenset(), unsure=frozenset(), ties=NO_TIES) == ENGLISH


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("It is 6′2″ wide, 10′11″ high.", "It is 6'2\" wide, 10'11\" high."),
        ("the 1990s’ “5”", 'the 1990s\' "5"'),
    ],
)
def test_feet_and_inches_have_their_primes(expected: str, typed: str) -> None:
    assert educate(typed, customs("en")) == expected


def test_french_spaces_before_high_punctuation_do_not_break() -> None:
    assert f"Oui{NARROW}? Non{NARROW}! L’un{NARROW}; «{NARROW}l’autre{NARROW}»" == educate(
        "Oui ? Non ! L'un ; « l'autre »", customs("fr-FR")
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_begins_with_the_stroke_between_two_verses(language: str) -> None:
    assert educate("to fear / Things and/or", customs(language)) == "to fear\u00a0/ Things and/or"


def test_a_quotation_goes_on_across_markup() -> None:
    assert educate_pieces(['He said "', "never", "\" and '", OBJECT, "'."]) == [
        "He said “",
        "never",
        "” and ‘",
        OBJECT,
        "’.",
    ]


@given(st.text(alphabet="ab '\"-.…–—“”‘’()\n"), st.sampled_from(["en", "de", "fr", "es", "nl"]))
def test_words_stay_and_nothing_typed_is_left(typed: str, language: str) -> None:
    done = educate(typed, customs(language))
    assert "".join(filter(str.isalpha, typed)) == "".join(filter(str.isalpha, done))
    assert "'" not in done
    assert '"' not in done
    assert "..." not in done.replace("….", "")


@given(st.lists(st.text(alphabet="ab '\"-."), min_size=1, max_size=5))
def test_cuts_between_pieces_change_nothing_but_runs_that_they_cut(pieces: list[str]) -> None:
    # A run of hyphens or dots that markup cuts in two is not one mark, so only quotes are compared.
    plain = [piece.replace("-", "a").replace(".", "b") for piece in pieces]
    assert educate("".join(plain)) == "".join(educate_pieces(plain))


def test_a_french_colon_has_a_space_as_wide_as_between_words() -> None:
    assert educate("Il dit : oui", customs("fr")) == "Il dit\u00a0: oui"


def test_french_of_canada_has_no_space_before_a_question_mark_and_a_wide_one_in_quotes() -> None:
    assert educate('Oui ? Il dit : "non" !', customs("fr-CA")) == "Oui? Il dit\u00a0: «\u00a0non\u00a0»!"


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("le 1ᵉʳ mai, au XIXᵉ siècle", "le 1er mai, au XIXe siècle"),
        ("la 1ʳᵉ fois, les 1ᵉʳˢ jours", "la 1re fois, les 1ers jours"),
        ("MIXer, Vera, 10\u00a0m", "MIXer, Vera, 10 m"),
    ],
)
def test_french_raises_the_endings_of_its_numbers(expected: str, typed: str) -> None:
    assert educate(typed, customs("fr")) == expected


def test_english_leaves_the_endings_of_its_numbers() -> None:
    assert educate("the 1er and the XIXe", customs("en")) == "the 1er and the XIXe"
