"""Sheets: where pages stand on them, what is printed around them, and what the file says of itself."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from pypdf.generic import NameObject
from tests.bind.sheets import (
    box,
    changed,
    numbered,
    placed,
    reader_of,
    text_spots,
    texts,
    turn,
)

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.bind.impose import count_pages, impose
from guidepress.bind.impose_job import Creep, Job, PrinterMarks, order_of
from guidepress.bind.linearise import linearise
from guidepress.verify.verify import verify

WORD = "open, sesame"


ALL = frozenset({"trim", "fold", "register"})


def codes(found: pytest.ExceptionInfo[FaultsFound]) -> list[str]:
    return [diagnostic.code for diagnostic in found.value.diagnostics]


def test_page_one_is_on_the_right_of_the_first_front() -> None:
    made = impose(numbered(8), Job(flip="short"))
    # Two pages of 300 by 400 pt beside one another, nothing around them.
    assert (made.plan.width, made.plan.height) == (600_000, 400_000)
    assert placed(made.pdf) == {
        8: ((0, 0, 300, 400), (1, 0, 0, 1, 0, 0)),
        1: ((300, 0, 300, 400), (1, 0, 0, 1, 300, 0)),
    }
    assert [sorted(placed(made.pdf, side)) for side in range(4)] == [[1, 8], [2, 7], [3, 6], [4, 5]]


def test_pictures_agree_heads_up_for_the_short_edge() -> None:
    pdf = impose(numbered(8), Job(flip="short")).pdf
    for side, (left, right) in enumerate([("page 8", "page 1"), ("page 2", "page 7")]):
        first, second = text_spots(pdf, side, [left, right])
        assert first[0] < 0.25
        assert 0.5 < second[0] < 0.75
        assert max(first[1], second[1]) < 0.2  # both at the top


def test_backs_stand_on_their_heads_for_the_long_edge() -> None:
    pdf = impose(numbered(8), Job(flip="long")).pdf
    two, seven = text_spots(pdf, 1, ["page 2", "page 7"])
    assert two[0] > 0.75  # behind the left half of the front once the sheet is turned over its long edge
    assert 0.25 < seven[0] < 0.5
    assert min(two[1], seven[1]) > 0.8
    # The matrix turns about the middle of the place: page 2 at the right.
    assert placed(pdf, 1)[2][1] == (-1, 0, 0, -1, 600, 400)


def test_an_upright_sheet_needs_no_turning_for_the_long_edge() -> None:
    made = impose(numbered(8), Job("stack", up=4, flip="long"))
    assert made.plan.width < made.plan.height
    assert all(matrix[0] > 0 for _, matrix in placed(made.pdf, 1).values())
    turned = impose(numbered(8), Job("stack", up=4, flip="short"))
    assert all(matrix[0] < 0 for _, matrix in placed(turned.pdf, 1).values())


def test_the_zine_has_its_upper_row_on_its_head() -> None:
    made = impose(numbered(8), Job("zine"))
    assert (made.plan.width, made.plan.height) == (1_200_000, 800_000)
    spots = text_spots(made.pdf, 0, [f"page {number}" for number in range(1, 9)])
    columns = [int(x * 4) for x, _ in spots]
    assert columns == [1, 2, 3, 3, 2, 1, 0, 0]
    assert [y < 0.5 for _, y in spots] == [False] * 3 + [True] * 4 + [False]
    assert len(reader_of(made.pdf).pages) == 1


@pytest.mark.parametrize(("degrees", "corner"), [(0, "left top"), (90, "right top"), (180, "right bottom")])
def test_a_turned_page_is_shown_as_it_is_looked_at(degrees: int, corner: str) -> None:
    pdf = changed(numbered(1), lambda _, page: turn(page, degrees))
    made = impose(pdf, Job("up", up=4, sides=1)).pdf
    ((x, y),) = text_spots(made, 0, ["page 1"])
    across, down = corner.split()
    # Four places on the sheet: the only page is in the upper left quarter.
    assert (x < 0.25) == (across == "left")
    assert (y < 0.25) == (down == "top")


def test_a_page_that_lies_across_is_turned_to_keep_its_size() -> None:
    pdf = changed(numbered(4), lambda index, page: turn(page, 90 if index == 1 else 0))
    made = impose(pdf, Job("up", up=4))
    assert made.diagnostics == ()
    # Head to the left: 300 by 400 again, so the second place of the upper row is filled.
    assert placed(made.pdf)[2] == ((300, 400, 300, 400), (0, 1, -1, 0, 600, 400))


def test_a_page_that_is_too_large_is_made_smaller_and_named() -> None:
    def grow(index: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        if index == 2:
            for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
                page[NameObject(key)] = box(0, 0, 600, 800)

    made = impose(changed(numbered(4), grow), Job("up", up=4))
    (warning,) = made.diagnostics
    assert warning.message == "Page 3 had to be made smaller to fit beside the others."
    # Half the size, but for the half point that is granted to rounding.
    assert placed(made.pdf)[3][1][0] == pytest.approx(0.5, abs=0.001)


def test_inner_pages_move_to_the_fold_on_both_sides() -> None:
    made = impose(numbered(12), Job(flip="short", creep=Creep(caliper=3_000)))
    # The innermost sheet, 6 pt in: the left page goes right, the right one left; the clips stay.
    fronts, backs = placed(made.pdf, 4), placed(made.pdf, 5)
    assert fronts == {
        8: ((0, 0, 300, 400), (1, 0, 0, 1, 6, 0)),
        5: ((300, 0, 300, 400), (1, 0, 0, 1, 294, 0)),
    }
    assert backs == {6: ((0, 0, 300, 400), (1, 0, 0, 1, 6, 0)), 7: ((300, 0, 300, 400), (1, 0, 0, 1, 294, 0))}
    turned = impose(numbered(12), Job(flip="long", creep=Creep(caliper=3_000)))
    # Turned by 180 degrees page 6 stands at the right; its fold is at its left.
    assert placed(turned.pdf, 5)[6] == ((300, 0, 300, 400), (-1, 0, 0, -1, 594, 400))


def test_the_file_is_untagged_and_says_how_to_print_it() -> None:
    root = reader_of(impose(numbered(8), Job(flip="short")).pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is False
    assert "/StructTreeRoot" not in root
    assert "/Metadata" not in root
    assert root["/ViewerPreferences"] == {"/PrintScaling": "/None", "/Duplex": "/DuplexFlipShortEdge"}
    assert verify(impose(numbered(8), Job()).pdf).claims == ()


@pytest.mark.parametrize(
    ("job", "duplex"),
    [
        (Job(), "/DuplexFlipLongEdge"),
        (Job("zine"), "/Simplex"),
        (Job("up", sides=2, flip="short"), "/DuplexFlipShortEdge"),
    ],
)
def test_duplex_follows_sides_and_flip(job: Job, duplex: str) -> None:
    root = reader_of(impose(numbered(8), job).pdf).trailer["/Root"]
    assert root["/ViewerPreferences"]["/Duplex"] == duplex


def test_fonts_are_stored_once() -> None:
    source = numbered(16)
    made = impose(source, Job("repeat", up=16)).pdf
    assert made.count(b"/Length1") == source.count(b"/Length1") == 1
    assert len(made) < len(source)


def test_the_same_job_gives_the_same_bytes() -> None:
    job = Job(marks=PrinterMarks(ALL), slug="a.pdf", creep=Creep(caliper=283))
    assert impose(numbered(8), job).pdf == impose(numbered(8), job).pdf


def test_a_cover_without_a_back_puts_folios_on_the_wrong_hand() -> None:
    assert impose(numbered(8), Job()).diagnostics == ()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(numbered(9)))
    writer.set_page_label(0, 0, prefix="Cover")
    writer.set_page_label(1, 8, style="/D", start=1)  # type: ignore[arg-type]
    out = io.BytesIO()
    writer.write(out)
    (warning,) = impose(out.getvalue(), Job()).diagnostics
    assert warning.code == "wrong-hand"
    assert "--blank-after 1" in warning.hint
    made = impose(out.getvalue(), Job(blank_after=(0,)))
    assert made.diagnostics == ()
    assert made.plan.order.blanks == 12 - 9
    # Behind the cover the page is white: the back of the first sheet shows only page 10 of 12, which is file page 9.
    assert [sorted(placed(made.pdf, side)) for side in (0, 1)] == [[1], []]


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"", "not-a-pdf"),
        (b"hello", "not-a-pdf"),
        (b"%PDF-1.7\n", "unreadable-pdf"),
    ],
)
def test_what_is_no_pdf_is_said_in_a_sentence(pdf: bytes, code: str) -> None:
    for work in (lambda: impose(pdf, Job()), lambda: linearise(pdf), lambda: count_pages(pdf)):
        with pytest.raises(FaultsFound) as found:
            work()
        assert codes(found) == [code]


def test_an_encrypted_file_needs_its_password() -> None:
    locked = changed(numbered(4), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    with pytest.raises(FaultsFound) as found:
        impose(locked, Job())
    assert codes(found) == ["encrypted"]
    assert texts(linearise(impose(locked, Job(), password=WORD).pdf))[3] == "page 4"


def test_an_order_that_cannot_be_is_said() -> None:
    for job in (
        Job(last=5),
        Job("perfect", signature=0),
        Job("up", up=3),
        Job("stapled"),
        Job(blank_after=(7,)),
    ):
        with pytest.raises(FaultsFound) as found:
            impose(numbered(4), job)
        assert codes(found) == ["order"]
    assert order_of(replace(Job(), last=1), 4).blanks == 0
