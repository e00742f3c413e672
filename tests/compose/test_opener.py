"""A unit's number stands in the margin column, or beside the title and on its line where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import context_of
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.compose.opener import OpenerOptions, drop_numbers, opener
from guidepress.document.blocks import Group, MarginNote, Paragraph
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.guide.model import Guide

PAPERBACK = stock_layout("paperback-6x9")


def opened(guide: Guide, name: str) -> tuple[Block, ...]:
    """The opener of the guide's first unit."""
    context = context_of(guide, stock_layout(name))
    unit = guide.units[0]
    return opener(unit, OpenerOptions(), context, level=2, numbers=drop_numbers(context))


def test_in_a_margin_column_it_stands_beside_the_title_not_beside_the_label_above_it(guide: Guide) -> None:
    heading, *_ = opened(guide, "study-guide")
    assert isinstance(heading, Group)
    _, note, title = heading.blocks
    assert isinstance(note, MarginNote)
    assert isinstance(title, Paragraph)
    assert (title.marker, title.style) == ((), stock_layout("study-guide").styles["unit-title"])


@pytest.mark.parametrize("name", ["paperback-6x9", "large-print", "dyslexia-friendly", "mobile"])
def test_without_one_it_hangs_at_the_left_of_the_title_which_the_label_stands_above(
    guide: Guide, name: str
) -> None:
    heading, *_ = opened(guide, name)
    assert isinstance(heading, Group)
    label, title = heading.blocks
    assert isinstance(label, Paragraph)
    assert isinstance(title, Paragraph)
    ((number,), room) = title.marker, title.style.hang
    assert isinstance(number, Text)
    assert (number.text, title.mute) == ("1–2", True)  # what it covers, and decoration: the label says it
    assert label.style.indent_left == room > 0
    context = context_of(guide, stock_layout(name))
    assert room > context.width(number.text, title.style, number.look)
    assert number.look.scale > 1000


def test_it_is_no_higher_than_what_stands_above_the_title(guide: Guide) -> None:
    """Figures are two thirds of their size high: at the head of a page they do not reach over its text."""
    styles = {**PAPERBACK.styles, "unit-number": replace(PAPERBACK.styles["unit-number"], size=400_000)}
    context = context_of(guide, replace(PAPERBACK, styles=styles))
    title, label = styles["unit-title"], styles["label"]
    size = drop_numbers(context).scale * title.size / 1000
    assert size * 0.67 <= title.baseline + label.leading + label.space_after
    look = Look(scale=drop_numbers(context).scale)
    assert context.width("1–2", title, look) <= context.measure * 0.3


def test_units_whose_titles_have_the_number_have_no_label(guide: Guide) -> None:
    named = replace(guide.units[0], title=f"{guide.unit_name} one")
    alone = replace(guide, units=(named,))
    heading, *_ = opened(alone, "paperback-6x9")
    assert isinstance(heading, Paragraph)
    assert heading.marker
    assert heading.style.space_before == PAPERBACK.styles["unit-number"].space_before
