"""Files as others write them, whole or damaged, are imposed and stamped with all that they show."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from tests.bind.sheets import changed, dark, numbered, texts
from tests.cos.making import TREE, file_of, packed, revised

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job
from guidepress.bind.stamp import Stamp, stamp
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = "open, sesame"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R%b>>"
SQUARE = b"<</Length 14>>\nstream\n0 0 50 50 re f\nendstream"
SPOT = (25, 175)
"""Within the square, from the top left of the page."""

FONT = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
CODED = b"<</Filter/A85/Length 20>>\nstream\n0H`%l2)$.10HbCI+D(~>\nendstream"
"""The same in base 85."""
LOOK = b"<</BBox[0 0 50 50]/Length 14>>\nstream\n0 0 50 50 re f\nendstream"
STAMPED = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]%b/Annots[5 0 R]>>"
NOTE = b"<</Subtype/Stamp/F 4/Rect[0 0 50 50]/AP<</N 4 0 R>>>>"


def made(objects: Mapping[int, bytes]) -> bytes:
    return file_of({**TREE, 3: PAGE % b"", 4: SQUARE, **objects})


def start_of(pdf: bytes) -> int:
    """Where a file says that its table is."""
    return int(pdf.rpartition(b"startxref\n")[2].split()[0])


def without_end(pdf: bytes) -> bytes:
    return pdf[: pdf.rindex(b"startxref")]


KINDS = {
    "as it should be": made({}),
    "a comment before a page": made({3: b"% a page\n" + PAGE % b""}),
    "a comment before the annotations": made(
        {3: b"% a page\n" + STAMPED % b"", 4: LOOK, 5: b"% a note\n" + NOTE}
    ),
    "NUL for a space": made({3: STAMPED % b"\0", 4: b"<<\0" + LOOK[2:], 5: b"\0" + NOTE}),
    "a key with escapes": made({3: PAGE.replace(b"/Contents", b"/C#6Fntents") % b""}),
    "an object stream with a comment": made({3: b"null", 9: packed({3: b"% a page\n" + PAGE % b""})}),
    "a table and then a stream": revised(made({4: b"null"}), {4: SQUARE}, stream=True),
    "a filter abbreviated": made({4: CODED}),
    "a font in the resources": made({3: PAGE % FONT}),
    "no startxref": without_end(made({})),
    "no MediaBox": made({3: PAGE.replace(b"/MediaBox[0 0 300 200]", b"") % b""}),
    "content that is missing": made({3: PAGE.replace(b"4 0 R", b"[4 0 R 8 0 R]") % b""}),
    "bytes before the header": b"junk\n" * 300 + made({}),
}
KINDS["an object stream with a comment"] = without_end(KINDS["an object stream with a comment"]).replace(
    b"3 0 obj\nnull\nendobj", b""
)


@pytest.mark.parametrize("pdf", KINDS.values(), ids=KINDS)
def test_all_that_it_shows_is_there(pdf: bytes) -> None:
    height = 792 if b"MediaBox" not in pdf else 200
    spot = (SPOT[0], height - 25)
    assert spot in dark(impose(pdf, Job("up", sides=1)).pdf)
    assert spot in dark(stamp(pdf, Stamp("X")).pdf)
    assert verify(pdf).pages == 1


def test_a_page_that_stands_twice_is_there_twice() -> None:
    pdf = made({2: b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>"})
    assert impose(pdf, Job("up")).plan.order.pages == 2
    done = stamp(pdf, Stamp("X")).pdf
    assert verify(done).pages == 2
    assert SPOT in dark(done, 1)


def test_a_page_written_into_its_parent_is_a_page_like_others() -> None:
    pdf = made({2: b"<</Type/Pages/Count 2/Kids[3 0 R %b]>>" % (PAGE % b"")})
    assert SPOT in dark(impose(pdf, Job("repeat")).pdf, 1)
    whole, first, second = (stamp(pdf, Stamp("X", pages=frozenset(pages))) for pages in ((), (0,), (1,)))
    assert [texts(each.pdf) for each in (whole, first, second)] == [["X", "X"], ["X", ""], ["", "X"]]
    assert [each.pages for each in (whole, first, second)] == [2, 1, 1]
    assert SPOT in dark(whole.pdf, 1)
    assert {each.code for each in verify(whole.pdf).diagnostics} == set()


def test_text_under_a_filter_that_it_is_not_coded_by_is_shown_as_readers_do() -> None:
    # Of two parts the first is plain under /FlateDecode; the second goes on where it ends.
    first = b"<</Filter/FlateDecode/Length 17>>\nstream\nBT /F 9 Tf (Pot) \nendstream"
    second = b"<</Length 11>>\nstream\nTj (ato) Tj\nendstream"
    page = PAGE.replace(b"4 0 R", b"[4 0 R 5 0 R]") % FONT
    pdf = made({3: page, 4: first, 5: second})
    imposed = impose(pdf, Job("up"))
    assert texts(imposed.pdf) == texts(pdf) == ["Potato"]
    assert "was read as it lies" in imposed.diagnostics[0].message
    assert "Potato" in texts(stamp(pdf, Stamp("X")).pdf)[0]


def test_content_that_only_pictures_are_coded_as_is_said() -> None:
    coded = b"<</Filter/JBIG2Decode/Length 5>>\nstream\nabcde\nendstream"
    pdf = made({3: PAGE.replace(b"4 0 R", b"[4 0 R 5 0 R]") % b"", 5: coded})
    for done in (impose(pdf, Job("up")), stamp(pdf, Stamp("X"))):
        assert SPOT in dark(done.pdf)
        assert any("JBIG2Decode, which is for pictures" in each.message for each in done.diagnostics)


def test_an_encrypted_file_whose_streams_have_no_end_is_refused_in_a_sentence() -> None:
    locked = changed(numbered(1), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    broken = locked.replace(b"endstream", b"endstrand")
    with pytest.raises(FaultsFound, match="cannot be decrypted"):
        impose(broken, Job(), password=WORD)


def test_what_lies_under_a_filter_that_nobody_knows_is_left_out_and_said() -> None:
    """The font is in an object stream that cannot be decoded; what the page shows without it is there."""
    group = packed({5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"})
    coded = group.replace(b"/Length", b"/Filter/XXXDecode/Length")
    old = made({3: PAGE % b"/Resources<</Font<</F 5 0 R>>>>", 9: coded})
    row = b"\2" + (9).to_bytes(4, "big") + b"\0"
    table = b"98 0 obj\n<</Type/XRef/Size 99/W[1 4 1]/Index[5 1]/Root 1 0 R/Prev %d/Length 6>>" % start_of(
        old
    )
    pdf = old + table + b"\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (row, len(old))
    for done in (impose(pdf, Job("up")), stamp(pdf, Stamp("X"))):
        assert SPOT in dark(done.pdf)
        said = [each.message for each in done.diagnostics if each.code == "left-out"]
        assert "object 5 (a stream is coded as XXXDecode, which no standard knows)" in said[0]


def test_a_font_that_stands_once_for_all_pages_is_no_new_fault_on_each() -> None:
    """The tree has the resources of its pages, and a font within them that is not embedded."""
    tree = b"<</Type/Pages/Count 2/Kids[3 0 R 5 0 R]%b>>" % FONT
    pdf = made({2: tree, 5: PAGE % b""})
    done = stamp(pdf, Stamp("X"))
    assert done.pages == 2
    assert [each.code for each in done.diagnostics].count("font-not-embedded") == 2


def test_a_page_that_names_a_large_part_often_is_refused_in_a_sentence() -> None:
    """Ten thousand times a part of 200,000 bytes, two gigabytes, in a file of 60,000."""
    data = zlib.compress(b" " * 200_000)
    part = b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(data), data)
    pdf = made({3: PAGE.replace(b"4 0 R", b"[%b]" % (b"4 0 R " * 10_000)) % b"", 4: part})
    for act in (lambda: impose(pdf, Job("up")), lambda: stamp(pdf, Stamp("X"))):
        with pytest.raises(
            FaultsFound, match="A page of The file has more than 100,000,000 bytes of content"
        ):
            act()
