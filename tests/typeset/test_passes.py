from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

import pytest
from tests.typeset.reading import copied, trace
from tests.typeset.specimen import BODY, CAROL, FONTS, LEFT_ALIGNED, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.typeset import passes
from guidepress.typeset.breaking import Measures, total_fit
from guidepress.typeset.breaking import _reach as reach
from guidepress.typeset.breakpoints import Breakpoints
from guidepress.typeset.collecting import collect
from guidepress.typeset.paragraph_shape import shape_of
from guidepress.typeset.passes import break_matter, fits_one_line
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


def test_no_more_than_two_lines_in_a_row_end_in_hyphens() -> None:
    for measure in range(30 * BODY.size, 40 * BODY.size, 500):
        lines = set_text("internationality " * 40, BODY, measure)
        rows = "".join("-" if line.hyphenated else " " for line in lines).split(" ")
        assert max(map(len, rows)) <= 2


@pytest.mark.parametrize(("expected", "ratio"), [([AS_WRITTEN], 1.89), ([AS_WRITTEN, DIVIDED, FINELY], 1.91)])
def test_a_narrow_column_takes_wider_spaces_before_it_divides_words(
    expected: list[int], ratio: float
) -> None:
    assert expected == tried(Words(50.0, 45.0 - 5 * ratio, 90.0), replace(JUSTIFIED, narrow=True))


def test_text_that_must_not_be_divided_is_cut_where_it_cannot_fit() -> None:
    assert tried(Words(50.0, 90.0), replace(RAGGED, divide=False)) == [AS_WRITTEN, CUT_LONG]


def test_a_word_is_long_if_the_narrower_of_the_lines_cannot_hold_it() -> None:
    words = Words(50.0, 90.0)
    tried(words, replace(RAGGED, first=80.0))
    assert words.longest == 80.0


def test_what_fits_one_line_is_one_line() -> None:
    """50 + 5 + 45 = 100, what stands before the first word and behind the last not counted."""
    assert fits_one_line(cast("Matter", Words(50.0, 45.0)), JUSTIFIED)
    assert not fits_one_line(cast("Matter", Words(50.0, 45.1)), replace(JUSTIFIED, shrink=0.5))


@pytest.mark.parametrize("measure", [60_000, 90_000, 140_000, 252_000])
@pytest.mark.parametrize("style", [BODY, LEFT_ALIGNED, replace(BODY, first_indent=30_000)])
def test_words_that_no_line_can_end_in_need_no_hyphens(
    monkeypatch: pytest.MonkeyPatch, measure: int, style: Style
) -> None:
    """Lines end where they would if every word was looked at."""
    ((matter,),) = collect((Text(CAROL),), BODY, FONTS, "en-GB")
    measures = shape_of(style, measure).measures
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


def even(count: int) -> Breakpoints:
    """Words of 20 with a space of 5 after each: word k stands from 25 k to 25 k + 20."""
    ramp = [5.0 * i for i in range(count + 1)]
    return Breakpoints([25.0] * count, [5.0] * count, [0.0] * count, (ramp, [0.0, *ramp]))


def test_only_words_about_a_line_end_can_stand_there() -> None:
    """Ragged lines of 90 to 100. The first ends in word 3 (75 to 95) or in word 4 (100 to 120), if it is divided.

    The second begins at 125 at the latest, so it ends between 180 and 225, in words 7 to 9; the third between 270 and
    350, in word 10 or 11; a fourth would begin behind the last word.
    """
    assert passes._at_line_ends(even(12), RAGGED, 1.0) == [range(3, 5), range(7, 10), range(10, 12)]


def test_where_lines_may_end_anywhere_all_words_may_stand_there() -> None:
    """Ragged lines of 40 to 100: from 80 on the ends of second lines and from 120 on those of third ones overlap."""
    assert passes._at_line_ends(even(12), RAGGED, 6.0) == [range(1, 12)]
    assert passes._at_line_ends(even(12), RAGGED, inf) == [range(12)]


def test_justified_lines_give_and_take_by_their_spaces_and_glyphs() -> None:
    """Twice the share of spaces: 2 x 100 x 60 / 295 = 40.7. Expansion 0.02 of 100 is 2.

    Give 0.5 x (0.1 x 40.7 + 2) = 3.03, take 0.05 x 40.7 + 2 = 4.03: the first line ends between 96.97 and 104.03.
    The second begins at 125 at the latest and ends between 193.9 and 229.03.
    """
    measures = Measures(100.0, 100.0, stretch=0.1, shrink=0.05, expand=0.02, rag=0.0)
    assert passes._at_line_ends(even(12), measures, 0.5)[:2] == [range(4, 5), range(7, 10)]


def test_few_ends_are_looked_at_only_while_words_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three on either side, where that is asked for; in later passes, and in books, as many as there are. No line is full."""
    asked: list[int] = []

    def noted(points: Breakpoints, measures: Measures, tolerance: float) -> list[int] | None:
        asked.append(measures.most)
        return total_fit(points, measures, tolerance)

    monkeypatch.setattr(passes, "total_fit", noted)
    words = cast("Matter", Words(*(10.0,) * 40))
    whole = Measures(104.0, 104.0, stretch=1e-3, rag=1e-9)
    for few, first in ((False, whole.most), (True, 3)):
        asked.clear()
        break_matter(words, whole, few=few)
        assert asked[0] == first
        assert len(asked) > 1
        assert set(asked[1:]) == {whole.most}


def test_the_nearest_ends_lie_on_either_side_of_the_fullest_line() -> None:
    """Words of 5 and spaces of 5 to a line of 52: 5 words and 4 spaces are 45, one more 55, three less 15."""
    words = cast("Matter", Words(*(5.0,) * 60))
    points = Breakpoints(*words.columns[:3], words.spaces)
    loose = Measures(52.0, 52.0, stretch=9.0, shrink=0.9, most=3)
    found = sorted(node for node, _ in reach(points, loose, 0, 9.0))
    assert found == [3, 4, 5, 6, 7, 8]
    assert len(reach(points, replace(loose, most=30), 0, 9.0)) > 6
