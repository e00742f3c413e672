"""What late inlines say, from round to round."""

from __future__ import annotations

from tests.paginate.stacks import LABELS

from guidepress.base.record import replace
from guidepress.document.inlines import LinkTo, Look, Mention, PageCount, PageRef, ReadingTime, Text
from guidepress.paginate.resolve import Resolved, held, is_late, late_among, moving, resolve, unknown

KNOWN = Resolved({"one": "9", "two": "9", "three": "10"}, 20, "40 minutes read", {})


def test_the_first_round_guesses() -> None:
    first = unknown(LABELS)
    # Two figures for a folio and a count, an hour for the time.
    assert first.text(PageRef("one"), LABELS) == "00"
    assert first.text(PageCount(), LABELS) == "10"
    assert first.text(PageCount(noun=True), LABELS) == "10 pages"
    assert first.text(ReadingTime(), LABELS) == "1 hour read"
    assert first.text(PageRef("one", instead="here"), LABELS) == "here"


def test_later_rounds_know() -> None:
    assert KNOWN.text(PageRef("three"), LABELS) == "10"
    assert KNOWN.text(PageCount(), LABELS) == "20"
    assert KNOWN.text(PageCount(noun=True), LABELS) == "20 pages"
    # the cover and twenty pages are 21: eleven sheets; the cover and nineteen just ten
    assert KNOWN.text(PageCount(sheets=True), LABELS) == "11 sheets"
    assert replace(KNOWN, pages=19).text(PageCount(sheets=True), LABELS) == "10 sheets"
    assert KNOWN.text(ReadingTime(), LABELS) == "40 minutes read"
    assert KNOWN.text(PageRef("nowhere"), LABELS) == "?"
    assert KNOWN.text(PageRef("one", instead="here"), LABELS) == "here"


def test_a_list_says_a_folio_once() -> None:
    assert KNOWN.text(PageRef("two", after=("one",)), LABELS) == ""
    assert KNOWN.text(PageRef("three", after=("one", "two")), LABELS) == "10"
    assert KNOWN.text(PageRef("two", after=("one",), instead="here"), LABELS) == ""


def test_what_is_held_keeps_its_width() -> None:
    made = Resolved({"one": "9", "two": "9"}, 20, "", {"one": 3})
    assert made.said(PageRef("one"), LABELS) == ("\u2007\u20079", True)
    assert made.said(PageRef("two"), LABELS) == ("9", False)
    assert made.said(PageCount(), LABELS) == ("20", False)


def test_only_what_still_moves_after_three_rounds_is_held() -> None:
    before = Resolved({"one": "9", "two": "4", "gone": "1"}, 20, "", {"four": 2})
    after = Resolved({"one": "10", "two": "4", "new": "iii"}, 21, "", {})
    assert held(before, after, 2) is after
    third = held(before, after, 3)
    # The longer of the two that were said; what is new has moved.
    assert (third.widths, third.repeats, third.pages) == ({"four": 2, "one": 2, "new": 3}, False, 21)
    assert held(after, before, 3).widths == {"one": 2, "gone": 1}


def test_a_width_once_given_is_not_taken_back() -> None:
    before = Resolved({"one": "9"}, 20, "", {"one": 3})
    assert held(before, Resolved({"one": "8"}, 20, "", {}), 4).widths == {"one": 3}


def test_what_still_moves_after_six_rounds_stands_in_a_list_even_after_its_like() -> None:
    before, after = (
        Resolved({"one": "9", "two": "9"}, 20, "", {}),
        Resolved({"one": "9", "two": "10"}, 20, "", {}),
    )
    second = PageRef("two", after=("one",))
    assert before.text(second, LABELS) == ""
    moved = held(after, before, 5)
    assert (moved.text(second, LABELS), moved.widths) == ("", {"two": 2})
    assert held(after, before, 6).text(second, LABELS) == "\u20079"


FOLIOS = (("3", "one", False), ("7", "two", True), ("9", "two", False))


def test_late_inlines_are_found_among_others() -> None:
    mixed = (Text("a"), PageRef("one"), PageCount(), ReadingTime())
    assert is_late(mixed)
    assert late_among(mixed) == mixed[1:]
    assert not is_late((Text("a"),))


def test_the_folios_of_an_index_entry_wait_as_one() -> None:
    """The comma before a folio and the folios after the first say nothing that the entry's list does not."""
    link = LinkTo("#index", "Go to A")
    row = tuple(Mention(("A",), "a", at, goes) for at in range(3) for goes in (None, link))
    assert late_among(row) == (row[1],)
    two, three = (Resolved({}, 9, "", {}, listings={(("A",), "a"): each}) for each in (FOLIOS[:2], FOLIOS))
    assert two.said(row[1], LABELS) != three.said(row[1], LABELS)


def test_late_inlines_become_text_in_place() -> None:
    link, look = LinkTo("#one", "One"), Look(strong=True)
    made = resolve((Text("see "), PageRef("one", look, link), PageCount(look=look)), KNOWN, LABELS)
    assert made == (Text("see "), Text("9", look, link), Text("20", look))


def test_figures_that_are_held_are_all_of_one_width() -> None:
    made = Resolved({"one": "9"}, 20, "", {"one": 2})
    (text,) = resolve((PageRef("one"),), made, LABELS)
    assert text == Text("\u20079", Look(even=True))


def test_references_that_move_are_named() -> None:
    before, after = (
        Resolved({"a": "1", "b": "2"}, 3, "", {}),
        Resolved({"a": "2", "b": "2", "c": "3"}, 3, "", {}),
    )
    first, second = moving(before, after, frozenset({"a", "b", "c"}))
    assert (first.severity, first.code) == ("error", "references-move")
    assert first.message == "The page of #a does not settle: it is 1 in one round and 2 in the next."
    assert second.message == "The page of #c does not settle: it is unknown in one round and 3 in the next."
    assert moving(before, after, frozenset({"b"})) == ()
