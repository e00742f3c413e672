from __future__ import annotations

import pytest
from tests.typeset.specimen import BARE, FONTS

from guidepress.base.record import replace
from guidepress.document.inlines import Blank, Inline, LinkTo, Look, NoteMark, Text
from guidepress.typeset.collecting import collect
from guidepress.typeset.divisions import BARE as BARE_BREAK
from guidepress.typeset.divisions import FORCED, HARD, HYPHEN
from guidepress.typeset.matter import Matter
from guidepress.typeset.places import AS_WRITTEN, CUT, DIVIDED, FINELY


def matter_of(*inlines: Inline) -> Matter:
    ((matter,),) = collect(inlines, BARE, FONTS, "en-GB")
    return matter


def space_of(matter: Matter) -> float:
    """The space of the ink that the first words are in."""
    part = matter.spans[0][2]
    assert part is not None
    return part.ink.fount.space


STRONG = Look(strong=True)


def test_words_in_one_ink_are_one_span() -> None:
    matter = matter_of(Text("Marley was dead"))
    ((start, stop, part),) = matter.spans
    assert (start, stop) == (0, 3)
    assert part is not None
    assert [matter.text(unit) for unit in range(3)] == ["Marley", "was", "dead"]


def test_a_word_in_two_inks_is_one_unit_of_two_atoms() -> None:
    matter = matter_of(Text("was d"), Text("ead", STRONG), Text(" to"))
    assert [(start, stop, part is None) for start, stop, part in matter.spans] == [
        (0, 1, False),
        (1, 2, True),
        (2, 3, False),
    ]
    assert [atom.word.text for atom in matter.composites[1]] == ["d", "ead"]
    assert matter.text(1) == "dead"


def test_a_composite_unit_is_as_wide_as_its_atoms_and_the_space_of_the_last() -> None:
    matter = matter_of(Text("d"), Text("ead", STRONG))
    regular, bold = (atom.fount for atom in matter.composites[0])
    width = regular.width(regular.shaper.word("d")) + bold.width(bold.shaper.word("ead"))
    advance, trim, lead, word, _ = matter.tokens[0]
    assert (advance, trim, lead) == pytest.approx((width + bold.space, bold.space, 0.0))
    assert word is None


def test_a_composite_unit_hangs_out_by_its_first_and_last_mark() -> None:
    style = replace(BARE, protrude=True)
    ((matter,),) = collect((Text("“d"), Text("ead.", STRONG)), style, FONTS, "en-GB")
    first, last = matter.composites[0]
    _, trim, lead, _, _ = matter.tokens[0]
    assert lead == pytest.approx(first.fount.left(first.word)) != 0
    assert trim == pytest.approx(last.fount.right(last.word) + last.fount.space) != last.fount.space


def test_a_unit_taken_back_leaves_what_was_before_it() -> None:
    matter = matter_of(Text("one two"))
    (atom,) = matter.take()
    assert atom.word.text == "two"
    assert len(matter.tokens) == 1
    assert [span[:2] for span in matter.spans] == [(0, 1)]
    assert [atom.word.text for atom in matter.take()] == ["one"]
    assert (matter.tokens, matter.spans) == ([], [])


def test_a_composite_unit_taken_back_is_its_atoms() -> None:
    matter = matter_of(Text("a d"), Text("ead", STRONG))
    assert [atom.word.text for atom in matter.take()] == ["d", "ead"]
    assert matter.composites == {}
    assert [span[:2] for span in matter.spans] == [(0, 1)]


def test_spaces_of_one_fount_are_a_ramp() -> None:
    matter = matter_of(Text("a b c"))
    space = space_of(matter)
    before, within = matter.spaces
    assert list(before[:4]) == pytest.approx([0, space, 2 * space, 3 * space])
    assert list(within[:5]) == pytest.approx([0, 0, space, 2 * space, 3 * space])


def test_spaces_of_two_founts_are_those_of_the_words_before_them() -> None:
    matter = matter_of(Text("a b "), Text("c", Look(scale=2000)), Text(" d"))
    small = space_of(matter)
    before, within = matter.spaces
    expected = [0, small, 2 * small, 4 * small, 5 * small]  # the third is twice as large
    assert list(before) == pytest.approx(expected)
    assert list(within) == pytest.approx([0, *expected])


def cuts(matter: Matter, level: int, longest: float = 1e9) -> list[tuple[int, list[tuple[int, int]]]]:
    near = [range(len(matter.tokens))]
    return [(unit, [(at, kind) for at, kind, *_ in own]) for unit, own in matter.cuts(level, near, longest)]


def test_as_written_only_words_with_places_of_their_own_are_cut() -> None:
    matter = matter_of(Text("unhallowed middle-aged administrators"))
    assert cuts(matter, AS_WRITTEN) == [(1, [(7, HARD)])]
    assert cuts(matter_of(Text("plain words")), AS_WRITTEN) == []


def test_a_hyphenated_word_keeps_its_places_and_gains_those_of_its_language() -> None:
    matter = matter_of(Text("unhallowed administrators"))
    assert cuts(matter, DIVIDED)[0] == (0, [(5, HYPHEN)])
    assert cuts(matter, FINELY)[0] == (0, [(2, HYPHEN), (5, HYPHEN)])


def test_only_words_near_an_end_of_line_are_cut() -> None:
    matter = matter_of(Text("unhallowed unhallowed unhallowed"))
    assert [unit for unit, _ in matter.cuts(DIVIDED, [range(1, 2)], 1e9)] == [1]


def test_a_word_longer_than_the_line_is_cut_anywhere_at_the_last_level() -> None:
    matter = matter_of(Text("xxx"))
    width = matter.tokens[0][0] - space_of(matter)
    assert cuts(matter, CUT, width) == []
    assert cuts(matter, CUT, width - 1) == [(0, [(1, FORCED), (2, FORCED)])]


def test_a_composite_word_is_hyphenated_through_its_inks_and_not_at_its_note() -> None:
    matter = matter_of(Text("unhal"), Text("lowed", STRONG), NoteMark("n", 1))
    assert cuts(matter, FINELY) == [(0, [(2, HYPHEN), (5, HYPHEN)])]


def test_a_cut_between_two_inks_ends_in_the_hyphen_of_the_first() -> None:
    matter = matter_of(Text("unhal"), Text("lowed", STRONG))
    first, _ = matter.composites[0]
    ((_, (_, (_, _, end, start))),) = matter.cuts(FINELY, [range(1)], 1e9)
    width = first.fount.width(first.word)
    assert end == pytest.approx(width + first.fount.hyphen_end)
    assert start == pytest.approx(width)


def test_a_cut_in_the_second_ink_is_measured_from_the_words_left_end() -> None:
    matter = matter_of(Text("un"), Text("hallowed", STRONG))
    first, second = matter.composites[0]
    found = {at: (end, start) for at, _, end, start in matter.cuts(FINELY, [range(1)], 1e9)[0][1]}
    ((_, _, end, start),) = second.fount.cuts(second.word, ((3, HYPHEN),))
    width = first.fount.width(first.word)
    assert found[5] == pytest.approx((width + end, width + start))


def test_a_composite_word_longer_than_the_line_is_cut_at_its_inks_too() -> None:
    matter = matter_of(Text("ab"), Text("cd", STRONG))
    width = matter.tokens[0][0] - matter.composites[0][-1].fount.space
    assert cuts(matter, CUT, width) == []
    assert cuts(matter, CUT, width - 1) == [(0, [(1, FORCED), (2, FORCED), (3, FORCED)])]


def test_a_dash_between_two_inks_is_a_place_to_part() -> None:
    matter = matter_of(Text("spot—"), Text("say", STRONG))
    assert cuts(matter, AS_WRITTEN) == [(0, [(5, BARE_BREAK)])]


def test_a_blank_is_no_letter_of_the_word_it_joins() -> None:
    assert cuts(matter_of(Text("admin"), Blank(20_000, "[blank]"), Text("istrators")), DIVIDED) != []
    assert cuts(matter_of(Blank(20_000, "[to be filled in]")), FINELY) == []


def test_a_reference_within_the_book_is_not_hyphenated_and_an_address_is() -> None:
    words = "international understanding"
    within, without = (
        collect((Text(words, link=LinkTo(target, "there")),), BARE, FONTS, "en-US")[0][0]
        for target in ("#theme", "https://example.org")
    )
    near = [range(2)]
    assert within.cuts(FINELY, near, 1e9) == []
    assert [unit for unit, _ in without.cuts(FINELY, near, 1e9)] == [0, 1]
