from __future__ import annotations

import pytest
from tests.typeset.specimen import BARE, FONTS, LEFT_ALIGNED, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.page.items import Word
from guidepress.typeset import set_line
from guidepress.typeset.divisions import BARE as BARE_BREAK
from guidepress.typeset.divisions import FORCED, HARD, HYPHEN
from guidepress.typeset.founts import Fount


def test_tracking_widens_every_glyph() -> None:
    plain = set_line((Text("stave"),), BARE, FONTS).width
    # five letters, one thousand mpt after each
    assert plain + 5000 == set_line((Text("stave"),), replace(BARE, tracking=1000), FONTS).width


def test_word_spacing_widens_spaces_alone() -> None:
    (plain,) = set_text("Marley was dead", LEFT_ALIGNED)
    (wide,) = set_text("Marley was dead", replace(LEFT_ALIGNED, word_spacing=1000))
    assert wide.runs[0].gap == plain.runs[0].gap + 1000
    assert wide.width == plain.width + 2 * 1000


def fount(size: int = 10_000, tracking: int = 0, *, protrude: bool = False) -> Fount:
    face = FONTS.face("serif")
    return FONTS.fount(face, size, features=(), spacing=(tracking, 0), language="en", protrude=protrude)


def test_a_token_is_as_wide_as_its_word_and_the_space_after_it() -> None:
    own = fount()
    own.add(["dead"])
    advance, trim, lead, word, places = own.tokens["dead"]
    assert word is not None
    assert advance == pytest.approx(word.width * 10 + own.space)  # 10 mpt for each of 1000 units at 10 pt
    assert (trim, lead, places) == (own.space, 0.0, ())


def test_a_token_hangs_out_at_both_ends() -> None:
    """A quotation mark by 0.4 and a full stop by 0.7 of their widths."""
    own = fount(protrude=True)
    own.add(["“dead."])
    _, trim, lead, word, _ = own.tokens["“dead."]
    assert word is not None
    assert lead == pytest.approx(0.4 * word.advances[0] * 10)
    assert trim == pytest.approx(0.7 * word.advances[-1] * 10 + own.space)


def test_tracking_after_the_last_letter_is_no_part_of_a_line() -> None:
    """Four letters, 1 pt after each; the last is trimmed with the space."""
    plain, tracked = fount(), fount(tracking=1000)
    for own in (plain, tracked):
        own.add(["dead"])
    assert tracked.tokens["dead"][0] - plain.tokens["dead"][0] - (
        tracked.space - plain.space
    ) == pytest.approx(4000)
    assert tracked.tokens["dead"][1] - tracked.space == pytest.approx(1000)


def test_a_word_with_a_character_that_the_face_lacks_has_no_token_word() -> None:
    own = fount()
    own.add(["a中", "plain", ""])
    assert own.tokens["a中"] == (0.0, 0.0, 0.0, None, ())
    assert own.lacking >= {"a中", ""}
    assert "plain" not in own.lacking


def cut(text: str, kind: int, at: int, *, protrude: bool = False) -> tuple[float, float, Fount, Word]:
    own = fount(protrude=protrude)
    word = own.shaper.word(text)
    ((_, _, end, start),) = own.cuts(word, ((at, kind),))
    return end, start, own, word


def test_a_hyphen_adds_its_width_to_the_line_but_not_to_the_next() -> None:
    end, start, own, word = cut("dead", HYPHEN, 2)
    letters = sum(word.advances[:2]) * 10
    assert (end, start) == pytest.approx((letters + own.width(own.shaper.word("-")), letters))


def test_half_of_a_hyphen_hangs_out() -> None:
    end, _, own, word = cut("dead", HYPHEN, 2, protrude=True)
    assert end == pytest.approx(sum(word.advances[:2]) * 10 + own.width(own.shaper.word("-")) / 2)


def test_half_of_a_hyphen_of_the_text_hangs_out_too_and_a_fifth_of_a_dash() -> None:
    end, start, _, word = cut("a-b", HARD, 2, protrude=True)
    left, hyphen, _ = (advance * 10 for advance in word.advances)
    assert (end, start) == pytest.approx((left + hyphen / 2, left + hyphen))
    end, _, _, word = cut("a—b", BARE_BREAK, 2, protrude=True)
    left, dash, _ = (advance * 10 for advance in word.advances)
    assert end == pytest.approx(left + dash * 0.8)


def test_a_hyphen_of_another_shape_hangs_out_as_the_plain_one_does() -> None:
    """U+2010, where the face has it, by half of its own width."""
    end, _, _, word = cut("a‐b", HARD, 2, protrude=True)
    left, hyphen, _ = (advance * 10 for advance in word.advances)
    assert end == pytest.approx(left + hyphen / 2)


def test_tracking_after_a_letter_before_a_dash_is_no_part_of_a_line() -> None:
    own = fount(tracking=1000)
    word = own.shaper.word("a—b")
    ((_, _, end, start),) = own.cuts(word, ((2, BARE_BREAK),))
    assert start - end == pytest.approx(1000)


def test_a_letter_cut_off_has_its_full_width_where_kerning_took_some() -> None:
    """AV: alone the A is wider than before a V."""
    end, start, own, word = cut("AV", FORCED, 1)
    assert word.advances[0] * 10 == pytest.approx(start)
    assert end == pytest.approx(own.width(own.shaper.word("A")))
    assert end > start


def test_the_letters_of_a_ligature_share_its_width() -> None:
    """Ffi is one glyph: after two of its letters two thirds of it have passed."""
    _, start, own, word = cut("offi", BARE_BREAK, 3)
    o, ligature = word.advances
    assert start == pytest.approx(10 * (o + ligature * 2 / 3))
    assert own.face.name == "serif-regular"


def test_spaces_before_and_within_lines_grow_evenly() -> None:
    own = fount(size=9_999)
    before, within = own.ramps(3)
    assert before[:4] == pytest.approx([0, own.space, 2 * own.space, 3 * own.space])
    assert within[:5] == pytest.approx([0, 0, own.space, 2 * own.space, 3 * own.space])
    assert len(own.ramps(50)[0]) > 50
