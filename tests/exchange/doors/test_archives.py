"""Archives: what is in them by name, and what is refused before anything is unpacked."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.doors import LIMITS, open_archive
from guidepress.exchange.doors.archives import inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.exchange.doors import Limits


def packed(files: Mapping[str, bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(FaultsFound) as found:
        open_archive(data, "a.zip", limits=limits)
    return str(found.value)


def test_files_are_named_without_folders_and_clutter() -> None:
    names = ("a/x.xml", "a/", "__MACOSX/a/._x.xml", ".DS_Store", "b\\y.png", "a/._x.xml")
    archive = open_archive(packed(dict.fromkeys(names, b"1")), "a.zip")
    assert archive.names == ("a/x.xml", "b/y.png")
    assert archive.read("b/y.png") == b"1"
    assert archive.size("a/x.xml") == 1


def test_as_many_files_as_the_limit_says_are_taken_and_no_more() -> None:
    limits = replace(LIMITS, entries=3)
    files = {str(number): b"" for number in range(3)}
    assert len(open_archive(packed(files), "a.zip", limits=limits).names) == 3
    assert refusal(packed(files | {"3": b""}), limits) == (
        "error: a.zip holds more than 3 files. Export it in parts. [archive-too-large]"
    )


def test_a_directory_that_lies_about_its_length_is_counted_in_the_bytes() -> None:
    data = bytearray(packed({str(number): b"" for number in range(4)}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 8 : end + 12] = b"\x01\0\x01\0"  # it says that it has one entry
    assert "more than 3 files" in refusal(bytes(data), replace(LIMITS, entries=3))


@pytest.mark.parametrize(("size", "taken"), [(1000, True), (1001, False)])
def test_a_file_may_be_as_large_as_the_limit_says(size: int, taken: bool) -> None:  # noqa: FBT001 - a case
    limits = replace(LIMITS, entry=1000)
    data = packed({"x": b"x" * size})
    if taken:
        assert open_archive(data, "a.zip", limits=limits).size("x") == 1000
    else:
        assert "a.zip/x has more than 1 KB when it is unpacked" in refusal(data, limits)


def test_all_files_together_may_be_as_large_as_the_limit_says() -> None:
    files = {"x": b"x" * 600, "y": b"y" * 400}
    assert open_archive(packed(files), "a.zip", limits=replace(LIMITS, unpacked=1000)).names == ("x", "y")
    assert "a.zip has more than 999 bytes when it is unpacked" in refusal(
        packed(files), replace(LIMITS, unpacked=999)
    )


def test_a_bomb_is_refused_by_how_much_it_grows() -> None:
    bomb = packed({"bomb": bytes(20_000_000)})
    assert len(bomb) < 25_000
    assert refusal(bomb) == (
        "error: a.zip/bomb grows more than 400 times when it is unpacked, as no file of use does."
        " Use no file that you do not know. [unsafe-archive]"
    )
    assert open_archive(packed({"small": bytes(1_000_000)}), "a.zip").names == ("small",)
    assert "grows" in refusal(packed({"small": bytes(1_000_001)}))


def test_a_file_that_is_larger_than_the_directory_says_is_not_unpacked_whole() -> None:
    data = packed({"x": bytes(10_000_000)})
    size = (10_000_000).to_bytes(4, "little")
    lying = data.replace(size, (100).to_bytes(4, "little"))
    with pytest.raises(FaultsFound, match=r"a\.zip/x cannot be unpacked: Bad CRC-32"):
        open_archive(lying, "a.zip").read("x")


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/passwd", "..\\x", "C:/x", "C:x", "//server/x", "a/../.."]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    said = refusal(packed({name: b""}))
    shown = name.replace("\\", "/")
    assert said.startswith(f'error: a.zip holds "{shown}", which leads out of the archive.')


def test_links_and_locked_files_are_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "a.zip/link is a link, not a file" in refusal(out.getvalue())
    locked = bytearray(packed({"x": b"x"}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert "a.zip/x has a password" in refusal(bytes(locked))


def test_a_file_that_stands_twice_is_taken_once_and_refused_when_the_two_differ() -> None:
    def twice(second: bytes) -> bytes:
        out = io.BytesIO()
        with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
            warnings.simplefilter("ignore")
            archive.writestr("x", b"1")
            archive.writestr("x", second)
        return out.getvalue()

    assert open_archive(twice(b"1"), "a.zip").names == ("x",)
    assert "a.zip/x stands twice" in refusal(twice(b"2"))


@pytest.mark.parametrize("kept", [10, 200, 0.5, 0.99])
def test_half_an_archive_is_refused_in_a_sentence(kept: float) -> None:
    data = packed({"x.xml": bytes(range(256)) * 40, "y.xml": b"y" * 500}, how=zipfile.ZIP_STORED)
    half = data[: int(kept if kept > 1 else len(data) * kept)]
    assert refusal(half) == (
        "error: The archive a.zip cannot be read: its end is missing, so it was not downloaded or copied whole."
        " Have it exported again. [damaged-archive]"
    )


@pytest.mark.parametrize("at", range(0, 300, 7))
def test_an_archive_with_a_wrong_byte_is_read_or_refused_in_a_sentence(at: int) -> None:
    data = bytearray(packed({"x.xml": bytes(range(256)) * 4, "y.xml": b"y" * 500}))
    data[-1 - at % len(data)] ^= 0xFF
    try:
        archive = open_archive(bytes(data), "a.zip")
        for name in archive.names:
            archive.read(name)
    except FaultsFound as found:
        assert len(found.diagnostics) == 1  # noqa: PT017 - either is right


def test_a_reference_finds_its_file_beside_from_the_root_escaped_and_in_small_letters() -> None:
    names = ("items/q1.xml", "items/img/a b.png", "img/c.png", "Web_Resources/D.PNG")
    archive = open_archive(packed(dict.fromkeys(names, b"")), "a.zip")
    assert archive.find("img/a%20b.png", "items/q1.xml") == "items/img/a b.png"
    assert archive.find("img/a b.png?width=3", "items/q1.xml") == "items/img/a b.png"
    assert archive.find("../img/c.png", "items/q1.xml") == "img/c.png"
    assert archive.find("img/c.png", "items/q1.xml") == "img/c.png"
    assert archive.find("/img/c.png", "items/q1.xml") == "img/c.png"
    assert archive.find("web_resources\\d.png") == "Web_Resources/D.PNG"
    assert archive.find("../../img/c.png", "items/q1.xml") is None
    assert archive.find("https://example.org/img/c.png") is None
    assert archive.find("") is None


def test_paths_are_made_plain() -> None:
    assert [inside(path) for path in ("a/../b", "./a//b", "..", ".", "", "/a")] == [
        "b",
        "a/b",
        "",
        "",
        "",
        "",
    ]
