"""Pages as they are cut and looked at."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import NameObject, NumberObject
from tests.bind.sheets import box, changed, numbered
from tests.cos.making import TREE, file_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job
from guidepress.bind.leaves import leaves_of
from guidepress.bind.remarks import remarks_on
from guidepress.cos import open_file


def test_units_larger_than_a_point_are_honoured() -> None:
    def unit(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        page[NameObject("/UserUnit")] = NumberObject(2)

    made = impose(changed(numbered(4), unit), Job())
    assert (made.plan.width, made.plan.height) == (1_200_000, 800_000)


@pytest.mark.parametrize("media", [None, (0, 0, 0, 0), (9, 9, 9, 300)])
def test_a_page_that_does_not_say_how_large_it_is_is_letter_with_a_warning(media: Any) -> None:  # noqa: ANN401 - any box
    def strip(index: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        if index == 1:
            for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
                page.pop(key, None)
            if media is not None:
                page[NameObject("/MediaBox")] = box(*media)

    file = open_file(changed(numbered(3), strip), "a.pdf")
    leaves = leaves_of(file)
    assert [leaf.size for leaf in leaves] == [(300_000, 400_000), (612_000, 792_000), (300_000, 400_000)]
    (warning,) = remarks_on(file)
    assert "a.pdf is damaged, but can be read: page 2 does not say how large it is" in warning.message


def test_numbers_of_a_box_may_stand_by_themselves() -> None:
    objects = {**TREE, 3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 4 0 R 200]>>", 4: b"300"}
    (leaf,) = leaves_of(open_file(file_of(objects), "a.pdf"))
    assert leaf.size == (300_000, 200_000)


def test_a_page_of_no_area_is_refused() -> None:
    objects = {**TREE, 3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0.5 200]>>"}
    with pytest.raises(FaultsFound, match=r"Page 1 of a\.pdf has no usable size"):
        leaves_of(open_file(file_of(objects), "a.pdf"))


def test_content_that_is_missing_is_said() -> None:
    objects = {**TREE, 3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[7 0 R]>>"}
    file = open_file(file_of(objects), "a.pdf")
    leaves_of(file)
    assert file.losses == ["part of what page 1 shows, which is not there"]
