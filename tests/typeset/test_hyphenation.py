from __future__ import annotations

import re

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.typeset.hyphenation import hyphenator, pattern_file

# Some thousands of words, made of parts that bring many patterns into play.
_STEMS = [
    "present",
    "hyphen",
    "construct",
    "religion",
    "remember",
    "gentleman",
    "business",
    "liberal",
    "mother",
    "knowledge",
    "spectre",
    "counting",
    "handful",
    "register",
    "mourner",
    "terrible",
    "wonder",
    "spirit",
    "charity",
    "fortune",
    "candle",
    "chimney",
    "prosper",
    "holiday",
    "sister",
    "neighbour",
    "colour",
    "theatre",
    "mission",
    "nation",
    "cellar",
    "shadow",
    "winter",
    "genial",
    "knocker",
    "chain",
    "christmas",
]
_HEADS = ("", "un", "re", "over", "inter", "dis", "pre", "counter", "mis", "trans")
_TAILS = ("", "s", "ed", "ing", "ly", "ness", "ation", "ful", "less", "able", "ment", "ities", "ically")
WORDS = [head + stem + tail for head in _HEADS for stem in _STEMS for tail in _TAILS]


@pytest.mark.parametrize(
    ("language", "name"),
    [("en-GB", "en_GB"), ("en-US", "en_US"), ("fr", "fr"), ("es", "es"), ("nl", "nl_NL")],
)
def test_divides_as_pyphen_does(language: str, name: str) -> None:
    ours = hyphenator(language)
    ours.word("word")  # the file's own minima are read with its patterns
    theirs = pyphen.Pyphen(lang=name, left=ours.left, right=ours.right)
    assert [tuple(map(int, theirs.positions(word))) for word in WORDS] == [ours.word(word) for word in WORDS]


_GERMAN = hyphenator("de")
_GERMAN_REFERENCE = pyphen.Pyphen(lang="de_DE")


@given(st.text(alphabet="abcdefghiklmnoprstuwzäöüß", min_size=4, max_size=14))
def test_divides_german_as_pyphen_does(word: str) -> None:
    changes = _spelling_changes(word)  # points that would alter the spelling are left alone
    assert set(map(int, _GERMAN_REFERENCE.positions(word))) - changes == set(_GERMAN.word(word)) - changes


def _spelling_changes(word: str) -> set[int]:
    return {int(point) for point in _GERMAN_REFERENCE.positions(word) if getattr(point, "data", None)}


def test_famous_words() -> None:
    english = hyphenator("en-US")
    assert _shown(english.points("hyphenation"), "hyphenation") == "hy-phen-ation"  # TeXbook p. 450
    assert _shown(english.points("concatenation"), "concatenation") == "con-cate-na-tion"


def _shown(points: tuple[int, ...], word: str) -> str:
    return "-".join(word[a:b] for a, b in zip((0, *points), (*points, len(word)), strict=True))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("“un-hal-lowed,”", "“unhallowed,”"),  # punctuation does not count as letters
        ("Mar-ley’s", "Marley’s"),  # a possessive divides as the name does
        ("couldn’t", "couldn’t"),  # a contraction never does
        ("chapter12", "chapter12"),  # nor does a word with figures
        ("", ""),
    ],
)
def test_what_surrounds_a_word(expected: str, text: str) -> None:
    assert expected == _shown(hyphenator("en-GB").points(text), text)


def test_minima_of_english_are_two_and_three() -> None:
    for word in WORDS:
        for point in hyphenator_gb.word(word):
            assert 2 <= point <= len(word) - 3


hyphenator_gb = hyphenator("en-GB")


@pytest.mark.parametrize(
    ("expected", "tag"),
    [
        ("hyph_en_GB.dic", "en-GB"),
        ("hyph_en_GB.dic", "en-IE"),
        ("hyph_en_US.dic", "en"),
        ("hyph_en_US.dic", "en-CA"),
        ("hyph_de_CH.dic", "de-CH"),
        ("hyph_de_DE.dic", "de-LU"),
        ("hyph_fr.dic", "fr-BE"),
        ("hyph_nl_NL.dic", "nl"),
    ],
)
def test_languages_fall_back_by_prefix(expected: str, tag: str) -> None:
    path = pattern_file(tag)
    assert path is not None
    assert expected == path.name


def test_unknown_languages_are_not_hyphenated() -> None:
    assert hyphenator("tlh").points("hyphenation") == ()
    assert hyphenator("").points("hyphenation") == ()
    assert hyphenator("../x").points("hyphenation") == ()


@given(st.text(max_size=30))
def test_points_lie_inside_words(text: str) -> None:
    for point in hyphenator_gb.points(text):
        assert re.fullmatch(r"[^\W\d_]{2}", text[point - 1 : point + 1])
