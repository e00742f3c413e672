"""Lists to match: the column with the longer entries is the wider, where that saves lines."""

from __future__ import annotations

import pytest
from tests.composing import context_of
from tests.stock import stock_guide, stock_layout

from guidepress.compose.questions.matching import matching_table
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Paragraph
from guidepress.guide.model import Markdown, Question

LONG, SHORT = (
    "Passes by in a vision, the last of them with a mirror in his hand, as the three Witches had told him on the heath",
    "Banquo",
)


@pytest.mark.parametrize(
    ("pair", "wider"),
    [((LONG, SHORT), "left"), ((SHORT, LONG), "right"), ((SHORT, SHORT), "usual")],
)
def test_the_column_with_longer_entries_is_wider_where_that_saves_lines(
    pair: tuple[str, str], wider: str
) -> None:
    """A narrow left column had four lines of two words beside names on one."""
    pairs = tuple((Markdown(f"{pair[0]} {n}"), Markdown(f"{pair[1]} {n}")) for n in "abc")
    here = context_of(stock_guide("ozymandias"), stock_layout("teaching-guide"))
    table = matching_table(here, pose(Question(Markdown("Match."), "matching", pairs=pairs), 1), filled=False)
    left, right = table.widths
    assert {"left": left > 450, "right": right > 550, "usual": (left, right) == (450, 550)}[wider]
    narrow = here.measurer.rows(table, here.measure)
    assert max(sum(1 for _ in cell) for row in narrow for cell in row.cells) <= 5


def test_entries_to_match_are_not_divided() -> None:
    pairs = ((Markdown(LONG), Markdown(SHORT)), (Markdown(SHORT), Markdown(LONG)))
    here = context_of(stock_guide("ozymandias"), stock_layout("teaching-guide"))
    table = matching_table(here, pose(Question(Markdown("Match."), "matching", pairs=pairs), 1), filled=False)
    said = [block for row in table.rows for cell in row.cells for block in cell.blocks]
    assert [each.style.hyphenate for each in said if isinstance(each, Paragraph)] == [False] * 4
