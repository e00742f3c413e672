from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.typeset.hyphenation import Hyphenator, hyphenator, pattern_file

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
WORDS = [head + stem + tail for head in _HEADS for stem in _STEMS for tail in _TAILS][
    ::3
]  # 3 divides none of 10, 37, 13


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


@cache
def _german_reference() -> pyphen.Pyphen:
    """Pyphen's patterns, which take a second to read."""
    return pyphen.Pyphen(lang="de_DE")


@given(st.text(alphabet="abcdefghiklmnoprstuwzäöüß", min_size=4, max_size=14))
def test_divides_german_as_pyphen_does(word: str) -> None:
    changes = _spelling_changes(word)  # points that would alter the spelling are left alone
    assert set(map(int, _german_reference().positions(word))) - changes == set(_GERMAN.word(word)) - changes


def _spelling_changes(word: str) -> set[int]:
    return {int(point) for point in _german_reference().positions(word) if getattr(point, "data", None)}


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


def made(
    tmp_path: Path, text: str | bytes, left: int = 1, right: int = 1, *, strict: bool = False
) -> Hyphenator:
    """A hyphenator of patterns written down here."""
    path = tmp_path / "hyph_xx.dic"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Hyphenator(path, left, right, strict_apostrophes=strict)


def test_odd_levels_divide_and_the_highest_counts(tmp_path: Path) -> None:
    """1 after a, raised to 2 by the longer pattern and to 3 by the longest."""
    assert made(tmp_path, "UTF-8\na1b\n").word("abab") == (1, 3)
    assert made(tmp_path, "UTF-8\na1b\nba2b\n").word("abab") == (1,)
    assert made(tmp_path, "UTF-8\na1b\nba2b\naba3b\n").word("abab") == (1, 3)
    assert made(tmp_path, "UTF-8\naba3b\nba2b\na1b\n").word("abab") == (1, 3)


def test_a_pattern_may_stand_at_the_beginning_or_the_end_alone(tmp_path: Path) -> None:
    assert made(tmp_path, "UTF-8\n.a1b\n").word("abab") == (1,)
    assert made(tmp_path, "UTF-8\na1b.\n").word("abab") == (3,)


def test_digits_stand_where_they_divide(tmp_path: Path) -> None:
    """Two places in one pattern, the figure before the first letter, the figure after the last."""
    assert made(tmp_path, "UTF-8\na1bc3d\n").word("abcde") == (1, 3)
    assert made(tmp_path, "UTF-8\n1b\n").word("abab") == (1, 3)
    assert made(tmp_path, "UTF-8\na1\n").word("abab") == (1, 3)
    assert made(tmp_path, "UTF-8\nb0a1b\n").word("abab") == (3,)


def test_letters_before_and_after_a_division_are_counted(tmp_path: Path) -> None:
    patterns = "UTF-8\n1a\n"
    assert made(tmp_path, patterns).word("aaaa") == (1, 2, 3)
    assert made(tmp_path, patterns, 2, 1).word("aaaa") == (2, 3)
    assert made(tmp_path, patterns, 1, 2).word("aaaa") == (1, 2)
    assert made(tmp_path, patterns, 2, 2).word("aaaa") == (2,)
    assert made(tmp_path, patterns, 3, 2).word("aaaa") == ()


def test_a_file_may_ask_for_more_letters_but_not_for_fewer(tmp_path: Path) -> None:
    head = "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 2\n1a\n"
    own = made(tmp_path, head, 1, 3)
    assert own.word("aaaaaaa") == (3, 4)
    assert (own.left, own.right) == (3, 3)
    other = made(tmp_path, "UTF-8\nLEFTHYPHENMIN few\nRIGHTHYPHENMIN 4\n1a\n", 2, 2)
    other.word("a")
    assert (other.left, other.right) == (2, 4)


@pytest.mark.parametrize(("expected", "comments"), [(3, 5), (1, 6)])
def test_minima_stand_among_the_first_six_lines(tmp_path: Path, expected: int, comments: int) -> None:
    own = made(tmp_path, "\n".join(["UTF-8", *["% a comment"] * comments, "RIGHTHYPHENMIN 3", "1a"]))
    own.word("a")
    assert own.right == expected


def test_a_word_is_divided_whatever_its_capitals(tmp_path: Path) -> None:
    assert made(tmp_path, "UTF-8\na1b\n").word("ABab") == (1, 3)
    assert made(tmp_path, "UTF-8\ni1b\n").word("İb") == ()  # its small form is longer


def test_a_file_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    assert made(tmp_path, "ISO8859-1\né1b\n".encode("latin-1")).word("éb") == (1,)
    assert made(tmp_path, "microsoft-cp1251\nж1б\n".encode("cp1251")).word("жб") == (1,)


def test_lines_may_end_as_they_do_elsewhere(tmp_path: Path) -> None:
    for end in ("\r\n", " \n", "\t\n"):
        assert made(tmp_path, f"UTF-8\na1b{end}c1d{end}").word("abcd") == (1, 3)


def test_patterns_that_change_the_spelling_and_comments_divide_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, "UTF-8\na1b/x=y,1,2\nc1d\n").word("abcd") == (3,)
    assert made(tmp_path, "UTF-8\n^^e91b\nc1d\n").word("abcd") == (3,)
    assert made(tmp_path, "UTF-8\nab\nc1d\n").word("abcd") == (3,)


def test_long_patterns_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """Thirteen letters and a figure, at the beginning and in the middle of a word."""
    own = made(tmp_path, "UTF-8\nabcdefg1hijklm\n")
    assert own.word("abcdefghijklm") == (7,)
    assert own.word("zabcdefghijklm") == (8,)


def test_no_file_divides_nothing() -> None:
    assert Hyphenator(None, 1, 1).points("abab") == ()


def test_a_word_is_looked_up_once(tmp_path: Path) -> None:
    own = made(tmp_path, "UTF-8\na1b\n")
    assert own.points("abab,") is own.points("abab,")
    assert own.word("abab") is own.word("ABAB")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((1,), "ab"),
        ((2, 5), "(ab-ab"),  # each run of letters by itself
        ((), "ab_"),
        ((), "_ab"),
        ((), "ab1"),
        ((), "1ab"),
        ((3,), "1-ab"),
        ((), "ab@ab.ab"),
        ((), "ab/ab"),
        ((), "a://b"),
        ((1,), "ab’s"),
        ((1,), "ab'S!”"),
        ((), "ab’ab"),
        ((2,), "‘ab’"),
    ],
)
def test_what_is_no_plain_word_stays_whole(tmp_path: Path, expected: tuple[int, ...], text: str) -> None:
    assert expected == made(tmp_path, "UTF-8\na1b\n", strict=True).points(text)


def test_an_apostrophe_joins_words_where_the_language_says_so(tmp_path: Path) -> None:
    """In French l’abbé may be divided after its apostrophe as any word; an English contraction may not."""
    assert made(tmp_path, "UTF-8\na1b\n").points("l’ab") == (3,)
    assert made(tmp_path, "UTF-8\na1b\n", strict=True).points("l’ab") == ()


@pytest.mark.parametrize(
    ("expected", "tag"), [((2, 3, True), "en-GB"), ((2, 3, True), "EN_us"), ((2, 2, False), "de")]
)
def test_a_language_has_its_minima_and_apostrophes(expected: tuple[int, int, bool], tag: str) -> None:
    own = hyphenator(tag)
    assert expected == (own.left, own.right, own._strict)


@pytest.mark.parametrize(
    ("expected", "tag"),
    [
        ("hyph_en_GB.dic", "en_gb"),
        ("hyph_pt_BR.dic", "pt-Latn-BR"),
        ("hyph_pt_PT.dic", "pt"),
        ("hyph_nb_NO.dic", "no"),
        ("hyph_sr_Latn.dic", "sr"),
        ("hyph_en_GB.dic", "en-AU"),
    ],
)
def test_a_region_chooses_its_patterns(expected: str, tag: str) -> None:
    path = pattern_file(tag)
    assert path is not None
    assert expected == path.name


def test_proper_names_are_left_whole_with_an_s_at_their_end_too() -> None:
    own = hyphenator("en-US")
    assert own.points("Dickenson,")
    own.keep_whole(frozenset({"Dickenson"}))
    assert [own.points(word) for word in ("Dickenson,", "“Dickenson’s", "Dickensons")] == [(), (), ()]
    assert own.points("dickenson")
    own.keep_whole(frozenset())
    assert own.points("Dickenson,")
