from __future__ import annotations

from tests.typeset.reading import copied, right_edge
from tests.typeset.specimen import MEASURE, set_text


def test_a_word_too_long_for_the_measure_is_cut_and_reported() -> None:
    word = "x" * 5000
    lines = set_text(f"before {word} after")
    assert f"before {word} after" == copied(lines)
    assert all(right_edge(line) <= MEASURE + 100 for line in lines)
    warnings = [fault for line in lines for fault in line.diagnostics]
    assert [(fault.severity, fault.code) for fault in warnings] == [("warning", "word-too-long")]
    assert "5000 letters" in warnings[0].message
