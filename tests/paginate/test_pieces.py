from __future__ import annotations

from tests.paginate.stacks import para

from guidepress.paginate.pieces import Beside, ColumnSet, Space, paragraphs_of


def test_paragraphs_are_found_in_columns_and_margins_in_their_order() -> None:
    one, two, three, four = (para(1) for _ in range(4))
    pieces = (one, Space(5), Beside((two,)), ColumnSet((three, Beside((four,))), 2, 0, 90_000, 10_000))
    assert [*paragraphs_of(pieces)] == [one, two, three, four]
