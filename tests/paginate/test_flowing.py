"""A strand flows again only when what it refers to says something new, and says its warnings in every book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, layout_of, lines
from tests.paginate.stacks import LABELS, collected

from guidepress.base.record import replace
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import PageRef, Text
from guidepress.layout.areas import areas_of
from guidepress.paginate.breaks import Breaker
from guidepress.paginate.flow import flow
from guidepress.paginate.flowing import Flowing
from guidepress.paginate.margin import Margin
from guidepress.paginate.resolve import Resolved
from guidepress.paginate.setter import Setter
from guidepress.paginate.stacking import Stacker

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.paginate.pieces import Strand
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Fonts

LAYOUT = layout_of()
AREAS = areas_of(LAYOUT.page, LAYOUT.styles)
REFERENCE = Paragraph(BODY, (Text("see "), PageRef("end")))
LONG = Paragraph(replace(BODY, hyphenate=False), (Text("x" * 300),))


class Flows:
    """Lets one strand flow in several books, and counts how often it really does."""

    def __init__(self, fonts: Fonts, monkeypatch: pytest.MonkeyPatch, *blocks: Block) -> None:
        self.fonts = fonts
        self.count = 0
        made = collected(*blocks)
        self.flowing, self.notes = Flowing(made.strands[0], made.notes), made.notes
        monkeypatch.setattr("guidepress.paginate.flowing.flow", self._counted)

    def _counted(self, strand: Strand, *given: object) -> tuple[Plan, ...]:
        self.count += 1
        return flow(strand, *given)  # type: ignore[arg-type]

    def book(self, *folios: str) -> list[tuple[Plan, ...]]:
        """The plans of a book's rounds, in which the reference says one folio after the other."""
        self.flowing.begin()
        setter, found = Setter(self.fonts, LABELS, Resolved({}, 1, "", {})), []
        for folio in folios:
            setter = setter.saying(Resolved({"end": folio}, 1, "", {}))
            stacker = Stacker(setter, AREAS, self.notes)
            self.flowing.flow(stacker, Margin(stacker, AREAS), Breaker())
            found.append(self.flowing.plans)
        self.warned = setter.warned
        return found


def test_a_folio_that_was_said_before_gives_the_pages_of_then(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    flows = Flows(fonts, monkeypatch, REFERENCE)
    (first, second), (again, same) = flows.book("1", "2"), flows.book("1", "2")
    assert flows.count == 2
    assert again is first
    assert same is second


def test_a_new_folio_flows_again(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    flows = Flows(fonts, monkeypatch, REFERENCE)
    assert flows.book("1") != flows.book("3")
    assert flows.count == 2


def test_only_four_ways_are_kept(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    flows = Flows(fonts, monkeypatch, REFERENCE)
    flows.book("1", "2", "3", "4", "5")
    flows.book("5", "4", "3", "2")
    assert flows.count == 5
    flows.book("1")
    assert flows.count == 6


def test_a_strand_that_warns_is_set_in_every_book(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    flows = Flows(fonts, monkeypatch, LONG)
    for count in (1, 2):
        flows.book("1")
        assert (flows.count, flows.warned) == (count, 1)


def test_what_refers_to_nothing_flows_once(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    flows = Flows(fonts, monkeypatch, *lines("a", "b"))
    flows.book("1", "2")
    flows.book("3")
    assert flows.count == 1
