"""Streams are decoded by every filter that is not for pictures, within bounds."""

from __future__ import annotations

import base64
import zlib

import pytest

from guidepress.cos import filters
from guidepress.cos.filters import decode, deflated, filters_of
from guidepress.cos.values import Malformed, Name, Ref, Stream, Undecodable, Value

TEXT = b"BT (What the Dickens) Tj ET " * 20


def coded(name: str, data: bytes, **more: object) -> Stream:
    return Stream({"Filter": Name(name), **more}, data)  # type: ignore[dict-item]


@pytest.mark.parametrize("name", ["FlateDecode", "Fl"])
def test_deflate_is_undone_under_its_short_name_too(name: str) -> None:
    assert decode(coded(name, zlib.compress(TEXT))) == TEXT


@pytest.mark.parametrize("lead", [b"", b"<~"])
def test_ascii_85_is_undone(lead: bytes) -> None:
    assert decode(coded("A85", lead + base64.a85encode(TEXT) + b"\n~>")) == TEXT


def test_hexadecimal_is_undone_with_an_odd_digit_and_white_space() -> None:
    assert decode(coded("ASCIIHexDecode", b"41 4\n27>99")) == b"ABp"


def test_run_lengths_are_undone() -> None:
    # 2 is three bytes as they are, 254 is 257 - 254 = 3 times the next, 128 is the end
    assert decode(coded("RL", b"\x02abc\xfed\x80zzz")) == b"abcddd"


def test_lzw_is_undone() -> None:
    # The example of ISO 32000-1, 7.4.4.2.
    assert decode(coded("LZW", bytes.fromhex("800B6050220C0C8501"))) == bytes(
        [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
    )


def test_filters_are_undone_in_their_order() -> None:
    stream = Stream({"Filter": [Name("AHx"), Name("Fl")]}, zlib.compress(TEXT).hex().encode() + b">")
    assert decode(stream) == TEXT


@pytest.mark.parametrize(
    ("row", "kind", "above", "coded_row"),
    [
        (b"\x01\x02\x03", 0, b"\0\0\0", b"\x01\x02\x03"),
        (b"\x01\x03\x06", 1, b"\0\0\0", b"\x01\x02\x03"),
        (b"\x05\x00\xff", 2, b"\x01\xff\x7f", b"\x04\x01\x80"),
        (b"\x03\x04\x08", 3, b"\x04\x02\x06", b"\x01\x02\x03"),  # 4//2+1, (3+2)//2+2, (4+6)//2+3
        (
            b"\x05\x07\x0a",
            4,
            b"\x04\x02\x06",
            b"\x01\x02\x04",
        ),  # 4+1; guess 5: left 5; guess 9: nearest is 7? above 6
    ],
)
def test_the_predictors_of_png_are_undone(row: bytes, kind: int, above: bytes, coded_row: bytes) -> None:
    data = b"\0" + above + bytes([kind]) + coded_row
    stream = coded("FlateDecode", zlib.compress(data), DecodeParms={"Predictor": 15, "Columns": 3})
    assert decode(stream)[3:] == (row if kind != 4 else paeth(above, coded_row))


def paeth(above: bytes, coded_row: bytes) -> bytes:
    """The predictor as the PNG specification words it, byte by byte."""
    made: list[int] = []
    for at, value in enumerate(coded_row):
        a, b, c = (made[at - 1] if at else 0), above[at], (above[at - 1] if at else 0)
        p = a + b - c
        near = min((a, b, c), key=lambda each: abs(p - each))
        made.append((value + near) & 255)
    return bytes(made)


def test_the_predictor_of_tiff_is_undone() -> None:
    stream = coded(
        "FlateDecode", zlib.compress(b"\x01\x02\x03\x01\x01\x01"), DecodeParms={"Predictor": 2, "Columns": 3}
    )
    assert decode(stream) == b"\x01\x03\x06\x01\x02\x03"


def test_parameters_may_be_indirect() -> None:
    held: dict[int, Value] = {7: {"Predictor": 2, "Columns": 2}, 8: Name("FlateDecode")}

    def resolve(value: Value) -> Value:
        return held[value.number] if isinstance(value, Ref) else value

    stream = Stream({"Filter": Ref(8), "DecodeParms": Ref(7)}, zlib.compress(b"\x01\x01"))
    assert decode(stream, resolve) == b"\x01\x02"


def test_data_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    made = decode(coded("FlateDecode", zlib.compress(TEXT * 9)[:-9]))
    assert made
    assert (TEXT * 9).startswith(made)


@pytest.mark.parametrize("name", ["FlateDecode", "A85", "LZW"])
def test_what_is_no_data_is_said(name: str) -> None:
    with pytest.raises(Undecodable, match="damaged"):
        decode(coded(name, b"\xff\xfe\xfdxyz"))


def test_deflated_data_may_lack_its_head() -> None:
    assert decode(coded("Fl", zlib.compress(TEXT)[2:-4] + b"\r\n")) == TEXT


@pytest.mark.parametrize("text", [b"BT /F1 24 Tf (W) Tj ET", b"  q 1 0 0 1 0 0 cm Q", b"s", b"/Fm0 Do"])
def test_plain_text_is_not_taken_for_deflated_data(text: bytes) -> None:
    with pytest.raises(Undecodable):
        decode(coded("Fl", text))


def test_pictures_stay_as_they_are() -> None:
    with pytest.raises(Malformed, match="DCTDecode, which is for pictures"):
        decode(coded("DCT", b"\xff\xd8"))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "MOST", 1000)
    assert len(decode(coded("FlateDecode", zlib.compress(bytes(999))))) == 999
    with pytest.raises(Malformed, match="too large"):
        decode(coded("FlateDecode", zlib.compress(bytes(5000))))


def test_filters_are_named_in_full_with_their_parameters() -> None:
    entries = {"Filter": [Name("A85"), Name("DCT")], "DecodeParms": [None, {"ColorTransform": 0}]}
    assert filters_of(entries) == [("ASCII85Decode", {}), ("DCTDecode", {"ColorTransform": 0})]  # type: ignore[arg-type]


def test_a_deflated_stream_has_its_entries_and_reads_back() -> None:
    made = deflated(b"word " * 9, {"N": 3})
    assert made.entries == {"N": 3, "Filter": Name("FlateDecode")}
    assert decode(made) == b"word " * 9
