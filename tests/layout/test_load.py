"""Layouts stand on other layouts; settings stand on all of them; what cannot be found is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.limits import EXTENDS
from guidepress.compose.sections.quotes import QuotesOptions
from guidepress.layout import load_layout
from guidepress.layout.areas import areas_of

if TYPE_CHECKING:
    from pathlib import Path


def faults(path: Path | str, **options: object) -> tuple[Diagnostic, ...]:
    with pytest.raises(FaultsFound) as raised:
        load_layout(str(path), **options)  # type: ignore[arg-type]
    return raised.value.diagnostics


def write(path: Path, text: str) -> str:
    path.write_text(text)
    return str(path)


def test_a_file_says_only_what_differs_from_the_layout_it_extends(tmp_path: Path) -> None:
    ours = load_layout(write(tmp_path / "ours.yaml", "extends: study-guide\ncolours: {accent: '#800020'}\n"))
    stock = load_layout("study-guide")
    assert ours.name == "ours"
    assert ours.colours["accent"] == Colour(128, 0, 32)
    assert ours.styles["h2"].colour == Colour(128, 0, 32)
    assert (ours.page, ours.sections, ours.furniture) == (stock.page, stock.sections, stock.furniture)
    assert ours.styles["body"] == stock.styles["body"]


def test_a_layout_that_extends_nothing_stands_on_base(tmp_path: Path) -> None:
    ours = load_layout(write(tmp_path / "ours.yaml", "sections: [plot]\n"))
    assert ours.styles == load_layout("base").styles
    assert [spec.kind for spec in ours.sections] == ["plot"]


def test_styles_inherit_from_styles_of_the_layouts_below(tmp_path: Path) -> None:
    text = "extends: study-guide\nstyles: {h1: {weight: bold}, pull: {extends: h1, size: 20pt}}\n"
    ours = load_layout(write(tmp_path / "ours.yaml", text))
    # h1 is 27/30 in the base; pull takes all of that and this file's weight, and has a size of its own.
    pull = ours.styles["pull"]
    assert (pull.name, pull.size, pull.leading, pull.weight) == ("pull", 20_000, 30_000, "bold")


def test_an_em_is_the_size_of_the_style_that_inherits_it(tmp_path: Path) -> None:
    text = (
        "styles: {a: {size: 10pt, leading: 24pt, hang: 2em}, b: {extends: a, size: 20pt}}\nsections: [plot]\n"
    )
    styles = load_layout(write(tmp_path / "ours.yaml", text)).styles
    assert (styles["a"].hang, styles["b"].hang) == (20_000, 40_000)


def test_paths_in_extends_count_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "school").mkdir()
    write(tmp_path / "school" / "house.yaml", "extends: handout\ndescription: House style\n")
    ours = load_layout(write(tmp_path / "ours.yaml", "extends: school/house.yaml\n"))
    assert ours.description == "House style"
    assert [path.rpartition("/")[2] for path in ours.files] == [
        "ours.yaml",
        "house.yaml",
        "handout.yaml",
        "base.yaml",
    ]


def test_origins_name_the_nearest_file_first(tmp_path: Path) -> None:
    ours = load_layout(write(tmp_path / "ours.yaml", "extends: study-guide\nstyles:\n  h2: {size: 13pt}\n"))
    own, base, parent = ours.origins["h2"]
    assert own == "h2 ours.yaml:3"
    assert base.startswith("h2 base.yaml:")
    assert parent.startswith("h1 base.yaml:")


def test_a_map_of_sections_changes_options_and_drops(tmp_path: Path) -> None:
    text = "extends: study-guide\nsections: {units: {checks: false}, quiz: none}\n"
    kinds = {spec.kind: spec for spec in load_layout(write(tmp_path / "ours.yaml", text)).sections}
    assert kinds["units"].options.checks is False
    assert kinds["units"].options.vocabulary == "margin"
    assert "quiz" not in kinds
    assert "quotes" in kinds


def test_none_takes_away_what_a_layout_below_has(tmp_path: Path) -> None:
    text = "extends: study-guide\npage: {margin_column: none}\nfurniture: {head_recto: none}\n"
    ours = load_layout(write(tmp_path / "ours.yaml", text))
    assert ours.page.margin_column is None
    assert ours.furniture.head_recto.right == ""
    # 8.5in less twice 0.75in are 7in.
    assert areas_of(ours.page, ours.styles).full == 7 * 72_000


def test_options_that_are_left_out_have_their_defaults() -> None:
    (quotes,) = (spec for spec in load_layout("study-guide").sections if spec.kind == "quotes")
    assert quotes.options == QuotesOptions(form="text", analysis=True, chips=True, limit=0)


def test_a_switch_stands_over_files_and_under_settings(tmp_path: Path) -> None:
    text = (
        "extends: handout\nswitches: {wide: {page: {columns: 1, margins: {inside: 2in}}}}\nswitch_on: [wide]\n"
        "page: {columns: 2}\n"
    )
    path = write(tmp_path / "ours.yaml", text)
    page = load_layout(path, sets=(("page.margins.inside", "1in"),)).page
    assert (page.columns, page.margins.inside) == (1, 72_000)
    assert load_layout(path, sets=(("switch_on", "[]"),)).page.columns == 2


def test_an_unknown_switch_is_a_fault_with_the_one_that_was_meant(tmp_path: Path) -> None:
    path = write(tmp_path / "ours.yaml", "extends: handout\nswitch_on: [inksaver]\n")
    (fault,) = faults(path)
    assert (fault.code, fault.hint) == ("unknown-switch", 'Did you mean "ink-saver"?')
    assert str(fault.span) == f"{path}:2:13"


def test_a_floor_of_size_alone_keeps_lines_as_open_as_they_were(tmp_path: Path) -> None:
    """Body is 10.5 on 14: 18 on 24. Type that is larger already stays."""
    (tmp_path / "ours.yaml").write_text("extends: study-guide\nfloor: {size: 18pt}\n", encoding="utf-8")
    ours, usual = load_layout(str(tmp_path / "ours.yaml")), load_layout("study-guide")
    assert (ours.styles["body"].size, ours.styles["body"].leading) == (18_000, 24_000)
    assert ours.styles["cover-title"].leading == usual.styles["cover-title"].leading


def test_a_floor_raises_every_style_below_it(tmp_path: Path) -> None:
    text = "extends: study-guide\nfloor: {size: 12pt, leading: 150%}\n"
    styles = load_layout(write(tmp_path / "ours.yaml", text)).styles
    # 12 * 1.5 = 18; h1 is 27pt already, and gets 27 * 1.5 = 40.5pt of leading.
    assert (styles["folio"].size, styles["folio"].leading) == (12_000, 18_000)
    assert (styles["h1"].size, styles["h1"].leading) == (27_000, 40_500)


def test_layouts_that_extend_each_other_are_a_fault_that_shows_the_circle(tmp_path: Path) -> None:
    first = write(tmp_path / "first.yaml", "format: 1\nextends: second.yaml\n")
    second = write(tmp_path / "second.yaml", "format: 1\nextends: ./first.yaml\n")
    (fault,) = faults(first)
    assert fault.code == "extends-circle"
    assert str(fault.span) == f"{second}:2:10"
    assert f"{first} extends {second} extends {first}" in fault.message


def test_a_layout_that_extends_itself_is_a_circle(tmp_path: Path) -> None:
    (fault,) = faults(write(tmp_path / "me.yaml", "extends: me.yaml\n"))
    assert fault.code == "extends-circle"


def test_an_unknown_layout_brings_the_name_that_was_meant(tmp_path: Path) -> None:
    (fault,) = faults("studyguide")
    assert (fault.code, fault.hint) == ("unknown-layout", 'Did you mean "study-guide"?')
    (fault,) = faults(write(tmp_path / "ours.yaml", "extends: handuot\n"))
    assert (fault.code, fault.hint) == ("unknown-layout", 'Did you mean "handout"?')
    assert str(fault.span) == f"{tmp_path}/ours.yaml:1:10"
    (fault,) = faults(write(tmp_path / "ours.yaml", "extends: theirs.yaml\n"))
    assert (fault.code, fault.span.line if fault.span else 0) == ("unknown-layout", 1)
    (fault,) = faults(tmp_path / "nowhere.yaml")
    assert fault.code == "file-not-found"


def test_a_fault_in_a_layout_below_names_that_file(tmp_path: Path) -> None:
    house = write(tmp_path / "house.yaml", "extends: handout\npage: {columns: 0}\n")
    (fault,) = faults(write(tmp_path / "ours.yaml", "extends: house.yaml\ncolours: {accent: '#004400'}\n"))
    assert str(fault.span) == f"{house}:2:17"


def test_a_layout_without_sections_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(write(tmp_path / "ours.yaml", "description: Nothing\n"))
    assert fault.code == "missing-key"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "a",
        "styles: [",
        "page: {",
        "\x00",
        "page: 3\n",
        "styles: 3\n",
        "sections: 3\n",
        "papers: 3\n",
    ],
)
def test_what_is_no_layout_is_a_fault_and_no_crash(tmp_path: Path, text: str) -> None:
    assert faults(write(tmp_path / "ours.yaml", text))


def test_aliases_that_explode_are_refused(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 10)}]" for i in range(8)]
    (fault,) = faults(write(tmp_path / "ours.yaml", "\n".join(lines)))
    assert fault.code == "alias-explosion"


def test_a_layout_may_be_a_mapping_or_a_text() -> None:
    mapping = load_layout(
        {"extends": "handout", "page": {"size": "a4"}, "styles": {"h1": {"leading": "30pt"}}}
    )
    text = load_layout("extends: handout\npage: {size: a4}\nstyles: {h1: {leading: 30pt}}\n", name="ours")
    assert (mapping.name, text.name) == ("layout", "ours")
    # A4 is 210 mm wide: 210 / 25.4 x 72 = 595.276 pt.
    assert {(each.page.width, each.styles["h1"].leading) for each in (mapping, text)} == {(595_276, 30_000)}
    assert (mapping.origins["h1"][0], text.origins["h1"][0]) == ("h1 layout", "h1 ours:3")


def test_faults_of_a_mapping_name_its_keys() -> None:
    with pytest.raises(FaultsFound) as found:
        load_layout(
            {"extends": "handout", "page": {"margins": {"inside": "3"}}, "styles": {"h1": {"sise": 3}}}
        )
    assert [str(each).partition(": error")[0] for each in found.value.diagnostics] == [
        "layout:styles.h1.sise",
        "layout:page.margins.inside",
    ]
    with pytest.raises(FaultsFound, match=r'^ours:extends: error: There is no layout "nix"'):
        load_layout({"extends": "nix"}, name="ours")


@pytest.mark.parametrize(
    ("layout", "paper", "said"),
    [
        ("study-guide", "a4", "a4"),
        ("study-guide", "letter", ""),
        ("paperback-6x9", "6x9", ""),
        ("base", None, ""),
    ],
)
def test_a_layout_knows_the_paper_that_was_asked_for_in_place_of_its_own(
    layout: str, paper: str | None, said: str
) -> None:
    assert load_layout(layout, paper=paper).paper == said


def test_so_many_styles_may_extend_one_another_and_no_more() -> None:
    """s1 to s49 extend one another, and s50 extends body, which extends none: 50 steps."""
    steps = EXTENDS

    def chain(count: int) -> str:
        styles = "\n".join(f"  s{n}: {{extends: s{n + 1}}}" for n in range(1, count))
        return f"format: 1\nextends: study-guide\nstyles:\n{styles}\n  s{count}: {{extends: body}}\n"

    assert load_layout(chain(steps)).styles["s1"].size == load_layout("base").styles["body"].size
    with pytest.raises(FaultsFound) as raised:
        load_layout(chain(steps + 1))
    (only,) = raised.value.diagnostics
    assert (only.code, only.span and only.span.line) == ("extends-too-deep", 3 + steps + 1)


def test_so_many_layouts_may_extend_one_another_and_no_more(tmp_path: Path) -> None:
    for number in range(EXTENDS + 2):
        text = f"format: 1\nextends: ./{number + 1}.yaml\n"
        (tmp_path / f"{number}.yaml").write_text(
            text if number <= EXTENDS else "format: 1\nsections: [overview]\n"
        )
    assert load_layout(str(tmp_path / "1.yaml")).name == "1"
    with pytest.raises(FaultsFound) as raised:
        load_layout(str(tmp_path / "0.yaml"))
    (only,) = raised.value.diagnostics
    assert only.code == "extends-too-deep"
