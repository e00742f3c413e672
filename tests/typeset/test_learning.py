"""Words learnt ahead are the words met one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import Look, Text
from guidepress.layout import load_layout
from guidepress.typeset import Fonts, learn, set_paragraph

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


def test_a_character_without_a_glyph_is_still_reported_where_it_stands() -> None:
    layout = load_layout("study-guide")
    fonts, style = Fonts(layout.fonts), layout.styles["body"]
    inlines = (Text("a 漢 b"),)
    learn([(inlines, style, "en")], fonts)
    found = [
        fault.code for line in set_paragraph(inlines, 120_000, style, fonts) for fault in line.diagnostics
    ]
    assert found == ["missing-glyph"]
