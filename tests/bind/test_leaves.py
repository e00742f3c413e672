"""Pages as they are cut and looked at."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import NameObject, NumberObject
from tests.bind.sheets import (
    changed,
    numbered,
)

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job


def test_units_larger_than_a_point_are_honoured() -> None:
    def unit(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        page[NameObject("/UserUnit")] = NumberObject(2)

    made = impose(changed(numbered(4), unit), Job())
    assert (made.plan.width, made.plan.height) == (1_200_000, 800_000)


def test_a_page_without_a_size_is_named() -> None:
    def strip(index: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        if index == 1:
            for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
                page.pop(key, None)

    with pytest.raises(FaultsFound, match=r"Page 2 of a\.pdf has no MediaBox"):
        impose(changed(numbered(3), strip), Job(), file="a.pdf")
