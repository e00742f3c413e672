"""Setting a text costs time in proportion to its length, whatever stands in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from tests.typeset.specimen import BODY, FONTS, MEASURE, set_text

from guidepress.document.inlines import Inline, Look, Text
from guidepress.typeset import set_paragraph
from guidepress.typeset.founts import Fount
from guidepress.typeset.matter import Matter


def _seconds(do: Callable[[], object]) -> float:
    best = 1e9
    for _ in range(2):
        before = time.process_time()
        do()
        best = min(best, time.process_time() - before)
    return best


def _emphasised(count: int) -> tuple[Inline, ...]:
    """One word in which every second letter is emphasised: "a*b*c*a*…"."""
    return tuple(Text("abc"[at % 3], Look(emphasis=at % 2 == 1)) for at in range(count))


@pytest.mark.parametrize("unit", ["x", "x-y", "fi—", "a\u00ad", "a\u00a0"])
def test_a_long_word_costs_four_times_what_a_quarter_of_it_does(unit: str) -> None:
    """Quadratic work would cost 16 times as much; 4 and a margin for the machine's own noise are less than 9."""
    set_text(unit * 100)
    short, long = (_seconds(lambda count=count: set_text(unit * count)) for count in (1000, 4000))  # type: ignore[misc] # the count of each
    assert long / short < 9


def test_emphasis_inside_a_word_costs_four_times_what_a_quarter_of_it_does() -> None:
    set_paragraph(_emphasised(100), MEASURE, BODY, FONTS)
    short, long = (
        _seconds(lambda count=count: set_paragraph(_emphasised(count), MEASURE, BODY, FONTS))  # type: ignore[misc] # likewise
        for count in (1000, 4000)
    )
    assert long / short < 9


def test_the_places_of_a_long_word_are_found_at_once_where_a_letter_before_it_has_another_look() -> None:
    def asked(count: int) -> int:
        """How often edges of a word are measured; what a word costs is kept, so seconds of a second time say nothing."""
        with patch.object(Fount, "_edges", autospec=True, side_effect=Fount._edges) as edges:
            set_paragraph((Text("a", Look(emphasis=True)), Text("w" * count)), MEASURE, BODY, FONTS)
        return edges.call_count

    assert asked(1000) == asked(2000) < 9


def test_each_look_of_a_text_is_held_against_its_own_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 4,000 looks and some 300 line ends few meet: four times the text asks four times as often, not 16 times."""
    asked: list[range] = []
    usual = Matter._word_cuts

    def counted(matter: Matter, units: range, *more: Any) -> Any:  # noqa: ANN401 - handed on
        asked.append(units)
        return usual(matter, units, *more)

    monkeypatch.setattr(Matter, "_word_cuts", counted)
    counts = []
    for count in (500, 2000):
        asked.clear()
        looks = (Text("anticipation "), Text("anticipation ", Look(emphasis=True)))
        set_paragraph(looks * count, MEASURE, BODY, FONTS)
        assert all(asked)  # none of them empty
        counts.append(len(asked))
    assert 0 < counts[1] < 6 * counts[0]


def test_a_word_longer_than_many_lines_fills_each_of_them() -> None:
    """Each line but the last holds as many letters as fit, so none is shorter than its neighbour by a letter or more."""
    lines = set_text("x" * 1000)
    assert sum(len(word.text) for line in lines for run in line.runs for word in run.words) == 1000
    widths = {line.width for line in lines[:-1]}
    assert max(widths) - min(widths) < 6_000
    assert min(widths) > MEASURE - 6_000
