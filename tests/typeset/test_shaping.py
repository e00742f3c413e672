from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.typeset.specimen import FAMILIES

from guidepress.page.items import Word
from guidepress.typeset import Fonts
from guidepress.typeset.shaping import Shaper, script_of

TEXT = """Mind! I don’t mean to say that I know of my own knowledge, what there is particularly dead about a
doornail. “Affine,” said Offa, fjords, office, waffle: 1843–1870 To VAT Ye r. f” ‘Tis—fi T. AV, naïve; coöperate"""


FONTS = Fonts(FAMILIES)
FONTS.face("serif")


def shaper(fonts: Fonts, *features: str, family: str = "serif") -> Shaper:
    return Shaper(fonts.face(family), fonts._harfbuzz, fonts._fonts[fonts.face(family).name], features, "en")


def as_data(word: Word) -> tuple[object, ...]:
    return word.text, word.glyphs, word.advances, word.clusters, word.width, word.offsets


@pytest.mark.parametrize("family", ["serif", "sans"])
def test_words_shaped_together_come_out_as_if_alone(fonts: Fonts, family: str) -> None:
    words = [*TEXT.split(), "é\u0301", "n\u00a0b"]
    fonts.face(family)
    alone, together = shaper(fonts, "onum", family=family), shaper(fonts, "onum", family=family)
    together.prepare(words)
    assert [as_data(alone.word(word)) for word in words] == [as_data(together.words[word]) for word in words]


@pytest.mark.parametrize("text", ["\u0301", "\u0301\u0302", "\u0301a", "\u200d\u0301"])
def test_a_mark_at_the_start_stays_with_its_own_word(fonts: Fonts, text: str) -> None:
    """HarfBuzz joins a mark to what stands before it, and that is the sign between two words here."""
    fonts.face("serif")
    alone, together = shaper(fonts), shaper(fonts)
    together.prepare(["abc", text, "def"])
    assert as_data(together.words[text]) == as_data(alone.word(text))
    assert "".join(together.words[text].clusters) == text
    assert together.words["abc"].text == "abc"


def test_words_with_missing_characters_do_not_disturb_their_neighbours(fonts: Fonts) -> None:
    fonts.face("serif")
    plain, mixed = shaper(fonts), shaper(fonts)
    mixed.prepare(["one", "中文", "two"])
    assert as_data(plain.word("two")) == as_data(mixed.words["two"])
    assert mixed.words["中文"].glyphs == (0, 0)


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="latin-1", exclude_categories=("Cc", "Zs")), min_size=1, max_size=12)
)
def test_clusters_spell_the_word_and_advances_add_up(text: str) -> None:
    word = shaper(FONTS).word(text)
    assert text == "".join(word.clusters)
    assert word.width == sum(word.advances)
    assert len(word.glyphs) == len(word.advances) == len(word.clusters)


def test_a_ligature_stands_for_all_its_letters(fonts: Fonts) -> None:
    fonts.face("serif")
    word = shaper(fonts).word("fjord")
    ligatures = [cluster for cluster in shaper(fonts).word("office").clusters if len(cluster) > 1]
    assert ligatures in (["ffi"], ["fi"])
    assert "".join(word.clusters) == "fjord"


def test_a_fragment_ends_in_a_hyphen_that_copies_as_a_soft_one(fonts: Fonts) -> None:
    fonts.face("serif")
    own = shaper(fonts)
    word = own.fragment("gentle", hyphen=True)
    assert word.clusters == ("g", "e", "n", "t", "l", "e", "\u00ad")
    assert own.word("-").glyphs[0] == word.glyphs[-1]


def test_kerning_brings_a_pair_together(fonts: Fonts) -> None:
    fonts.face("serif")
    own = shaper(fonts)
    assert own.word("AV").width < own.word("A").width + own.word("V").width


def test_a_combining_mark_is_placed_over_its_letter(fonts: Fonts) -> None:
    fonts.face("serif")
    word = shaper(fonts).word("x\u0304")  # no composed letter exists
    assert word.clusters == ("x\u0304", "")
    assert any(dy or dx for dx, dy in word.offsets)


def test_features_change_figures_and_small_capitals(fonts: Fonts) -> None:
    fonts.face("serif")
    old, lining = shaper(fonts, "onum", "pnum").word("1843"), shaper(fonts, "lnum", "tnum").word("1843")
    assert old.glyphs != lining.glyphs
    assert 1 == len(set(lining.advances))  # noqa: SIM300 - tabular figures have one width
    assert shaper(fonts, "smcp").word("abc").glyphs != shaper(fonts).word("abc").glyphs


def test_fixed_spaces_have_a_width_of_their_own(fonts: Fonts) -> None:
    fonts.face("serif")
    own = shaper(fonts)
    # U+2009 is a fifth of an em, U+2003 an em (Unicode 15.0, table 6-2); the face has neither.
    assert 200 == own.word("\u2009").width  # noqa: SIM300
    assert 1000 == own.word("\u2003").width  # noqa: SIM300


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("abc", "Latn"),
        ("Æø’", "Latn"),
        ("Ωμέγα", "Grek"),
        ("ἀ", "Grek"),
        ("Москва", "Cyrl"),
        ("“Москва”", "Cyrl"),
        ("→", "Latn"),
    ],
)
def test_a_word_is_shaped_in_its_script(text: str, script: str) -> None:
    assert script_of(text) == script


def test_words_of_several_scripts_come_out_as_if_each_stood_alone() -> None:
    words = ["Tau", "Του", "Тау"]
    many, single = shaper(FONTS), shaper(Fonts(FAMILIES))
    assert many.prepare(words) is False  # whether all have glyphs is then looked up word by word
    assert [many.words[word].advances for word in words] == [single.word(word).advances for word in words]


def test_more_words_than_harfbuzz_takes_at_once_come_out_as_if_alone(fonts: Fonts) -> None:
    """60,000 words of some 9 letters are 0.6 MB; with old-style figures HarfBuzz gives up at half a megabyte."""
    fonts.face("serif")
    alone, together = shaper(fonts, "onum", "pnum"), shaper(fonts, "onum", "pnum")
    words = ["The", *(f"w{number}ord" for number in range(60_000))]
    assert together.prepare(words)
    assert len(together.words) == 60_001
    for word in (words[0], words[29_999], words[30_000], words[-1]):
        assert as_data(together.words[word]) == as_data(alone.word(word))


def test_a_word_longer_than_harfbuzz_takes_is_shaped_in_pieces(fonts: Fonts) -> None:
    """600,000 letters: six pieces of 100,000, whose letters keep their places in the word."""
    fonts.face("serif")
    shaped = shaper(fonts, "onum", "pnum")
    word, letter = shaped.word("x" * 600_000), shaped.word("xx")
    assert word.glyphs == letter.glyphs[:1] * 600_000
    assert "".join(word.clusters) == "x" * 600_000
