"""Spines: title and author where the printer takes them, sized to what is kept clear, read as the language reads them."""

from __future__ import annotations

import pytest
from tests.press.cover.covers import cover_of, guide_of, spec_of

from guidepress.page.items import Frame
from guidepress.press.cover.cover import PrintCover
from guidepress.press.cover.safety import text_boxes


def turned(made: PrintCover) -> list[Frame]:
    """The turned labels of a cover."""
    return [
        frame
        for part in made.book.pages[0].frames
        for frame in part.items
        if isinstance(frame, Frame) and frame.turn
    ]


def said(made: PrintCover) -> list[str]:
    spine = made.geometry.spine
    return [
        text
        for text, box in text_boxes(made.book.pages[0])
        if spine.left <= box.x and box.right <= spine.right
    ]


@pytest.mark.parametrize(
    ("language", "turn"),
    [
        *((tag, 1) for tag in ("en-GB", "en-US", "nl", "da", "sv", "pl", "pt-BR")),
        *((tag, 3) for tag in ("de", "fr", "es-MX", "it", "pt")),
    ],
)
def test_it_reads_down_or_up_as_is_the_custom_of_the_language(language: str, turn: int) -> None:
    """Once clockwise is read from the head down, three times from the foot up."""
    found = turned(cover_of(guide_of(language=language), 300))
    assert [frame.turn for frame in found] == [turn, turn]
    title, author = found
    assert (title.y < author.y) == (turn == 1)  # the title comes first, whichever way one reads


def test_title_and_author_stand_on_the_middle_line_within_the_clearance() -> None:
    made = cover_of(count=300)
    assert said(made) == ["The Tell-Tale Heart", "Edgar Allan Poe"]
    safe = made.geometry.spine_safe
    for text, box in text_boxes(made.book.pages[0]):
        if text in said(made) and box.height > box.width:
            assert safe.left <= box.x
            assert box.right <= safe.right


def test_type_grows_with_the_spine_and_not_beyond_what_a_shelf_bears() -> None:
    """0.037 of 9 in = 23.98 pt at most."""
    sizes = []
    for count in (120, 200, 500):
        frame = turned(cover_of(count=count))[0]
        line = frame.items[0]
        assert isinstance(line, Frame)
        sizes.append(max(run.size for run in line.items if hasattr(run, "size")))
    assert sizes[0] < sizes[1] < sizes[2] == round(648_000 * 0.037)


def test_a_thin_spine_has_capitals_before_it_has_none() -> None:
    # 90 pages: 0.2027 in = 14.59 pt, 5.59 pt between the clearances: 4.8 pt type in small letters, 8 pt in capitals.
    assert said(cover_of(count=90)) == ["THE TELL-TALE HEART", "EDGAR ALLAN POE"]


@pytest.mark.parametrize(
    ("count", "printer", "rule"),
    [
        (78, "kdp", "Amazon KDP prints no text on spines of fewer than 79 pages, and this book has 78"),
        (80, "lulu", "Lulu prints no text on spines of fewer than 81 pages, and this book has 80"),
        (46, "ingramspark", "IngramSpark prints no text on spines of fewer than 48 pages"),
        (48, "ingramspark", "The spine bears no text: between the 2.25pt kept clear on each side"),
    ],
)
def test_where_none_may_or_can_stand_there_is_none_and_the_rule_is_said(
    count: int, printer: str, rule: str
) -> None:
    made = cover_of(count=count, spec=spec_of(printer))
    assert turned(made) == []
    (found,) = [each for each in made.diagnostics if each.code == "no-spine-text"]
    assert (found.severity, found.message.startswith(rule)) == ("warning", True)
    assert found.hint.startswith("For more room choose a smaller trim, a thicker paper")


def test_a_doubtful_spine_is_printed_and_said_to_be_so() -> None:
    guide = guide_of(title="Poe", author="E. Poe")
    found = cover_of(guide, 79, spec_of("kdp", paper="cream"))
    assert "spine-text-in-doubt" in [each.code for each in found.diagnostics]


def test_a_long_author_goes_before_the_title_does() -> None:
    made = cover_of(guide_of(author="Edgar Allan Poe and " * 12 + "others"), 120)
    assert said(made) == ["The Tell-Tale Heart"] or said(made) == ["THE TELL-TALE HEART"]
    assert "The spine bears the title alone" in " ".join(each.message for each in made.diagnostics)


@pytest.mark.parametrize("binding", ["coil", "saddle"])
def test_a_binding_without_a_spine_has_nothing_to_say(binding: str) -> None:
    made = cover_of(count=48, spec=spec_of("lulu", binding=binding))
    assert turned(made) == []
    assert [each.code for each in made.diagnostics] == []


@pytest.mark.parametrize("layout", ["paperback-6x9", "large-print"])
def test_the_author_ends_as_far_from_the_foot_as_the_title_begins_from_the_head(layout: str) -> None:
    """Where no type may be small, widths are those of the size that is printed."""
    made = cover_of(count=400, layout=layout)
    boxes = {text: box for text, box in text_boxes(made.book.pages[0]) if box.x > made.geometry.spine.left}
    title, author = boxes["The Tell-Tale Heart"], boxes["Edgar Allan Poe"]
    above, below = title.y, made.book.pages[0].height - author.y - author.height
    assert abs(above - below) < 5_000  # 5 pt, for what type has beside its letters


def test_between_a_long_title_and_its_author_are_two_ems_of_the_title() -> None:
    """Where their length decides the size, the author's four fifths of it are counted."""
    guide = guide_of(title="The Tell-Tale Heart and Other Tales of Fear", author="Edgar Allan Poe of Boston")
    title, author = turned(cover_of(guide, 500))
    line = title.items[0]
    assert isinstance(line, Frame)
    size = max(run.size for run in line.items if hasattr(run, "size"))
    boxes = {
        text: box for text, box in text_boxes(cover_of(guide, 500).book.pages[0]) if box.height > box.width
    }
    begins, ends = boxes["Edgar Allan Poe of Boston"], boxes["The Tell-Tale Heart and Other Tales of Fear"]
    assert author.y > title.y
    assert begins.y - ends.y - ends.height == pytest.approx(2 * size, abs=3000)
