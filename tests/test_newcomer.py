"""A newcomer's ten lines and a guide with every key, in every layout: no promise unkept, no section without content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.compose.outline import texts, words
from tests.compose.test_nothing_lost import lost, on_pages, short_of, strings
from tests.ledger.shelves import ROOT
from tests.stock import stock_layout

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import build, make_book
from guidepress.document.blocks import Columns, Figure, Group, MarginNote, Paragraph, Picture, Table
from guidepress.guide import load_guide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block, Document
    from guidepress.guide.model import Guide

LAYOUTS = sorted(path.stem for path in (ROOT / "layouts").glob("*.yaml") if path.stem != "base")

TEN_LINES = """format: 1
title: The Tell-Tale Heart
author: Edgar Allan Poe
language: en-US
overview: |-
  A man explains, with great care, why he is not mad, and how he killed the old man he *loved*.
symbols:
  - {name: The Beating Heart, text: "What he hears under the floor is his own heart."}
questions:
  - {type: short_answer, prompt: Why does the narrator confess?, lines: 4, use: [discussion]}
"""

NOTHING_FOR = {"exam", "flash-cards", "parallel-text", "quiz", "side-by-side"}
"""Layouts for which ten lines hold nothing: no test questions, no words, no passages, no units."""


@cache
def guide(name: str) -> Guide:
    if name == "ten lines":
        return load_guide(TEN_LINES)
    folder = Path(__file__).parent / "guide" / "cases"
    text = (folder / "everything.yaml").read_text(encoding="utf-8")
    return load_guide(text.replace("use: quiz", "use: [quiz, exam]"), folder=folder)


def holds_something(blocks: Iterable[Block]) -> bool:
    """Whether there is anything but headings, labels and room."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.heading is None and words(block.inlines).strip():
                return True
        elif isinstance(block, Group | MarginNote | Columns):
            if holds_something(block.blocks):
                return True
        elif isinstance(block, Table):
            if any(holds_something(cell.blocks) for row in block.rows for cell in row.cells):
                return True
        elif isinstance(block, Figure | Picture):
            return True
    return False


def text_of(document: Document, kind: str) -> str:
    return " ".join(text for part in document.sections if part.kind == kind for text in strings(part.blocks))


@pytest.mark.parametrize("name", ["ten lines", "every key"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_guide_is_set_in_every_layout_or_told_what_it_lacks(layout: str, name: str) -> None:
    if name == "ten lines" and layout in NOTHING_FOR:
        with pytest.raises(FaultsFound, match=f"The guide holds nothing that the layout '{layout}'"):
            make_book(guide(name), stock_layout(layout))
        return
    document, book = make_book(guide(name), stock_layout(layout))
    empty = [part.title for part in document.sections if not holds_something(part.blocks[1:] or part.blocks)]
    assert empty == []
    kinds = {part.kind for part in document.sections}
    promised = text_of(document, "how-to-use")
    assert ("answer key" in promised) == ("answer-key" in kinds and "how-to-use" in kinds)
    assert "Quotes are numbered" not in promised or "quotes" in kinds
    assert "Quick checks" not in promised or "answer-key" in kinds
    listed = {part.title for part in document.sections}
    assert all(
        any(title in words(line.inlines) for title in listed)
        for part in document.sections
        if part.kind == "contents"
        for line in texts(part.blocks)
        if line.style.name == "toc-1"
    )
    assert lost(guide(name), stock_layout(layout), document) == []
    if not stock_layout(layout).sampler.open:
        printed = "".join(on_pages(frame for page in book.pages for frame in page.frames))
        assert not short_of(document, printed)


@pytest.mark.parametrize(("layout", "missing"), [("parallel-text", "parallel"), ("side-by-side", "units")])
def test_a_layout_without_what_it_is_made_for_is_no_book(layout: str, missing: str) -> None:
    with pytest.raises(FaultsFound, match=f"nothing that the layout '{layout}' is made for: {missing}\\."):
        build(TEN_LINES, layout)


def test_a_key_is_promised_only_where_there_is_one() -> None:
    answered = TEN_LINES.replace("lines: 4,", "lines: 4, answer: He hears the heart.,")
    for text, has in ((TEN_LINES, False), (answered, True)):
        document, _ = make_book(load_guide(text), stock_layout("study-guide"))
        assert ("The answer key stands" in text_of(document, "how-to-use")) is has
        assert ("answer-key" in {part.kind for part in document.sections}) is has


def test_a_question_without_a_stage_is_asked_in_a_layout_of_stages() -> None:
    document, _ = make_book(guide("ten lines"), stock_layout("teaching-guide"))
    assert "Why does the narrator confess?" in text_of(document, "questions")


ONE_UNIT = """format: 1
title: The Tell-Tale Heart
author: Edgar Allan Poe
language: en-US
units:
  - title: The Confession
    summary: A man explains how he killed the old man he *loved*.
"""


@pytest.mark.parametrize("layout", ["handout", "one-page"])
def test_a_title_above_nothing_is_no_page(layout: str) -> None:
    """A unit without a recap, an analysis or words has nothing for a sheet in brief."""
    with pytest.raises(
        FaultsFound, match=f"The guide holds nothing that the layout '{layout}' prints: (?!masthead)"
    ):
        build(ONE_UNIT, layout)


@pytest.mark.parametrize("analysed", [True, False])
def test_an_analysis_is_promised_only_where_there_is_one(*, analysed: bool) -> None:
    text = f"{ONE_UNIT}    analysis: He is proud.\n" if analysed else ONE_UNIT
    document, _ = make_book(load_guide(text), stock_layout("study-guide"))
    said = text_of(document, "how-to-use")
    assert "Read the work itself first, then its summary" in said
    assert ("the analysis shows" in said) is analysed
