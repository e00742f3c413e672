"""The cover's drawing: on a page of its own, and on a face that is bound at the left and cut at the other edges."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PIL import Image as Pillow
from tests.composing import context_of
from tests.press.cover.covers import GUIDE, guide_of

from guidepress.compose.cover import CROWDED, cover, fitted
from guidepress.compose.cover_face import CoverFace
from guidepress.document.blocks import Paragraph, Picture, Section
from guidepress.document.inlines import PageCount, Text
from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.document.blocks import Block, Drawing
    from guidepress.guide import Guide

LAYOUT = load_layout("paperback-6x9")
FACE = CoverFace(432_000, 648_000, bound=20_000, over=9_000, safe=18_000)


def drawn(guide: Guide, face: CoverFace | None = None) -> Drawing:
    return cover(guide, context_of(guide, LAYOUT), face)


def rectangles(drawing: Drawing) -> list[tuple[int, ...]]:
    return [shape.path[0][1] for shape in drawing.shapes if shape.path[0][0] == "r"]


def pictured(folder: Path, width: int, height: int) -> Guide:
    Pillow.new("RGB", (width, height), "navy").save(folder / "heart.png")
    return load_guide({**GUIDE, "cover": {"image": "heart.png", "alt": "A heart."}}, folder=folder)


def test_by_itself_it_is_the_layouts_page() -> None:
    made = drawn(guide_of())
    assert (made.width, made.height) == (LAYOUT.page.width, LAYOUT.page.height)
    assert all(x >= 0 and x + width <= made.width for x, _, width, _ in rectangles(made))


def test_on_a_face_it_begins_at_the_cloth_and_runs_over_the_other_edges() -> None:
    made = drawn(guide_of(), FACE)
    ground, *blocks = rectangles(made)
    # 20 to 432 + 9 across, 9 over at head and foot.
    assert ground == (20_000, -9_000, 421_000, 666_000)
    assert min(x for x, *_ in blocks) == 20_000
    assert max(x + width for x, _, width, _ in blocks) == 441_000


def test_its_type_keeps_clear_of_the_cloth_and_the_edges() -> None:
    side = round(432_000 * 0.092)
    lefts = {label.x for label in drawn(guide_of(), FACE).labels if label.align == "left"}
    assert lefts == {20_000 + side}
    assert CoverFace(432_000, 648_000, safe=90_000).side == 90_000
    assert FACE.foot(9_500) <= 648_000 - 18_000 - 9_500 // 3


@pytest.mark.parametrize(
    ("size", "bleeds"),
    [
        ((1200, 400), True),  # 421 pt broad, 140 pt high
        ((600, 600), False),  # 421 pt high
    ],
)
def test_a_broad_picture_runs_over_the_edge_and_a_high_one_stands_beside_the_type(
    tmp_path: Path, size: tuple[int, int], *, bleeds: bool
) -> None:
    ((image, alt),) = drawn(pictured(tmp_path, *size), FACE).pictures
    assert alt == "A heart."
    assert ((image.x, image.x + image.width) == (20_000, 441_000)) is bleeds
    assert image.x == (20_000 if bleeds else FACE.left)
    assert image.y + image.height == FACE.shelf_foot


def test_a_picture_does_not_lose_more_than_a_twentieth_to_the_edge(tmp_path: Path) -> None:
    """A case turns 0.875 in of the sheet in: 63 pt of 475."""
    turned = CoverFace(432_000, 648_000, bound=20_000, over=63_000)
    ((image, _),) = drawn(pictured(tmp_path, 1200, 600), turned).pictures
    assert image.x + image.width <= 432_000 - turned.side


def test_type_that_runs_into_the_foot_is_warned_of() -> None:
    guide = guide_of(subtitle="A subtitle that does not end " * 90)
    context = context_of(guide, LAYOUT)
    made = cover(guide, context)
    assert [each.code for each in context.diagnostics] == [CROWDED]
    assert all(height >= 0 for *_, height in rectangles(made))


def test_long_type_is_made_smaller_before_the_shelf_goes() -> None:
    guide = guide_of(subtitle="A subtitle that does not end " * 12)
    context = context_of(guide, LAYOUT)
    made = cover(guide, context)
    assert context.diagnostics == []
    subtitle = next(label for label in made.labels if label.style.name.startswith("cover-subtitle"))
    assert subtitle.style.size < LAYOUT.styles["cover-subtitle"].size


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Paragraph(LAYOUT.styles["body"], (Text("Words."),)), [" · works in grey"]),
        (Picture("heart.png", "A heart.", 10, 10, LAYOUT.styles["figure"]), [" · in colour"]),
        (None, [""]),
    ],
)
def test_sheets_say_how_they_print(block: Block | None, said: list[str]) -> None:
    """A cover that a printer gets has no pages yet, and says nothing of ink."""
    guide, layout = guide_of(), load_layout("student-workbook")
    context = context_of(guide, layout)
    context.composed = (Section("overview", "Overview", "overview", (block,)),) if block else ()
    (foot,) = (each for each in cover(guide, context).labels if PageCount(sheets=True) in each.inlines)
    assert [each.text for each in foot.inlines[3:] if isinstance(each, Text)] == said


def test_a_book_to_read_says_nothing_of_ink() -> None:
    context = context_of(guide_of(), LAYOUT)
    context.composed = (Section("overview", "Overview", "overview", ()),)
    inlines = [each for label in cover(guide_of(), context).labels for each in label.inlines]
    assert [each.text for each in inlines if isinstance(each, Text) and "grey" in each.text] == []


def test_lines_of_patterns_are_never_finer_than_a_printer_takes() -> None:
    """Sixteen units share 412 pt: 26 pt a block, whose pattern would have lines of 0.56 pt; KDP asks for 0.75."""
    names = ("Guilt", "Time", "Sight", "Money")
    units = [
        {"title": f"Night {n}", "themes": [names[n % 4].lower()], "summary": "He looks in."}
        for n in range(16)
    ]
    themes = [{"name": name, "id": name.lower(), "text": "What it is."} for name in names]
    made = drawn(guide_of(units=units, themes=themes), FACE)
    widths = {shape.line_width for shape in made.shapes if shape.stroke is not None and len(shape.path) > 2}
    assert widths == {800}


def test_no_line_of_a_title_ends_in_a_small_word_that_leans_on_the_next() -> None:
    """Three lines, "Don", "Quijote de" and "la Mancha", would be larger."""
    context = context_of(guide_of(), LAYOUT)
    style, box = context.style("cover-title"), (370_000, 200_000)
    assert fitted("Don Quijote de la Mancha", style, box, context.measurer)[1] == (
        "Don Quijote",
        "de la Mancha",
    )


def test_a_title_of_hundreds_of_words_is_broken_as_any_text_and_measured_once() -> None:
    """No four lines hold it at a third of its size, so none of its 45,000 spans of words is measured."""
    context = context_of(guide_of(), LAYOUT)
    style, title = context.style("cover-title"), "word " * 300
    with patch.object(type(context.measurer), "width", autospec=True, return_value=10**9) as widths:
        assert fitted(title, style, (300_000, 300_000), context.measurer)[1] == (title,)
    assert widths.call_count == 1
