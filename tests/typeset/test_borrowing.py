from __future__ import annotations

from itertools import pairwise

import pytest
from tests.typeset.reading import read
from tests.typeset.specimen import BODY, FONTS, MEASURE, set_text

from guidepress.base.diagnostics import Span
from guidepress.document.inlines import Text
from guidepress.typeset import set_paragraph


def test_a_character_that_no_face_has_is_a_fault_with_its_place() -> None:
    span = Span("guide.yaml", 7, 3)
    lines = set_paragraph((Text("a 中 b"), Text(" c 中", span=span)), MEASURE, BODY, FONTS)
    faults = [fault for line in lines for fault in line.diagnostics]
    assert [None, span] == [fault.span for fault in faults]
    assert faults[1].severity == "error"
    assert "“中” (CJK UNIFIED IDEOGRAPH-4E2D, U+4E2D)" in faults[1].message


def test_a_character_is_borrowed_from_another_face() -> None:
    only_sans = next(
        chr(code)
        for code in sorted(FONTS.covers(FONTS.face("sans")) - FONTS.covers(FONTS.face("serif")))
        if 0 in FONTS.shaper(FONTS.face("serif"), (), "en").word(chr(code)).glyphs
    )
    (line,) = set_text(f"a{only_sans}b")
    assert [run.face.name for run in line.runs] == ["serif-regular", "sans-regular", "serif-regular"]
    assert f"a{only_sans}b" == read(line)
    assert line.diagnostics == ()
    for run, after in pairwise(line.runs):
        assert after.x == pytest.approx(run.x + run.width, abs=1)
