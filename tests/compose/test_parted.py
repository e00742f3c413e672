"""Copies that are handed out begin on sheets of their own and have names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tests.compose.orders import entry
from tests.composing import compose

from guidepress.base.record import replace

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


def _parts(guide: Guide, layout: Layout, numbering: Literal["book", "copies"]) -> list[tuple[str, str, str]]:
    quiz = entry("quiz", versions=2, start="page")
    sections = (entry("overview"), quiz, entry("answer-sheet"), quiz, entry("plot"), entry("answer-key"))
    document = compose(guide, replace(layout, sections=sections, numbering=numbering))
    return [(section.kind, section.part, section.start) for section in document.sections]


def test_versions_sheets_and_keys_are_copies_and_names_are_unique(guide: Guide, layout: Layout) -> None:
    assert _parts(guide, layout, "copies") == [
        ("overview", "", "page"),
        ("quiz", "version-a", "recto"),
        ("quiz", "version-b", "recto"),
        ("answer-sheet", "answer-sheet", "recto"),
        ("quiz", "quiz-3", "recto"),
        ("quiz", "quiz-4", "recto"),
        ("plot", "rest", "recto"),
        ("answer-key", "answer-key", "recto"),
    ]


def test_a_book_that_is_numbered_through_has_none(guide: Guide, layout: Layout) -> None:
    assert {part for _, part, _ in _parts(guide, layout, "book")} == {""}


def test_pages_printed_on_one_side_need_no_recto(guide: Guide, layout: Layout) -> None:
    single = replace(layout, page=replace(layout.page, mirrored=False))
    assert {start for kind, _, start in _parts(guide, single, "copies") if kind == "quiz"} == {"page"}


def test_sheets_with_a_line_for_the_name_are_copies_and_lists_to_talk_about_are_not(
    guide: Guide, layout: Layout
) -> None:
    sections = (
        entry("questions", lines=True, name_line=True, use=["discussion"]),
        entry("essays", lines=True, name_line=True),
        entry("questions", use=["discussion"]),
        entry("essays", name_line=True),
    )
    document = compose(guide, replace(layout, sections=sections, numbering="copies"))
    assert [(section.kind, section.part) for section in document.sections] == [
        ("questions", "questions"),
        ("essays", "essays"),
        ("questions", "rest"),
        ("essays", ""),
    ]
