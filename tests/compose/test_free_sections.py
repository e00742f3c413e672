"""A section of the guide's own is printed wherever it says that it stands, or the book says that it is not."""

from __future__ import annotations

import pytest
from tests.composing import compose, context_of
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.document.kinds import kind_called, kind_names
from guidepress.guide import check_guide, load_guide
from guidepress.layout import load_layout

SMALL = {"format": 1, "title": "T", "author": "A", "language": "en", "overview": "Text."}


def own(*after: str) -> dict[str, object]:
    sections = [
        {"title": f"Own {place}", "text": "Text.", **({"after": each} if each else {})}
        for place, each in enumerate(after)
    ]
    return {**SMALL, "sections": sections}


def order(layout: str, *after: str) -> list[str]:
    return [section.title for section in compose(load_guide(own(*after)), stock_layout(layout)).sections]


@pytest.mark.parametrize("name", kind_names())
def test_a_section_may_stand_after_any_kind(name: str) -> None:
    assert check_guide(own(name)) == ()
    assert order("study-guide", name).count("Own 0") == 1


def test_the_plot_arc_is_printed_with_the_timeline() -> None:
    assert (kind_called("plot_arc"), kind_called("further-reading"), kind_called("plots")) == (
        "timeline",
        "further-reading",
        None,
    )


def test_sections_stand_after_the_kinds_that_they_name_and_the_others_at_the_end() -> None:
    made = order("study-guide", "", "overview", "parallel")  # the layout has no parallel texts
    assert made.index("Own 1") == made.index("Overview") + 1
    assert made.index("Own 2") == made.index("Own 0") + 1 > made.index("Own 1")


def test_a_kind_that_comes_twice_is_followed_once() -> None:
    layout = load_layout(
        {
            "extends": "study-guide",
            "sections": [{"overview": {}}, {"overview": {"brief": True}}, {"sections": {}}],
        }
    )
    made = [section.title for section in compose(load_guide(own("overview")), layout).sections]
    assert made == ["Overview", "Overview", "Own 0"]


def test_a_layout_that_prints_none_says_so_where_one_is_missed() -> None:
    # The handout prints the overview, so the first of the three is missed; then all three are told, since none is printed.
    found = compose(load_guide(own("overview", "plot_arc", "")), stock_layout("handout")).left_out
    assert [str(each) for each in found] == [
        "sections: 3 of 3 sections of the guide's own left out: the layout handout prints none"
    ]


def test_a_layout_in_which_none_is_missed_says_nothing() -> None:
    assert compose(load_guide(own("plot_arc", "")), stock_layout("handout")).left_out == ()


def test_a_link_leads_to_a_section_wherever_it_stands() -> None:
    guide = load_guide(own("parallel"))
    context: Context = context_of(replace(guide, overview=guide.overview), stock_layout("study-guide"))
    assert context.link(guide.sections[0].id) is not None
