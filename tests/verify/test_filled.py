"""Of a copy what differs from its book is looked at, and nothing may differ that is not looked at."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.pdf.filling import book, leaves, shell

from guidepress.base.record import replace
from guidepress.cos.extents import extents
from guidepress.page.items import Frame
from guidepress.verify.expectation import FilledText, expect, expect_filled
from guidepress.verify.filled import CHECKED, VerifiedShell

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.verify.report import Report

SHELL = shell("Ana", "Bo")
WANTED = tuple(map(expect_filled, leaves("Ana")))


@cache
def verified() -> VerifiedShell:
    return VerifiedShell(SHELL.alone(), expect(book()))


def codes(report: Report) -> list[str]:
    return [each.code for each in report.diagnostics]


def rewritten(data: bytes, change: Callable[[dict[int, bytes]], None]) -> bytes:
    """The file with some of its objects changed."""
    objects = extents(data)
    change(objects)
    out = io.BytesIO()
    out.write(data[: data.index(b"1 0 obj")])
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(body)
    start = out.tell()
    rows = "".join(f"{places[number]:010d} 00000 n \n" for number in sorted(places))
    out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}".encode())
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    out.write(trailer + b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def number_of(data: bytes, part: bytes, nth: int = 0) -> int:
    return [number for number, body in extents(data).items() if part in body][nth]


def swap(part: bytes, old: bytes, new: bytes, nth: int = 0) -> Any:  # noqa: ANN401 - a function on bytes
    def act(data: bytes) -> bytes:
        at = number_of(data, part, nth)

        def change(objects: dict[int, bytes]) -> None:
            assert old in objects[at]
            objects[at] = objects[at].replace(old, new)

        return rewritten(data, change)

    return act


def test_a_copy_is_verified_for_what_differs() -> None:
    report = verified().verify(SHELL.filled(leaves("Ana")), WANTED)
    assert report.diagnostics == ()
    assert (report.pages, report.checks) == (2, CHECKED)
    assert report.claims == verified().report.claims != ()


def test_what_is_to_be_filled_in_is_read_off_the_leaf() -> None:
    assert (FilledText("Ana", "Ana-code"), FilledText("", "Ana-code")) == WANTED


def test_another_pupil_s_name_is_found() -> None:
    assert codes(verified().verify(SHELL.filled(leaves("Bo")), WANTED)) == ["copy", "copy"]  # on each page


def test_another_name_is_found_where_all_else_is_right() -> None:
    first, second = leaves("Ana")
    (other, _) = leaves("Bo")
    assert codes(verified().verify(SHELL.filled((replace(first, over=other.over), second)), WANTED)) == [
        "copy"
    ]


def turned(data: bytes) -> bytes:
    """The first two marks of the first page belong to one another's elements."""
    return exchanged(data, b"<</Nums[0[", rb"0\[(\d+ 0 R) (\d+ 0 R)", rb"0[\2 \1")


def orphaned(data: bytes) -> bytes:
    """The document has lost its first element."""
    return exchanged(data, b"/S/Document", rb"/K\[\d+ 0 R ", rb"/K[")


def exchanged(data: bytes, part: bytes, pattern: bytes, by: bytes) -> bytes:
    at = number_of(data, part)

    def change(objects: dict[int, bytes]) -> None:
        made = re.sub(pattern, by, objects[at])
        assert made != objects[at]
        objects[at] = made

    return rewritten(data, change)


@pytest.mark.parametrize(
    "damage",
    [
        swap(b"/Type/Page/", b"/TrimBox[0 0 300 400]", b"/TrimBox[0 0 300 390]"),
        swap(b"/Type/Page/", b"/Contents[", b"/Contents[99 0 R "),
        swap(b"/S/P/", b"/K[1 2]", b"/K[2 1]"),
        swap(b"/S/P/", b"/K[1 2]", b"/K 1"),
        swap(b"/S/P/", b"/S/P/", b"/S/H2/"),
        swap(b"/S/H1/", b"/K 0", b"/K 2"),
        swap(b"<</Nums[0[", b"0[", b"0[9 0 R "),
        swap(b"/Type/Pages", b"/Count 2", b"/Count 3"),
        swap(b"/BaseFont", b"/BaseFont", b"/BaseFolt"),
        turned,
        orphaned,
    ],
    ids=[
        "box",
        "content",
        "order",
        "mark lost",
        "role",
        "mark elsewhere",
        "tree",
        "count",
        "font",
        "turned",
        "orphaned",
    ],
)
def test_damage_is_found(damage: Callable[[bytes], bytes]) -> None:
    sound = SHELL.filled(leaves("Ana"))
    assert verified().verify(rewritten(sound, lambda _: None), WANTED).passed
    assert not verified().verify(damage(sound), WANTED).passed


def test_a_text_off_the_page_is_found() -> None:
    first, second = leaves("Ana")
    moved = replace(first, over=tuple(Frame(400_000, each.y, each.items, each.tag) for each in first.over))
    assert codes(verified().verify(SHELL.filled((moved, second)), WANTED)) == ["off-page"]
