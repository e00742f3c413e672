from __future__ import annotations

from tests.typeset.reading import copied, trace
from tests.typeset.specimen import BARE, set_text


def test_an_inserted_hyphen_copies_as_soft_and_a_written_one_stays() -> None:
    lines = set_text("the middle-aged gentleman’s unhallowed administrators", BARE, 62_000)
    assert trace(lines) == "the middle-|\naged gentle-|\nman’s unhal-|\nlowed ad-|\nministrators"
    assert copied(lines) == "the middle-aged gentleman’s unhallowed administrators"
    assert [line.hyphenated for line in lines] == [True, True, True, True, False]
