"""Bookmarks and page labels of a pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.packs import (
    guide,
    landings,
    page_file,
    reader_of,
    the_outline,
)
from tests.pdf.conftest import Hand

from guidepress.bind.plan import MergePlan


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def test_bookmarks_are_nested_under_each_title(hand: Hand, tmp_path: Path) -> None:
    _, pack = bind(tmp_path, guide(hand, "One", 2), guide(hand, "Two", 1))
    assert the_outline(pack) == [
        (1, "One", 0),
        (2, "One 1", 0),
        (3, "One 2", 1),
        (1, "Two", 2),
        (2, "Two 1", 2),
    ]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [("keep", ["1", "2", "1", "2", "3"]), ("continue", ["1", "2", "3", "4", "5"])],
)
def test_page_labels(hand: Hand, tmp_path: Path, labels: str, expected: list[str]) -> None:
    plan = MergePlan(labels="keep" if labels == "keep" else "continue")
    _, pack = bind(tmp_path, guide(hand, "One", 2), guide(hand, "Two", 3), plan=plan)
    assert reader_of(pack).page_labels == expected


def test_no_page_labels_leave_none(hand: Hand, tmp_path: Path) -> None:
    _, pack = bind(tmp_path, guide(hand, "One", 2), plan=MergePlan(labels="none"))
    assert "/PageLabels" not in reader_of(pack).trailer["/Root"]


def test_old_and_new_destinations_of_one_name_stay_apart(tmp_path: Path) -> None:
    """A name object and a string are two names; so are those of two files (ISO 32000-1, 12.3.2.3)."""
    page = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest/x>><</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D(x)>>>>]"
    catalog = b"/Dests<</x[3 0 R/XYZ 1 1 0]>>/Names<</Dests<</Names[(x)<</D[3 0 R/XYZ 2 2 0]>>]>>>>"
    _, pack = bind(tmp_path, page_file(catalog, page), page_file(catalog, page))
    reader = reader_of(pack)
    named = reader.named_destinations
    assert sorted(named) == ["1.x", "1/x", "2.x", "2/x"]
    links = reader.pages[1]["/Annots"]
    assert [links[0]["/Dest"], links[1]["/A"]["/D"]] == ["2/x", "2.x"]
    assert [where for _, where in landings(pack)] == ["/XYZ 1 1 0.0", "/XYZ 2 2 0.0"] * 2


def test_links_into_other_files_keep_their_names(tmp_path: Path) -> None:
    page = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(other.pdf)/D(x)>>>>]"
    _, pack = bind(tmp_path, page_file(page=page))
    assert reader_of(pack).pages[0]["/Annots"][0]["/A"]["/D"] == "x"
