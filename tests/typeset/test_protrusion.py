from __future__ import annotations

import pytest
from tests.typeset.reading import hang, right_edge
from tests.typeset.specimen import CAROL, MEASURE, set_text


def test_justified_lines_fill_the_measure_and_marks_hang_over_it() -> None:
    lines = set_text(CAROL)
    for line in lines[:-1]:
        left, right = hang(line)
        assert line.runs[0].x == pytest.approx(-left, abs=1)
        # gaps are whole mpt: n of them leave at most n/2 over
        assert right_edge(line) == pytest.approx(MEASURE + right, abs=len(line.runs[0].words) / 2 + 2)
    assert any(hang(line)[1] > 0 for line in lines)
