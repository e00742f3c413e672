"""Whatever the document and the page: no page ends inside a paragraph two lines above its foot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import so_many
from tests.paginate.making import document, heading, layout_of, para, section, spots
from tests.paginate.stacks import LINE

from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.typeset import Fonts

TOP = 30_000
"""Where the text area begins, mpt."""


@given(
    sizes=st.lists(st.integers(1, 90), min_size=2, max_size=30),
    every=st.integers(2, 9),
    lines=st.integers(12, 40),
    grid=st.sampled_from((0, LINE)),
)
@settings(
    max_examples=so_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_page_ends_inside_a_paragraph_two_lines_above_its_foot(
    fonts: Fonts, sizes: list[int], every: int, lines: int, grid: int
) -> None:
    content: list[Block] = []
    for index, size in enumerate(sizes):
        if index % every == 0:
            content.append(heading(f"head{index}", 2))
        content.append(para(size, index))
    pages = paginate(document(section(*content)), layout_of(lines=lines, grid=grid), fonts).pages
    foot = TOP + lines * LINE
    for page, after in pairwise(pages):
        last, first = spots(page)[-1], spots(after)[0]
        if last.tag == first.tag:
            # Below a baseline the line itself takes less than half a line more.
            assert foot - last.y < 2 * LINE + LINE // 2
