"""The layouts that come with guidepress: complete, on the grid, readable on every paper that fits."""

from __future__ import annotations

import runpy
from itertools import product
from pathlib import Path

import pytest
from tests.stock import stock_layout

from guidepress.base.colour import WHITE, contrast
from guidepress.base.diagnostics import FaultsFound
from guidepress.document.kinds import SECTION_KINDS
from guidepress.layout import load_layout, stock, stock_layouts
from guidepress.layout.areas import Areas, areas_of
from guidepress.layout.model import Layout
from guidepress.layout.papers import PAPERS
from guidepress.layout.stock import font_folder, stock_folder, stock_names

NAMES = [name for name, _ in stock_layouts()]
TOO_SMALL = {"handout": {"a6"}, "large-print": {"a6"}, "giant-print": {"a6"}}
"""Papers on which a layout cannot be set: two columns of A6, or ten em of 18 pt on it, are wider than the page."""

STYLES = [
    "body",
    "body-first",
    "lead",
    "small",
    "h1",
    "h2",
    "h3",
    "h4",
    "part-title",
    "unit-number",
    "unit-title",
    "recap",
    "label",
    "strip",
    "caption",
    "quote",
    "quote-text",
    "quote-source",
    "list",
    "list-tight",
    "term",
    "gloss",
    "margin",
    "margin-label",
    "fact-label",
    "fact-value",
    "card",
    "callout",
    "warning",
    "table",
    "table-head",
    "table-cell",
    "chip",
    "question",
    "directions",
    "answer",
    "points",
    "key",
    "note",
    "toc-1",
    "toc-2",
    "toc-title",
    "running-head",
    "folio",
    "cover-title",
    "cover-subtitle",
    "cover-author",
    "cover-strip",
    "cover-foot",
    "cover-tagline",
    "figure",
    "figure-label",
    "code",
    "reference",
    "rubric",
    "colophon",
]


def test_every_stock_layout_is_listed_with_a_description() -> None:
    assert {"study-guide", "handout"} <= set(NAMES)
    assert "base" not in NAMES
    assert all(about for _, about in stock_layouts())
    assert sorted([*NAMES, "base"]) == list(stock_names())
    assert (stock_folder() / "base.yaml").is_file()


def test_a_wheel_finds_the_layouts_that_it_carries(tmp_path: Path) -> None:
    # A wheel's files stand in site-packages/guidepress; there is no checkout with a folder "layouts" around them.
    module = tmp_path / "site-packages" / "guidepress" / "layout" / "stock.py"
    module.parent.mkdir(parents=True)
    module.write_text(Path(stock.__file__).read_text())
    found = runpy.run_path(str(module))["stock_folder"]()
    assert found == tmp_path / "site-packages" / "guidepress" / "stock" / "layouts"


@pytest.mark.parametrize("name", STYLES)
def test_the_base_has_every_style_that_sections_pick(name: str) -> None:
    assert stock_layout("base").styles[name].name == name


@pytest.mark.parametrize(("name", "paper"), list(product(NAMES, PAPERS)))
def test_every_layout_loads_on_every_paper_that_fits(name: str, paper: str) -> None:
    if paper in TOO_SMALL.get(name, ()):
        with pytest.raises(FaultsFound, match="impossible-margins"):
            load_layout(name, paper=paper)
        return
    page = load_layout(name, paper=paper).page
    width, height = PAPERS[paper]
    assert (page.width, page.height) == ((height, width) if page.landscape else (width, height))


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper != "8.5x11"])
def test_the_study_guide_has_whole_lines_on_every_paper(paper: str) -> None:
    # A twentieth of a point is what margins written to the hundredth of a point may miss.
    areas = _areas(load_layout("study-guide", paper=paper))
    over = areas.height % areas.page.grid
    assert over < 50 or areas.page.grid - over < 50


def test_the_study_guide_has_the_measures_of_the_design() -> None:
    letter = stock_layout("study-guide").page
    assert _areas(stock_layout("study-guide")).full == round(4.75 * 72_000)
    assert letter.margin_column is not None
    assert (letter.margin_column.width, letter.margin_column.gap) == (144_000, 18_000)
    assert (letter.margins.inside, letter.margins.outside) == (54_000, 54_000)
    # 120 mm, give or take the rounding of five lengths to the mpt.
    assert abs(_areas(load_layout("study-guide", paper="a4")).full - round(120 * 72_000 / 25.4)) <= 5
    assert letter.mirrored


def test_the_body_is_set_as_the_design_says() -> None:
    body, first = (stock_layout("study-guide").styles[name] for name in ("body", "body-first"))
    assert (body.font, body.size, body.leading, body.align) == ("serif", 10_500, 14_000, "justified")
    assert (body.figures, body.expand, body.protrude, body.hyphenate) == ("old-style", 20, True, True)
    # An em of 10.5 pt, and none where a paragraph opens.
    assert (body.first_indent, first.first_indent) == (10_500, 0)


@pytest.mark.parametrize("name", ["h1", "h2", "h3", "h4", "part-title", "unit-number", "unit-title"])
def test_a_heading_of_one_line_fills_whole_lines_with_the_space_around_it(name: str) -> None:
    style = stock_layout("base").styles[name]
    assert (style.space_before + style.leading + style.space_after) % 14_000 == 0


@pytest.mark.parametrize("name", NAMES)
def test_text_is_dark_enough_and_never_too_small(name: str) -> None:
    for style in stock_layout(name).styles.values():
        assert contrast(style.colour, style.background or WHITE) >= 4.5
        assert style.size >= 7000


@pytest.mark.parametrize("name", NAMES)
def test_theme_colours_set_no_text(name: str) -> None:
    layout = stock_layout(name)
    marks = {colour for colour in layout.palette if contrast(colour, WHITE) < 4.5}
    assert not marks & {style.colour for style in layout.styles.values()}


def test_text_on_a_card_is_dark_enough_in_every_colour_of_text() -> None:
    layout = load_layout("study-guide")
    for style in layout.styles.values():
        assert contrast(style.colour, style.background or layout.colours["tint"]) >= 4.5


def test_every_face_has_its_file() -> None:
    for family in stock_layout("base").fonts.values():
        assert family.folder == font_folder(family.package)
        assert all(Path(family.path(face)).is_file() for face in family.files)
    assert font_folder("font_that_nobody_made") == ""


def test_the_study_guide_orders_each_kind_once_and_begins_with_the_contents() -> None:
    kinds = [spec.kind for spec in stock_layout("study-guide").sections if spec.printed]
    assert kinds[0] == "contents"
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(SECTION_KINDS)


def test_large_print_has_the_numbers_of_its_sources() -> None:
    layout = load_layout("large-print")
    # 18/22.5: leading of 1.25; headings of 22 and 20; margins of an inch; one column.
    body = layout.styles["body"]
    assert (body.font, body.size, body.leading, body.align) == ("sans", 18_000, 22_500, "left")
    assert [layout.styles[name].size for name in ("h2", "h3")] == [22_000, 20_000]
    assert min(layout.page.margins.inside, layout.page.margins.outside, layout.page.margins.top) == 72_000
    assert (layout.page.columns, layout.page.margin_column) == (1, None)
    assert [style.name for style in layout.styles.values() if style.size < 18_000] == []
    assert [style.name for style in layout.styles.values() if style.leading < 1.25 * style.size] == []
    assert [
        style.name for style in layout.styles.values() if style.italic or style.emphasis == "italic"
    ] == []
    assert [style.name for style in layout.styles.values() if style.hyphenate or style.uppercase] == []
    assert [style.name for style in layout.styles.values() if style.align == "justified"] == []
    assert [style.name for style in layout.styles.values() if style.font == "serif"] == []


def test_a_floor_raises_every_style_and_its_em_and_makes_it_plain(tmp_path: Path) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text(
        "format: 1\nextends: study-guide\ndescription: Plain\nfloor: {size: 20pt, leading: 130%, plain: true}\n"
        "styles: {recap: {tracking: 0.1em}}\n"
    )
    layout = load_layout(str(path))
    recap = layout.styles["recap"]
    # A tenth of the 20 pt that it is raised to, not of the 12 pt that it was.
    assert (recap.size, recap.leading, recap.tracking, recap.least) == (20_000, 26_000, 2000, 20_000)
    assert (recap.italic, recap.emphasis, layout.styles["body"].align) == (False, "bold", "left")
    assert layout.styles["cover-title"].size == 52_000
    assert {style.least for style in stock_layout("study-guide").styles.values()} == {0}


def test_the_paperback_keeps_the_gutter_that_printers_ask_for() -> None:
    areas = _areas(load_layout("paperback-6x9"))
    # 0.75 in inside do for 151 to 300 pages; 4.4 in are 68 characters of Source Serif at 10 pt.
    assert areas.page.margins.inside >= 54_000
    assert areas.full == round(4.4 * 72_000)
    assert areas.height % areas.page.grid == 0


@pytest.mark.parametrize("name", NAMES)
def test_the_ink_saver_works_on_every_layout(name: str) -> None:
    layout = load_layout(name, sets=(("switch_on", "[ink-saver]"),))
    assert layout.switch_on == ("ink-saver",)
    assert layout.cover == "none"
    assert {style.background for style in layout.styles.values()} == {None}
    # Colours of text are greys and black: their three channels are one.
    colours = {style.colour for style in layout.styles.values()}
    assert all(colour.red == colour.green == colour.blue for colour in colours)


def _areas(layout: Layout) -> Areas:
    return areas_of(layout.page, layout.styles)
