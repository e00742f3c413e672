"""Questions picked for a sheet: as many as it wants, from the whole of the bank."""

from __future__ import annotations

import pytest

from guidepress.compose.pick import spread
from guidepress.guide.model import Markdown, Question

BANK = [Question(Markdown(f"Question {number}?")) for number in range(9)]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (1, [0]),
        (2, [0, 8]),
        (5, [0, 2, 4, 6, 8]),
        (4, [0, 2, 5, 8]),  # steps of 8/3: 0, 2.7, 5.3, 8
        (9, [*range(9)]),
        (20, [*range(9)]),
    ],
)
def test_a_limit_keeps_questions_from_the_first_to_the_last_at_even_steps(
    limit: int, expected: list[int]
) -> None:
    assert spread(BANK, limit) == [BANK[index] for index in expected]
