from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from tests.typeset.reading import copied, trace
from tests.typeset.specimen import BODY, CAROL, FONTS, LEFT_ALIGNED, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.typeset import passes
from guidepress.typeset.breaking import Measures
from guidepress.typeset.collecting import collect
from guidepress.typeset.forme import forme_of
from guidepress.typeset.passes import break_matter
from guidepress.typeset.places import AS_WRITTEN, CUT, CUT_LONG, DIVIDED, FINELY

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.typeset.matter import Matter


class Words:
    """Matter of words that no level can divide; notes the levels that are tried."""

    def __init__(self, *widths: float) -> None:
        count = len(widths)
        ramp = [5.0 * i for i in range(count + 1)]
        self.columns = ([width + 5 for width in widths], [5.0] * count, [0.0] * count, (), ())
        self.spaces = ramp, [0.0, *ramp]
        self.levels: list[int] = []

    def cuts(self, level: int, _near: list[range], longest: float) -> list[object]:
        self.levels.append(level)
        self.longest = longest
        return []


def tried(words: Words, measures: Measures) -> list[int]:
    break_matter(cast("Matter", words), measures)
    return words.levels


JUSTIFIED = Measures(100.0, 100.0, stretch=1.0, rag=1e-9)
RAGGED = Measures(100.0, 100.0, rag=10.0)


@pytest.mark.parametrize(
    ("expected", "ratio"),
    [
        ([AS_WRITTEN], 0.84),
        ([AS_WRITTEN, DIVIDED], 0.86),
        ([AS_WRITTEN, DIVIDED], 0.94),
        ([AS_WRITTEN, DIVIDED, DIVIDED], 0.96),
        ([AS_WRITTEN, DIVIDED, DIVIDED], 1.24),
        ([AS_WRITTEN, DIVIDED, DIVIDED, FINELY], 1.26),
        ([AS_WRITTEN, DIVIDED, DIVIDED, FINELY], 1.59),
        ([AS_WRITTEN, DIVIDED, DIVIDED, FINELY, CUT], 1.61),
    ],
)
def test_justified_text_is_divided_only_where_its_spaces_would_be_wider(
    expected: list[int], ratio: float
) -> None:
    """A line of two words, its space of 5 stretched by 5 x the ratio."""
    assert expected == tried(Words(50.0, 45.0 - 5 * ratio, 90.0), JUSTIFIED)


@pytest.mark.parametrize(
    ("expected", "ratio"),
    [
        ([AS_WRITTEN], 0.99),
        ([AS_WRITTEN, DIVIDED, FINELY], 1.01),
        ([AS_WRITTEN, DIVIDED, FINELY], 1.99),
        ([AS_WRITTEN, DIVIDED, FINELY, CUT], 2.01),
    ],
)
def test_ragged_text_is_divided_only_where_a_line_would_be_shorter(expected: list[int], ratio: float) -> None:
    """A line of one word, short by 10 x the ratio."""
    assert expected == tried(Words(100.0 - 10 * ratio, 90.0), RAGGED)


def test_text_that_must_not_be_divided_is_cut_where_it_cannot_fit() -> None:
    assert tried(Words(50.0, 90.0), replace(RAGGED, divide=False)) == [AS_WRITTEN, CUT_LONG]


def test_a_word_is_long_if_the_narrower_of_the_lines_cannot_hold_it() -> None:
    words = Words(50.0, 90.0)
    tried(words, replace(RAGGED, first=80.0))
    assert words.longest == 80.0


def test_what_fits_one_line_is_one_line() -> None:
    """50 + 5 + 45 = 100: no level is tried."""
    words = Words(50.0, 45.0)
    _, nodes = break_matter(cast("Matter", words), JUSTIFIED)
    assert (nodes, words.levels) == ([2], [])
    assert tried(Words(50.0, 45.1), replace(JUSTIFIED, shrink=0.5)) == [AS_WRITTEN]


@pytest.mark.parametrize("measure", [60_000, 90_000, 140_000, 252_000])
@pytest.mark.parametrize("style", [BODY, LEFT_ALIGNED, replace(BODY, first_indent=30_000)])
def test_words_that_no_line_can_end_in_need_no_hyphens(
    monkeypatch: pytest.MonkeyPatch, measure: int, style: Style
) -> None:
    """Lines end where they would if every word was looked at."""
    ((matter,),) = collect((Text(CAROL),), BODY, FONTS, "en-GB")
    measures = forme_of(style, measure).measures
    galley, nodes = break_matter(matter, measures)
    found = [(galley.units[node], galley.offsets[node]) for node in nodes]
    monkeypatch.setattr(passes, "_at_line_ends", lambda galley, *_: [range(len(galley.starts))])
    galley, nodes = break_matter(matter, measures)
    assert [(galley.units[node], galley.offsets[node]) for node in nodes] == found


def test_a_style_without_hyphenation_divides_only_what_cannot_fit() -> None:
    style = replace(LEFT_ALIGNED, hyphenate=False)
    lines = set_text("a remarkable gentleman’s administrators", style, 60_000)
    assert trace(lines) == "a|\nremarkable|\ngentleman’s|\nadministrat-|\nors"


def test_what_cannot_stay_together_parts_at_its_fixed_space_before_any_word_is_cut() -> None:
    lines = set_text("Capítulos\u00a0II.16–29:", LEFT_ALIGNED, 64_000)
    assert [copied([line]).strip("\u00a0 ") for line in lines] == ["Capítulos", "II.16–29:"]
    assert not [fault for line in lines for fault in line.diagnostics]
