from __future__ import annotations

import pytest
from tests.typeset.reading import copied, trace
from tests.typeset.specimen import BARE, BODY, FONTS, set_text

from guidepress.document.inlines import Inline, Look, Text
from guidepress.typeset.collecting import collect
from guidepress.typeset.divisions import HYPHEN, SPACE
from guidepress.typeset.matter import Matter
from guidepress.typeset.rows import UnfilledLine, joined, row_of, whole_row


def test_an_inserted_hyphen_copies_as_soft_and_a_written_one_stays() -> None:
    lines = set_text("the middle-aged gentleman’s unhallowed administrators", BARE, 62_000)
    assert trace(lines) == "the middle-|\naged gentle-|\nman’s unhal-|\nlowed ad-|\nministrators"
    assert copied(lines) == "the middle-aged gentleman’s unhallowed administrators"
    assert [line.hyphenated for line in lines] == [True, True, True, True, False]


STRONG = Look(strong=True)


def rows(*inlines: Inline) -> Matter:
    ((matter,),) = collect(inlines, BARE, FONTS, "en-GB")
    return matter


def shown(row: UnfilledLine) -> list[str]:
    return [
        " ".join(word.text for word in words) + ("_" if spaced else "") for words, _, _, spaced in row.strips
    ]


def test_words_in_one_ink_are_one_strip_that_a_space_follows() -> None:
    assert shown(row_of(rows(Text("one two three")), (0, 0, SPACE), (2, 0, SPACE))) == ["one two_"]


def test_a_row_has_a_strip_for_each_ink_and_joins_what_goes_on_in_one() -> None:
    matter = rows(Text("one "), Text("two th", STRONG), Text("ree four"))
    assert shown(whole_row(matter)) == ["one_", "two th", "ree four_"]


def test_a_row_from_inside_a_word_to_inside_another() -> None:
    """un|hallowed two ad|ministrators."""
    matter = rows(Text("unhallowed two administrators"))
    row = row_of(matter, (0, 2, HYPHEN), (2, 2, HYPHEN))
    assert shown(row) == ["hallowed two ad\u00ad_"]


def test_a_row_inside_one_word() -> None:
    matter = rows(Text("administrators"))
    assert shown(row_of(matter, (0, 2, HYPHEN), (0, 7, HYPHEN))) == ["minis\u00ad_"]
    assert shown(row_of(matter, (0, 7, HYPHEN), (1, 0, SPACE))) == ["trators_"]


def test_a_cut_word_in_two_inks_keeps_its_inks() -> None:
    """admin|istrators in two inks after four letters."""
    matter = rows(Text("admi"), Text("nistrators", STRONG))
    assert shown(row_of(matter, (0, 0, SPACE), (0, 2, HYPHEN))) == ["ad\u00ad_"]
    assert shown(row_of(matter, (0, 2, HYPHEN), (0, 7, HYPHEN))) == ["mi", "nis\u00ad_"]
    assert shown(row_of(matter, (0, 4, HYPHEN), (1, 0, SPACE))) == ["nistrators_"]


def test_a_row_is_as_wide_as_its_glyphs_and_the_spaces_between_them() -> None:
    matter = rows(Text("one two three"))
    fount = whole_row(matter).strips[0][1]
    row = row_of(matter, (0, 0, SPACE), (3, 0, SPACE))
    glyphs = sum(fount.width(fount.shaper.word(word)) for word in ("one", "two", "three"))
    assert (row.glyphs, row.spaces) == pytest.approx((glyphs, 2 * fount.space))
    assert row.natural == pytest.approx(glyphs + 2 * fount.space)


def test_what_hangs_out_is_no_part_of_the_width() -> None:
    ((matter,),) = collect((Text("“one two.”"),), BODY, FONTS, "en-GB")
    row = whole_row(matter)
    assert row.lead > 0 < row.trail
    assert row.natural == pytest.approx(row.glyphs + row.spaces - row.lead - row.trail)


def test_rows_joined_have_the_space_that_parts_them() -> None:
    one, two = (whole_row(rows(Text(text))) for text in ("a b", "c"))
    row = joined([one, two])
    assert row.spaces == pytest.approx(2 * one.strips[0][1].space)
    assert row.glyphs == pytest.approx(one.glyphs + two.glyphs)
    assert joined([one]) is one


def test_a_fault_is_told_on_the_line_where_its_word_begins() -> None:
    matter = rows(Text("a x中x b"))
    (fault,) = matter.faults[1]
    assert row_of(matter, (0, 0, SPACE), (1, 1, HYPHEN)).diagnostics == (fault,)
    assert row_of(matter, (1, 1, HYPHEN), (3, 0, SPACE)).diagnostics == ()
    assert row_of(matter, (0, 0, SPACE), (1, 0, SPACE)).diagnostics == ()
    assert row_of(matter, (1, 0, SPACE), (2, 0, SPACE)).diagnostics == (fault,)
