"""What a page leaves open is closed before anything is drawn after it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bind.packs import page_file
from tests.bind.sheets import dark

from guidepress.bind.balance import closing
from guidepress.bind.stamp import Stamp, stamp


@pytest.mark.parametrize(
    "content",
    [
        b"q 3 0 0 3 50 50 cm 1 0 0 rg",
        b"Q Q 0.2 0 0 0.2 0 0 cm",
        b"BT /F1 9 Tf 2 0 0 2 9 9 Tm",
        b"q q Q Q Q q 9 0 0 9 0 0 cm",
    ],
)
def test_what_a_page_leaves_open_does_not_move_the_stamp(content: bytes) -> None:
    plain = page_file(page=b"/Contents 4 0 R", more={4: b"<</Length 0>>\nstream\n\nendstream"})
    body = b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    leaking = page_file(page=b"/Contents 4 0 R", more={4: body})
    wanted, found = (dark(stamp(pdf, Stamp("Copy for Ada", size=20_000)).pdf) for pdf in (plain, leaking))
    assert wanted
    assert found == wanted


def test_marked_content_left_open_is_closed_before_the_artifact() -> None:
    before, after = closing(b"/P<</MCID 0>>BDC (EMC Q) Tj /Span BMC")
    assert (before, after) == (b"q\n", b"\nEMC\nEMC\nQ\n")


def test_operators_in_strings_names_and_pictures_do_not_count() -> None:
    content = b"(q \\) q (Q)) Tj <71> Tj /q gs % q\n[(Q)]TJ BI /W 1 /H 1 ID q Q q EI /Q Do"
    assert closing(content) == (b"q\n", b"\nQ\n")


@given(st.lists(st.sampled_from([b"q", b"Q", b"BT", b"ET", b"EMC", b"/P BMC", b"(q)", b"1 g"]), max_size=30))
def test_wrapped_content_never_restores_more_than_it_saved(parts: list[bytes]) -> None:
    before, after = closing(b" ".join(parts))
    depth = 0
    for word in re.sub(rb"\(q\)", b"", before + b" ".join(parts) + after).split():
        depth += (word == b"q") - (word == b"Q")
        assert depth >= 0
    assert depth == 0
