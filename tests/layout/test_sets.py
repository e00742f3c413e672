"""--set and --paper stand over every file, and their faults name the expression."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.layout import load_layout


def fault(path: str, value: str) -> tuple[str, str, str]:
    with pytest.raises(FaultsFound) as raised:
        load_layout("study-guide", sets=((path, value),))
    (found,) = raised.value.diagnostics
    return found.code, str(found.span), found.hint


def test_a_setting_changes_one_value_and_leaves_its_neighbours() -> None:
    margins = load_layout("study-guide", sets=(("page.margins.inside", "25.4mm"),)).page.margins
    assert (margins.inside, margins.outside, margins.top) == (72_000, 54_000, 70_000)


def test_a_setting_stands_over_what_the_paper_brings() -> None:
    page = load_layout("study-guide", paper="a4", sets=(("page.margins.top", "1in"),)).page
    # A4 is 210 x 297 mm, 595.276 x 841.890 pt; its foot margin comes from the base's `papers`.
    assert (page.width, page.height) == (595_276, 841_890)
    assert (page.margins.top, page.margins.bottom) == (72_000, 83_890)


def test_the_later_setting_wins() -> None:
    sets = (("page.columns", "2"), ("page.columns", "1"), ("page.grid", "0"))
    page = load_layout("study-guide", sets=sets).page
    assert (page.columns, page.grid) == (1, 0)


def test_settings_reach_sections_by_kind_and_take_lists() -> None:
    sets = (
        ("sections.units.checks", "false"),
        ("sections.questions.use", "[quiz, exam]"),
        ("sections.quiz", "none"),
    )
    kinds = {spec.kind: spec for spec in load_layout("study-guide", sets=sets).sections}
    assert kinds["units"].options.checks is False
    assert kinds["questions"].options.pick.use == ("quiz", "exam")
    assert "quiz" not in kinds


def test_a_text_with_braces_is_a_text() -> None:
    layout = load_layout("study-guide", sets=(("furniture.foot_recto.centre", "{folio}: of {pages}"),))
    assert layout.furniture.foot_recto.centre == "{folio}: of {pages}"


@pytest.mark.parametrize(
    ("path", "value", "code", "column", "hint"),
    [
        # "--set " is six characters long, so the path starts in column 7 and the value after the equals sign.
        ("page.margins.insid", "25mm", "unknown-key", 7, 'Did you mean "inside"?'),
        ("page.margins.inside", "25", "wrong-value", 27, ""),
        ("pgae.grid", "0", "unknown-key", 7, 'Did you mean "page"?'),
        ("sections.unit.checks", "false", "unknown-entry", 7, 'Did you mean "units"?'),
        ("palette", "[#000000", "malformed-yaml", 0, ""),
        ("page..grid", "0", "wrong-set", 0, "Write --set page.margins.inside=25mm."),
        ("styles.body.size", "6pt", "type-too-small", 24, "Choose 7pt or more."),
    ],
)
def test_faults_name_the_expression(path: str, value: str, code: str, column: int, hint: str) -> None:
    found, place, said = fault(path, value)
    assert found == code
    assert said.startswith(hint)
    if column:
        assert place == f"--set {path}={value}:1:{column}"


def test_an_unknown_paper_names_the_option() -> None:
    with pytest.raises(FaultsFound) as raised:
        load_layout("study-guide", paper="a44")
    (found,) = raised.value.diagnostics
    assert (found.code, str(found.span)) == ("unknown-paper", "--paper a44:1:9")


def test_a_page_too_small_for_its_margins_says_the_numbers() -> None:
    with pytest.raises(FaultsFound) as raised:
        load_layout("study-guide", paper="4in x 8in")
    # 288 - 2 * 54 - 144 - 18 = 18pt for the text, where ten em of 10.5pt are 105pt.
    (found,) = (f for f in raised.value.diagnostics if f.code == "impossible-margins")
    assert "leave 18pt a column" in found.message
    assert "needs 105pt" in found.message
