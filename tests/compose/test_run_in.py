"""Entries of a few lines: the name run in, whole sentences only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.composing import compose, context_of
from tests.ledger.shelves import GUIDES
from tests.stock import stock_guide, stock_layout

from guidepress.base.diagnostics import Span
from guidepress.compose.run_in import in_brief, run_in
from guidepress.compose.words import bracketed
from guidepress.document.inlines import Text
from guidepress.guide.model import NOWHERE, Markdown

if TYPE_CHECKING:
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


def said(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def test_what_the_guide_says_in_brief_is_printed_whole(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    brief = Markdown("Mr. Marsh is *kind*. He is old.")
    assert said(in_brief(context, "Jack", brief, NOWHERE)) == "Mr.\u00a0Marsh is kind. He is old."
    assert context.diagnostics == []


def test_without_it_a_warning_says_what_to_write(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    place = Span("guide.yaml", 7, 3)
    assert in_brief(context, "Jack", None, place) == ()
    (found,) = context.diagnostics
    assert (found.severity, found.code, found.span) == ("warning", "no-brief", place)
    assert "in_brief" in found.hint


@pytest.mark.parametrize("name", GUIDES)
def test_the_stock_guides_say_of_everything_on_one_page_what_it_is(name: str) -> None:
    document = compose(stock_guide(name), stock_layout("one-page"))
    assert [each.message for each in document.diagnostics if each.code == "no-brief"] == []


@pytest.mark.parametrize("name", GUIDES)
def test_in_brief_is_one_sentence(name: str) -> None:
    guide = stock_guide(name)
    said_of = [
        *(each.in_brief for each in guide.characters),
        *(each.in_brief for each in guide.themes),
        *(each.in_brief for each in guide.symbols),
    ]
    briefs = [each.source for each in said_of if each]
    assert len(briefs) >= len(guide.themes) + len(guide.symbols)
    assert [each for each in briefs if not re.fullmatch(r"[^.!?]*(?:(?<=[A-Z])\.[^.!?]*)?[.!?]", each)] == []


def test_name_role_and_text_are_one_paragraph(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    mark = context.themes[guide.themes[0].id]
    entry = run_in(context, "Jack", (Text("A sailor."),), role="captain", mark=mark, anchor="jack")
    assert said(entry.inlines).split() == ["1", "Jack", "(captain).", "A", "sailor."]
    assert entry.anchor == "jack"
    assert said(run_in(context, "Jack", ()).inlines) == "Jack"


def test_brackets_do_not_stand_in_brackets() -> None:
    assert bracketed("verb") == " (verb)"
    assert bracketed("verb (past tense)") == ", verb (past tense)"
