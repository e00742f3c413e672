"""Backs: tagline, blurb and what is inside, above the barcode; made smaller within limits, or refused."""

from __future__ import annotations

import pytest
from tests.press.cover.covers import BLURB, GUIDE, SECTIONS, cover_of, guide_of, spec_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.guide import load_guide
from guidepress.page.trace import trace
from guidepress.press.cover.cover import PrintCover
from guidepress.press.cover.interior import Inside
from guidepress.press.cover.safety import text_boxes


def blurb(text: str) -> dict[str, object]:
    return {"cover": {"tagline": "Why will you say that I am mad?", "blurb": text}}


def on_the_back(made: PrintCover) -> list[str]:
    return [text for text, box in text_boxes(made.book.pages[0]) if box.right <= made.geometry.back.right]


def test_it_says_what_the_guide_says_and_what_is_inside() -> None:
    found = " ".join(on_the_back(cover_of(symbol=None)))
    assert " ".join(BLURB.split()) in found
    assert "The Tell-Tale Heart · Study guide" in found
    assert "Why will you say that I am mad?" in found
    assert f"In this guide {' '.join(each.title for each in SECTIONS)}" in found


def test_without_a_blurb_there_is_what_is_inside() -> None:
    found = " ".join(on_the_back(cover_of(guide_of(cover={}), symbol=None)))
    assert "In this guide Overview" in found


def test_a_longer_blurb_is_set_smaller() -> None:
    def size(made: PrintCover) -> int:
        return max(
            box.height for text, box in text_boxes(made.book.pages[0]) if text.startswith("A man explains")
        )

    short = cover_of(guide_of(**blurb(BLURB)))
    long = cover_of(guide_of(**blurb(BLURB + " " + "He is slow, and takes an hour to open the door. " * 40)))
    assert size(long) < size(short)


def test_the_shortest_sections_are_left_out_before_type_gets_too_small() -> None:
    many = tuple(Inside(f"Section {number}", 100 - number) for number in range(60))
    made = cover_of(sections=many)
    (lost,) = made.left_out
    assert 0 < lost.count < 60
    named = [text for text in on_the_back(made) if text.startswith("Section")]
    # The longest ones are named, in the order of the book.
    assert named == [f"Section {number}" for number in range(60 - lost.count)]
    assert str(lost) == f"cover: {lost.count} of 60 sections on the back left out: there is no room for them"


def test_a_blurb_that_does_not_fit_is_refused_at_its_place() -> None:
    with pytest.raises(FaultsFound) as caught:
        cover_of(
            guide_of(**blurb("He is slow, and takes an hour to open the door. " * 90)),
            spec=spec_of("kdp", "5x8"),
        )
    (found,) = caught.value.diagnostics
    assert found.code == "blurb-too-long"
    assert "too long at 80 % of its size, the smallest: it must end above the barcode." in found.message
    assert found.span is not None
    assert found.span.keys == "cover.blurb"


def test_paragraphs_at_the_end_of_a_blurb_are_left_out_with_a_warning() -> None:
    paragraphs = ["One. " * 150, "Two. " * 150, "Three. " * 150]
    made = cover_of(guide_of(**blurb("\n\n".join(paragraphs))), spec=spec_of("kdp", "5x8"))
    (found,) = made.diagnostics
    assert (found.severity, found.code) == ("warning", "blurb-cut")
    assert found.message.startswith(
        "The back cover has room for 2 paragraphs of the blurb, of 3, at 80 % of its size"
    )
    said = " ".join(on_the_back(made))
    assert said.count("Two.") == 150
    assert "Three." not in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- one\n- two", "holds more than paragraphs"),
        ("# A heading", "holds more than paragraphs"),
        ("See [](#theme-time).", "refers to a page or a note"),
        ("A word.[^1]\n\n[^1]: A note.", "refers to a page or a note"),
    ],
)
def test_a_blurb_is_paragraphs_of_text(text: str, what: str) -> None:
    themes = [{**theme, "id": f"theme-{theme['id']}"} for theme in GUIDE["themes"]]  # type: ignore[attr-defined]
    units = [{**unit, "themes": ["theme-time", "theme-guilt"]} for unit in GUIDE["units"]]  # type: ignore[attr-defined]
    guide = load_guide({**GUIDE, "themes": themes, "units": units, **blurb(text)})
    with pytest.raises(FaultsFound) as caught:
        cover_of(guide)
    (found,) = caught.value.diagnostics
    assert found.code == "blurb-not-plain"
    assert what in found.message


def test_links_of_a_blurb_are_words_on_paper() -> None:
    made = cover_of(guide_of(**blurb("Read it at [our site](https://example.org/)")), symbol=None)
    assert "->" not in trace(made.book)
    assert "Read it at our site" in " ".join(on_the_back(made))


def test_a_list_of_one_or_two_sections_of_many_is_no_list() -> None:
    """In large print the list has one column, and each line of the blurb takes an entry from it."""
    counts = set()
    for sentences in range(12):
        more = " He is slow, and takes an hour to open the door." * sentences
        found = on_the_back(cover_of(guide_of(**blurb(f"He is slow.{more}")), layout="large-print"))
        named = [each.title for each in SECTIONS if each.title in found]
        assert ("In this guide" in found) == bool(named)
        counts.add(len(named))
    assert {0, 3, 6} <= counts
    assert not counts & {1, 2}
