"""Entries of a few lines: the name run in, whole sentences only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import context_of

from guidepress.compose.run_in import opening, run_in, whole_sentences
from guidepress.document.inlines import Look, NoteMark, Text
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout


def said(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


@pytest.mark.parametrize(
    ("most", "text", "left"),
    [
        (30, "One is short. Two is longer. Three.", "One is short. Two is longer."),
        (20, "One is short. Two is longer. Three.", "One is short."),
        (5, "One is short. Two is longer.", "One is short."),  # one sentence at least
        (30, "Mr. Scrooge and Dr. Who met. They talked at length.", "Mr. Scrooge and Dr. Who met."),
        (12, "“Bah!” he said. No more.", "“Bah!” he said."),
        (40, "No end in sight", "No end in sight"),
        (9, "Is it so? Yes.", "Is it so?"),
    ],
)
def test_a_text_is_cut_after_a_whole_sentence(most: int, text: str, left: str) -> None:
    assert said(whole_sentences((Text(text),), most)) == left


def test_a_sentence_may_go_through_several_inlines() -> None:
    inlines = (Text("The "), Text("Carol", Look(emphasis=True)), Text(" is short. The rest is not."))
    cut = whole_sentences(inlines, 25)
    assert said(cut) == "The Carol is short."
    assert cut[1] is inlines[1]


def test_a_note_mark_after_the_cut_is_gone() -> None:
    inlines: tuple[Inline, ...] = (Text("First. "), Text("Second."), NoteMark("note-1", 1))
    assert whole_sentences(inlines, 6) == (Text("First."),)


def test_the_first_paragraph_opens_a_text(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    assert said(opening(context, Markdown("First, with *stress*.\n\nSecond."))) == "First, with stress."
    assert opening(context, Markdown("- a list")) == ()
    assert opening(context, None) == ()


def test_name_role_and_text_are_one_paragraph(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    mark = context.themes[guide.themes[0].id]
    entry = run_in(context, "Jack", (Text("A sailor."),), role="captain", mark=mark, anchor="jack")
    assert said(entry.inlines).split() == ["1", "Jack", "(captain).", "A", "sailor."]
    assert entry.anchor == "jack"
    assert said(run_in(context, "Jack", ()).inlines) == "Jack"
