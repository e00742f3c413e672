"""A form that shows itself is told of, since a reader stops at a depth of its own and a sheet shows it one step deeper."""

from __future__ import annotations

import time

import pytest
from tests.cos.making import TREE, file_of

from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<<%b>>>>>>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def form(content: bytes, names: bytes) -> bytes:
    resources = b"/Resources<</XObject<<%b>>>>" % names
    return stream(content, b"/Subtype/Form/BBox[0 0 9 9]%b" % resources)


def told(objects: dict[int, bytes], names: bytes = b"/A 5 0 R") -> list[str]:
    pdf = file_of({**TREE, 3: PAGE % names, 4: stream(b"/A Do"), **objects})
    found = impose(pdf, Job("up")).diagnostics
    return [each.message for each in found if each.code == "endless-form"]


SAID = (
    "Page 1 of The file may show a form that shows itself, without end: each reader stops at another depth."
)


@pytest.mark.parametrize(
    ("objects", "wanted"),
    [
        ({5: form(b"0 0 9 9 re f /A Do", b"/A 5 0 R")}, [SAID]),
        ({5: form(b"/B Do", b"/B 6 0 R"), 6: form(b"q/A\nDo Q", b"/A 5 0 R")}, [SAID]),
        # Above one that has no end, and after one that has.
        (
            {5: form(b"/C Do /B Do", b"/C 7 0 R/B 6 0 R"), 6: form(b"/B Do", b"/B 6 0 R"), 7: form(b"", b"")},
            [SAID],
        ),
        ({5: form(b"/B Do", b"/B 6 0 R"), 6: form(b"0 0 9 9 re f", b"")}, []),
        ({5: form(b"/B Do /B Do", b"/B 6 0 R/C 7 0 R"), 6: form(b"", b"/C 7 0 R"), 7: form(b"", b"")}, []),
        # One list of all forms for all of them, as many writers give, of which each shows what it needs.
        ({5: form(b"/B Do", b"/A 5 0 R/B 6 0 R"), 6: form(b"0 0 9 9 re f", b"/A 5 0 R/B 6 0 R")}, []),
        ({5: stream(b"a", b"/Subtype/Image")}, []),
    ],
)
def test_a_form_without_end_is_told_of_by_its_page(objects: dict[int, bytes], wanted: list[str]) -> None:
    assert told(objects) == wanted


def test_forms_that_fan_out_are_walked_once_each() -> None:
    """Thirty levels of two ways each are a thousand million ways to walk."""
    levels = {
        number: form(b"/A Do /B Do", b"/A %d 0 R/B %d 0 R" % (number + 1, number + 1))
        for number in range(5, 35)
    }
    start = time.perf_counter()
    assert told({**levels, 35: form(b"", b"")}) == []
    assert told({**levels, 35: form(b"/A Do", b"/A 5 0 R")}) == [SAID]
    assert time.perf_counter() - start < 5
