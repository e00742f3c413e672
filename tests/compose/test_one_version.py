"""Of several versions one can be printed by itself, and its key by itself: what copies for a class are made of."""

from __future__ import annotations

import pytest
from tests.stock import stock_guide, stock_layout

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.compose.compose import compose
from guidepress.layout import Layout
from guidepress.layout.model import SectionSpec
from guidepress.paginate import GalleyMeasurer
from guidepress.typeset import Fonts


def titles(sections: tuple[SectionSpec[object], ...]) -> list[str]:
    layout: Layout = replace(stock_layout("exam"), sections=sections)
    measurer = GalleyMeasurer(layout, Fonts(layout.fonts), "en")
    return [section.title for section in compose(stock_guide("ozymandias"), layout, measurer).sections]


def quiz(only: str, *, printed: bool = True) -> SectionSpec[object]:
    spec = next(each for each in stock_layout("exam").sections if each.kind == "quiz")
    pick = replace(spec.options.pick, use=())
    return replace(spec, options=replace(spec.options, only=only, pick=pick), printed=printed)


KEY = next(each for each in stock_layout("exam").sections if each.kind == "answer-key")


def test_one_version_is_printed() -> None:
    assert [title.rpartition(" ")[2] for title in titles((quiz("C"),))] == ["C"]


def test_a_section_that_is_not_printed_still_has_its_answers_in_the_key() -> None:
    assert titles((quiz("C", printed=False), KEY)) == ["Answer Key"]


def test_a_version_that_there_is_not_is_told() -> None:
    with pytest.raises(FaultsFound, match='The quiz has no version "Z"'):
        titles((quiz("Z"),))
