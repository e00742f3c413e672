"""Broken files: imposing, stamping and the way back say what is wrong; they never fall over."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bind.packs import page_file
from tests.bind.sheets import numbered
from tests.examples import so_many

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job
from guidepress.bind.linearise import linearise
from guidepress.bind.stamp import Stamp, stamp

FIELD = page_file(
    page=b"/Annots[<</Subtype/Widget/F 4/Rect[0 0 9 9]/AP<</N 4 0 R>>>>]/Contents 4 0 R/Group<</S/Transparency>>"
    b"/Rotate 90/UserUnit 2/CropBox[0 0 9 99]/TrimBox[1 1 8 80]",
    more={4: b"<</BBox[0 0 1 1]/Length 5>>\nstream\nq 1 g\nendstream"},
)
WORDS = [
    b"0", b"-1", b"999999999999", b"null", b"<<", b">>", b"[", b"]", b"/Kids", b"/Parent", b"R", b"(", b"1e9", b"3 0 R",
    b"2 0 R", b"1 0 R", b"nan", b"true", b"0.0000001",
]  # fmt: skip
TOKEN = re.compile(rb"[^\s<>\[\]()/]{1,20}|/[A-Za-z]+")


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A file with some of its words replaced, bytes changed, or its end cut off."""
    data = draw(st.sampled_from([numbered(3), FIELD, impose(numbered(3), Job()).pdf]))
    for _ in range(draw(st.integers(1, 4))):
        tokens = list(TOKEN.finditer(data))
        if not tokens:
            break
        token = tokens[draw(st.integers(0, len(tokens) - 1))]
        kind = draw(st.integers(0, 9))
        if kind == 0:
            data = data[: token.start()]
        elif kind < 3:
            data = data[: token.start()] + draw(st.binary(min_size=1, max_size=3)) + data[token.end() :]
        else:
            data = data[: token.start()] + draw(st.sampled_from(WORDS)) + data[token.end() :]
    return data


@settings(max_examples=so_many(120), deadline=2000)
@given(broken())
def test_a_broken_file_is_done_or_refused_in_sentences(data: bytes) -> None:
    for work in (
        lambda: impose(data, Job("zine")),
        lambda: stamp(data, Stamp("x", opacity=0.5)),
        lambda: linearise(data),
        lambda: linearise(data, Job("up")),
    ):
        try:
            work()
        except FaultsFound as found:
            assert all("\n" not in str(diagnostic) for diagnostic in found.diagnostics)  # noqa: PT017


def test_object_numbers_out_of_all_proportion_take_no_memory() -> None:
    data = numbered(3).replace(b"xref\n0 ", b"xref\n999999999999 ", 1)
    assert stamp(data, Stamp("x")).pages == 3
