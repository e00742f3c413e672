"""Elements that go take all below them along; pages know the others by their new numbers."""

from __future__ import annotations

from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.build import build
from guidepress.layout import Layout
from guidepress.page.items import ARTIFACT, Anchor, Frame, Link, Shape
from guidepress.page.tree import Node
from guidepress.parts import build_parts
from guidepress.sample.pruning import frames_of, items_of, pruned, renumbered

TREE = (Node("Document", -1), Node("Sect", 0), Node("P", 1), Node("Sect", 0), Node("P", 3), Node("Link", 4))


def test_what_stays_is_numbered_anew() -> None:
    tree, numbers = pruned(TREE, lambda index: index in {1, 2})
    assert [(node.role, node.parent) for node in tree] == [
        ("Document", -1),
        ("Sect", 0),
        ("P", 1),
        ("Link", 2),
    ]
    assert numbers == {-1: -1, 0: 0, 3: 1, 4: 2, 5: 3}


def link(target: str) -> Link:
    return Link(0, 0, 1, 1, target, "")


def test_frames_get_new_numbers_and_links_new_aims_or_none() -> None:
    shape = Shape((), tag=5)
    inner = Frame(0, 0, (shape, link("#a"), link("#b"), link("#c"), link("https://x.y")), 4, (4, 5))
    (made,) = renumbered((Frame(0, 0, (inner,), ARTIFACT),), {4: 2, 5: 3}, {"a": "z", "b": ""})
    assert made.tag == ARTIFACT
    (within,) = items_of_frame(made)
    assert (within.tag, within.tags) == (2, (2, 3))
    assert [item.target for item in items_of((made,), Link)] == ["#z", "#c", "https://x.y"]
    assert [item.tag for item in within.items if isinstance(item, Shape)] == [3]


def test_an_anchor_leads_to_the_same_element_or_to_none() -> None:
    """1 and 2 go, so that 4 is 2; what led to 2 leads to a place on its page, as what never had an element does."""
    _, numbers = pruned(TREE, lambda index: index in {1, 2})
    inner = Frame(0, 0, (Anchor("deep", 0, 0, 4),), 4)
    items = (Anchor("gone", 0, 0, 2), Anchor("nowhere", 0, 0), inner)
    found = items_of(renumbered((Frame(0, 0, items, ARTIFACT),), numbers, {}), Anchor)
    assert [(each.name, each.element) for each in found] == [("gone", 0), ("nowhere", 0), ("deep", 2)]


def test_samplers_and_copies_are_written_in_the_newest_standards() -> None:
    """In these links lead to elements."""

    def newest(name: str) -> Layout:
        return replace(stock_layout(name), standards=("ua2", "4"))

    guide = stock_guide("ozymandias")
    reports = [build(guide, newest("sampler")).report]
    reports += [copy.report for copy in build_parts(guide, newest("exam")).copies]
    assert [report.claims for report in reports if report] == [("PDF/UA-2", "PDF/A-4")] * 11


def items_of_frame(frame: Frame) -> list[Frame]:
    return [item for item in frame.items if isinstance(item, Frame)]


def test_items_are_found_however_deep() -> None:
    deep = Frame(0, 0, (Frame(0, 0, (Anchor("x", 0, 0),)), Anchor("y", 0, 0)))
    assert [each.name for each in items_of((deep,), Anchor)] == ["y", "x"]
    assert len(list(frames_of((deep,)))) == 2
