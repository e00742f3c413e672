"""Words learnt ahead are the words met one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import PLAIN, Look, Text
from guidepress.layout import load_layout
from guidepress.typeset import Fonts, learn, set_paragraph
from guidepress.typeset.inks import ink_for

if TYPE_CHECKING:
    from guidepress.document.inlines import Inline

TEXTS: tuple[tuple[Inline, ...], ...] = (
    (Text("An efficient office—well-kept, “offered” to flâneurs."),),
    (
        Text("Marley "),
        Text("was dead", Look(emphasis=True)),
        Text(": to begin with. NASA", Look(small_caps=True)),
    ),
    (Text(""), Text(" ")),
)


def test_a_paragraph_is_the_same_whether_its_words_were_learnt_or_not() -> None:
    layout = load_layout("study-guide")
    style = layout.styles["body"]
    fresh, learnt = Fonts(layout.fonts), Fonts(layout.fonts)
    learn(((inlines, style, "en-GB") for inlines in TEXTS), learnt)
    for inlines in TEXTS:
        expected = set_paragraph(inlines, 120_000, style, fresh, language="en-GB")
        got = set_paragraph(inlines, 120_000, style, learnt, language="en-GB")
        assert [
            [
                (
                    run.x,
                    run.gap,
                    run.expansion,
                    [(w.text, w.glyphs, w.advances, w.clusters) for w in run.words],
                )
                for run in line.runs
            ]
            for line in got
        ] == [
            [
                (
                    run.x,
                    run.gap,
                    run.expansion,
                    [(w.text, w.glyphs, w.advances, w.clusters) for w in run.words],
                )
                for run in line.runs
            ]
            for line in expected
        ]


def test_words_that_are_tied_are_learnt_with_the_others() -> None:
    """A tabulator parts words when they are set: what holds one is not met as it is."""
    layout = load_layout("study-guide")
    style, fonts = layout.styles["body"], Fonts(layout.fonts)
    learn([((Text("on page\u00a07 or\tso"),), style, "en")], fonts)
    assert {*ink_for(style, PLAIN, "", fonts, language="en", marked="").fount.tokens} == {"on", "page\u00a07"}


def test_a_character_without_a_glyph_is_still_reported_where_it_stands() -> None:
    layout = load_layout("study-guide")
    fonts, style = Fonts(layout.fonts), layout.styles["body"]
    inlines = (Text("a 漢 b"),)
    learn([(inlines, style, "en")], fonts)
    found = [
        fault.code for line in set_paragraph(inlines, 120_000, style, fonts) for fault in line.diagnostics
    ]
    assert found == ["missing-glyph"]
