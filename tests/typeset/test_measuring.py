"""Widths are those of the lines that are set later, in the very face, with its kerning and its features."""

from __future__ import annotations

import pytest
from tests.typeset.specimen import FAMILIES

from guidepress.document.inlines import Blank, LineBreak, Look, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, natural_width, set_line, set_paragraph, widest_word

STYLE = Style("label", size=10_000, leading=12_000, align="left", protrude=False)
TEXTS = ("AVATAR To", "Ελλάδα", "Любовь", "Señor Ñandú", "fi ffl", "ﬁ—“x”")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("look", [Look(), Look(strong=True), Look(small_caps=True), Look(scale=1200)])
def test_a_text_is_as_wide_as_the_line_it_is_set_on(fonts: Fonts, text: str, look: Look) -> None:
    inlines = (Text(text, look),)
    assert abs(natural_width(inlines, STYLE, fonts, "en") - set_line(inlines, STYLE, fonts).width) <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_fits_a_measure_of_its_width_and_no_narrower_one(fonts: Fonts, text: str) -> None:
    inlines = (Text(text.replace(" ", "\u00a0")),)
    width = natural_width(inlines, STYLE, fonts, "en")
    assert len(set_paragraph(inlines, width, STYLE, fonts)) == 1
    assert len(set_paragraph(inlines, width - 2, STYLE, fonts)) > 1


def test_letters_are_kerned_and_spaced(fonts: Fonts) -> None:
    """Two pairs of AV are narrower than their letters by the kern; tracking of 1 pt adds 3 pt between 4 letters."""
    alone = sum(natural_width((Text(letter),), STYLE, fonts, "en") for letter in "AVAV")
    kerned = natural_width((Text("AVAV"),), STYLE, fonts, "en")
    tracked = Style("wide", size=10_000, leading=12_000, align="left", protrude=False, tracking=1000)
    assert kerned < alone
    assert abs(natural_width((Text("AVAV"),), tracked, fonts, "en") - kerned - 3000) <= 1


def test_of_forced_lines_the_longest_counts(fonts: Fonts) -> None:
    long = natural_width((Text("a longer line"),), STYLE, fonts, "en")
    assert natural_width((Text("short"), LineBreak(), Text("a longer line")), STYLE, fonts, "en") == long


def test_a_blank_is_as_wide_as_it_is_ruled(fonts: Fonts) -> None:
    """30 pt."""
    assert abs(natural_width((Blank(30_000, "[blank]"),), STYLE, fonts, "en") - 30_000) <= 1


def test_nothing_has_no_width(fonts: Fonts) -> None:
    assert natural_width((), STYLE, fonts, "en") == 0
    assert widest_word((), STYLE, fonts, "en") == 0


def test_the_widest_word_is_not_the_one_with_most_letters(fonts: Fonts) -> None:
    """WWW has three letters, illicit seven."""
    wide = natural_width((Text("WWW"),), STYLE, fonts, "en")
    assert widest_word((Text("illicit WWW"),), STYLE, fonts, "en") == wide


def test_what_a_space_does_not_part_is_one_word(fonts: Fonts) -> None:
    whole = natural_width((Text("1\u00a0of"), Text("7", Look(strong=True))), STYLE, fonts, "en")
    assert (
        widest_word((Text("an 1\u00a0of"), Text("7", Look(strong=True)), Text(" a")), STYLE, fonts, "en")
        == whole
    )


def test_another_family_has_other_widths() -> None:
    fonts = Fonts(FAMILIES)
    widths = {
        natural_width((Text("Hamburgefonts"),), Style("x", font=name, size=10_000), fonts, "en")
        for name in ("serif", "sans")
    }
    assert len(widths) == 2
