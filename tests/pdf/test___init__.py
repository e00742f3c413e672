"""The room of the writer is entered by two functions, which are imported when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidepress import pdf

if TYPE_CHECKING:
    from types import ModuleType


def test_the_room_of_the_writer_has_its_two_functions_and_nothing_else() -> None:
    assert [getattr(pdf, name).__name__ for name in ("write_pdf", "write_press")] == [
        "write_pdf",
        "write_press",
    ]
    room: ModuleType = pdf
    with pytest.raises(AttributeError, match="has no attribute 'write_book'"):
        room.write_book  # noqa: B018 - that it is asked for is the test
