from __future__ import annotations

from itertools import pairwise

import pytest
from tests.stock import stock_layout
from tests.typeset.reading import read
from tests.typeset.specimen import BODY, FONTS, MEASURE, set_text

from guidepress.base.diagnostics import Span
from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, set_paragraph


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


STOCK = Fonts(stock_layout("base").fonts)


def faces(text: str, style: Style = BODY) -> list[str]:
    """The faces of a line, one after the other."""
    (line,) = set_paragraph((Text(text),), MEASURE, style, STOCK)
    assert line.diagnostics == ()
    assert read(line) == text
    return [run.face.name for run in line.runs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ωμέγα", ["serif-regular"]),
        ("Москва", ["serif-regular"]),
        ("ἀρχή", ["sans-regular"]),  # the serif has all but the first letter: one word stands in one face
        ("♯", ["symbols-regular"]),
        ("⇒", ["sans-more-regular"]),
    ],
)
def test_scripts_and_signs_are_borrowed_where_they_are_found(text: str, expected: list[str]) -> None:
    assert faces(text) == expected


@pytest.mark.parametrize(
    ("font", "weight", "expected"),
    [
        ("serif", "regular", "serif-more-regular-italic"),
        ("serif", "bold", "serif-more-bold-italic"),
        ("sans", "regular", "sans-more-regular-italic"),
    ],
)
def test_italics_come_from_the_family_of_the_same_design(font: str, weight: str, expected: str) -> None:
    style = replace(BODY, font=font, weight=weight, italic=True)
    assert faces("Ωμέγα", style) == faces("Москва", style) == [expected]


SIGNS = (
    "♩♪♫♬♭♮♯←↑→↓↔↕↖↗↘↙⇐⇒⇔↦✓✔✗✘☐☑☒±×÷√∛∞≈≠≡≤≥∈∉⊂⊃⊆⊇∪∩∅∀∃∧∨¬∑∏∫∂∇∝∠⊥∴ℝℤℕℚℂ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁿ₀₁₂₃₄₅₆₇₈₉₊₋"
    "•◦■□▲△◆◇○●★☆♠♣♥♦♡☺♀♂☮✝☪✡⚠½⅓¼¾⅔⅛№℃℉Ω℠™©®§¶†‡‰€£¥₤₹ⅠⅡⅢ①②③"
)


@pytest.mark.parametrize("font", ["serif", "sans"])
@pytest.mark.parametrize("italic", [False, True])
def test_every_usual_sign_is_to_be_had(font: str, italic: bool) -> None:  # noqa: FBT001 - from the table
    style = replace(BODY, font=font, italic=italic)
    lines = set_paragraph((Text(" ".join(SIGNS)),), MEASURE, style, STOCK)
    assert [fault.message for line in lines for fault in line.diagnostics] == []
