"""Files become one pack: filled up, labelled, described."""

from __future__ import annotations

import io
from typing import Any

import pytest
from tests.bind.packs import guide, page_file, reader_of
from tests.pdf.conftest import Hand

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.bind.addresses import FRONT
from guidepress.bind.assembly import PackWriter
from guidepress.bind.plan import MergePlan
from guidepress.cos import open_file

PLAIN = page_file(page=b"/CropBox[0 0 150 250]/Rotate 90")


def assembled(
    *files: bytes, plan: MergePlan | None = None, first: int = 0
) -> tuple[Any, tuple[str, ...], tuple[Diagnostic, ...]]:
    """The pack of these files, named 1.pdf and so on and ranked from `first`; its claims; what was lost."""
    out = io.BytesIO()
    writer = PackWriter(out, plan or MergePlan())
    for index, data in enumerate(files):
        name = f"{index + 1}.pdf"
        writer.add(open_file(data, name), "", first + index, last=index == len(files) - 1)
    claims, lost = writer.close()
    assert writer.written == len(out.getvalue())
    return reader_of(out.getvalue()), claims, lost


@pytest.mark.parametrize(
    ("count", "plan", "last", "filled"),
    [
        (3, MergePlan(), False, 3),
        (3, MergePlan(each_on_recto=True), False, 4),
        (3, MergePlan(each_on_recto=True), True, 3),  # nothing follows that would begin on a left-hand page
        (5, MergePlan(multiple_of=4), True, 8),
        (7, MergePlan(multiple_of=3, each_on_recto=True), False, 12),  # a multiple of 2 and of 3: of 6
        (7, MergePlan(multiple_of=3, each_on_recto=True), True, 9),
        (8, MergePlan(multiple_of=4, each_on_recto=True), False, 8),
    ],
)
def test_how_far_a_file_is_filled_up(count: int, plan: MergePlan, last: bool, filled: int) -> None:  # noqa: FBT001 - a row of a table
    assert PackWriter(io.BytesIO(), plan).filled(count, last=last) == filled


def test_a_blank_page_is_like_the_page_before_it_and_reads_as_nothing() -> None:
    pack, _, _ = assembled(PLAIN, plan=MergePlan(multiple_of=3))
    assert len(pack.pages) == 3
    blank = pack.pages[2]
    assert (blank["/MediaBox"], blank["/CropBox"], blank["/Rotate"]) == (
        [0, 0, 200, 300],
        [0, 0, 150, 250],
        90,
    )
    assert blank.extract_text() == ""
    assert b"/Artifact" in blank.get_contents().get_data()
    assert pack.pages[1].raw_get("/Contents") == blank.raw_get("/Contents")


def test_what_is_added_says_where_it_stands() -> None:
    writer = PackWriter(io.BytesIO(), MergePlan(multiple_of=4))
    bound = writer.add(open_file(PLAIN, "poem.pdf"), "", 0, leads=True)
    assert (bound.title, bound.count, bound.blanks, bound.leads) == ("poem", 1, 3, True)
    assert bound.size == (300, 200)  # on its side
    assert bound.groups[0][1][0] == bound.first
    assert writer.bound == [bound]


def test_the_front_is_written_last_and_stands_first() -> None:
    out = io.BytesIO()
    writer = PackWriter(out, MergePlan())
    writer.add(open_file(page_file(page=b"/Rotate 180"), "1.pdf"), "", 0)
    writer.add(open_file(PLAIN, "front.pdf"), "", FRONT)
    writer.close()
    assert [page["/Rotate"] for page in reader_of(out.getvalue()).pages] == [90, 180]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [("keep", ["v", "1", "v"]), ("continue", ["1", "2", "3"])],
)
def test_labels_are_kept_or_counted_through(labels: Any, expected: list[str]) -> None:  # noqa: ANN401 - a literal
    roman = page_file(b"/PageLabels<</Nums[0<</S/r/St 5>>]>>")
    pack, _, _ = assembled(roman, page_file(), roman, plan=MergePlan(labels=labels))
    assert pack.page_labels == expected


def test_a_pack_may_go_without_labels() -> None:
    pack, _, _ = assembled(page_file(), plan=MergePlan(labels="none"))
    assert "/PageLabels" not in pack.trailer["/Root"]


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (MergePlan(title="Week", cover="Week 1"), "Week"),
        (MergePlan(cover="Week\n 1"), "Week 1"),
        (MergePlan(), "1 and 2 more"),  # three files in all
    ],
)
def test_the_title_is_the_plans_or_the_covers_or_the_first_files(plan: MergePlan, title: str) -> None:
    pack, _, _ = assembled(PLAIN, PLAIN, PLAIN, plan=plan)
    assert pack.metadata.title == title


def test_the_first_language_is_that_of_the_pack() -> None:
    pack, _, _ = assembled(page_file(), page_file(b"/Lang(fr)"), page_file(b"/Lang(de)"))
    assert pack.trailer["/Root"]["/Lang"] == "fr"
    assert PackWriter(io.BytesIO(), MergePlan()).language == "en"


def test_the_newest_version_is_said() -> None:
    pack, claims, _ = assembled(page_file(), page_file(version=b"2.0"))
    assert (pack.trailer["/Root"]["/Version"], claims) == ("/2.0", ())
    assert "/Version" not in assembled(page_file())[0].trailer["/Root"]


def test_a_part_without_tags_among_tagged_ones_is_named() -> None:
    hand = Hand()
    _, _, lost = assembled(guide(hand, "One", 1), PLAIN)
    assert [each.message for each in lost if each.code == "untagged-part"] == [
        "2.pdf: not tagged, so a screen reader passes over it."
    ]
    _, claims, lost = assembled(guide(hand, "One", 1), guide(hand, "Two", 1))
    assert (claims, lost) == (("PDF/UA-1", "PDF/A-2a"), ())
    assert "untagged-part" not in {each.code for each in assembled(PLAIN, PLAIN)[2]}


def test_nothing_to_bind_is_said() -> None:
    with pytest.raises(FaultsFound, match="There is nothing to bind"):
        PackWriter(io.BytesIO(), MergePlan()).close()
