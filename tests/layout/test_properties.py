"""Random settings either give a page with room for text, or faults with a place; never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many

from guidepress.base.diagnostics import FaultsFound
from guidepress.layout import load_layout
from guidepress.layout.areas import areas_of
from guidepress.layout.page_rules import LEAST_LINES, LEAST_MEASURE
from guidepress.layout.papers import PAPERS

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.layout.model import Layout

LENGTHS = st.builds(
    "{}{}".format, st.integers(-20, 400), st.sampled_from(["pt", "mm", "in", "em", "", "ell"])
)
PATHS = st.sampled_from(
    [
        "page.margins.inside",
        "page.margins.top",
        "page.margin_column.width",
        "page.column_gap",
        "page.columns",
        "page.grid",
        "page.size",
        "styles.body.size",
        "styles.body.leading",
        "styles.h1.extends",
        "styles.h1.space_before",
        "styles.card.padding",
        "styles.new.extends",
        "colours.accent",
        "sections.units.checks",
        "sections",
        "palette",
        "furniture.head_recto.left",
        "extends",
        "papers.a4.columns",
    ]
)
VALUES = st.one_of(
    LENGTHS,
    st.sampled_from(
        ["none", "true", "2", "h2", "body", "#123456", "[]", "[plot]", "[#000000]", "{title}", "a4", ""]
    ),
    st.text(max_size=8),
)


def load(**options: Any) -> tuple[Layout | None, tuple[Diagnostic, ...]]:  # noqa: ANN401 - as load_layout takes them
    try:
        return load_layout("study-guide", **options), ()
    except FaultsFound as found:
        return None, found.diagnostics


@settings(max_examples=so_many(150), deadline=None)
@given(st.sampled_from(list(PAPERS)), st.lists(st.tuples(PATHS, VALUES), max_size=4))
def test_settings_give_a_page_with_room_or_faults_with_a_place(
    paper: str, sets: list[tuple[str, str]]
) -> None:
    layout, faults = load(paper=paper, sets=tuple(sets))
    if layout is None:
        assert faults
    else:
        body = layout.styles["body"]
        areas = areas_of(layout.page, layout.styles)
        assert areas.measure >= LEAST_MEASURE * body.size
        assert areas.height >= LEAST_LINES * body.leading
        assert all(style.size >= 7000 for style in layout.styles.values())
    assert all(fault.message.endswith((".", "?")) for fault in faults)
    assert all(fault.span is not None for fault in faults)


@settings(max_examples=so_many(60), deadline=None)
@given(st.lists(st.sampled_from(["h1", "h2", "h3", "body", "card"]), min_size=5, max_size=5))
def test_any_web_of_inheritance_ends_in_styles_or_a_circle(parents: list[str]) -> None:
    names = ("h1", "h2", "h3", "body", "card")
    sets = tuple((f"styles.{name}.extends", parent) for name, parent in zip(names, parents, strict=True))
    # Five styles, each with one of the five as its parent, always hold a circle.
    layout, faults = load(sets=sets)
    assert layout is None
    assert "extends-circle" in {fault.code for fault in faults}
